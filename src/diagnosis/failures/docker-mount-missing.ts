import {advise, argumentsOf, askArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const dockerMountMissing = defineSaidFailure({
  id: 'docker-mount-missing',
  class: 'config',
  title: 'A folder that docker should mount does not exist',
  patterns: [
    /bind source path does not exist: (?<path>\S+)/,
    /error while creating mount source path '(?<path2>[^']+)'/,
    /invalid mount config[^\n]*/,
    /[Mm]ounts denied:?[^\n]*?(?<path3>\/\S+)/,
    /includes invalid characters for a local volume name/,
  ],
  remedies: ['Write an existing folder, as an absolute path, in front of the colon of -v or behind src='],
  cause: ({groups, line}) =>
    `Docker cannot mount ${groups['path'] ?? 'the folder that "args" names'}: it does not exist on this machine, is not an absolute path, or is not shared with Docker. It says: "${clip(line, 140)}".`,
  fixes: ({groups}, evidence) => {
    const at = argumentsOf(evidence).findIndex((word) => groups['path'] !== undefined && word.includes(groups['path']));
    return [
      at < 0
        ? advise('correct-mount', 'Write an existing folder, as an absolute path, into the mount in "args"')
        : askArgument(evidence, at, 'mount', `Set argument ${at + 1} of "args" to a mount of a folder that exists`),
    ];
  },
});
