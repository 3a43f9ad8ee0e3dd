import {seen} from '../../model/evidence.ts';
import {editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {kindOf} from '../facts/config-values.ts';
import {defineFailure} from '../failure.ts';

/** Headers that the protocol itself sets (specification of Streamable HTTP), or that no person can set right. */
const OWN =
  /^(accept|content-type|content-length|host|connection|transfer-encoding|mcp-session-id|mcp-protocol-version|accept-encoding)$/i;

export const transportHeaderOverridden = defineFailure({
  id: 'transport-header-overridden',
  class: 'config',
  step: 'config',
  title: 'The configuration replaces a header of the client',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [{match: /^\W{0,20}HTTP 406 Not Acceptable\W{0,20}$/i, confidence: 'certain'}],
  remedies: ['Delete the Accept or Content-Type header from the headers of the entry: it overrides the client’s own'],
  detect: ({entry, all}) => {
    const shape = entry.values.find(
      ({path, text}) =>
        kindOf(entry, path) === 'header' &&
        OWN.test(String(path.at(-1))) &&
        !(/json/.test(text) && /event-stream/.test(text)) &&
        !(/^content-type$/i.test(String(path.at(-1))) && /^application\/json\b/i.test(text)),
    );
    const status = seen(all, 'http')?.main?.response?.status ?? null;
    return shape === undefined
      ? null
      : {
          shape,
          refused: status !== null && status >= 400 && status < 500 && status !== 401 && status !== 403 ? status : null,
        };
  },
  explain: ({shape, refused}, {entry}) => ({
    cause: `The configuration of "${entry.name}" sets the header "${String(shape.path.at(-1))}", which ${entry.rules.clientName} sets itself; yours replaces it${refused === null ? '' : `, and the server answers ${refused}`}.`,
    evidence: [quoteAt(entry, shape.path, String(shape.path.at(-1)))],
    location: placeAt(entry, shape.path),
    severity: refused === null ? 'warning' : 'error',
    confidence: 'likely',
  }),
  fixes: ({shape}, {entry}) => [
    editAt(entry, shape.path, {
      id: 'remove-header',
      title: `Remove the header "${String(shape.path.at(-1))}"`,
      edit: {kind: 'remove'},
      why: 'The client sets this header itself',
    }),
  ],
});
