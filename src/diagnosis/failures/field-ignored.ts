import type {Json} from '../../model/json.ts';
import {advice, placeAt, quoteAt, rawAt} from '../facts/config-entry.ts';
import {type FieldRole, fieldOf, foreignFields} from '../facts/config-fields.ts';
import {defineFailure} from '../failure.ts';

const INSTEAD: Readonly<Partial<Record<FieldRole, string>>> = {
  cwd: 'Write full paths in "args" instead of relative ones, or start the server through a shell: sh -c "cd FOLDER && exec COMMAND"',
  envFile: 'Put the variables of the file into "env", or start the server through a shell that reads the file first',
  switch: 'Switch the server on and off in the client itself: this flag does nothing here',
  headers: 'Give the credential in the way that this client knows; it sends no headers from its configuration',
};

export const fieldIgnored = defineFailure({
  id: 'field-ignored',
  class: 'config',
  step: 'config',
  title: 'A setting does not exist in this client',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [{match: /"?(cwd|envFile)"? (is |was )?(not supported|ignored|has no effect)/i, confidence: 'certain'}],
  remedies: [
    'Write full paths instead of "cwd", and variables in "env" instead of "envFile": this client has no such setting',
  ],
  detect: ({entry}) => {
    const ignored = foreignFields(entry).find(
      ({key, role, target}) =>
        INSTEAD[role] !== undefined &&
        (role === 'switch' ? isOff(key, rawAt(entry, [key])) && fieldOf(entry, role) === undefined : target === null),
    );
    if (ignored === undefined) return null;
    const {key, role, target} = ignored;
    // The switch of another client, which may stand the other way round here.
    const own =
      role === 'switch' && target !== null ? `Write "${target}": ${target === entry.rules.fields.disabled}` : null;
    return {key, instead: own === null ? (INSTEAD[role] ?? '') : `${own} instead`};
  },
  explain: ({key}, {entry}) => ({
    cause: `${entry.rules.clientName} has no setting "${key}", so it skips the one of "${entry.name}" without a word.`,
    evidence: [quoteAt(entry, [key], `"${key}"`)],
    location: placeAt(entry, [key]),
  }),
  fixes: ({instead}) => [advice('use-instead', instead)],
});

/** A switch that stands on 'on' changes nothing, whoever reads it. */
const isOff = (key: string, value: Json | undefined): boolean => value === !/^(enabled|is_?active|active)$/i.test(key);
