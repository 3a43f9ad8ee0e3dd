import {stdoutInstallNoise} from '../../../src/diagnosis/failures/stdout-install-noise.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(stdoutInstallNoise, {
  matches: [
    {
      name: 'npm summary',
      evidence: {
        entry: {},
        launch: {noise: [{text: 'added 112 packages in 4s'}]},
        handshake: {version: null, timedOut: true},
      },
      cause: [/added 112 packages/],
      fix: 'npm_config_loglevel',
    },
    {
      name: 'npm run banner',
      evidence: {
        entry: {command: 'npm', args: ['run', 'start'], raw: {command: 'npm', args: ['run', 'start']}},
        launch: {noise: [{text: '> notes@1.0.0 start'}]},
        handshake: {},
        tools: {},
      },
      cause: [/notes@1\.0\.0/],
      fix: '--silent',
      severity: 'warning',
    },
  ],
  misses: [{name: 'a line of the server', evidence: {launch: {noise: [{text: 'added note 4'}]}, handshake: {}}}],
});
