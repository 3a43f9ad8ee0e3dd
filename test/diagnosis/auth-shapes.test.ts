import {expect, test} from 'vitest';
import {schemeMisspelt} from '../../src/diagnosis/failures/scheme-misspelt.ts';
import {streamNeverAnswers} from '../../src/diagnosis/failures/stream-never-answers.ts';
import {tokenRefused} from '../../src/diagnosis/failures/token-refused.ts';
import type {PartialEvidence} from '../helpers/evidence.ts';
import {judge} from '../helpers/judge.ts';

const refused = (value: object): PartialEvidence => ({
  entry: {
    transport: 'http',
    url: 'https://mcp.notes.example/mcp',
    values: [{path: ['headers', 'Authorization'], length: 24, isSecret: true, scheme: 'Bearer', ...value}],
  },
  auth: {
    status: 401,
    wwwAuthenticate: 'Bearer realm="notes"',
    challenge: {scheme: 'Bearer', params: {realm: 'notes'}},
    presentedIn: 'Authorization',
    hops: [],
  },
});

test('a colon behind Bearer is one too many', () => {
  const finding = judge(schemeMisspelt, refused({text: 'Bearer: [secret]'}));
  expect(finding?.cause).toContain('"Bearer:"');
  expect(finding?.cause).toContain('colon');
  expect(judge(schemeMisspelt, refused({text: 'Bearer [secret]'}))).toBeNull();
});

test('an ID token is told apart from an access token', () => {
  const jwt = {isIdToken: true};
  expect(judge(tokenRefused, refused({text: 'Bearer [secret]', jwt}))?.cause).toContain('ID token');
  expect(judge(tokenRefused, refused({text: 'Bearer [secret]', jwt: {isIdToken: false}}))?.cause).not.toContain(
    'ID token',
  );
});

const stream = (bound: string | null): PartialEvidence => ({
  http: {
    answered: null,
    main: {
      response: {
        status: 200,
        contentType: 'text/event-stream',
        body: {kind: 'sse', text: ': hi', isTruncated: false},
        stream: {events: 0, comments: 1, hasAnswer: false},
      },
      error: [],
      bound,
    },
  },
  handshake: {skipped: 'no MCP answer'},
});

test('a stream that the server ends is told apart from one that stays open', () => {
  expect(judge(streamNeverAnswers, stream(null))?.cause).toContain('ends the stream without an answer');
  expect(judge(streamNeverAnswers, stream('total-time'))?.cause).toContain('until its time is over');
});
