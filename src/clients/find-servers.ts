import type {Host} from '../model/host.ts';
import type {ServerEntry} from '../model/server.ts';
import {type ActingEntry, asClient} from './acting/as-client.ts';
import {clientNamed} from './acting/client-named.ts';
import {borrowersOf} from './borrowed.ts';
import type {Candidate} from './candidate.ts';
import type {Client, Judged} from './client.ts';
import {type Disk, REAL_DISK, rememberingDisk} from './disk.ts';
import {entriesOf} from './entries-of.ts';
import {entryEvidenceOf} from './entry/entry-evidence.ts';
import {readEnvFile} from './entry/env-file.ts';
import {createShownLaunch} from './entry/shown-launch.ts';
import {withSessionEnv, withVariables} from './entry/with-session-env.ts';
import type {Found} from './found.ts';
import {createTrackedLook} from './git/is-tracked.ts';
import {deadFiles} from './known/dead-locations.ts';
import {type Located, locate} from './locate.ts';
import {type Places, placesOf} from './places.ts';
import {projectFolders} from './project-folders.ts';
import {type ReadFile, readConfigFile} from './read-file.ts';
import {siblingsOf} from './siblings.ts';
import {withOverrides} from './standing/merged.ts';
import {withPrecedence} from './standing/precedence.ts';
import {windowsSide} from './windows-side.ts';

export interface FindOptions {
  /** The folder that clients would treat as the project; null for none. */
  readonly projectDir: string | null;
  /** Ids of the clients that are asked for; all where it is left out. */
  readonly clients?: readonly string[];
  /** Where the files are; the machine's own disk unless a test says otherwise. */
  readonly disk?: Disk;
}

interface ClientFound {
  readonly files: readonly ReadFile[];
  readonly looked: Found['looked'];
  readonly candidates: readonly Candidate[];
}

/** Every server that some client's configuration names. Reads files, bounded; starts nothing and sends nothing. */
export const findServersOf = async (clients: readonly Client[], host: Host, options: FindOptions): Promise<Found> => {
  const disk = rememberingDisk(options.disk ?? REAL_DISK);
  const folders = await projectFolders(host, options.projectDir, disk);
  const real = await Promise.all(folders.map(async (folder) => (await disk.status(folder)).realPath));
  const places = placesOf(
    host,
    folders,
    real.filter((folder) => folder !== null),
  );
  const asked = clients.filter(({id}) => options.clients === undefined || options.clients.includes(id));
  const found = await Promise.all(asked.map((client) => findOf(client, places, disk)));
  const candidates = new Map(found.flatMap((one) => one.candidates).map((one) => [one.entry.key, one]));
  const entries = [...candidates.values()].map(({entry}) => entry);
  const tracked = await createTrackedLook(
    found.flatMap(({files}) => files.map(({realPath}) => realPath)),
    host,
    disk,
  );
  const siblings = siblingsOf(entries);
  const asideOf = (entry: ServerEntry, {read}: Candidate) => ({
    siblings: siblings(entry),
    isTracked: tracked(read.realPath),
  });
  const kept = found.flatMap(({files}) => files.map(({file, path}) => [path, file.keptBy] as const));
  const keepers = new Map(kept.filter(([, keeper]) => keeper !== null));
  const acting = new Map<string, ActingEntry>();
  const candidateOf = (entry: ServerEntry): Candidate => {
    const candidate = candidates.get(entry.key);
    if (candidate === undefined) throw new Error(`no entry ${entry.key} was found in this run`);
    return candidate;
  };
  return {
    files: uniqueFiles(found.flatMap((one) => one.files)).map(({evidence}) => evidence),
    looked: found.flatMap(({looked}) => looked),
    windowsSide: await windowsSide(asked, host, disk),
    entries,
    alsoReadBy: await borrowersOf(clients, places, disk),
    keeperOf: (path) => keepers.get(path) ?? null,
    shownOf: createShownLaunch(),
    evidenceOf: (entry) => {
      const known = acting.get(entry.key);
      if (known !== undefined) return known.evidence;
      const candidate = candidateOf(entry);
      return entryEvidenceOf(entry, candidate.read, candidate.context, asideOf(entry, candidate));
    },
    asClient: (entry, clientId) => {
      const to = clientNamed(clients, clientId);
      const own = candidateOf(entry);
      // What the entry's own client adds to the environment is not there for another one.
      const candidate = entry.client === to.id ? own : {...own, context: {...own.context, host}};
      const acted = asClient(candidate, to, asideOf(entry, candidate));
      const made = {...acted, entry: withVariables(acted.entry, variablesOfFile(own.entry, to))};
      if (made.entry.key !== entry.key) acting.set(made.entry.key, made);
      return made;
    },
  };
};

