import {stillInstalling} from '../../../src/diagnosis/failures/still-installing.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(stillInstalling, {
  matches: [
    {
      name: 'npx at work',
      evidence: {
        entry: {command: 'npx', args: ['-y', 'notes']},
        command: {package: {name: 'notes'}},
        launch: {isInstalling: true, timedOut: true, stdout: '', ms: 30000},
        handshake: {version: null, timedOut: true},
      },
      cause: [/npx/, /notes/, /30 s/],
      fix: /MCP_TIMEOUT/,
    },
  ],
  misses: [
    {name: 'installed and answered', evidence: {launch: {isInstalling: true}, handshake: {}}},
    {name: 'silent, not installing', evidence: {launch: {timedOut: true}, handshake: {version: null, timedOut: true}}},
  ],
});
