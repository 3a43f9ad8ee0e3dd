import {notificationRefused} from '../../../src/diagnosis/failures/notification-refused.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const told = (status: number, text = '') => ({
  exchanges: [
    {
      purpose: 'notifications/initialized',
      request: {method: 'POST' as const, url: 'https://notes.example/mcp'},
      response: {status, body: {text}},
    },
  ],
});

evidenceCases(notificationRefused, {
  matches: [
    {
      name: 'as a request',
      evidence: {http: told(400, '{"error":"missing id"}'), handshake: {}},
      cause: [/HTTP 400/, /missing id/],
      fix: /202/,
    },
    {
      name: 'by a copy that knows no session',
      evidence: {
        http: told(400, '{"error":{"code":-32000,"message":"Bad Request: Server not initialized"}}'),
        handshake: {},
      },
      cause: [/copies/],
      fix: /sticky/,
    },
  ],
  misses: [
    {name: 'taken with 202', evidence: {http: told(202), handshake: {}}},
    {name: 'taken with 200 and words', evidence: {http: told(200, '{"ok":true}'), handshake: {}}},
    {name: 'a refused sign-in', evidence: {http: told(401), handshake: {}}},
    {name: 'after a hello that failed', evidence: {http: told(400), handshake: {version: null, era: null}}},
  ],
});