/** What an entry's file of variables gives to another client that reads such files too. */
const variablesOfFile = ({rules, launch}: ServerEntry, to: Client): Readonly<Record<string, string>> =>
  rules.fields.envFile !== null && to.rules.fields.envFile !== null && launch?.kind === 'stdio' ? launch.env : {};

/** In the home folder a client's project file is its user's own one: it is that, once. */
const withoutTwice = (located: readonly Located[]): readonly Located[] => {
  const own = new Set(located.flatMap(({file, path}) => (file.isProjectFile || file.dead !== null ? [] : [path])));
  return located.filter(({file, path}) => !file.isProjectFile || !own.has(path));
};

const findOf = async (client: Client, places: Places, disk: Disk): Promise<ClientFound> => {
  const delivered = (await client.delivered?.find(places, disk)) ?? [];
  const all = [...client.files(places), ...delivered, ...deadFiles(client, places)];
  const wanted = withoutTwice(await locate(all, places.host, disk));
  const read = await Promise.all(wanted.map(({file, path}) => readConfigFile(file, path, client, disk)));
  const files = read.flatMap((one) => (one === null || isDeadAndEmpty(one) ? [] : [one]));
  const added = (await client.sessionEnv?.(places, disk)) ?? {};
  const session = {...places, host: {...places.host, env: {...places.host.env, ...added}}};
  const candidates = await Promise.all(
    files
      .flatMap((file) => entriesOf(client, file, session))
      .map((candidate) => withSessionEnv(candidate, added))
      .map(async (candidate) => withSessionEnv(candidate, await readEnvFile(candidate.entry, session.host, disk))),
  );
  const judged: Judged = (await client.judge?.(
    candidates.map(({entry}) => entry),
    places,
    disk,
  )) ?? {entries: candidates.map(({entry}) => entry), troubled: []};
  const standing = candidates.map(
    (candidate, index): Candidate => ({...candidate, entry: judged.entries[index] ?? candidate.entry}),
  );
  const own = client.mergesKeys === true ? withOverrides(standing, client) : standing;
  const entries = withPrecedence(
    client,
    own.map(({entry}) => entry),
  );
  const troubled = await Promise.all(judged.troubled.map((file) => readConfigFile(file, file.path, client, disk)));
  return {
    files: [...files, ...troubled.flatMap((one) => (one === null ? [] : [one]))],
    looked: wanted.flatMap(({file, path}, index) =>
      read[index] === null && file.dead === null ? [{path, client: client.id, scope: file.scope}] : [],
    ),
    candidates: own.map((candidate, index): Candidate => ({...candidate, entry: entries[index] ?? candidate.entry})),
  };
};

/** A file that no client reads is only worth a word when somebody put servers there. */
const isDeadAndEmpty = ({file, evidence}: ReadFile): boolean =>
  file.dead !== null && !(evidence.deadLocation?.hasServers ?? false);

/** One evidence for each client, path and scope. */
const uniqueFiles = (files: readonly ReadFile[]): readonly ReadFile[] => [
  ...new Map(files.map((one) => [`${one.evidence.client}\0${one.path}\0${one.evidence.scope}`, one])).values(),
];
