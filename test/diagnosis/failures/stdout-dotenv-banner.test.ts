import {stdoutDotenvBanner} from '../../../src/diagnosis/failures/stdout-dotenv-banner.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(stdoutDotenvBanner, {
  matches: [
    {
      name: 'the banner breaks the hello',
      evidence: {
        entry: {},
        launch: {noise: [{text: '[dotenv@17.2.3] injecting env (2) from .env'}]},
        handshake: {version: null, timedOut: true},
      },
      cause: [/dotenv@17/, /stdout/],
      fix: 'DOTENV_CONFIG_QUIET',
    },
    {
      name: 'a client that skips the line',
      evidence: {launch: {noise: [{text: '◇ injected env (0) from .env'}]}, handshake: {}, tools: {}},
      cause: [/injected/],
      severity: 'warning',
    },
  ],
  misses: [
    {name: 'another line', evidence: {launch: {noise: [{text: 'Loaded 2 notes'}]}, handshake: {}}},
    {
      name: 'the banner on standard error',
      evidence: {launch: {stderr: '[dotenv@17.2.3] injecting env'}, handshake: {}},
    },
  ],
});
