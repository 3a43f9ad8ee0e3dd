import {editAt, placeAt, quoteAt, rawAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const headersHelperRelative = defineFailure({
  id: 'headers-helper-relative',
  class: 'auth',
  step: 'config',
  title: 'The headers helper is named by a relative path',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [],
  remedies: ['Set "headersHelper" to an absolute path (or use static headers): it never ran or printed nothing'],
  detect: ({entry}) => {
    const helper = rawAt(entry, ['headersHelper']);
    return typeof helper === 'string' && /^\.{1,2}[\\/]/.test(helper) ? {helper} : null;
  },
  explain: ({helper}, {entry}) => ({
    cause: `"headersHelper" of "${entry.name}" is the relative path ${helper}; ${entry.rules.clientName} starts it from its own working folder, where it may not be, and then sends no headers.`,
    evidence: [quoteAt(entry, ['headersHelper'], helper)],
    location: placeAt(entry, ['headersHelper']),
    confidence: 'likely',
  }),
  fixes: (_, {entry}) => [
    editAt(entry, ['headersHelper'], {
      id: 'full-path',
      title: 'Set "headersHelper" to the full path of the program',
      edit: {kind: 'ask', label: 'The full path of the headers helper', isSecret: false, shape: 'path'},
      why: 'A relative path depends on the folder that the client was started in',
    }),
  ],
});
