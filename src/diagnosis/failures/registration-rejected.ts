import {defineReported} from '../facts/reported-text.ts';

export const registrationRejected = defineReported({
  id: 'registration-rejected',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in service refuses the registration of the client',
  waitingHelps: false,
  signatures: [
    {
      match:
        /invalid_client_metadata|HTTP 40[13]: Invalid OAuth error response|Dynamic registration is not available|registration rejected|(?:client )?registration response|redirect_uris[^\n]{0,60}(?:registration|Required|received undefined)|unsupported grant_type/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Server side: drop unsupported grants instead of rejecting the registration',
    'Client side: use a pre-registered client id',
  ],
  cause: () =>
    'The client introduces itself with a list of what it would like to use, and the sign-in service rejects the whole registration because of one item.',
});
