import type {HttpEvidence} from '../../model/evidence.ts';
import {headerLine, headerOf, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {errorLine} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const answerEncodingBroken = defineFailure({
  id: 'answer-encoding-broken',
  class: 'runtime',
  step: 'http',
  title: 'The answer cannot be unpacked',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /Z_DATA_ERROR|incorrect header check|ERR_CONTENT_DECODING_FAILED|invalid (?:gzip|deflate|brotli)|DecodingError/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Switch compression off at the server or its proxy (gzip off), or correct its Content-Encoding header'],
  detect: ({http, all}) => {
    if (isWorking(all)) return null;
    const answer = http.main.response;
    const link = http.main.error.find((one) =>
      /Z_DATA_ERROR|Z_BUF_ERROR|incorrect header check|BROTLI|ERR_ENCODING|ERR__ERROR_FORMAT|Decompression failed|invalid stored block/i.test(
        `${one.code ?? ''} ${one.message}`,
      ),
    );
    const encoding = headerOf(answer, 'content-encoding');
    if (link !== undefined) return {encoding, link};
    return answer !== null && answer.body.kind === 'binary' && (encoding !== null || http.answered === null)
      ? {encoding, link: null}
      : null;
  },
  explain: ({encoding, link}, {http}) => ({
    cause: isUtf16(http)
      ? 'The body is written in UTF-16, and JSON over HTTP has to be UTF-8. Clients cannot read it.'
      : `The body cannot be decoded${encoding === null ? ': it is no text' : `: the header says "content-encoding: ${encoding}", and the bytes are something else`}. The server or a proxy packs it wrongly.`,
    evidence: [
      statusLine(http),
      ...headerLine(http.main.response, 'content-encoding'),
      ...headerLine(http.main.response, 'content-type'),
      ...(link === null ? [] : [errorLine('error', link)]),
    ],
  }),
  fixes: (_, {http}) => [
    ...(isUtf16(http) ? [advice('utf-8', 'Let the server write its answers in UTF-8')] : []),
    advice(
      'no-compression',
      'Switch compression (gzip) off for the MCP endpoint, at the server or at the proxy in front of it',
    ),
  ],
});

const isUtf16 = (http: HttpEvidence): boolean => http.main.response?.body.text === '[text in UTF-16]';
