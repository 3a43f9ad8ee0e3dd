import {http2Only} from '../../../src/diagnosis/failures/http2-only.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const said = (text: string, handshake = {version: null, era: null}) => ({
  http: {
    main: {request: {method: 'POST' as const, url: 'https://notes.example/mcp'}, response: {status: 403, body: {text}}},
  },
  handshake,
});

evidenceCases(http2Only, {
  matches: [
    {
      name: "Node's words",
      evidence: said('Missing ALPN Protocol, expected `h2` to be available.'),
      cause: [/HTTP\/2/],
      fix: /HTTP\/1\.1/,
    },
  ],
  misses: [{name: 'another refusal', evidence: said('Forbidden')}],
});
