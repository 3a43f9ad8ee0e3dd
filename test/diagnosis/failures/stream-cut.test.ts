import {expect, it} from 'vitest';
import {streamCut} from '../../../src/diagnosis/failures/stream-cut.ts';
import {explainText} from '../../../src/diagnosis/index.ts';
import {judge} from '../../helpers/judge.ts';

const reported = (text: string) => ({reported: {source: 'pasted' as const, text, cleaned: text}});

it.each([
  'SSE stream disconnected: TypeError: terminated: Body Timeout Error',
  'httpx.RemoteProtocolError: peer closed connection without sending complete message body (incomplete chunked read)',
  'upstream prematurely closed connection while reading upstream',
])('knows it: %s', (text) => {
  const finding = judge(streamCut, reported(text));
  expect(finding?.cause).toMatch(/stream/);
  expect(finding?.fixes[0]?.title).toMatch(/ping/);
  expect(explainText(text)[0]?.id).toBe('stream-cut');
});

it.each(['SSE error: Non-200 status code (405)', 'Session terminated', 'The operation was aborted due to timeout'])(
  'stays clear: %s',
  (text) => {
    expect(judge(streamCut, reported(text))).toBeNull();
    expect(explainText(text)[0]?.id).not.toBe('stream-cut');
  },
);
