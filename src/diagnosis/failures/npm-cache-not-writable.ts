import {advise, setVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const npmCacheNotWritable = defineSaidFailure({
  id: 'npm-cache-not-writable',
  title: "npm's cache belongs to another user",
  patterns: [
    /cache folder contains root-owned files/,
    /npm (?:error|ERR!)[^\n]{0,200}EACCES[^\n]{0,200}(?:\.npm|_cacache|npm-cache)/,
    /npm (?:error|ERR!) code EEXIST/,
    /npm (?:error|ERR!)[^\n]{0,200}(?:ENOENT|EROFS|EPERM)[^\n]{0,80}mkdir '[^'\n]{1,300}'/,
  ],
  remedies: ['Set npm_config_cache in "env" to a folder that you may write', 'Give ~/.npm back to your user (chown)'],
  cause: ({line}) =>
    `npm may not write its cache folder: files in it belong to root, from an earlier "sudo npm". It says: "${clip(line, 160)}".`,
  fixes: (_, evidence) => [
    setVariable(evidence, 'npm_config_cache', `${evidence.machine.home}/.cache/npm-mcp`),
    advise(
      'chown',
      `Or give the folder back to your user: sudo chown -R "$(id -u):$(id -g)" ${evidence.machine.home}/.npm`,
    ),
  ],
});
