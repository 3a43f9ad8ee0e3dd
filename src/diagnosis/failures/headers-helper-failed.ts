import {defineReported} from '../facts/reported-text.ts';

export const headersHelperFailed = defineReported({
  id: 'headers-helper-failed',
  class: 'auth',
  step: 'auth',
  title: 'The command that should print the headers printed none',
  waitingHelps: false,
  signatures: [
    {
      match:
        /Successfully retrieved 0 headers from headersHelper|Executing headersHelper to get dynamic headers|headersHelper.{0,80}(?:failed|exited|not found|127)|Dynamic Client Registration rejected \(HTTP 404\)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Use an absolute path in headersHelper (or static headers instead)',
    'Run the helper by hand: it has to print a JSON object of headers',
  ],
  cause: () =>
    'The entry names a command (headersHelper) that prints the headers; it did not run or printed nothing, so the client went on without a credential and tried a sign-in.',
});
