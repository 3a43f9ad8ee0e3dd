import {type Host, pathsOf, variable} from '../../model/host.ts';
import type {ClientRules} from '../../model/server.ts';
import type {Input} from './input.ts';
import {isVariable, type Reference, referencesIn} from './references.ts';

/** What one text becomes under a client's rule. */
export interface Expanded {
  readonly text: string;
  readonly uses: readonly Use[];
  /** Values that came from the environment; never to be shown. */
  readonly values: readonly string[];
}

interface Use {
  readonly reference: Reference;
  /** This client expands this spelling in this field. */
  readonly isExpanded: boolean;
  readonly isSet: boolean;
}

export interface ExpansionContext {
  readonly host: Host;
  readonly rules: ClientRules;
  readonly projectDir: string | null;
  /** Fields in which an unset variable becomes empty, whatever the general rule says. */
  readonly emptyWhenUnset: readonly string[];
  /** The file's `inputs` (VS Code). */
  readonly inputs: readonly Input[];
  /** Names that the file's entries use like variables, with what the client puts there. */
  readonly knownNames: Readonly<Record<string, string>>;
}

/** A text of the entry as the client would use it. `field` is the canonical one: command, args, env, url, headers, cwd. */
export const expand = (text: string, field: string, context: ExpansionContext): Expanded => {
  const {syntax, where, unset} = context.rules.expansion;
  // A command in brackets is only a reference to clients that would run it; in a shell's own words it stands by itself.
  const references = referencesIn(text, syntax.includes('$VAR')).filter(
    (one) => one.syntax !== '$(command)' || syntax.includes(one.syntax),
  );
  if (references.length === 0) return {text, uses: [], values: []};
  const isHere = where.includes(field);
  const uses: Use[] = [];
  const values: string[] = [];
  let out = '';
  let at = 0;
  for (const reference of references) {
    const own = ownName(reference, context);
    if (own !== null) {
      uses.push({reference, isExpanded: true, isSet: true});
      out += text.slice(at, reference.index) + own;
      at = reference.index + reference.written.length;
      continue;
    }
    const isExpanded =
      isHere &&
      syntax.includes(reference.syntax) &&
      (reference.syntax !== '%VAR%' || context.host.platform === 'win32');
    const value = knownValue(reference, context);
    uses.push({reference, isExpanded, isSet: value !== null || isKnownLater(reference, context)});
    out += text.slice(at, reference.index);
    at = reference.index + reference.written.length;
    if (!isExpanded) out += reference.written;
    else if (value !== null) {
      out += value;
      if (isVariable(reference.syntax)) values.push(value);
    } else if (reference.fallback !== null) out += reference.fallback;
    else if (isKnownLater(reference, context)) out += reference.written;
    else out += unset === 'empty' || context.emptyWhenUnset.includes(field) ? '' : reference.written;
  }
  return {text: out + text.slice(at), uses, values};
};

/** What the client puts for a name of the file's own (its folder), in every field; null for any other reference. */
const ownName = ({written, name}: Reference, {knownNames}: ExpansionContext): string | null => {
  if (!written.startsWith(`\${${name}`)) return null;
  return Object.hasOwn(knownNames, name) ? (knownNames[name] ?? null) : null;
};

/** The value where it can be known without asking anybody or starting anything. */
const knownValue = (reference: Reference, {host, projectDir}: ExpansionContext): string | null => {
  if (isVariable(reference.syntax)) return variable(host, reference.name) ?? null;
  const paths = pathsOf(host);
  if (reference.syntax === '${userHome}') return host.home;
  if (reference.syntax === '${workspaceFolder}') return projectDir;
  if (reference.syntax === '${workspaceFolderBasename}') return projectDir === null ? null : paths.basename(projectDir);
  if (reference.syntax === '${pathSeparator}') return paths.sep;
  return null;
};

/** The client itself asks the person, or reads its own store: not ours to know, and not missing. */
const isKnownLater = (reference: Reference, {inputs}: ExpansionContext): boolean => {
  if (reference.syntax === '${input:id}') return inputs.some(({id}) => id === reference.name);
  return reference.syntax !== '${workspaceFolder}' && !isVariable(reference.syntax);
};
