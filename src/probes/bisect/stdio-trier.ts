import type {Host} from '../../model/host.ts';
import type {Json} from '../../model/json.ts';
import type {ServerEntry, StdioLaunch} from '../../model/server.ts';
import {rerunCommand} from '../rerun/rerun-command.ts';
import {environmentOf} from '../stdio/environment.ts';
import {MODERN, modernMeta} from '../stdio/eras.ts';
import {lookAtCommand} from '../stdio/look-at-command.ts';
import type {Part} from './parts.ts';
import {createBudget, type Stage, type Trier, type TrierOptions, WHOLE_MS} from './trier.ts';
import {valuesOf} from './url-parts.ts';
import {wordsOf} from './words-of.ts';

/**
 * What this client would give the program, apart: the six variables that every client hands on belong to the smallest
 * start; the rest are parts.
 */
export const variablesOf = async (
  entry: ServerEntry,
  launch: StdioLaunch,
  options: Pick<TrierOptions, 'host' | 'redactor'> & {readonly minimalEnv: boolean},
): Promise<{readonly least: readonly string[]; readonly inherited: Readonly<Record<string, string>>}> => {
  const {host, minimalEnv} = options;
  const {search} = await lookAtCommand(entry, launch, options);
  const nothingOwn = {env: {}};
  const least = Object.keys(environmentOf(host, entry, nothingOwn, search, true));
  const all = environmentOf(host, entry, nothingOwn, search, minimalEnv);
  const own = Object.keys(launch.env);
  const inherited = Object.fromEntries(
    Object.entries(all).filter(([name]) => !least.includes(name) && !own.includes(name)),
  );
  return {least, inherited};
};

/**
 * Starts the program anew for each trial, with the variables that are among the parts, and says `initialize`, and the lists
 * where it gets so far. Starts programs: only for an approved entry.
 */
export const createStdioTrier = (
  entry: ServerEntry,
  launch: StdioLaunch,
  options: TrierOptions & {readonly least: readonly string[]; readonly secretNames: readonly string[]},
): Trier => {
  const {host, signal, redactor} = options;
  const line = {host, signal, deadline: host.now() + WHOLE_MS};
  const budget = createBudget(line, options);
  /** A start that worked tells how long the next one is worth waiting for. */
  let waitMs = options.timeoutMs;
  return {
    requests: budget.used,
    attempt: async (parts, version, stage) => {
      await budget.spend();
      const own = valuesOf(parts, 'variable');
      const secrets = Object.fromEntries(
        Object.entries(launch.env).filter(([name]) => options.secretNames.includes(name)),
      );
      const startedAt = host.now();
      const seen = await rerunCommand(
        entry,
        {...launch, env: {...secrets, ...own}},
        {
          host: withOnly(host, [...options.least, ...Object.keys(valuesOf(parts, 'inherited'))]),
          redactor,
          messages: messagesOf(parts, version, stage, host),
          reply: replyTo,
          waits: true,
          timeoutMs: waitMs,
          signal,
        },
      );
      if (seen.kind === 'answered')
        waitMs = Math.min(options.timeoutMs, Math.max(1500, (host.now() - startedAt) * 4 + 500));
      return seen;
    },
  };
};

const withOnly = (host: Host, names: readonly string[]): Host => ({
  ...host,
  env: Object.fromEntries(Object.entries(host.env).filter(([name]) => names.includes(name))),
});

/** Lines to write; an id that is no number is not waited for. */
const messagesOf = (parts: readonly Part[], version: string, stage: Stage, host: Host): readonly string[] => {
  const does = (name: string): boolean => parts.some((part) => part.kind === 'order' && part.name === name);
  const line = (...messages: readonly object[]): string =>
    messages.map((message) => JSON.stringify({jsonrpc: '2.0', ...message})).join('\n');
  const words = wordsOf(parts, version, host);
  const hello = {id: 1, ...words.hello};
  const discover = {id: 'discover', method: 'server/discover', params: modernMeta(MODERN, host.version)};
  // Before the list that is waited for: a program that ends on one of them is seen to.
  const others = [
    {id: 'prompts', method: 'prompts/list', params: words.tools.params},
    {id: 'resources', method: 'resources/list', params: words.tools.params},
  ];
  const tools = {id: 2, ...words.tools};
  return [
    line(...(does('discover-first') ? [discover] : []), hello),
    ...(stage === 'initialize'
      ? []
      : [
          ...(words.isModern ? [] : [line({method: 'notifications/initialized'})]),
          line(...(does('lists-at-once') ? others : []), tools),
        ]),
  ];
};

/** A server that asks back is answered, as a client that declared the capability would: nothing of it is real. */
const replyTo = (question: {readonly [key: string]: Json}): string => {
  const {id, method} = question;
  const body =
    method === 'roots/list'
      ? {result: {roots: []}}
      : method === 'ping'
        ? {result: {}}
        : {error: {code: -32601, message: 'Method not found'}};
  return JSON.stringify({jsonrpc: '2.0', id, ...body});
};
