import {argPath} from '../facts/command-entry.ts';
import {advice, editAt, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const relativeScriptPath = defineFailure({
  id: 'relative-script-path',
  class: 'config',
  step: 'command',
  title: 'The script is named by a relative path',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /ERR_MODULE_NOT_FOUND\]: Cannot find module '[^'\n]*session cwd[^'\n]*'/i, confidence: 'certain'},
    {match: /can't open file '(?![\\/]|[A-Za-z]:)[^'\n]+\.py'/i, confidence: 'likely'},
  ],
  remedies: [
    'Write the full path of the script instead of a relative one',
    'In a plugin, begin the path with ${CLAUDE_PLUGIN_ROOT}',
  ],
  detect: ({command}) =>
    command.pathArguments.find((one) => one.isScript && one.isRelative && !one.exists && !one.hasTilde) ?? null,
  explain: (script, {entry, command}) => ({
    cause: `${script.text} is a relative path; ${entry.rules.clientName} starts the server in ${command.cwd.path}, where it would be ${script.resolved}, and nothing is there${script.near[0] === undefined ? '' : `. ${script.near[0]} exists`}.`,
    evidence: [
      {
        label: 'Script',
        text: `${script.text}, looked for at ${script.resolved}: it is not there`,
        deciding: script.text,
      },
    ],
    location: placeAt(entry, argPath(entry, script.index)),
  }),
  fixes: (script, {entry}) => {
    const path = argPath(entry, script.index);
    const why = 'A relative path depends on the folder that the client starts in';
    if (/plugin/i.test(entry.scope)) {
      const inPlugin = `\${CLAUDE_PLUGIN_ROOT}/${script.text.replace(/^\.[\\/]/, '')}`;
      return [
        editAt(entry, path, {
          id: 'plugin-root',
          title: `Write "${inPlugin}" instead of "${script.text}"`,
          edit: {kind: 'set', value: inPlugin},
          why: 'Plugins are started from the folder of the session',
        }),
      ];
    }
    const known = script.near.slice(0, 3).map((near, index) =>
      editAt(entry, path, {
        id: index === 0 ? 'full-path' : `full-path-${index + 1}`,
        title: `Write the full path "${near}" instead of "${script.text}"`,
        edit: {kind: 'set', value: near},
        why,
      }),
    );
    const cwd = entry.rules.fields.cwd;
    return [
      ...known,
      ...(known.length > 0
        ? []
        : [
            editAt(entry, path, {
              id: 'ask-path',
              title: `Write the full path of ${script.text}`,
              edit: {kind: 'ask', label: `The full path of ${script.text}`, isSecret: false, shape: 'path'},
              why,
            }),
          ]),
      ...(cwd === null ? [] : [advice('set-cwd', `Or set "${cwd}" to the folder that holds ${script.text}`)]),
    ];
  },
});
