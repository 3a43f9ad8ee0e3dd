import {advise, setVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const npmRegistrySignIn = defineSaidFailure({
  id: 'npm-registry-sign-in',
  class: 'config',
  title: 'The npm registry wants a sign-in',
  patterns: [
    /npm (?:error|ERR!) code (?<code>E401|E403|ENEEDAUTH)/,
    /npm (?:error|ERR!) (?<code2>401|403) (?:Unauthorized|Forbidden)/,
    /ERR_PNPM_FETCH_(?<code3>401|403)/,
  ],
  remedies: [
    'Set NPM_CONFIG_USERCONFIG=/dev/null (or NPM_CONFIG_REGISTRY) in "env", if the package is public',
    'Sign in to the registry again (npm login), or renew the token in .npmrc',
  ],
  cause: ({groups, line}) =>
    `The npm registry refuses to hand the package out (${groups['code'] ?? '401'}): the token in an .npmrc file is missing, expired or not allowed to read it. It says: "${clip(line, 160)}".`,
  fixes: (_, evidence) => [
    setVariable(
      evidence,
      'NPM_CONFIG_USERCONFIG',
      evidence.machine.platform === 'win32' ? 'NUL' : '/dev/null',
      'Set NPM_CONFIG_USERCONFIG in "env" to an empty file, if the package is public',
    ),
    advise('sign-in', 'Or sign in to the registry again (npm login), so that the token in .npmrc is valid'),
  ],
});
