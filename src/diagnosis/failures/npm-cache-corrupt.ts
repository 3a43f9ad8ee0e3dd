import {runCommand, setVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const npmCacheCorrupt = defineSaidFailure({
  id: 'npm-cache-corrupt',
  title: "npm's cache is damaged",
  patterns: [
    /npm (?:error|ERR!) code (?:EINTEGRITY|Z_BUF_ERROR|Z_DATA_ERROR|TAR_BAD_ARCHIVE|TAR_ENTRY_ERROR)/,
    /integrity checksum failed|sha512-\S+ integrity/,
    /Cannot find (?:module|package) [^\n]{0,200}_npx[\\/][^\n]*/,
    /npm (?:error|ERR!) Unexpected end of JSON input while parsing near/,
  ],
  remedies: ['Check and clean the cache: npm cache verify', 'Set npm_config_cache in "env" to a fresh folder'],
  cause: ({line}) =>
    `The copy of the package in npm's cache is damaged or half installed, so it cannot run. It says: "${clip(line, 160)}".`,
  fixes: (_, evidence) => [
    setVariable(evidence, 'npm_config_cache', `${evidence.machine.home}/.cache/npm-mcp`),
    runCommand('verify-cache', 'Run "npm cache verify"', ['npm', 'cache', 'verify']),
  ],
});
