import type {Confidence} from '../../model/finding.ts';
import type {FailureClass, Step} from '../../model/step.ts';
import type {ServerRow} from '../../repair/answers.ts';

/** The four kinds of trouble in words that need no explaining. */
export const CLASS_WORDS: Readonly<Record<FailureClass, {readonly name: string; readonly about: string}>> = {
  auth: {name: 'Access', about: 'signing in, tokens, permissions'},
  quota: {name: 'Limits', about: 'too many requests, a used-up plan, too much at once'},
  runtime: {name: 'Program', about: 'the server or what it runs on'},
  config: {name: 'Settings', about: 'what the configuration file says'},
};

/** The eight steps of a connection, in words. */
export const STEP_WORDS: Readonly<Record<Step, string>> = {
  config: 'Settings',
  command: 'Find program',
  launch: 'Start program',
  network: 'Network',
  http: 'Web answer',
  auth: 'Access',
  handshake: 'Say hello',
  tools: 'List tools',
};

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  certain: 'This is certain',
  likely: 'This is likely',
  possible: 'This is possible',
};

/** '840 ms', '2.4 s', '1 min 5 s'. */
export const timeOf = (ms: number): string => {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.floor((ms % 60_000) / 1000)} s`;
};

export const placeOf = (server: ServerRow): string => `${server.clientName} · ${server.scope}`;
