import {bodyLine, isWorking, messageOf, quoted, statusLine} from '../facts/http-answer.ts';
import {editFix, headerPath} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const ownHeaderOverrides = defineFailure({
  id: 'own-header-overrides',
  class: 'config',
  step: 'http',
  title: 'A header of the entry overrides one of the protocol',
  severity: 'error',
  waitingHelps: false,
  needs: ['http', 'entry'],
  signatures: [
    {match: /custom (?:accept|content-type) header|headers?.{0,40}\bAccept\b.{0,40}overrid/i, confidence: 'likely'},
  ],
  remedies: ['Delete that header (Accept or Content-Type) from the headers block'],
  detect: ({http, entry, all}) => {
    const status = http.main.response?.status ?? 0;
    const name = entry.headerNames.find((one) => OWN.includes(one.toLowerCase()));
    return name !== undefined && status >= 400 && status !== 401 && status !== 403 && !isWorking(all) ? name : null;
  },
  explain: (name, {http}) => ({
    cause: `The entry sets the header ${name} itself. The protocol needs its own value there ("application/json, text/event-stream" for Accept), and the server refuses the request: HTTP ${http.main.response?.status}${quoted(messageOf(http.main.response))}.`,
    confidence: http.main.response?.status === 406 || http.main.response?.status === 415 ? 'certain' : 'likely',
    evidence: [
      {label: 'header of the entry', text: name, deciding: name},
      statusLine(http),
      ...bodyLine(http.main.response),
    ],
  }),
  fixes: (name, {all, entry}) => [
    editFix(all, {
      id: 'remove-header',
      title: `Remove the header "${name}"`,
      path: headerPath(entry, name),
      edit: {kind: 'remove'},
      why: 'The client sends this header itself, with the value that the protocol asks for.',
    }),
  ],
});

const OWN = [
  'accept',
  'content-type',
  'content-length',
  'connection',
  'transfer-encoding',
  'host',
  'mcp-protocol-version',
  'mcp-session-id',
  'mcp-method',
];
