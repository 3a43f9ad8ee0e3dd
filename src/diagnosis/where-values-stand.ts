import type {Change} from '../model/change.ts';
import {type EntryEvidence, type Evidence, seen} from '../model/evidence.ts';
import type {Fix} from '../model/finding.ts';
import {rawAt} from './facts/config-entry.ts';
import {slug} from './facts/launch-fixes.ts';
import {originOf, sessionSettingsOf, type ValueOrigin} from './facts/value-origin.ts';
import type {Failure} from './failure.ts';

/**
 * Failures that blame the value of a variable. Where the entry holds a reference instead of the value, the fix goes to
 * the place that the reference names, and the reference stays; where only the client knows the value, the blame is weak:
 * the server was asked with the reference's own characters.
 */
export const whereValuesStand = (failures: readonly Failure[]): readonly Failure[] =>
  failures.map((failure) => ({
    ...failure,
    judge: (evidence) => {
      const judgement = failure.judge(evidence);
      const entry = seen(evidence.all, 'entry');
      if (judgement === null || entry === undefined) return judgement;
      const aimed = judgement.fixes.map((fix) => ({fix, target: targetOf(fix, entry)}));
      const [first] = aimed;
      const asked = first?.target?.origin.from === 'client' ? first.target.origin : null;
      return {
        explained:
          asked === null
            ? judgement.explained
            : {
                ...judgement.explained,
                cause: `${judgement.explained.cause} ${doubtOf(asked, entry)}`,
                confidence: 'possible',
              },
        fixes: aimed.flatMap(({fix, target}) => (target === null ? [fix] : fixesAt(target, fix.title, evidence.all))),
      };
    },
  }));

interface Target {
  readonly name: string;
  readonly change: Change;
  readonly origin: ValueOrigin;
  /** Nothing else stands in the value but what the fix itself would write around it ('Bearer '). */
  readonly isWhole: boolean;
}

/** The variable or header of the entry that the fix gives another value, when a reference stands there. */
const targetOf = (fix: Fix, entry: EntryEvidence): Target | null => {
  if (fix.kind !== 'edit' || fix.change.file !== entry.file) return null;
  const {path, edit} = fix.change;
  const [field, name, ...rest] = path.slice(entry.at.length);
  const isOfEntry = entry.at.every((key, index) => key === path[index]);
  if (!isOfEntry || typeof field !== 'string' || typeof name !== 'string' || rest.length > 0) return null;
  if (field !== entry.rules.fields.env && field !== entry.rules.fields.headers) return null;
  if (edit.kind !== 'ask' && edit.kind !== 'set') return null;
  const origin = originOf(entry, field, name);
  if (origin === null) return null;
  const template = edit.kind === 'ask' ? (edit.template ?? '{value}') : '{value}';
  const isWhole = rawAt(entry, [field, name]) === template.replace('{value}', () => origin.reference.written);
  return {name, change: fix.change, origin, isWhole};
};

const doubtOf = ({reference}: ValueOrigin, {rules}: EntryEvidence): string =>
  `But only ${rules.clientName} knows that value${reference.syntax === '${input:id}' ? ` (it asks you for "${reference.name}")` : ''}: mcp-fix asked the server with the text ${reference.written} in its place, so this may come from that alone.`;

const fixesAt = (target: Target, title: string, evidence: Evidence): readonly Fix[] => {
  const entry = seen(evidence, 'entry');
  if (entry === undefined) return [];
  if (target.origin.from === 'client') return fixesInClient(target, entry);
  return [...fixOfDefault(target, title), ...fixesOfEnvironment(target, title, evidence, entry)];
};

const fixesInClient = (
  {name, change, origin, isWhole}: Target,
  {name: server, rules}: EntryEvidence,
): readonly Fix[] => {
  const {reference} = origin;
  const isAsked = reference.syntax === '${input:id}';
  const start: Fix = {
    id: `look-in-client-${slug(name)}`,
    kind: 'advice',
    title: isAsked
      ? `Start "${server}" in ${rules.clientName}, which asks you for "${reference.name}": if it works there, nothing is wrong here; if it says the same there, give "${reference.name}" another value there`
      : `Start "${server}" in ${rules.clientName}, which knows ${reference.written}: if it says the same there, change the value where ${rules.clientName} takes it from`,
  };
  if (!isWhole) return [start];
  const title = `Try a value with mcp-fix: write it in the place of ${reference.written} (mcp-fix undo puts the reference back)`;
  return [start, {id: `try-${slug(name)}`, title, kind: 'edit', change}];
};

/** What stands behind ':-', as long as it holds nothing secret: a secret has no business in a default. */
const fixOfDefault = (target: Target, title: string): readonly Fix[] => {
  const {change, origin, isWhole} = target;
  const {reference, from} = origin;
  const {edit} = change;
  if (from !== 'default' || !isWhole) return [];
  const lead = `\${${reference.name}:-`;
  const inPlace = (next: Change['edit']): readonly Fix[] => [
    {
      id: `set-default-of-${slug(reference.name)}`,
      title: titleFor(title, target, `the default of ${reference.name}`),
      kind: 'edit',
      change: {...change, edit: next, why: `${reference.name} is not set, so its default is what the server gets.`},
    },
  ];
  if (edit.kind === 'ask' && !edit.isSecret && edit.template === undefined)
    return inPlace({...edit, template: `${lead}{value}}`});
  if (edit.kind === 'set' && typeof edit.value === 'string' && !edit.value.includes('}'))
    return inPlace({...edit, value: `${lead}${edit.value}}`});
  return [];
};

const fixesOfEnvironment = (
  target: Target,
  title: string,
  evidence: Evidence,
  {rules}: EntryEvidence,
): readonly Fix[] => {
  const {name, change, origin, isWhole} = target;
  const variable = origin.reference.name;
  const settings = sessionSettingsOf(evidence);
  const what = titleFor(title, target, variable);
  const {edit} = change;
  const set = evidence.machine.platform === 'win32' ? `setx ${variable} "…"` : `export ${variable}=…`;
  const byHand: Fix = {
    id: `set-${slug(variable)}-outside`,
    kind: 'advice',
    title: `${what}, where it comes from (${set} in the environment that starts ${rules.clientName}, then start ${rules.clientName} anew); ${origin.reference.written} in the entry stays`,
  };
  // Only a whole value is told by the message: a part of it is the person's to find.
  if (settings === null || !isWhole) return [byHand];
  return [
    {
      id: `set-${slug(variable)}-in-settings`,
      title: `${what}, in "env" of ${settings}`,
      kind: 'edit',
      change: {
        file: settings,
        path: ['env', variable],
        edit: edit.kind === 'ask' ? {kind: 'ask', label: variable, isSecret: edit.isSecret, shape: edit.shape} : edit,
        why: `${rules.clientName} gives ${variable} of these settings to its sessions; the entry takes ${name} from it.`,
      },
    },
    byHand,
  ];
};

/** 'Set NOTES_PORT in "env" to a number' with another name for what is set; a title that writes the whole value is left. */
const titleFor = (title: string, {name, change}: Target, other: string): string => {
  const dotted = change.path.slice(-2).join('.');
  const here = [`${name} in "env"`, dotted, name].find((words) => title.includes(words));
  return here === undefined || title.includes('<') ? `Set ${other}` : title.replace(here, () => other);
};
