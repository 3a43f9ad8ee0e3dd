import {powershellScriptBlocked} from '../../../src/diagnosis/failures/powershell-script-blocked.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(powershellScriptBlocked, {
  matches: [
    {
      text: 'npx : File C:\\Program Files\\nodejs\\npx.ps1 cannot be loaded because running scripts is disabled on this system. For more information, see about_Execution_Policies',
      cause: [/npx\.ps1/],
      fix: /npx\.cmd/,
    },
  ],
  misses: [
    "'npx' is not recognized as an internal or external command",
    "C:\\notes\\start.ps1 : The term 'uvx' is not recognized",
  ],
});
