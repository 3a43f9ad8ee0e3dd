import {seen} from '../../model/evidence.ts';
import {advise, setVariable, slug} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const npxCacheInUse = defineSaidFailure({
  id: 'npx-cache-in-use',
  title: "Two starts share one folder of npx's cache",
  waitingHelps: true,
  patterns: [
    /npm (?:error|ERR!) code (?:ENOTEMPTY|ECOMPROMISED|EBUSY)/,
    /ENOTEMPTY: directory not empty, rename \S*_npx\S*/,
    /npm (?:error|ERR!)[^\n]{0,200}EPERM: operation not permitted, (?:rename|unlink|rmdir)/,
    /Lock compromised/,
    /EBUSY: resource busy or locked, \w{1,20} '[^'\n]{0,300}_npx/,
  ],
  alsoKnownAs: [/EPERM: operation not permitted, rename/],
  remedies: [
    'Delete that one _npx/<hash> folder, and start one client after the other',
    'Install the package globally, and start its file',
    'Set npm_config_cache in "env", so that this server has a cache of its own',
  ],
  cause: ({line}) =>
    `npx could not finish its install, because another start of the same package used the same cache folder at the same time (or left it half done). It says: "${clip(line, 160)}".`,
  fixes: (_, evidence) => [
    setVariable(
      evidence,
      'npm_config_cache',
      `${evidence.machine.home}/.cache/npm-mcp-${slug(seen(evidence, 'entry')?.name ?? 'server')}`,
    ),
    advise(
      'remove-folder',
      `Or close all clients, remove the folder that the message names under ${evidence.machine.home}/.npm/_npx, and start them one after the other`,
    ),
  ],
});
