import {licenceRefused} from '../../../src/diagnosis/failures/licence-refused.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(licenceRefused, {
  matches: [
    {
      text: 'License error: all 5 seats of this subscription are in use. Release a seat or upgrade your plan.',
      cause: [/seats/],
      fix: /seat/,
    },
    {
      text: 'FlexNet Licensing error:-15,570.  Cannot connect to license server system.',
      cause: [/licen[cs]e/i],
      fix: /server/,
    },
    {
      text: 'fatal: license file notes.lic has expired on 2026-01-01',
      cause: [/notes\.lic/],
      fix: /Renew/,
    },
  ],
  misses: [
    'Licensed under the MIT license',
    'npm warn license should be a valid SPDX license expression',
    'see LICENSE for details',
  ],
});
