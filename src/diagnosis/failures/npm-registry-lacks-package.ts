import {advise, askVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const npmRegistryLacksPackage = defineSaidFailure({
  id: 'npm-registry-lacks-package',
  class: 'config',
  title: 'The configured npm registry does not have the package',
  patterns: [
    /npm (?:error|ERR!) (?:code )?(?:E?404)[^\n]*GET (?<url>https?:\/\/(?![\w.]*\bnpmjs\.)(?<host>[^/\s]+)\/\S*)/,
  ],
  alsoKnownAs: [/@scope:registry/, /npm error 404 Not Found - GET https:\/\/<corp-registry>/],
  remedies: [
    'Set NPM_CONFIG_REGISTRY to the public registry in the "env" block of the server',
    'Ask the owner of the private registry to mirror the package',
  ],
  cause: ({groups}) =>
    `npm looks for the package in the registry ${groups['host'] ?? ''}, as an .npmrc file says, and that registry answers 404: it does not have the package.`,
  fixes: ({groups}, evidence) => [
    askVariable(
      evidence,
      'NPM_CONFIG_REGISTRY',
      'Set NPM_CONFIG_REGISTRY in "env" to the registry that has the package (the public one)',
    ),
    advise('mirror', `Or ask the owner of ${groups['host'] ?? 'the registry'} to mirror the package`),
  ],
});
