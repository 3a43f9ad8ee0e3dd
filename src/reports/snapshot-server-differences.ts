import {isRecord, type Json, valueAt} from '../model/json.ts';
import {STEPS} from '../model/step.ts';
import type {ServerSnapshot, Snapshot} from './snapshot.ts';
import {commandDifferences} from './snapshot-command-differences.ts';
import {type Difference, differs, type FoundDifference as Found} from './snapshot-found-difference.ts';
import {environmentTagDifferences, valueTagDifferences} from './snapshot-tag-differences.ts';

/** What a snapshot does not tell of a value: it is no secret, or there is none. */
const PLAIN = 'nothing of note';

/**
 * What differs for one server and can decide whether it works. Where it works alike on both sides, nothing does; where
 * one side fails, only what bears on the failing step or an earlier one.
 */
export const differencesOfServer = (
  a: Snapshot,
  b: Snapshot,
  one: ServerSnapshot,
  other: ServerSnapshot,
): readonly Difference[] => {
  if (isAlike(one, other)) return [];
  const failures = [one.failure, other.failure].flatMap((failure) => failure ?? []);
  const last = Math.max(...failures.map(({step}) => STEPS.indexOf(step)), failures.length === 0 ? STEPS.length : -1);
  const causes = failures.map(({cause}) => cause).join('\n');
  const isNamed = (word: string | undefined): boolean => word !== undefined && word.length > 2 && hasWord(causes, word);
  return candidates(a, b, one, other)
    .filter(({step, word}) => STEPS.indexOf(step) <= last || isNamed(word))
    .map(({word, isWeak = false, ...found}) => ({...found, server: one.name, isNamed: isNamed(word), isWeak}));
};

/** The word as a whole: TOKEN is not named by NOTES_TOKEN. */
const hasWord = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + word.length] ?? ' ')) return true;
  }
  return false;
};

/** It works on both sides, with the same tools; or fails on both in the same way. */
const isAlike = (one: ServerSnapshot, other: ServerSnapshot): boolean =>
  one.status !== 'unchecked' &&
  one.failure?.id === other.failure?.id &&
  one.status === other.status &&
  one.tools?.hash === other.tools?.hash &&
  one.standing === other.standing;

const candidates = (a: Snapshot, b: Snapshot, one: ServerSnapshot, other: ServerSnapshot): readonly Found[] => [
  ...differs('standing in its client', 'config', one.standing, other.standing),
  ...differs('approved in mcp-fix', 'config', yesNo(one.approved), yesNo(other.approved)),
  ...differs('client', 'config', one.client, other.client),
  ...weak(clientVersions(a, b, one, other)),
  ...environmentDifferences(a, b, one, other),
  ...environmentTagDifferences(a, b, one, other),
  ...entryDifferences(one.entry, other.entry, []),
  ...valueDifferences(a, b, one, other),
  ...valueTagDifferences(a, b, one, other),
  ...commandDifferences(a, b, one, other),
  ...machineDifferences(a, b, one),
  ...differs('protocol', 'handshake', protocolOf(one, other), protocolOf(other, one)),
  ...differs('server version', 'handshake', one.protocol?.server, other.protocol?.server),
  ...toolDifferences(one, other),
];

const weak = (found: readonly Found[]): readonly Found[] => found.map((one) => ({...one, isWeak: true}));

/** Without its patch number: a client of another release may read and send otherwise. */
const clientVersions = (a: Snapshot, b: Snapshot, one: ServerSnapshot, other: ServerSnapshot): readonly Found[] => {
  const [here, there] = [a.clients.find(({id}) => id === one.client), b.clients.find(({id}) => id === other.client)];
  const [mine, yours] = [here?.version ?? '', there?.version ?? ''];
  const release = (text: string): string => /^\d+(?:\.\d+)?/.exec(text)?.[0] ?? text;
  if (one.client !== other.client || mine === '' || yours === '' || release(mine) === release(yours)) return [];
  return differs('version of the client', 'config', `${one.client} ${mine}`, `${other.client} ${yours}`);
};

/** Agreed on; told as missing only where the other side has one and this one came as far as asking. */
const protocolOf = (mine: ServerSnapshot, yours: ServerSnapshot): string | null => {
  if (mine.protocol !== null) return `${mine.protocol.version} (${mine.protocol.era})`;
  return mine.status === 'broken' && yours.protocol !== null ? 'none was agreed on' : null;
};

