import type {EntryEvidence, VariableReference} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {editAt, programName, runsInShell} from './config-entry.ts';
import {kindOf} from './config-values.ts';

/**
 * References that somebody else expands: a shell in the command, or the bridge mcp-remote, which replaces ${NAME} in
 * its --header by a variable of its own environment (that is how its documentation avoids spaces in arguments).
 */
const isExpandedLater = (entry: EntryEvidence, reference: VariableReference): boolean => {
  if (kindOf(entry, reference.path) !== 'args') return false;
  if (entry.command !== null && runsInShell(entry.command)) return true;
  const isBridge =
    entry.args.some((arg) => /^mcp-remote(@|$)/.test(arg)) || programName(entry.command ?? '') === 'mcp-remote';
  return isBridge && (entry.envNames.includes(reference.name) || reference.isSet);
};

/** '$VAR' also stands in patterns and passwords; it is taken for a reference only where a path or a value begins. */
const isSurelyMeant = (entry: EntryEvidence, reference: VariableReference): boolean => {
  if (reference.syntax !== '$VAR') return true;
  const shape = entry.values.find(({path}) => path.join('\u0000') === reference.path.join('\u0000'));
  const text = shape?.text ?? reference.written;
  const at = text.indexOf(reference.written);
  return /^\$[A-Z][A-Z0-9_]+$/.test(reference.written) && (at <= 0 || /[\s:=/]/.test(text.charAt(at - 1)));
};

/** References that matter: meant as such, and expanded by nobody later. */
export const openReferences = (entry: EntryEvidence): readonly VariableReference[] =>
  entry.variables.filter((reference) => !isExpandedLater(entry, reference) && isSurelyMeant(entry, reference));

/** A reference of a kind that a client fills from its own knowledge: a folder, an input, a secret store. */
export const isEnvironmentReference = (reference: VariableReference): boolean =>
  !/input:|secrets\.|file:|command:|workspace|userhome|pathseparator/i.test(reference.syntax) &&
  !/\$\{(input|command|file|config):|workspaceFolder|userHome|secrets\./.test(reference.written);

/** How this client writes a reference to an environment variable; null when it expands none here. */
export const ownSpelling = (entry: EntryEvidence, name: string, kind: string): string | null => {
  const {syntax, where} = entry.rules.expansion;
  const field = kind === 'header' ? entry.rules.fields.headers : kind === 'env' ? entry.rules.fields.env : kind;
  const isThere =
    where.length === 0 || where.some((place) => place === kind || place === field || place === 'all' || place === '*');
  const plain = syntax.find((one) => /\bVAR\b/.test(one) && !one.includes(':-') && !one.includes('%'));
  return isThere && plain !== undefined ? plain.replace('VAR', name) : null;
};

/** The value itself instead of the reference. */
export const writeValue = (entry: EntryEvidence, reference: VariableReference, title: string): Fix => {
  const kind = kindOf(entry, reference.path);
  const template = entry.values.find(({path}) => path.join('\u0000') === reference.path.join('\u0000'))?.text;
  const scheme =
    kind === 'header' && template !== undefined ? /^(Bearer|Basic|Token) /i.exec(template)?.[1] : undefined;
  return editAt(entry, reference.path, {
    id: 'write-value',
    title,
    edit: {
      kind: 'ask',
      label: `The value of ${reference.name}`,
      isSecret: kind === 'header' || kind === 'env',
      shape: kind === 'header' ? 'token' : 'text',
      ...(scheme === undefined ? {} : {template: `${scheme} {value}`}),
    },
    why: `${entry.rules.clientName} does not replace ${reference.written}`,
  });
};
