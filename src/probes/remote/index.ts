import {setMaxListeners} from 'node:events';
import type {Evidence, HttpEvidence, NetworkEvidence, SectionName} from '../../model/evidence.ts';
import type {Host} from '../../model/host.ts';
import type {Redactor} from '../../model/redact.ts';
import type {RemoteLaunch, ServerEntry} from '../../model/server.ts';
import {askedForAuth, lookAtAuth} from './auth.ts';
import {headerOf} from './header-text.ts';
import {type HttpLook, lookAtHttp} from './http-look.ts';
import {type Line, remaining} from './line.ts';
import {lookAtNetwork} from './network.ts';
import {otherPorts} from './other-ports.ts';
import {proxyFor} from './proxy.ts';
import {talk} from './talk.ts';
import {readTarget} from './target.ts';

export type RemoteSections = Pick<Evidence, 'network' | 'http' | 'auth' | 'handshake' | 'tools' | 'durations'>;

export interface RemoteOptions {
  readonly host: Host;
  readonly redactor: Redactor;
  /** For everything together. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly onSection?: (name: SectionName, section: object, ms: number) => void;
}

/**
 * Investigates a server behind a URL, one layer at a time: network, HTTP, authentication, handshake, tools. Stops asking
 * when an earlier answer makes it pointless and says so in every later section. Never throws for what a server does.
 */
export const probeRemote = async (
  entry: ServerEntry,
  launch: RemoteLaunch,
  options: RemoteOptions,
): Promise<RemoteSections> => {
  const {host} = options;
  // A signal of our own: several requests listen to it at a time, and Node warns of more than ten.
  const signal = AbortSignal.any([options.signal]);
  setMaxListeners(100, signal);
  const startedAt = host.now();
  const line: Line = {
    host,
    redactor: options.redactor.with(entry.secrets),
    signal,
    startedAt,
    deadline: startedAt + options.timeoutMs,
    proxyFor: (url) => proxyFor(host, url),
  };
  const durations: Partial<Record<SectionName, number>> = {};
  const asked: {-readonly [K in 'network' | 'http' | 'auth' | 'handshake' | 'tools']?: RemoteSections[K]} = {};
  const report = (name: SectionName, section: object, since: number): void => {
    durations[name] = Math.max(0, host.now() - since);
    options.onSection?.(name, section, durations[name]);
  };
  const skip = (names: readonly ('http' | 'auth' | 'handshake' | 'tools')[], why: string): RemoteSections => {
    for (const name of names) {
      asked[name] = {skipped: why};
      options.onSection?.(name, {skipped: why}, 0);
    }
    return {...asked, durations};
  };

  const target = readTarget(launch.url);
  const {evidence: network, stop} = await lookAtNetwork(line, launch.url, target);
  if (stop !== null || target.url === null) {
    const isClosed =
      target.url !== null && network.reach === 'loopback' && network.tcp.length > 0 && network.tls === null;
    asked.network = {...network, otherPorts: isClosed && target.url !== null ? await otherPorts(line, target.url) : []};
    report('network', asked.network, startedAt);
    return skip(['http', 'auth', 'handshake', 'tools'], stop ?? 'the URL cannot be called');
  }
  const {url} = target;

  const httpAt = host.now();
  const look = await lookAtHttp(line, {url, declared: launch.transport, headers: launch.headers, entry});
  asked.network = await completed(line, network, look, url);
  report('network', asked.network, host.now() - (httpAt - startedAt));
  asked.http = look.evidence;
  report('http', look.evidence, httpAt);

  const authAt = host.now();
  const lookAside = async (exchanges: HttpEvidence['exchanges']): Promise<boolean> => {
    const exchange = askedForAuth(exchanges);
    if (exchange === null) return false;
    const own = {reach: network.reach, addresses: network.dns?.addresses ?? []};
    const about = {exchange, url, own, headers: launch.headers, entry};
    asked.auth = await lookAtAuth(line, about);
    report('auth', asked.auth, authAt);
    return true;
  };
  const {contact} = look;
  if (contact === null) {
    const isAuth = await lookAside([look.evidence.main, ...look.evidence.exchanges]);
    if (!isAuth) skip(['auth'], NO_AUTH);
    return skip(
      ['handshake', 'tools'],
      isRefusedHere(look.evidence) ? 'the server lets nobody in without authentication' : whyNoTalk(look),
    );
  }
  const talkAt = host.now();
  let toolsAt = talkAt;
  const talked = await talk(line, contact, {
    entry,
    notebook: look.notebook,
    onHandshake: (handshake) => {
      asked.handshake = handshake;
      report('handshake', handshake, talkAt - (contact.reply?.answer.ms ?? 0));
      toolsAt = host.now();
    },
  });
  const exchanges = [
    ...look.evidence.exchanges,
    ...(talked?.exchanges ?? []).filter((one) => !look.evidence.exchanges.includes(one)),
  ];
  asked.http = {...look.evidence, exchanges, sessionId: talked?.hasSession ?? false};
  if (!(await lookAside(exchanges))) skip(['auth'], NO_AUTH);
  if (talked?.tools === null || talked === null) return skip(['tools'], 'the handshake did not come to an end');
  asked.tools = talked.tools;
  report('tools', talked.tools, toolsAt);
  return {...asked, durations};
};

const NO_AUTH = 'no authentication was asked for';

/** The address that was asked for wants a sign-in; that another one which was only tried does so says nothing of it. */
const isRefusedHere = ({main, exchanges}: HttpEvidence): boolean =>
  askedForAuth([main, ...exchanges.filter(({request}) => request.url === main.request.url)]) !== null;

const whyNoTalk = (look: HttpLook): string => {
  const {status} = look.first;
  if (status === null) return 'the first request got no answer';
  return look.evidence.answered === null
    ? `the first request was answered with ${status}, and not by an MCP server`
    : 'the server speaks another transport than the entry names';
};

/** What only the first request could tell of the network: clock, proxy, language; and other ports of this machine. */
const completed = async (line: Line, network: NetworkEvidence, look: HttpLook, url: URL): Promise<NetworkEvidence> => {
  const date = Date.parse(headerOf(look.first.headers, 'date') ?? '');
  const {proxy} = network;
  const isLost =
    network.reach === 'loopback' &&
    look.contact === null &&
    !look.evidence.trials.some(({isMcp}) => isMcp) &&
    ![401, 403, 402, 429].includes(look.first.status ?? 0) &&
    (look.first.status ?? 0) < 500 &&
    remaining(line) > 1000;
  return {
    ...network,
    proxy: proxy !== null && !proxy.isBypassed && look.first.status === 407 ? {...proxy, status: 407} : proxy,
    speaks: look.speaks ?? network.speaks,
    otherPorts: isLost ? await otherPorts(line, url) : [],
    control: {...network.control, clockSkewMs: Number.isNaN(date) ? null : date - line.host.now()},
  };
};
