import {defineReported} from '../facts/reported-text.ts';

export const refreshTokenMissing = defineReported({
  id: 'refresh-token-missing',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in lasts only an hour',
  waitingHelps: false,
  signatures: [
    {
      match: /no refresh_token|re-?login every hour|offline_access.{0,40}(?:missing|not granted|required)/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Add offline_access to the scope (mcp-remote: --static-oauth-client-metadata)'],
  cause: () =>
    'The sign-in gives an access token and no refresh token, because the scope offline_access was not asked for.',
});
