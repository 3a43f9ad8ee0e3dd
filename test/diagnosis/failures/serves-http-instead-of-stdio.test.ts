import {servesHttpInsteadOfStdio} from '../../../src/diagnosis/failures/serves-http-instead-of-stdio.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(servesHttpInsteadOfStdio, {
  matches: [
    {
      name: 'an HTTP address on standard error',
      evidence: {
        entry: {raw: {command: 'node', args: ['x.js']}},
        launch: {stderr: 'Notes MCP server listening on http://localhost:3333\n', stdout: '', timedOut: true},
        handshake: {version: null, timedOut: true},
      },
      cause: [/http:\/\/localhost:3333/],
      fix: '--stdio',
    },
  ],
  misses: [
    {
      name: 'it works all the same',
      evidence: {launch: {stderr: 'dashboard listening on http://localhost:3333'}, handshake: {}, tools: {}},
    },
    {
      name: 'silence without an address',
      evidence: {launch: {stderr: 'Notes MCP server running on stdio'}, handshake: {version: null, timedOut: true}},
    },
  ],
});
