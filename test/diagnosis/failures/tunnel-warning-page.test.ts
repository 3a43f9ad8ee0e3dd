import {tunnelWarningPage} from '../../../src/diagnosis/failures/tunnel-warning-page.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const said = (code: string) => ({
  entry: {},
  http: {
    main: {
      request: {method: 'POST' as const, url: 'https://4f1c.ngrok-free.app/mcp'},
      response: {
        status: 511,
        headers: {'ngrok-error-code': code},
        body: {text: '<title>You are about to visit</title>'},
      },
    },
  },
  handshake: {version: null, era: null},
});

evidenceCases(tunnelWarningPage, {
  matches: [
    {
      name: 'the warning page',
      evidence: said('ERR_NGROK_6024'),
      cause: [/ERR_NGROK_6024/],
      fix: /ngrok-skip-browser-warning/,
    },
  ],
  misses: [{name: 'a tunnel that is offline', evidence: said('ERR_NGROK_3200')}],
});
