import {expect, it} from 'vitest';
import {notHttp} from '../../../src/diagnosis/failures/not-http.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

const answering = (code: string, message: string): PartialEvidence => ({
  http: {
    answered: null,
    main: {
      request: {method: 'POST', url: 'http://127.0.0.1:2222/mcp'},
      response: null,
      error: [{name: 'HTTPParserError', code, message, syscall: null, address: null, port: null}],
    },
  },
});

it('names the address and what it does not speak', () => {
  const finding = judge(notHttp, answering('HPE_INVALID_CONSTANT', 'Parse Error: Expected HTTP/, RTSP/ or ICE/'));
  expect(finding?.cause).toMatch(/127\.0\.0\.1:2222\/mcp.*not in HTTP/);
  expect(finding?.fixes[0]?.title).toMatch(/Correct the port in "url"/);
});

it.each([
  ['a closed connection', answering('ECONNRESET', 'socket hang up')],
  ['a broken answer', answering('HPE_INVALID_CHUNK_SIZE', 'Parse Error: Invalid character in chunk size')],
  ['an answer', {http: {main: {response: {status: 200}}}}],
])('stays silent: %s', (_, evidence) => {
  expect(judge(notHttp, evidence)).toBeNull();
});
