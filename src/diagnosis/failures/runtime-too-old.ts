import {commandPath, setCommand, works} from '../facts/command-entry.ts';
import {folderOf, putFirstInPath} from '../facts/command-path-change.ts';
import {installText, runtimeOf} from '../facts/command-runtimes.ts';
import {isTooOld, lowestOf} from '../facts/command-versions.ts';
import {advice, placeAt, programName} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const runtimeTooOld = defineFailure({
  id: 'runtime-too-old',
  class: 'runtime',
  step: 'command',
  title: 'The runtime is too old for the server',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {
      match:
        /Unsupported engine|EBADENGINE|ERR_PNPM_UNSUPPORTED_ENGINE|requires? (Node(\.js)?|Python) ?(version )?(>=|\^|v?\d)/i,
      confidence: 'likely',
    },
    {
      match: /requires-python|requires a different Python|Package '\S+' requires a different Python/i,
      confidence: 'likely',
    },
    {match: /internal\/modules\/cjs\/loader\.js/i, confidence: 'likely'},
  ],
  remedies: [
    'Set "command" to the absolute path of a newer Node.js (20 or newer) or Python',
    'Install a newer version and restart the client',
  ],
  detect: ({command, all}) => {
    const {runtime, project} = command;
    const ranges =
      runtime === null || runtime.version === null
        ? []
        : runtime.name.startsWith('python')
          ? [project?.requiresPython]
          : runtime.name === 'node'
            ? [command.package?.enginesNode, project?.enginesNode]
            : [];
    const range = ranges.find((one) => one !== null && one !== undefined && isTooOld(runtime?.version ?? '', one));
    if (runtime === null || runtime.version === null || range === null || range === undefined || works(all))
      return null;
    const newer = command.otherRuntimes.filter((one) => one.version !== null && !isTooOld(one.version, range));
    return {
      name: runtimeOf(runtime.name)?.name ?? runtime.name,
      path: runtime.path,
      version: runtime.version,
      range,
      newer,
    };
  },
  explain: ({name, path, version, range}, {entry, command}) => ({
    cause: `${name} ${version} (${path}) is too old: the server needs ${range}${command.package?.enginesNode === range ? ` (${command.package.name})` : ''}.`,
    evidence: [
      {label: 'Version that runs the server', text: `${path}: ${version}`, deciding: version},
      {label: 'Version that the server asks for', text: range, deciding: range},
    ],
    location: placeAt(entry, commandPath(entry)),
    confidence: 'likely',
  }),
  fixes: ({name, version, range, newer}, {entry, command, all}) => {
    const least = lowestOf(range) ?? range;
    const isDirect = /^(node|python\d?(\.\d+)?)$/.test(programName(command.command));
    const use = newer.slice(0, 2).flatMap((one, index) => {
      const id = index === 0 ? 'use-newer' : `use-newer-${index + 1}`;
      if (isDirect) return [setCommand(entry, one.path, `${name} ${one.version ?? ''} is new enough`, id)];
      const path = putFirstInPath(entry, command, folderOf(one.path), all);
      return path === null ? [] : [{...path, id}];
    });
    const runtime = runtimeOf(programName(command.runtime?.name ?? 'node'));
    // mcp-fix itself runs on a Node of this computer, which is most likely the one that the bare name finds.
    const isOurs =
      use.length === 0 &&
      isDirect &&
      command.isPath &&
      command.runtime?.name === 'node' &&
      !isTooOld(all.machine.node, range);
    return [
      ...use,
      ...(isOurs
        ? [setCommand(entry, 'node', `Node.js ${all.machine.node} is on this computer and new enough`, 'use-bare-name')]
        : []),
      advice(
        'upgrade',
        `Upgrade ${name} to ${least} or newer (here it is ${version})${runtime === null || newer.length > 0 ? '' : `. ${installText(runtime, all)}`}`,
      ),
    ];
  },
});
