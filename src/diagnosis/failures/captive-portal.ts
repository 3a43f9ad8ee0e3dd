import {bodyLine, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {isPortal, pageName} from '../facts/http-page.ts';
import {defineFailure} from '../failure.ts';

export const captivePortal = defineFailure({
  id: 'captive-portal',
  class: 'runtime',
  step: 'http',
  title: 'The network wants you to click through its page first',
  severity: 'error',
  waitingHelps: true,
  needs: ['http'],
  signatures: [
    {
      match: /captive portal|\b511\b.{0,10}network authentication required|network authentication required/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Open a browser and sign in to the network (hotel, train, guest wifi), then try again'],
  detect: ({http, all}) => {
    const answer = http.main.response;
    return answer !== null && !isWorking(all) && isPortal(answer) ? answer : null;
  },
  explain: (answer, {http}) => ({
    cause: `Not the server but the network of this machine answers: HTTP ${answer.status} with ${pageName(answer)}. It wants somebody to sign in to the network before it lets requests out.`,
    evidence: [statusLine(http), ...bodyLine(answer, answer.body.title)],
  }),
  fixes: () => [
    advice('open-browser', 'Open a browser on this machine, sign in to the network, then run the check again'),
  ],
});
