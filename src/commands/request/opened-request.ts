import path from 'node:path';
import type {ReadRequest} from '../../clients/request/index.ts';
import {fileStatus, readFileBounded, writeNewFile} from '../../files/index.ts';
import type {Investigation} from '../../model/investigation.ts';
import {printableLine} from '../../model/printable.ts';
import {UserError} from '../../model/user-error.ts';
import type {Session} from '../session.ts';
import type {RequestSource} from './look-at-request.ts';

/** Loaded with the first request: the first screen does without. */
export const looking = () => import('./look-at-request.ts');

/** The API takes bodies of at most 32 MB. */
const LIMIT = 64 * 1024 * 1024;

/** A request that was opened, and what is known of its servers. */
export interface OpenedRequest {
  readonly source: RequestSource;
  readonly read: ReadRequest;
  /** By index; from the newest look at each. */
  readonly looks: Map<number, Investigation>;
}

/** A path as a person types or drops it: quotes around it, '~' in front, or relative to this folder. */
export const fileNamed = (text: string, {person}: Pick<Session, 'person'>): string => {
  const bare = text.trim().replace(/^(["'])(.*)\1$/, '$2');
  const home = person.home !== null && /^~[\\/]/.test(bare) ? path.join(person.home, bare.slice(2)) : bare;
  return path.resolve(person.cwd ?? '.', home);
};

/** @throws UserError that says what to do */
export const bytesOf = async (file: string): Promise<Buffer> => {
  const read = await readFileBounded(file, {maxBytes: LIMIT});
  if (read.kind === 'bytes') return read.bytes;
  throw new UserError(
    read.kind === 'missing'
      ? `There is no file ${printableLine(file)}. Type the path of the request's body.`
      : `${printableLine(file)} cannot be read (${read.code}). Type the path of a file that you may read.`,
  );
};

/** Writes the request that would work; never over a file that is there. */
export const saveWithout = async (one: OpenedRequest | undefined, to: string, {host}: Session): Promise<string> => {
  if (one === undefined) throw new UserError('This request is not open any more. Name its file again.');
  const {read, source, looks} = one;
  const {findingsOfWhole, readRequestFrom} = await looking();
  const {decide} = await import('./decide.ts');
  const now = await readRequestFrom(await bytesOf(source.file), source, host);
  if (now.text !== read.text) throw new UserError('The request has changed since its servers were asked. Look again.');
  const servers = read.servers.flatMap((_server, index) => looks.get(index) ?? []);
  if (servers.length < read.servers.length)
    throw new UserError('Not every server was asked yet. Go back, and ask all.');
  const look = {read, findings: findingsOfWhole(read, host), servers};
  const {degraded, obstacles, dropped} = await decide(look, {optional: [], required: [], degrade: true}, source, host);
  if (degraded === null)
    throw new UserError(
      obstacles.length > 0
        ? `Leaving out the servers that fail is not enough: ${obstacles.map(printableLine).join('; ')}`
        : 'No request would work: a server was not asked, or the request itself is wrong.',
    );
  if ((await fileStatus(to)).kind !== 'none')
    throw new UserError(`There is something at ${printableLine(to)} already. Type another name.`);
  await writeNewFile(to, degraded);
  const names = dropped.map((index) => printableLine(read.servers[index]?.entry.name ?? '')).join(', ');
  const rest =
    dropped.length === read.servers.length
      ? 'No server is left in it.'
      : 'It holds the tokens of the others: only you may read it.';
  return `Written to ${printableLine(to)}, without ${names}. ${rest}`;
};
