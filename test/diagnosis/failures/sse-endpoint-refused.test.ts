import {sseEndpointRefused} from '../../../src/diagnosis/failures/sse-endpoint-refused.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const seen = (url: string, status: number) => ({
  http: {
    main: {
      purpose: 'sse',
      request: {method: 'GET' as const, url: 'https://notes.example/notes/sse'},
      response: {status: 200, stream: {events: 1, comments: 0, hasAnswer: false}},
    },
    exchanges: [
      {purpose: 'initialize', request: {method: 'POST' as const, url}, response: {status, body: {text: 'Not Found'}}},
    ],
  },
  handshake: {version: null, era: null},
});

evidenceCases(sseEndpointRefused, {
  matches: [
    {
      name: 'an address without the prefix',
      evidence: seen('https://notes.example/messages?sessionId=1', 404),
      cause: [/\/messages/, /404/, /prefix/],
      fix: /prefix/,
    },
  ],
  misses: [
    {name: 'messages that are taken', evidence: seen('https://notes.example/messages?sessionId=1', 202)},
    {name: 'messages to the same address', evidence: seen('https://notes.example/notes/sse', 405)},
  ],
});
