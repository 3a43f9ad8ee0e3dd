import {awsRequestNotSigned} from '../../../src/diagnosis/failures/aws-request-not-signed.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const said = (text: string) => ({
  http: {
    main: {request: {method: 'POST' as const, url: 'https://x.example/mcp'}, response: {status: 403, body: {text}}},
  },
  handshake: {version: null, era: null},
});

evidenceCases(awsRequestNotSigned, {
  matches: [
    {
      name: 'its words',
      evidence: said('{"message":"Missing Authentication Token"}'),
      cause: [/SigV4/, /path/],
      fix: /URL/,
    },
  ],
  misses: [
    {name: 'a token of another service', evidence: said('{"message":"Missing authentication token in header"}')},
    {name: 'a plain refusal', evidence: said('{"message":"Forbidden"}')},
  ],
});
