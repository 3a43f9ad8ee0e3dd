import type {InputsTrouble} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {advice} from '../facts/config-entry.ts';
import {nounOf} from '../facts/config-values.ts';
import {defineFailure} from '../failure.ts';

const FOUND: Readonly<Record<InputsTrouble['shape'], string>> = {
  map: 'an object with the ids as its keys',
  one: 'one object',
  other: 'something else',
};

export const inputsNotList = defineFailure({
  id: 'inputs-not-list',
  class: 'config',
  step: 'config',
  title: '"inputs" is no list',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /\binputs["'`]?:? [^\n]{0,40}(?:must|should|has to) be an? (?:array|list)\b/i, confidence: 'certain'},
    {match: /\binputs\.(?:find|map|filter|some) is not a function\b/, confidence: 'likely'},
  ],
  remedies: ['Turn "inputs" into a list (array): [{"type": "promptString", "id": NAME, "description": "…"}]'],
  detect: ({entry}) => {
    const asking = entry.variables.find((one) => one.syntax === '${input:id}' && one.isExpanded && !one.isSet);
    return entry.inputsTrouble === null || asking === undefined ? null : {asking, inputs: entry.inputsTrouble};
  },
  explain: ({asking, inputs}, {entry}) => ({
    cause: `"inputs" of the file is ${FOUND[inputs.shape]}, and ${entry.rules.clientName} reads a list (array) there; so it finds no input "${asking.name}", which ${nounOf(entry, asking.path)} of "${entry.name}" asks for.`,
    evidence: [
      {label: `${entry.file}, line ${inputs.place.line}`, text: `"inputs": ${inputs.shape === 'other' ? '…' : '{…}'}`},
    ],
    location: inputs.place,
  }),
  fixes: ({asking, inputs}, {entry}) => [fixFor(inputs, asking.name, entry.file)],
});

const fixFor = ({at, shape}: InputsTrouble, name: string, file: string): Fix => {
  const example = `[{"type": "promptString", "id": ${JSON.stringify(name)}, "description": "…"}]`;
  if (shape === 'other') return advice('write-list', `Write "inputs" in ${file} as a list: ${example}`);
  return {
    id: 'to-list',
    title: `Turn "inputs" into a list: ${example}`,
    kind: 'edit',
    change: {
      file,
      path: at,
      edit: {kind: 'rewrite', how: {how: 'map-to-list', key: 'id'}},
      why: 'Each question of the list names its id',
    },
  };
};
