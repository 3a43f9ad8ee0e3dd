import {http2Only} from '../../../src/diagnosis/failures/http2-only.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const said = (text: string, handshake = {version: null, era: null}) => ({
  http: {
    main: {request: {method: 'POST' as const, url: 'https://notes.example/mcp'}, response: {status: 403, body: {text}}},
  },
  handshake,
});

const unread = (message: string) => ({
  http: {
    main: {
      request: {method: 'POST' as const, url: 'http://127.0.0.1:8080/mcp'},
      response: null,
      error: [{name: 'Error', code: 'HPE_INVALID_CONSTANT', message, syscall: null, address: null, port: null}],
    },
  },
  handshake: {version: null, era: null},
});

evidenceCases(http2Only, {
  matches: [
    {
      name: "Node's words",
      evidence: said('Missing ALPN Protocol, expected `h2` to be available.'),
      cause: [/HTTP\/2/],
      fix: /HTTP\/1\.1/,
    },
    {
      name: 'frames instead of HTTP/1 on a port without TLS',
      evidence: unread('Parse Error: Expected HTTP/ (the bytes are an HTTP/2 SETTINGS frame)'),
      cause: [/HTTP\/2 alone/],
      fix: /HTTP\/1\.1/,
    },
  ],
  misses: [
    {name: 'another refusal', evidence: said('Forbidden')},
    {name: 'another program', evidence: unread('Parse Error: Expected HTTP/')},
  ],
});