const environmentDifferences = (
  a: Snapshot,
  b: Snapshot,
  one: ServerSnapshot,
  other: ServerSnapshot,
): readonly Found[] =>
  [...new Set([...one.variables, ...other.variables])].flatMap((name) =>
    differs(`environment ${name}`, 'config', a.environment[name] ?? 'unset', b.environment[name] ?? 'unset', name),
  );

/** Values that are unlike for a reason of their own, and not because a variable that they refer to is. */
const valueDifferences = (a: Snapshot, b: Snapshot, one: ServerSnapshot, other: ServerSnapshot): readonly Found[] => {
  const unlike = one.variables.filter((name) => a.environment[name] !== b.environment[name]);
  return keysOf(one.values, other.values).flatMap((path) => {
    const [field = '', ...rest] = path.split('.');
    const written = valueAt(one.entry, [field, rest.join('.')]);
    if (typeof written === 'string' && unlike.some((name) => hasWord(written, name))) return [];
    return differs(
      `value of ${path}`,
      'config',
      one.values[path] ?? PLAIN,
      other.values[path] ?? PLAIN,
      rest.join('.'),
    );
  });
};

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

const keysOf = (a: object, b: object): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();

/** Keys of the entry whose values differ; texts that hide a secret are compared by what `values` says of them. */
const entryDifferences = (a: Json, b: Json, path: readonly string[]): readonly Found[] => {
  if (isRecord(a) && isRecord(b))
    return keysOf(a, b).flatMap((key) => entryDifferences(a[key] ?? null, b[key] ?? null, [...path, key]));
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  const [here, there] = [shown(a), shown(b)];
  if (here.includes('[secret') && there.includes('[secret')) return [];
  return [
    {
      what: `entry ${path.join(' › ')}`,
      step: 'config',
      a: here,
      b: there,
      word: path.length > 1 ? (path.at(-1) ?? '') : namedBy(a, b),
    },
  ];
};

/** Of a setting of the entry itself the value is named, not the key: every cause says 'command'. */
const namedBy = (a: Json, b: Json): string => (typeof a === 'string' ? a : typeof b === 'string' ? b : '');

const shown = (value: Json): string =>
  value === null ? 'missing' : typeof value === 'string' ? value : JSON.stringify(value);

/** The system, and the variables that change how programs reach others. */
const machineDifferences = (a: Snapshot, b: Snapshot, one: ServerSnapshot): readonly Found[] => {
  const isLocal = one.transport === 'stdio';
  return [
    ...differs('system', 'command', a.machine.platform, b.machine.platform),
    ...(isLocal ? differs('processor', 'launch', a.machine.arch, b.machine.arch) : []),
    ...keysOf(a.environment, b.environment)
      .filter((name) => DECIDING.test(name) && (isLocal || NETWORK.test(name)))
      .flatMap((name) =>
        differs(
          `environment ${name}`,
          isLocal ? 'launch' : 'network',
          a.environment[name] ?? 'unset',
          b.environment[name] ?? 'unset',
          name,
        ),
      ),
  ];
};

/** Of the variables that every snapshot tells, those that change how a program runs; CI itself changes nothing. */
const DECIDING =
  /_PROXY$|^(?:DOCKER_HOST|NODE_\w+|NPM_CONFIG_REGISTRY|PYTHON\w+|REQUESTS_CA_BUNDLE|SSL_CERT_FILE|UV_INDEX_URL|VIRTUAL_ENV)$/;

const NETWORK = /_PROXY$|^(?:NODE_EXTRA_CA_CERTS|NODE_OPTIONS|NODE_TLS_REJECT_UNAUTHORIZED)$/;

const toolDifferences = (one: ServerSnapshot, other: ServerSnapshot): readonly Found[] => {
  if (one.tools === null || other.tools === null || one.tools.hash === other.tools.hash) return [];
  const [here, there] = [new Set(one.tools.names), new Set(other.tools.names)];
  const only = (names: readonly string[], without: ReadonlySet<string>): string => {
    const rest = names.filter((name) => !without.has(name));
    return rest.length === 0
      ? 'none of its own'
      : `${rest.slice(0, 6).join(', ')}${rest.length > 6 ? ` and ${rest.length - 6} more` : ''}`;
  };
  return [
    {
      what: 'tools that the other lacks',
      step: 'tools',
      a: only(one.tools.names, there),
      b: only(other.tools.names, here),
    },
  ];
};
