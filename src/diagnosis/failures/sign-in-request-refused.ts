import {defineReported} from '../facts/reported-text.ts';

export const signInRequestRefused = defineReported({
  id: 'sign-in-request-refused',
  class: 'auth',
  step: 'auth',
  title: "The sign-in service refuses the form of the client's request",
  waitingHelps: false,
  signatures: [
    {
      match:
        /\b(?:unsupported_grant_type|unsupported_response_type|invalid_dpop_proof|use_dpop_nonce|invalid_request_object)\b|code_challenge(?:_method)?[^\n]{0,30}(?:required|missing|must be|not supported|unsupported)|(?:missing|required)[^\n]{0,30}code_(?:challenge|verifier)|PKCE (?:is )?required/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Update the client (or mcp-remote): it has to send the sign-in with PKCE (S256) and the grant "authorization_code"',
    'Operator of the sign-in service: allow authorization_code with refresh_token for this client',
    'If the service gives out tokens: put one into the header instead of signing in',
  ],
  cause: () =>
    'The sign-in service got a request in a form that it does not take: another kind of grant, or without the proof (PKCE, DPoP) that it wants.',
});
