import {advise, setCommand} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const powershellScriptBlocked = defineSaidFailure({
  id: 'powershell-script-blocked',
  class: 'config',
  title: 'Windows does not allow PowerShell scripts to run',
  patterns: [
    /(?<file>[^\s\\/:]{1,80}\.ps1) cannot be loaded because running scripts is disabled/,
    /cannot be loaded\. The file (?<file>[^\s\\/:]{1,80}\.ps1) is not digitally signed/,
    // In other languages the name of the exception stays.
    /[\\/](?<file>[^\s\\/:"]{1,80}\.ps1)["”»]? [^\n]{1,300}(?:\n[^\n]{0,200}){0,8}?(?:PSSecurityException|FullyQualifiedErrorId : UnauthorizedAccess)/,
  ],
  alsoKnownAs: [/about_Execution_Policies|PSSecurityException/],
  remedies: [
    'Start the .cmd file of the same name instead of the .ps1 file (npx.cmd), or start it through cmd: "cmd", "/c", "npx"',
    'Allow signed scripts for your user: Set-ExecutionPolicy -Scope CurrentUser RemoteSigned',
  ],
  cause: ({groups}) =>
    `PowerShell is asked to run ${groups['file'] ?? 'a script'}, and the execution policy of this machine forbids scripts. The .cmd file beside it needs no permission.`,
  fixes: ({groups}, evidence) => {
    const name = /([\w-]+)\.ps1$/i.exec(groups['file'] ?? '')?.[1] ?? 'npx';
    return [
      setCommand(evidence, `${name}.cmd`),
      advise(
        'policy',
        'Or allow scripts for your user, in PowerShell: Set-ExecutionPolicy -Scope CurrentUser RemoteSigned',
      ),
    ];
  },
});
