import {isRecord, type Json} from '../model/json.ts';
import {printable, printableLine} from '../model/printable.ts';
import type {FixRecord} from '../model/record.ts';
import {createRedactor} from '../model/redact.ts';
import {type FailureClass, STEPS, type Step} from '../model/step.ts';

/** What a mark of the team file may take, in letters. */
const MOST_LETTERS = 12_000;
const LINE = 300;
const BLOCK = 1000;

/** A record of the team file as one line that markdown does not show: base64url in a comment, so nothing in it can end it. */
export const markOf = (record: FixRecord): string => {
  const {id, at, title, note, tags, server, failure, change, proof, fingerprint, disagreed} = record;
  const short = {
    v: 1,
    id,
    at,
    title,
    note: note.slice(0, BLOCK),
    tags: tags.slice(0, 10),
    server: {...server, file: ''},
    failure: {...failure, cause: failure.cause.slice(0, BLOCK), evidence: []},
    disagreed,
    change: {title: change.title, kind: change.kind},
    proof,
    fingerprint,
  };
  return `<!-- mcp-fix-record ${Buffer.from(JSON.stringify(short)).toString('base64url')} -->`;
};

/** A line that is a mark, whole or damaged; the group is its data. */
export const MARK = /^<!-- mcp-fix-record ([\w-]*) -->\s*$/;

/** What somebody wrote into a mark, as a record; null when it is none of ours. Its words are foreign, and made harmless. */
export const recordIn = (data: string): FixRecord | null => {
  if (data.length > MOST_LETTERS) return null;
  const value = parsed(Buffer.from(data, 'base64url').toString('utf8'));
  return isRecord(value) && value['v'] === 1 ? teamRecord(value) : null;
};

type Fields = {readonly [key: string]: Json};

const parsed = (text: string): Json => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
};

const fieldsOf = (value: Json | undefined): Fields => (value !== undefined && isRecord(value) ? value : {});
const isOneOf = <T extends string>(words: readonly T[], value: Json | undefined): value is T =>
  words.some((word) => word === value);

const CLASSES: readonly FailureClass[] = ['auth', 'quota', 'runtime', 'config'];
const KINDS: readonly FixRecord['change']['kind'][] = ['edit', 'run', 'advice'];
const OUTCOMES: readonly FixRecord['proof']['outcome'][] = ['fixed', 'kept', 'put-back'];

/**
 * A record of what a team file says: every word redacted, printable and cut; what is missing is empty. Null when it does
 * not say when which failure was mended by what.
 */
export const teamRecord = (value: Fields): FixRecord | null => {
  const redactor = createRedactor();
  const line = (own: Json | undefined): string =>
    typeof own === 'string' ? printableLine(redactor.text(own.slice(0, 4 * LINE))).slice(0, LINE) : '';
  const block = (own: Json | undefined): string =>
    typeof own === 'string' ? printable(redactor.text(own.slice(0, 4 * BLOCK))).slice(0, BLOCK) : '';
  const orNull = (text: string): string | null => (text === '' ? null : text);
  const server = fieldsOf(value['server']);
  const failure = fieldsOf(value['failure']);
  const change = fieldsOf(value['change']);
  const proof = fieldsOf(value['proof']);
  const {id, at, fingerprint} = value;
  const failureId = failure['id'];
  const step: Step = isOneOf(STEPS, failure['step']) ? failure['step'] : 'config';
  const title = line(change['title']).trim();
  if (typeof id !== 'string' || !/^[\w-]{1,80}$/.test(id)) return null;
  if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(at)) return null;
  if (typeof failureId !== 'string' || !/^[\w-]{1,80}$/.test(failureId)) return null;
  if (typeof fingerprint !== 'string' || !/^[\da-f]{16}$/.test(fingerprint)) return null;
  if (title === '' || !isOneOf(CLASSES, failure['class'])) return null;
  const tools = proof['tools'];
  const tags = Array.isArray(value['tags']) ? value['tags'] : [];
  const said = fieldsOf(value['disagreed'])['class'];
  return {
    schemaVersion: 1,
    id,
    at,
    title: line(value['title']),
    note: block(value['note']),
    tags: tags.slice(0, 10).map(line),
    server: {
      name: line(server['name']),
      client: line(server['client']),
      clientName: line(server['clientName']),
      scope: line(server['scope']),
      file: '',
      transport: line(server['transport']),
      command: orNull(line(server['command'])),
      url: orNull(line(server['url'])),
    },
    error: {text: '', source: 'probe', trigger: ''},
    failure: {
      id: failureId,
      class: failure['class'],
      step,
      title: line(failure['title']),
      cause: block(failure['cause']),
      evidence: [],
    },
    disagreed: isOneOf(CLASSES, said) ? {class: said, id: null} : null,
    change: {
      title,
      kind: isOneOf(KINDS, change['kind']) ? change['kind'] : 'advice',
      file: null,
      line: null,
      diff: [],
      command: null,
      receipt: null,
    },
    before: '',
    after: '',
    proof: {
      outcome: isOneOf(OUTCOMES, proof['outcome']) ? proof['outcome'] : 'kept',
      by: line(proof['by']),
      tools: typeof tools === 'number' && Number.isSafeInteger(tools) && tools >= 0 ? tools : null,
      ms: 0,
    },
    environment: {mcpFix: '', os: '', node: '', commandPath: null, protocol: null, server: null},
    howToCheck: '',
    fingerprint,
  };
};
