import {seen} from '../../model/evidence.ts';
import {short, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const transportReused = defineFailure({
  id: 'transport-reused',
  class: 'runtime',
  step: 'http',
  title: 'The server answers its first request only',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /stateless transport cannot be reused|create a new transport per request|transport (?:already|is already) (?:started|closed)/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Upgrade the server: it reuses one stateless transport for all requests'],
  detect: ({http, all}) => {
    const words = http.exchanges
      .map((exchange) => exchange.response?.body.text ?? '')
      .concat(seen(all, 'handshake')?.error?.message ?? '', seen(all, 'tools')?.error?.message ?? '');
    return words.find((text) => /stateless transport cannot be reused|new transport per request/i.test(text)) ?? null;
  },
  explain: (words, {http}) => ({
    cause: `The server says "${short(words.replace(/<[^>]{0,200}>/g, ' ').trim(), 200)}": it answers one request and refuses the next, because it uses one stateless transport for all. That is a mistake in the server.`,
    evidence: [statusLine(http), {label: 'body', text: short(words, 400)}],
  }),
  fixes: () => [
    advice(
      'upgrade',
      'Upgrade the server to a version that makes a new transport for each request, or tell its author',
    ),
  ],
});
