import type {EntryEvidence} from '../../model/evidence.ts';
import {isRecord, type Json, type KeyPath} from '../../model/json.ts';
import {advice, editAt, placeAt, quoteAt, rawAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const textExpected = defineFailure({
  id: 'text-expected',
  class: 'config',
  step: 'config',
  title: 'A value stands without quotes',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match: /(env|args|headers)\S* ?:? ?(Expected|expected) string,? (received|got) (number|boolean|null)/i,
      confidence: 'certain',
    },
    {match: /invalid type: (integer|boolean|floating point).{0,40}expected a string/i, confidence: 'certain'},
  ],
  remedies: ['Put the number or the word true/false in quotes: variables, headers and arguments are texts'],
  detect: ({entry}) => wrongTypes(entry)[0] ?? null,
  explain: ({path, value}, {entry}) => ({
    cause: `"${String(path.at(-1))}" in "${String(path[0])}" of "${entry.name}" is ${JSON.stringify(value)}; ${entry.rules.clientName} expects a text in quotes there.`,
    evidence: [quoteAt(entry, path, JSON.stringify(value))],
    location: placeAt(entry, path),
    confidence: 'likely',
    severity:
      entry.standing.state === 'unusable' || value === null || typeof value === 'object' || STRICT.has(entry.client)
        ? 'error'
        : 'warning',
  }),
  fixes: ({path, value}, {entry}) =>
    typeof value === 'number' || typeof value === 'boolean'
      ? [
          editAt(entry, path, {
            id: 'to-text',
            title: `Put "${String(path.at(-1))}" in quotes`,
            edit: {kind: 'rewrite', how: {how: 'to-text'}},
            why: 'Such values are texts',
          }),
        ]
      : [advice('write-text', `Write "${String(path.at(-1))}" of "${entry.name}" as a text in quotes`)],
});

/** Clients that are known to refuse a number where a text belongs. */
const STRICT: ReadonlySet<string> = new Set(['claude-code', 'claude-desktop', 'vscode', 'codex', 'cline', 'roo-code']);

const wrongTypes = (entry: EntryEvidence): readonly {readonly path: KeyPath; readonly value: Json}[] => {
  const {command, args, env, headers, url} = entry.rules.fields;
  // Where the client makes a command of what stands there, it takes another form too (Zed's oldest one).
  const isTaken = entry.rules.commandIsArray || (isRecord(rawAt(entry, [command])) && entry.command !== null);
  const single = [...(isTaken ? [] : [command]), ...url].map((key): KeyPath => [key]);
  const inside = [args, env, headers].flatMap((key): readonly KeyPath[] => {
    const value = key === null ? undefined : rawAt(entry, [key]);
    if (key === null || value === undefined) return [];
    if (Array.isArray(value)) return key === args ? value.map((_, index) => [key, index]) : [];
    return isRecord(value) ? Object.keys(value).map((name) => [key, name]) : [];
  });
  return [...single, ...inside].flatMap((path) => {
    const value = rawAt(entry, path);
    return value === undefined ||
      (value === null && path.length === 1) ||
      typeof value === 'string' ||
      (path.length === 1 && Array.isArray(value))
      ? []
      : [{path, value}];
  });
};
