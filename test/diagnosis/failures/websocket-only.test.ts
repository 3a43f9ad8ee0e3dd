import {websocketOnly} from '../../../src/diagnosis/failures/websocket-only.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const answers = (status: number, headers: {readonly [name: string]: string}, text: string) => ({
  http: {
    main: {
      request: {method: 'POST' as const, url: 'https://notes.example/ws'},
      response: {status, headers, body: {text}},
    },
  },
  handshake: {version: null, era: null},
});

evidenceCases(websocketOnly, {
  matches: [
    {
      name: '426',
      evidence: answers(426, {upgrade: 'websocket'}, 'Upgrade Required'),
      cause: [/WebSocket/, /426/],
      fix: /HTTP address/,
    },
    {
      name: '400 with words',
      evidence: answers(400, {}, 'Bad Request: expected websocket upgrade'),
      cause: [/WebSocket/],
    },
  ],
  misses: [
    {name: '426 for another protocol', evidence: answers(426, {upgrade: 'TLS/1.2'}, 'Upgrade Required')},
    {name: '400 of another kind', evidence: answers(400, {}, 'Bad Request')},
    {name: 'a page about it', evidence: answers(200, {}, 'we use websocket')},
  ],
});
