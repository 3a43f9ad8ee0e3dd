import {defineReported} from '../facts/reported-text.ts';

export const signInExpired = defineReported({
  id: 'sign-in-expired',
  class: 'auth',
  step: 'auth',
  title: 'The stored sign-in is no longer valid',
  waitingHelps: false,
  signatures: [
    {
      match:
        /invalid_grant\b.{0,60}(?:expired|revoked|invalid)?(?: or revoked)?|Authentication tokens are no longer valid\. Please restart the server to re-authenticate|refresh token (?:is |has |has been |was )?(?:invalid|expired|revoked|already used|not found)|token could not be refreshed|(?:failed|unable) to refresh (?:the )?(?:access |oauth )?token|token refresh (?:failed|error)/i,
      confidence: 'certain',
    },
    {match: /Token exchange failed: HTTP 40[013]/, confidence: 'likely'},
  ],
  remedies: [
    'Sign in again (in the client, or by restarting the server)',
    'With a Google Cloud app in Testing mode: publish the OAuth app, or sign in again each week (refresh tokens die after 7 days)',
  ],
  cause: () => 'The refresh token that was kept from an earlier sign-in is expired or revoked.',
});
