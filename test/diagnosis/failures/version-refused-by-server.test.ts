import {versionRefusedByServer} from '../../../src/diagnosis/failures/version-refused-by-server.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(versionRefusedByServer, {
  matches: [
    {
      name: 'an error that names the version',
      evidence: {
        handshake: {
          version: null,
          error: {code: -32602, message: 'Unsupported protocol version', data: '{"supported":["2024-11-05"]}'},
          supportedVersions: ['2024-11-05'],
        },
      },
      cause: [/2025-11-25/, /2024-11-05/],
      fix: /Update/,
    },
  ],
  misses: [
    {name: 'another error', evidence: {handshake: {version: null, error: {code: -32603, message: 'boom'}}}},
    {name: 'no error', evidence: {handshake: {}}},
  ],
});
