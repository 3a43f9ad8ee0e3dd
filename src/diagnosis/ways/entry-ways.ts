import type {EntryEvidence, VariableReference} from '../../model/evidence.ts';
import type {KeyPath} from '../../model/json.ts';
import type {ClientRules} from '../../model/server.ts';
import type {ValueShape} from '../../model/value-shape.ts';
import {type Parting, partedBy} from './parting.ts';

/** How the two readings of the entry differ: used or not, transport, variables, values. */
export const entryWays = (a: EntryEvidence, b: EntryEvidence): readonly Parting[] => [
  ...partedBy('config', 'whether the client uses the entry', usedText(a), usedText(b), {names: ['disabled', 'type']}),
  ...partedBy('config', 'the transport', transportText(a), transportText(b), {
    names: ['type', 'transport', 'sse', 'http'],
  }),
  ...variableWays(a, b),
  ...valueWays(a, b),
];

const usedText = ({standing}: EntryEvidence): string =>
  standing.state === 'active'
    ? 'yes'
    : standing.state === 'unusable'
      ? 'no: it understands nothing that it could start or call'
      : `no: ${standing.state.replaceAll('-', ' ')}`;

const transportText = ({transport, rules}: EntryEvidence): string =>
  transport === 'unknown'
    ? `none that ${rules.clientName} knows`
    : transport === 'stdio'
      ? 'stdio (a program)'
      : transport;

const variableWays = (a: EntryEvidence, b: EntryEvidence): readonly Parting[] => {
  const written = new Set([...a.variables, ...b.variables].map((one) => one.written));
  return [...written].flatMap((text) => {
    const inA = a.variables.find((one) => one.written === text);
    const inB = b.variables.find((one) => one.written === text);
    const name = (inA ?? inB)?.name ?? text;
    return partedBy('config', `what becomes of ${text}`, becomes(inA, a.rules), becomes(inB, b.rules), {
      names: [name, text],
    });
  });
};

const becomes = (variable: VariableReference | undefined, rules: ClientRules): string => {
  if (variable === undefined) return 'it is not in the entry';
  if (!variable.isExpanded) return 'it stays as it is written: this client does not expand it here';
  if (variable.isSet) return 'its value';
  if (variable.hasDefault) return 'its default: the variable is not set';
  return rules.expansion.unset === 'empty'
    ? 'nothing: the variable is not set'
    : 'it stays as it is: the variable is not set';
};

/** Values by the place that they have for every client: 'header Authorization', 'argument 2'. */
const valueWays = (a: EntryEvidence, b: EntryEvidence): readonly Parting[] => {
  const [inA, inB] = [placed(a), placed(b)];
  return [...new Set([...inA.keys(), ...inB.keys()])].flatMap((place) => {
    const [one, other] = [inA.get(place), inB.get(place)];
    // What a variable becomes was told already.
    const isTold = (one?.references.length ?? 0) > 0 && one?.references.join() === other?.references.join();
    if (isTold || (one !== undefined && one.tag === other?.tag)) return [];
    const shown = (value: ValueShape | undefined): string =>
      value === undefined
        ? 'not there'
        : value.text === one?.text && value.text === other?.text
          ? `${value.text} (another value)`
          : value.text;
    const [textA, textB] = [shown(one), shown(other)];
    return partedBy('config', place, textA, textA === textB ? `${textB}, and not the same` : textB, {
      names: [place.split(' ').at(-1) ?? place],
    });
  });
};

const placed = ({values, rules}: EntryEvidence): ReadonlyMap<string, ValueShape> =>
  new Map(values.map((value) => [placeOf(value.path, rules), value]));

const placeOf = (path: KeyPath, {fields, commandIsArray}: ClientRules): string => {
  const [first, second] = path;
  const key = String(first);
  if (key === fields.command) {
    if (!commandIsArray) return 'the command';
    return second === 0 || second === undefined ? 'the command' : `argument ${second}`;
  }
  if (key === fields.args) return `argument ${Number(second) + 1}`;
  if (key === fields.env) return `the variable ${String(second)}`;
  if (key === fields.headers) return `the header ${String(second)}`;
  if (fields.url.includes(key)) return 'the URL';
  return path.join('.');
};
