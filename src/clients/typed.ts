import {Buffer} from 'node:buffer';
import type {EntryEvidence} from '../model/evidence.ts';
import type {Host} from '../model/host.ts';
import {createRedactor} from '../model/redact.ts';
import {AD_HOC, type ServerEntry} from '../model/server.ts';
import {UserError} from '../model/user-error.ts';
import type {Client} from './client.ts';
import {REAL_DISK} from './disk.ts';
import {shellWords} from './edit/shell-words.ts';
import {entriesOf} from './entries-of.ts';
import {entryEvidenceOf} from './entry/entry-evidence.ts';
import type {Found} from './found.ts';
import {placesOf} from './places.ts';
import {readConfigFile} from './read-file.ts';
import {configFile, rulesOf, STANDARD_READING} from './rules.ts';

/** A server that stands in no file: a person typed its URL or its command. */
export interface TypedServer {
  readonly entry: ServerEntry;
  readonly evidence: EntryEvidence;
}

const SCOPE = 'typed here';

/** What every client does, and nothing of its own: no expansion, the whole environment, the folder of the person. */
const anyClient: Client = {
  id: AD_HOC,
  name: 'Any client',
  rules: rulesOf(AD_HOC, 'Any client', {
    fields: {type: 'type'},
    reload: 'Start the server again in the client that you use.',
  }),
  reading: STANDARD_READING,
  files: () => configFile(SCOPE, SCOPE),
  precedence: [SCOPE],
  judge: null,
};

/**
 * The server that a typed URL or command means: an address is called, anything else is started, its words parted at
 * blanks and kept together by quotes. There is no shell: nothing expands. `NAME=value` in front sets a variable.
 * @param id keeps two of one name apart
 * @throws UserError for a text that can be neither
 */
export const typedServer = async (
  text: string,
  id: string,
  {host, projectDir}: {readonly host: Host; readonly projectDir: string | null},
): Promise<TypedServer> => {
  const raw = rawOf(text.trim());
  const name = createRedactor().text(nameOf(raw));
  // Goes the way of a file, so that it is read, redacted and asked about as one.
  const bytes = Buffer.from(JSON.stringify({mcpServers: {[name]: raw}}));
  const disk = {
    ...REAL_DISK,
    read: async (path: string) => ({kind: 'bytes', bytes, realPath: path, mode: 0o600, mtimeMs: 0}) as const,
  };
  const places = placesOf(host, projectDir === null ? [] : [projectDir], []);
  const [file] = anyClient.files(places);
  const read = file === undefined ? null : await readConfigFile(file, SCOPE, anyClient, disk);
  const [candidate] = read === null ? [] : entriesOf(anyClient, read, places);
  if (candidate === undefined) throw new Error('what was typed makes no entry');
  const entry: ServerEntry = {...candidate.entry, key: `${AD_HOC}\0${id}`};
  const aside = {siblings: [], isTracked: null};
  return {entry, evidence: entryEvidenceOf(entry, candidate.read, candidate.context, aside)};
};

/** What was found, and the typed servers beside it. */
export const withTyped = (found: Found, typed: readonly TypedServer[]): Found => {
  if (typed.length === 0) return found;
  const evidence = new Map(typed.map((one) => [one.entry.key, one.evidence]));
  return {
    ...found,
    entries: [...found.entries, ...typed.map(({entry}) => entry)],
    evidenceOf: (entry) => evidence.get(entry.key) ?? found.evidenceOf(entry),
  };
};

type Raw =
  | {readonly url: string}
  | {readonly command: string; readonly args: readonly string[]; readonly env: Readonly<Record<string, string>>};

const rawOf = (text: string): Raw => {
  if (/^[{[]/.test(text)) {
    throw new UserError(
      'This looks like a piece of a settings file. Type the URL alone, or the command as in a terminal.',
    );
  }
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return {url: text};
  const words = shellWords(text);
  const start = words.findIndex((word) => !ASSIGNMENT.test(word));
  const [command = '', ...args] = start < 0 ? [] : words.slice(start);
  if (command === '') throw new UserError('There is no program to start in this. Type a URL, or a command.');
  const set = words.slice(0, start).map((word): [string, string] => {
    const at = word.indexOf('=');
    return [word.slice(0, at), word.slice(at + 1)];
  });
  return {command, args, env: Object.fromEntries(set)};
};

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

const RUNNERS =
  /^(?:npx|bunx|uvx|pnpx|node|nodejs|deno|bun|tsx|python[\d.]*|ruby|php|java|uv|pipx|npm|pnpm|yarn|docker|podman)$/;

/** Words of runners that are no name of what they run. */
const VERBS = /^(?:exec|dlx|run|tool|x)$/;

/** The host, or what a person would call the program: of a runner the thing that it runs. */
const nameOf = (raw: Raw): string => {
  if ('url' in raw) return (URL.canParse(raw.url) && new URL(raw.url).host) || 'typed URL';
  const program = plainName(raw.command);
  const runs = RUNNERS.test(program) ? raw.args.find((word) => !word.startsWith('-') && !VERBS.test(word)) : undefined;
  return (runs === undefined ? '' : plainName(runs)) || program || 'typed command';
};

const plainName = (word: string): string => (word.split(/[\\/]/).at(-1) ?? word).replace(/\.(?:exe|cmd|bat)$/i, '');
