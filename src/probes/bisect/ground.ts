import type {Host} from '../../model/host.ts';
import {createRedactor} from '../../model/redact.ts';
import type {RemoteLaunch, ServerEntry, StdioLaunch} from '../../model/server.ts';
import {environmentSecrets} from '../environment-secrets.ts';
import {withHelperHeaders} from '../headers-helper.ts';
import {isSecretHeader} from '../remote/header-text.ts';
import {readTarget} from '../remote/target.ts';
import {LEGACY, LEGACY_VERSIONS, MODERN} from '../stdio/eras.ts';
import {createHttpTrier} from './http-trier.ts';
import {type Part, partsOf, stdioPartsOf} from './parts.ts';
import {createSseTrier} from './sse-trier.ts';
import {createStdioTrier, variablesOf} from './stdio-trier.ts';
import type {Trier} from './trier.ts';

export interface BisectOptions {
  readonly host: Host;
  readonly signal: AbortSignal;
  readonly maxRequests?: number;
  readonly pauseMs?: number;
  readonly timeoutMs?: number;
  /** A local program gets six harmless variables and its own, nothing else. */
  readonly minimalEnv?: boolean;
}

/** A search with every part, a pair among them, and its proof. */
const MOST_REQUESTS = 60;

/** From where a search may start: parts that are always there, and the version that is asked for. */
export interface Base {
  readonly kept: readonly Part[];
  readonly version: string;
}

/** What a search goes over. */
export interface Ground {
  readonly trier: Trier;
  /** Tried in this order, until one passes. */
  readonly bases: readonly Base[];
  readonly partsOf: (version: string) => readonly Part[];
}

/** A server behind a URL; null where the URL cannot be called. */
export const remoteGround = async (
  entry: ServerEntry,
  launch: RemoteLaunch,
  options: BisectOptions,
): Promise<Ground | null> => {
  const {host} = options;
  const {url} = readTarget(launch.url);
  if (url === null) return null;
  const whole = await withHelperHeaders(entry, launch, {...options, timeoutMs: 10_000});
  const redactor = createRedactor([...entry.secrets, ...environmentSecrets(host), ...Object.values(whole.headers)]);
  const create = launch.transport === 'sse' ? createSseTrier : createHttpTrier;
  return {
    trier: create(whole, url, {...limitsIn(options), redactor, timeoutMs: options.timeoutMs ?? 5000}),
    // The older transport ended before the modern era began.
    bases: [...LEGACY_VERSIONS.slice(0, 4), ...(launch.transport === 'sse' ? [] : [MODERN])].map((version) => ({
      kept: [],
      version,
    })),
    partsOf: (version) => partsOf({headers: whole.headers, url}, version),
  };
};

const limitsIn = (options: BisectOptions) => ({
  host: options.host,
  signal: options.signal,
  maxRequests: options.maxRequests ?? MOST_REQUESTS,
  pauseMs: options.pauseMs ?? 150,
});

/** A local program. Its credentials belong to the smallest start; so do variables without which it does not start at all. */
export const localGround = async (entry: ServerEntry, launch: StdioLaunch, options: BisectOptions): Promise<Ground> => {
  const {host, minimalEnv = false} = options;
  const redactor = createRedactor([...entry.secrets, ...environmentSecrets(host)]);
  const {least, inherited} = await variablesOf(entry, launch, {host, redactor, minimalEnv});
  const secretNames = Object.keys(launch.env).filter(isSecretHeader);
  const own = Object.fromEntries(Object.entries(launch.env).filter(([name]) => !secretNames.includes(name)));
  const ofEntry = stdioPartsOf({own, inherited: {}}, LEGACY).filter(({kind}) => kind === 'variable');
  const handedOn = stdioPartsOf({own: {}, inherited}, LEGACY).filter(({kind}) => kind === 'inherited');
  const all = [...ofEntry, ...handedOn];
  const tries: readonly (readonly Part[])[] = [
    [],
    ...(ofEntry.length === 0 ? [] : [ofEntry]),
    ...(handedOn.length === 0 ? [] : [all]),
  ];
  return {
    trier: createStdioTrier(entry, launch, {
      ...limitsIn(options),
      redactor,
      timeoutMs: options.timeoutMs ?? 10_000,
      least,
      secretNames,
    }),
    bases: [
      ...tries.map((kept) => ({kept, version: LEGACY})),
      ...[...LEGACY_VERSIONS.slice(1, 3), MODERN].map((version) => ({kept: all, version})),
    ],
    partsOf: (version) => stdioPartsOf({own, inherited}, version),
  };
};
