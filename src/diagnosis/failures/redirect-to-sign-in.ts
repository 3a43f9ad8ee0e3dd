import {askTokenFix} from '../facts/auth-fixes.ts';
import {isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {isSignInPage} from '../facts/http-page.ts';
import {defineFailure} from '../failure.ts';

export const redirectToSignIn = defineFailure({
  id: 'redirect-to-sign-in',
  class: 'auth',
  step: 'http',
  title: 'The server sends the client to a sign-in page',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /redirect(?:ed|s)?.{0,80}\/(?:login|signin|sign-in|sso|oauth2?\/authorize)|30[1278].{0,40}\/(?:login|signin|sso)/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Put an access token into the Authorization header (a sign-in page is for browsers), or ask the operator for an address for programs',
  ],
  detect: ({http, all}) => {
    const last = http.main.redirects.at(-1);
    if (last === undefined || isWorking(all)) return null;
    const page = http.main.response;
    const isSignIn =
      /\/(?:log-?in|sign-?in|signon|sso|saml2?|auth(?:orize|enticate)?|oauth2?|cdn-cgi\/access)(?:[/?#.]|$)|login\.microsoftonline\.com|accounts\.google\.com/i.test(
        last.to,
      );
    return isSignIn || (page !== null && isSignInPage(page)) ? last : null;
  },
  explain: (hop, {http}) => ({
    cause: `${hop.from} answers HTTP ${hop.status} and sends the client to a sign-in page for browsers: ${hop.to}. An MCP client cannot sign in there; the server (or the single sign-on in front of it) takes the request for an anonymous visit.`,
    evidence: [statusLine(http), {label: 'leads to', text: hop.to, deciding: hop.to}],
  }),
  fixes: (_, {all}) => [
    askTokenFix(all, null),
    advice('operator', 'Ask the operator for an address that programs may call without the sign-in page'),
  ],
});
