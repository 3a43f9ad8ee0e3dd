import {editAt, placeAt, quoteAt, rawAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

/** Of a program, and of a server at a URL. The spellings are those of the client that refuses such a mixture (Codex). */
const OF_A_PROGRAM = /^(args|env|env_vars|cwd)$/;
const OF_A_URL = /^(bearer_token_env_var|(env_)?http_headers)$/;

export const fieldOfOtherTransport = defineFailure({
  id: 'field-of-other-transport',
  class: 'config',
  step: 'config',
  title: 'A setting belongs to the other kind of server',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match:
        /\b(args|env|env_vars|cwd|bearer_token_env_var|http_headers|env_http_headers) is not supported for (streamable_http|stdio)/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Remove the setting: "args", "env" and "cwd" belong to a program, headers and tokens to a URL'],
  detect: ({entry}) => {
    const key = entry.standing.state === 'unusable' ? entry.standing.decidedBy?.path.at(-1) : undefined;
    if (typeof key !== 'string' || rawAt(entry, [key]) === undefined) return null;
    const isRemote = entry.transport === 'http' || entry.transport === 'sse';
    if (isRemote ? OF_A_PROGRAM.test(key) : entry.transport === 'stdio' && OF_A_URL.test(key)) return {key, isRemote};
    return null;
  },
  explain: ({key, isRemote}, {entry}) => ({
    cause: `"${key}" belongs to ${isRemote ? 'a program that is started' : 'a server at a URL'}, but "${entry.name}" is ${isRemote ? 'called at a URL' : 'a program'}; ${entry.rules.clientName} refuses the entry for it, and the whole file with it.`,
    evidence: [quoteAt(entry, [key], `"${key}"`)],
    location: placeAt(entry, [key]),
  }),
  fixes: ({key, isRemote}, {entry}) => [
    editAt(entry, [key], {
      id: 'remove-field',
      title: `Remove "${key}" from "${entry.name}"`,
      edit: {kind: 'remove'},
      why: isRemote ? 'A server at a URL is not started here' : 'A program is given no headers',
    }),
  ],
});
