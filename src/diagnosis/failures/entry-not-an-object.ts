import {isRecord} from '../../model/json.ts';
import {advice, quoteAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const entryNotAnObject = defineFailure({
  id: 'entry-not-an-object',
  class: 'config',
  step: 'config',
  title: 'The entry is no object',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [{match: /mcp_?servers\.\S+:? (Expected|expected) (object|table|map|a struct)/i, confidence: 'likely'}],
  remedies: ['Write the server as an object: {"command": "…", "args": […]} or {"type": "http", "url": "…"}'],
  detect: ({entry}) => (isRecord(entry.raw) ? null : {is: shapeOf(entry.raw)}),
  explain: ({is}, {entry}) => ({
    cause: `"${entry.name}" in ${entry.file} is ${is}; ${entry.rules.clientName} expects an object with a command or a URL there.`,
    evidence: [quoteAt(entry, [])],
    location: entry.place,
  }),
  fixes: (_, {entry}) => [
    advice(
      'write-object',
      `Write "${entry.name}" as an object: {"${entry.rules.fields.command}": "…", "args": […]} for a program, {"type": "http", "url": "…"} for an address`,
    ),
  ],
});

const shapeOf = (raw: unknown): string =>
  raw === null
    ? 'empty (null)'
    : Array.isArray(raw)
      ? 'a list'
      : typeof raw === 'string'
        ? 'a text'
        : `a ${typeof raw}`;
