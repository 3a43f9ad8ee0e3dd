import {isRecord} from '../../model/json.ts';
import {advice, editAt, isRefusedNull, placeAt, quoteAt, rawAt, withoutNull} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const mapExpected = defineFailure({
  id: 'map-expected',
  class: 'config',
  step: 'config',
  title: 'Variables or headers are no object',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match:
        /(env|headers|http_headers):? (Expected|expected|must be|should be|Invalid input: expected) (an? )?(object|record|map|table)/i,
      confidence: 'certain',
    },
    {match: /invalid type: (string|sequence).{0,80}expected a map/i, confidence: 'likely'},
  ],
  remedies: ['Turn "env" or "headers" into an object (record): {"NAME": "value"}'],
  detect: ({entry}) => {
    const keys = [entry.rules.fields.headers, entry.rules.fields.env].filter((key) => key !== null);
    const key = keys.find((name) => {
      const value = rawAt(entry, [name]);
      return value === null ? isRefusedNull(entry, name) : value !== undefined && !isRecord(value);
    });
    return key === undefined
      ? null
      : {
          key,
          isNull: rawAt(entry, [key]) === null,
          isText: typeof rawAt(entry, [key]) === 'string',
          isList: Array.isArray(rawAt(entry, [key])),
        };
  },
  explain: ({key, isNull, isText, isList}, {entry}) => ({
    cause: `"${key}" of "${entry.name}" is ${isText ? 'one text (string)' : isList ? 'a list' : isNull ? 'null' : 'a single value'}, but ${entry.rules.clientName} expects an object of names and values there.`,
    evidence: [quoteAt(entry, [key], `"${key}"`)],
    location: placeAt(entry, [key]),
  }),
  fixes: ({key, isNull, isText, isList}, {entry}) => {
    if (isNull) return [withoutNull(entry, key)];
    const title = `Turn "${key}" into an object: {"NAME": "value"}`;
    if (!isText && !isList) return [advice('write-object', title)];
    return [
      editAt(entry, [key], {
        id: 'to-object',
        title,
        edit: {kind: 'rewrite', how: {how: 'to-map'}},
        why: 'Names and values belong together',
      }),
    ];
  },
});
