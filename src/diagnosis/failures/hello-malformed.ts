import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {defineFailure} from '../failure.ts';

export const helloMalformed = defineFailure({
  id: 'hello-malformed',
  class: 'runtime',
  step: 'handshake',
  title: "The server's answer to the hello lacks something",
  severity: 'error',
  waitingHelps: false,
  needs: ['handshake'],
  signatures: [
    {match: /"path": ?\[\s*"(?<field>serverInfo|capabilities|protocolVersion)"/, confidence: 'certain'},
    {
      match:
        /(?:serverInfo|protocolVersion|capabilities)[^\n]{0,40}(?:Required|expected (?:object|string), received undefined)/,
      confidence: 'likely',
    },
    {match: /validation errors? for InitializeResult\b/, confidence: 'certain'},
    // Java clients refuse fields that they do not know.
    {
      match: /Unrecognized field "(?<field>[^"\n]{1,80})" \(class [\w.$]{0,80}McpSchema\$[\w$]{1,80}/,
      confidence: 'likely',
    },
  ],
  remedies: ['Update the server: its answer to initialize needs protocolVersion, capabilities and serverInfo'],
  detect: ({handshake}) => handshake.malformed[0] ?? null,
  explain: ({field, seen: stood}, {handshake, all}) => ({
    cause: `The answer of ${serverWords(all)} to the hello is not as the protocol says: "${field}" is ${MEANING[stood] ?? stood}.${
      handshake.malformed.length > 1
        ? ` Also: ${handshake.malformed
            .slice(1)
            .map((one) => one.field)
            .join(', ')}.`
        : ''
    } Clients that check the answer refuse it.`,
    evidence: handshake.malformed.map((one) => ({label: one.field, text: one.seen, deciding: one.seen})),
  }),
  fixes: ({field}, {all}) => [
    updateServer(
      all,
      `answer "initialize" with a correct "${field}" (protocolVersion, capabilities and serverInfo with name and version are needed)`,
    ),
  ],
});

const MEANING: Readonly<Record<string, string>> = {
  'result-and-error': 'a result and an error at once (an "error" without a value counts, too: it has to be left out)',
};
