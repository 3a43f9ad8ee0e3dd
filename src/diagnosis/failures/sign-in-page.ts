import {askTokenFix} from '../facts/auth-fixes.ts';
import {bodyLine, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {isSignInPage, pageName} from '../facts/http-page.ts';
import {defineFailure} from '../failure.ts';

export const signInPage = defineFailure({
  id: 'sign-in-page',
  class: 'auth',
  step: 'http',
  title: 'The answer is a sign-in page',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /<title>[^<]{0,60}(?:sign|log)[ -]?in|(?:sign|log)[ -]?in page (?:instead|returned)|returned (?:a|the) (?:login|sign-in) page/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Put an access token into the Authorization header: the sign-in page is for browsers',
    "Compare the URL with the server's documentation",
  ],
  detect: ({http, all}) => {
    const answer = http.main.response;
    return answer !== null && !isWorking(all) && http.main.redirects.length === 0 && isSignInPage(answer)
      ? answer
      : null;
  },
  explain: (answer, {http}) => ({
    cause: `The URL answers with ${pageName(answer)} (HTTP ${answer.status}), a sign-in page for people. The server or the single sign-on in front of it does not see a credential of this client.`,
    evidence: [statusLine(http), ...bodyLine(answer, answer.body.title)],
  }),
  fixes: (_, {all}) => [
    askTokenFix(all, null),
    advice(
      'check-url',
      'Compare the URL with the documentation of the server: the endpoint for programs often has another path',
    ),
  ],
});
