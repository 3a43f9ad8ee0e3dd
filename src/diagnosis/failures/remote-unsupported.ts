import {advice, editAt, isWritable, keysOf, placeAt, quoteAt} from '../facts/config-entry.ts';
import {fieldOf, roleOf} from '../facts/config-fields.ts';
import {BRIDGE} from '../facts/proposed-packages.ts';
import {defineFailure} from '../failure.ts';

export const remoteUnsupported = defineFailure({
  id: 'remote-unsupported',
  class: 'config',
  step: 'config',
  title: 'The client does not call URLs from this file',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /Could not load app settings.{0,200}command.{0,20}Required/is, confidence: 'likely'},
    {match: /(remote|http|sse|url) servers? (is|are) not supported/i, confidence: 'likely'},
  ],
  remedies: [
    'Start the bridge: "command": "npx", "args": ["-y", "mcp-remote", URL]',
    'Add the server as a connector in the settings of the app',
  ],
  detect: ({entry}) => {
    if (entry.rules.remote && entry.rules.urlWithoutType !== 'unsupported') return null;
    if (fieldOf(entry, 'command') !== undefined) return null;
    const key = keysOf(entry).find((name) => roleOf(name) === 'url');
    return key === undefined ? null : {key, url: entry.url};
  },
  explain: ({key}, {entry}) => ({
    cause: `${entry.rules.clientName} starts only programs ("${entry.rules.fields.command}", stdio) from this file; it does not support the "${key}" of "${entry.name}".`,
    evidence: [quoteAt(entry, [key], `"${key}"`)],
    location: placeAt(entry, [key]),
  }),
  fixes: ({key, url}, {entry}) => {
    const connector = advice(
      'add-connector',
      `Add the address as a connector in the settings of ${entry.rules.clientName} instead of this file`,
    );
    if (url === null || !isWritable(url))
      return [advice('use-bridge', `Start npx -y ${BRIDGE} URL as the command of this server`), connector];
    const headers = keysOf(entry).some((name) => roleOf(name) === 'headers');
    const gone = keysOf(entry).filter((name) => ['url', 'type'].includes(roleOf(name) ?? ''));
    return [
      editAt(entry, [], {
        id: 'use-bridge',
        title: `Start the bridge ${BRIDGE} for ${url} instead of "${key}"${headers ? ' (then give the headers with --header)' : ''}`,
        edit: {kind: 'merge', values: {command: 'npx', args: ['-y', BRIDGE, url]}, remove: gone},
        why: `${entry.rules.clientName} starts only programs from this file`,
      }),
      connector,
    ];
  },
});
