import {seen} from '../../model/evidence.ts';
import {editFix, headerPath} from '../facts/http-changes.ts';
import {errorLine} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const headerNotAscii = defineFailure({
  id: 'header-not-ascii',
  class: 'auth',
  step: 'http',
  title: 'A header holds a character that cannot be sent',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /Cannot convert argument to a ByteString|is an invalid header value|Invalid character in header content|ERR_INVALID_CHAR|invalid header field value|Illegal header value|UnicodeEncodeError.{0,80}(?:ascii|latin-1)/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Paste the token again without these characters (curly quotes, zero-width spaces, line breaks)'],
  detect: ({http, all}) => {
    const error = http.main.error.find(
      (link) =>
        link.code === 'ERR_INVALID_HEADER' ||
        link.code === 'ERR_INVALID_CHAR' ||
        /ByteString|invalid header value|Invalid character in header/i.test(link.message),
    );
    if (error === undefined || http.main.response !== null) return null;
    const value = seen(all, 'entry')?.values.find(
      (one) =>
        one.path.length === 2 &&
        (one.hasNonAscii || one.hasControl || one.hasLineEnd) &&
        error.message.toLowerCase().includes(String(one.path[1]).toLowerCase()),
    );
    return {
      error,
      name: value === undefined ? (/header "([^"]+)"/.exec(error.message)?.[1] ?? null) : String(value.path[1]),
    };
  },
  explain: ({error, name}) => ({
    cause: `${name === null ? 'A header' : `The header ${name}`} holds a character that HTTP cannot carry (a typographic quote, an invisible space, a line end), so the request was never sent.`,
    evidence: [errorLine('error', error)],
  }),
  fixes: ({name}, {all}) => [
    editFix(all, {
      id: 'paste-again',
      title: `Paste the value of ${name === null ? 'the header' : `"${name}"`} again, without quotes, spaces and line ends around it`,
      path: headerPath(seen(all, 'entry'), name ?? 'Authorization'),
      edit: {kind: 'ask', label: `The value of ${name ?? 'the header'}`, isSecret: true, shape: 'text'},
      why: 'A header may hold plain letters, digits and signs only.',
    }),
  ],
});
