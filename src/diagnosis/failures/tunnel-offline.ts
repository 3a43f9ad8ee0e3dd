import {bodyLine, headerOf, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

/** How tunnels say that nobody holds their other end: ngrok, Cloudflare, localtunnel, dev tunnels. */
const OFFLINE =
  /ERR_NGROK_(?:3200|3004|8012)|endpoint \S{1,100} is offline|Tunnel \S{1,100} not found|Cloudflare Tunnel error|error code: 1(?:033|016)\b|Error 1(?:033|016)\b|no (?:active )?tunnel|tunnel (?:is )?(?:unavailable|offline|not (?:running|connected))/i;

export const tunnelOffline = defineFailure({
  id: 'tunnel-offline',
  class: 'runtime',
  step: 'http',
  title: 'The address is a tunnel, and nothing stands at its other end',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {match: OFFLINE, confidence: 'certain'},
    {match: /lost connection to pod|error forwarding port \d+/, confidence: 'likely'},
  ],
  remedies: [
    'Start the tunnel again on the machine of the server (ngrok http PORT, cloudflared tunnel run …), and the server behind it',
    'Set "url" to the new address, if the tunnel has got another one',
  ],
  detect: ({http, all}) => {
    const answer = http.main.response;
    if (answer === null || answer.status < 400 || isWorking(all)) return null;
    const code = headerOf(answer, 'ngrok-error-code') ?? '';
    return OFFLINE.test(`${code} ${answer.body.title ?? ''} ${answer.body.text.slice(0, 4000)}`) ? answer : null;
  },
  explain: (answer, {http}) => ({
    cause: `${http.main.request.url} is the address of a tunnel, and the service of the tunnel answers HTTP ${answer.status} itself: nothing is connected at the other end. The program that keeps the tunnel open has ended, or the tunnel has another address now.`,
    evidence: [statusLine(http), ...bodyLine(answer)],
  }),
  fixes: () => [
    advice('start-tunnel', 'Start the tunnel again on the machine where the server runs, and the server behind it'),
    advice('new-address', 'If the tunnel has got a new address, set "url" to it'),
  ],
});
