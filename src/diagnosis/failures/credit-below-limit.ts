import {defineReported} from '../facts/reported-text.ts';

export const creditBelowLimit = defineReported({
  id: 'credit-below-limit',
  class: 'quota',
  step: 'tools',
  title: 'The request would cost more than the credit that is left',
  waitingHelps: false,
  signatures: [
    {
      match: /insufficient credits? to perform this request|try (?:changing|lowering) the (?:request )?limit/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Lower the limit argument of the call (or top up the account)'],
  cause: () => 'The account has credit, but less than this call may cost at most: its limit argument is too high.',
});
