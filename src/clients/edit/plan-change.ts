import {readFilled, sha256} from '../../files/index.ts';
import type {Change, ChangePreview} from '../../model/change.ts';
import {type Host, pathsOf} from '../../model/host.ts';
import {isRecord, type Json} from '../../model/json.ts';
import {printableLine} from '../../model/printable.ts';
import {isStandIn} from '../../model/redact/harmless-value.ts';
import {createRedactor} from '../../model/redact.ts';
import type {FileFormat} from '../../model/server.ts';
import type {Keeper} from '../client.ts';
import {decode, encode} from './decode.ts';
import {type Language, spliced} from './language.ts';
import {languageOf} from './language-of.ts';
import {previewOf} from './preview.ts';
import {recompose} from './recompose.ts';
import {secretValues} from './secret-values.ts';
import {withInput} from './with-input.ts';

/** A change, computed on the bytes that are there, and what it will look like. Holds values: never printed. */
export interface Plan {
  readonly change: Change;
  readonly preview: ChangePreview;
  /** Of the bytes that it was computed on; of no bytes where the file is to be made. */
  readonly sha256Before: string;
  readonly bytesAfter: Buffer;
  readonly bytesBefore: Buffer | null;
  readonly format: FileFormat;
  /** The same change on other bytes, for a file that was written in between. */
  readonly again: (bytes: Buffer | null) => Plan | Refusal;
}

/** Why the file is left as it is, in a sentence that says what to do. */
export interface Refusal {
  readonly refused: string;
  /** The label of a value that only the person knows, and that was not given. */
  readonly needsValue?: string;
  /** The change for a person's own hand. */
  readonly patch?: readonly string[];
}

export interface PlanOptions {
  readonly host: Host;
  /** The answer to an edit of kind 'ask'. */
  readonly value?: string;
  /** The dialect that the client reads; without it the file's name decides. */
  readonly format?: FileFormat;
  /** Who writes the file anew by itself: the change is told then, and none is planned. */
  readonly keptBy?: Keeper | null;
}

/** Computes what a change does to its file. Writes nothing, never throws for what a file may hold. */
export const planChange = async (change: Change, options: PlanOptions): Promise<Plan | Refusal> => {
  const read = await readFilled(change.file, options.host.now);
  if (read.kind === 'unreadable') {
    return {
      refused: `${change.file} cannot be read (${read.code}), so it is not changed. Make it readable, then try again.`,
    };
  }
  const plan = planOn(read.kind === 'bytes' ? read.bytes : null, change, options);
  const {keptBy} = options;
  if (keptBy === undefined || keptBy === null) return plan;
  return 'refused' in plan ? handRefusal(plan, change.file, keptBy) : keptRefusal(plan, keptBy);
};

/** A kept file that could not be changed anyway: what is missing is asked for first, then its owner is named. */
const handRefusal = (refusal: Refusal, file: string, {who, instead}: Keeper): Refusal =>
  refusal.needsValue === undefined
    ? {...refusal, refused: `Not written: ${file} belongs to ${who}, whose next update would undo it. ${instead}`}
    : refusal;

/** Lines of a change that a sentence can hold. */
const MOST_LINES = 6;

/** A change of a file that its owner would overwrite: what it would be, and where it has to be made. */
const keptRefusal = ({preview}: Plan, {who, instead}: Keeper): Refusal => {
  const lines = preview.diff.filter((line) => /^[-+]/.test(line)).map((line) => line.replace(/^([-+])\s*/, '$1 '));
  const more = lines.length > MOST_LINES ? ' …' : '';
  return {
    refused: `Not written: ${preview.file} belongs to ${who}, whose next update would undo it. ${instead} It would be, at line ${preview.line}: ${lines.slice(0, MOST_LINES).join(' ')}${more}`,
    patch: preview.diff,
  };
};

const formatOf = (file: string): FileFormat => {
  if (/\.toml$/i.test(file)) return 'toml';
  // In Markdown it is the front matter that holds settings.
  if (/\.(?:ya?ml|md)$/i.test(file)) return 'yaml';
  if (/\.xml$/i.test(file)) return 'xml';
  if (/\.prefs$/i.test(file)) return 'properties';
  // Without the client's word comments are borne: they are kept as they stand.
  return 'jsonc';
};

const CREATING = new Set(['set', 'merge', 'ask']);

