import {defineReported} from '../facts/reported-text.ts';

export const signInDeclined = defineReported({
  id: 'sign-in-declined',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in was declined in the browser',
  waitingHelps: false,
  signatures: [
    {
      match:
        /\berror=(?:access_denied|consent_required|interaction_required)\b|["']error["']: ?["'](?:access_denied|consent_required|interaction_required|authorization_declined)["']|(?:resource owner|user)(?: or authorization server)? (?:has )?(?:denied|declined|cancell?ed|rejected) (?:the |your )?(?:request|consent|authori[sz]ation|access|sign-?in)|\bAccessDeniedError\b/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Sign in again in the client, and choose "Allow"; with several accounts, the one that may use the service',
    'If nobody said no: ask the administrator of the service to allow this client (consent for the application)',
  ],
  cause: () =>
    'The page in the browser came back with a no: somebody chose "Deny" or closed it, or the service does not let this account allow the client.',
});
