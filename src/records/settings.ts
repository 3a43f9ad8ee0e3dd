import path from 'node:path';
import {dataFolders, errorCode, makePrivateFolder, readFileBounded, setAside} from '../files/index.ts';
import type {Host} from '../model/host.ts';
import {isRecord, type Json} from '../model/json.ts';

/** Who was approved, as it was shown: for the list of approvals, never for deciding. */
export interface Approved {
  readonly name: string;
  readonly client: string;
  readonly file: string;
}

/** What the person said yes to, by the digest of the whole launch. */
export interface Approvals {
  readonly isApproved: (digest: string) => boolean;
  readonly approve: (digest: string, what: Approved) => Promise<void>;
  readonly forget: (digest: string) => Promise<void>;
  readonly list: () => readonly (Approved & {readonly digest: string; readonly at: string})[];
  /** Why a yes holds only for this run, or that a damaged store was set aside; null when all is well. */
  readonly trouble: string | null;
}

/** Small choices that are kept: the last client, hints that were seen. */
export interface Preferences {
  readonly get: (name: string) => Json | undefined;
  readonly set: (name: string, value: Json) => Promise<void>;
  readonly trouble: string | null;
}

interface Store {
  readonly get: (key: string) => Json | undefined;
  readonly put: (key: string, value: Json | undefined) => Promise<void>;
  /** What was put under each key; undefined where it was taken back. */
  readonly entries: () => readonly (readonly [string, Json | undefined])[];
  readonly trouble: string | null;
}

/** Opens the approvals. Never throws: a damaged or unwritable store costs being asked again, and nothing else. */
export const openApprovals = async (host: Host): Promise<Approvals> => {
  const store = await openStore(host, 'approvals');
  const known = (digest: string): Json | undefined => (/^[0-9a-f]{64}$/.test(digest) ? store.get(digest) : undefined);
  return {
    isApproved: (digest) => isRecord(known(digest)),
    approve: async (digest, {name, client, file}) => {
      if (/^[0-9a-f]{64}$/.test(digest))
        await store.put(digest, {name, client, file, at: new Date(host.now()).toISOString()});
    },
    forget: async (digest) => store.put(digest, undefined),
    list: () => store.entries().flatMap(([digest, value]) => (isRecord(value) ? [{digest, ...shown(value)}] : [])),
    trouble: store.trouble,
  };
};

/** Opens the preferences. Never throws. */
export const openPreferences = async (host: Host): Promise<Preferences> => {
  const store = await openStore(host, 'preferences');
  return {get: store.get, set: async (name, value) => store.put(name, value), trouble: store.trouble};
};

const shown = (value: {readonly [key: string]: Json}): Approved & {readonly at: string} => {
  const text = (key: string): string => (typeof value[key] === 'string' ? value[key] : '');
  return {name: text('name'), client: text('client'), file: text('file'), at: text('at')};
};

const MEMORY_ONLY = 'What you approve is remembered for this run only';

const openStore = async (host: Host, name: string): Promise<Store> => {
  const folders = dataFolders(host);
  if (folders === null) return inMemory(`HOME is not set. ${MEMORY_ONLY}.`);
  const file = path.join(folders.config, `${name}.json`);
  try {
    const asideName = await asideIfDamaged(file);
    await makePrivateFolder(folders.config);
    const isThere = (await readFileBounded(file)).kind !== 'missing';
    const store = await persistent(folders.config, name, isThere);
    const trouble =
      asideName === null ? null : `${file} was damaged; it is kept as ${asideName}, and a new one begins.`;
    return {...store, trouble};
  } catch (error) {
    return inMemory(`${folders.config} cannot be written (${errorCode(error)}). ${MEMORY_ONLY}.`);
  }
};

/** conf would die at a store that it cannot parse, or clear it: so it is looked at, and set aside, before. */
const asideIfDamaged = async (file: string): Promise<string | null> => {
  const read = await readFileBounded(file);
  if (read.kind === 'missing' || (read.kind === 'bytes' && isStore(read.bytes.toString('utf8')))) return null;
  return setAside(file);
};

const isStore = (text: string): boolean => {
  try {
    return isRecord(JSON.parse(text));
  } catch {
    // No JSON: damaged.
    return false;
  }
};

/** conf keeps it. Loaded only where something is kept or to be kept: it brings a schema checker along. */
const persistent = async (cwd: string, configName: string, isThere: boolean): Promise<Omit<Store, 'trouble'>> => {
  const openConf = async () => {
    const {default: Conf} = await import('conf');
    return new Conf<Record<string, Json>>({
      cwd,
      configName,
      configFileMode: 0o600,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
    });
  };
  let conf = isThere ? await openConf() : null;
  const memory = new Map<string, Json | undefined>(Object.entries(conf?.store ?? {}));
  return {
    get: (key) => memory.get(key),
    entries: () => [...memory],
    put: async (key, value) => {
      memory.set(key, value);
      try {
        conf ??= await openConf();
        if (value === undefined) conf.delete(key);
        else conf.set(key, value);
      } catch (error) {
        // A disk that is full or read-only: the yes holds for this run, as `memory` has it.
        if (errorCode(error) === 'unknown' && !(error instanceof SyntaxError)) throw error;
      }
    },
  };
};

const inMemory = (trouble: string): Store => {
  const memory = new Map<string, Json | undefined>();
  return {
    get: (key) => memory.get(key),
    entries: () => [...memory],
    put: async (key, value) => {
      memory.set(key, value);
    },
    trouble,
  };
};