const planOn = (bytes: Buffer | null, change: Change, options: PlanOptions): Plan | Refusal => {
  const format = options.format ?? formatOf(change.file);
  const language = languageOf(format);
  const {edit, file} = change;
  if (bytes === null && !CREATING.has(edit.kind))
    return {refused: `${file} is not there any more. Look again at the set-up, then choose.`};
  if (edit.kind === 'ask' && (options.value ?? '').trim() === '') {
    return {refused: `This needs ${edit.label}. Give it, then try again.`, needsValue: edit.label};
  }
  const decoded = decode(bytes ?? Buffer.alloc(0));
  if (decoded === null) return {refused: `${file} is no UTF-8 text. Save it as UTF-8 in an editor, then try again.`};
  const after = textAfter(language, decoded, change, options);
  if (typeof after !== 'string') return after;
  const isMarked = decoded.encoding === 'utf-8-bom' && edit.kind !== 'encode';
  const bytesAfter = encode(after, isMarked ? 'utf-8-bom' : 'utf-8');
  if (bytes?.equals(bytesAfter)) return {refused: `${file} says so already, so nothing is to be changed.`};
  const given = edit.kind === 'ask' && edit.isSecret ? options.value?.trim() : undefined;
  const secret = given === undefined || isStandIn(given) ? undefined : given;
  return {
    change,
    preview: previewOf(language, change, {before: decoded.text, after}, secret),
    sha256Before: sha256(bytes ?? Buffer.alloc(0)),
    bytesAfter,
    bytesBefore: bytes,
    format,
    again: (fresh) => planOn(fresh, change, options),
  };
};

const textAfter = (
  language: Language,
  {text, encoding}: {readonly text: string; readonly encoding: string},
  change: Change,
  options: PlanOptions,
): string | Refusal => {
  const {edit, file, path} = change;
  if (edit.kind === 'encode') return text;
  if (encoding.startsWith('utf-16')) {
    return {
      refused: `${file} is written in UTF-16. Save it as UTF-8 first; mcp-fix can do that as a change of its own.`,
    };
  }
  if (edit.kind === 'syntax') {
    const repaired = spliced(text, edit.edits);
    const parsed = language.parse(repaired);
    const fits = edit.edits.every(({offset, length}) => offset >= 0 && length >= 0 && offset + length <= text.length);
    if (fits && 'value' in parsed && parsed.value !== undefined) return repaired;
    return {
      refused: `The repair does not make ${file} readable. Open it at the line that is named, and mend it by hand.`,
    };
  }
  const value = edit.kind === 'ask' ? ({kind: 'set', value: asked(edit.template, options.value ?? '')} as const) : edit;
  const written = recompose(language, text, change, value);
  const outcome =
    'text' in written && edit.kind === 'ask' ? withInput(language, written.text, path, options.value ?? '') : written;
  if ('text' in outcome) return outcome.text;
  const secrets = value.kind === 'set' && edit.kind === 'ask' ? [options.value ?? ''] : [];
  return {
    refused: `${file} is not changed: ${outcome.refused}. Change it by hand, or look again.`,
    patch: patchFor(path, value, secrets),
  };
};

/** The person's value in its place; a scheme that was pasted along is not written twice. */
const asked = (template: string | undefined, given: string): string => {
  const value = given.trim();
  if (template === undefined) return value;
  const before = template.slice(0, Math.max(0, template.indexOf('{value}')));
  const isTwice = before !== '' && value.toLowerCase().startsWith(before.toLowerCase());
  return template.replace('{value}', () => (isTwice ? value.slice(before.length).trim() : value));
};

const patchFor = (
  path: Change['path'],
  edit: {readonly kind: string},
  secrets: readonly string[],
): readonly string[] => {
  const where = path.map((key) => JSON.stringify(key)).join(' → ');
  const data: Json = JSON.parse(JSON.stringify(edit));
  const redactor = createRedactor([...secrets, ...secretValues(data)]);
  const {kind, ...rest} = isRecord(data) ? data : {kind: edit.kind};
  const named = redactor.json({[String(path.at(-1) ?? 'document')]: rest});
  return [`at ${where === '' ? 'the whole document' : where}:`, `${edit.kind} ${JSON.stringify(named)}`].map(
    printableLine,
  );
};

/** The mode of a file that a change makes: shared with the project, or the person's alone. */
export const newFileMode = (file: string, host: Host): number => {
  const paths = pathsOf(host);
  if (host.cwd === null || host.cwd === host.home) return 0o600;
  const inside = paths.relative(host.cwd, file);
  return inside !== '' && !inside.startsWith('..') && !paths.isAbsolute(inside) ? 0o644 : 0o600;
};
