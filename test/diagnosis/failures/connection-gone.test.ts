import {expect, it} from 'vitest';
import {connectionGone} from '../../../src/diagnosis/failures/connection-gone.ts';
import {explainText} from '../../../src/diagnosis/index.ts';
import {judge} from '../../helpers/judge.ts';

const reported = (text: string) => ({reported: {source: 'pasted' as const, text, cleaned: text}});

it.each([
  '  File "memory.py", line 93, in receive_nowait\n    raise ClosedResourceError\nanyio.ClosedResourceError',
  'ModelContextProtocol.McpException: Transport is not connected',
  'McpError: Not connected',
  'failed to write: io: read/write on closed pipe',
])('knows it: %s', (text) => {
  const finding = judge(connectionGone, reported(text));
  expect(finding?.cause).toMatch(/closed/);
  expect(finding?.fixes[0]?.title).toMatch(/first error/);
  expect(explainText(text)[0]?.id).toBe('connection-gone');
});

it.each(['You are not connected to the VPN', 'MCP error -32000: Connection closed', 'EPIPE: broken pipe, write'])(
  'stays clear: %s',
  (text) => {
    expect(judge(connectionGone, reported(text))).toBeNull();
    expect(explainText(text)[0]?.id).not.toBe('connection-gone');
  },
);
