import {advise, setVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const uvCacheNotWritable = defineSaidFailure({
  id: 'uv-cache-not-writable',
  title: "uv's cache cannot be written",
  patterns: [
    /Failed to initialize cache at [`'"](?<folder>[^`'"\n]{1,300})[`'"][^\n]*/,
    /[\\/]uv[\\/]cache[\\/][^\n]{0,400}(?:denied|os error (?:5|13)\))[^\n]*/i,
    /failed to (?:open|create|write|rename)[^\n]{0,40}[`'"](?<folder>[^`'"\n]{0,200}\/uv)\/[^\n]{0,200}Permission denied[^\n]*/i,
  ],
  remedies: [
    'Set UV_CACHE_DIR in "env" to a folder that you may write',
    'Give the cache folder back to your user (chown)',
  ],
  cause: ({groups, line}) =>
    `uv keeps what it downloads in ${groups['folder'] ?? 'its cache folder'}, and has no permission to write there: files in it belong to another user, from an earlier "sudo". It says: "${clip(line, 160)}".`,
  fixes: ({groups}, evidence) => [
    setVariable(evidence, 'UV_CACHE_DIR', `${evidence.machine.home}/.cache/uv-mcp`),
    advise(
      'chown',
      `Or give the folder back to your user: sudo chown -R "$(id -u):$(id -g)" ${groups['folder'] ?? `${evidence.machine.home}/.cache/uv`}`,
    ),
  ],
});
