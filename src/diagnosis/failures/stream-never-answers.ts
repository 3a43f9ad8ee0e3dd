import type {HttpEvidence} from '../../model/evidence.ts';
import {bodyLine, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const streamNeverAnswers = defineFailure({
  id: 'stream-never-answers',
  class: 'runtime',
  step: 'http',
  title: 'The event stream never carries the answer',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /stream (?:closed|ended) without (?:a )?(?:response|result)|only (?:heartbeats|keep-?alives?)|Endpoint origin does not match connection origin|events arrive late or not at all/i,
      confidence: 'likely',
    },
    {match: /connect hangs|no response on the (?:event )?stream/i, confidence: 'possible'},
  ],
  remedies: [
    'Server: send X-Accel-Buffering: no (proxy_buffering off, gzip off), and a relative endpoint or its public base URL',
    'Client: use the direct URL of the server',
  ],
  detect: ({http, all}) => {
    const stream = http.main.response?.stream ?? null;
    return stream !== null &&
      !stream.hasAnswer &&
      (http.main.response?.status ?? 0) < 300 &&
      !isWorking(all) &&
      http.main.response?.body.isTruncated === false
      ? stream
      : null;
  },
  explain: (stream, {http}) => ({
    cause: `The server opens an event stream (HTTP ${http.main.response?.status}, text/event-stream), but the answer to "${http.main.purpose}" never comes on it: ${didEnd(http) ? 'the server ends the stream without an answer; ' : ''}in ${Math.round(http.main.timings.total / 1000)} s there were ${stream.events} events and ${stream.comments} keep-alive comments. ${didEnd(http) ? 'So the request stays unanswered.' : 'So the client waits until its time is over.'}`,
    evidence: [
      statusLine(http),
      {
        label: 'stream',
        text: `${stream.events} events, ${stream.comments} keep-alive comments, no answer`,
        deciding: 'no answer',
      },
      ...bodyLine(http.main.response),
    ],
  }),
  fixes: () => [
    advice(
      'buffering',
      'Switch buffering off in the proxy in front of the server (X-Accel-Buffering: no, proxy_buffering off, gzip off)',
    ),
    advice('server', 'Restart the server or look into its log: it keeps the connection and never handles the request'),
  ],
});

/** No limit of ours and no error closed it: the server did. */
const didEnd = (http: HttpEvidence): boolean => http.main.bound === null && http.main.error.length === 0;
