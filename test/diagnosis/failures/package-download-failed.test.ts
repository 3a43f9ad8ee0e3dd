import {packageDownloadFailed} from '../../../src/diagnosis/failures/package-download-failed.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(packageDownloadFailed, {
  matches: [
    {
      text: 'npm error code ENOTFOUND\nnpm error network request to https://packages.example/notes failed',
      with: {entry: {command: 'npx', args: ['-y', 'notes']}},
      cause: [/cannot be reached/],
      fix: /HTTPS_PROXY/,
    },
  ],
  misses: ['Error: connect ECONNREFUSED 127.0.0.1:5432', 'npm error code E404'],
});
