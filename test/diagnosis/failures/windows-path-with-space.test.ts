import {windowsPathWithSpace} from '../../../src/diagnosis/failures/windows-path-with-space.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(windowsPathWithSpace, {
  matches: [
    {
      text: "'C:\\Program' is not recognized as an internal or external command,",
      cause: [/C:\\Program/],
      fix: /PROGRA~1/,
    },
  ],
  misses: ["'node' is not recognized as an internal or external command"],
});
