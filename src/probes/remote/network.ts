import type {NetworkEvidence} from '../../model/evidence.ts';
import {variable} from '../../model/host.ts';
import {printableLine} from '../../model/printable.ts';
import {timeLimit} from '../time-limit.ts';
import {reachOfAll, reachOfHost} from './address.ts';
import {clockSkew} from './clock-skew.ts';
import {errorChain} from './error-chain.ts';
import {hostsFileLine} from './hosts-file.ts';
import {type Line, slice} from './line.ts';
import {openTunnel, ProxyRefusal} from './open-request.ts';
import {hasRoute} from './own-network.ts';
import {type ProxyChoice, portOf} from './proxy.ts';
import {spokenLanguage} from './spoken-language.ts';
import type {Target} from './target.ts';
import {knock, lookUp, openElsewhere} from './tcp-look.ts';
import {lookAtTls} from './tls-look.ts';

/** The way to an open socket, and why it is pointless to go on where there is none. */
interface NetworkLook {
  readonly evidence: NetworkEvidence;
  readonly stop: string | null;
}

/** Looks at one layer after the other: URL, proxy, name, address, TLS. No header and no body is sent. */
export const lookAtNetwork = async (line: Line, written: string, target: Target): Promise<NetworkLook> => {
  const clean = (text: string): string => printableLine(line.redactor.text(text));
  const problem = target.problem === null ? null : clean(target.problem);
  const {url} = target;
  if (url === null) {
    return {
      evidence: {...NOTHING, url: clean(written), urlProblem: problem},
      stop: `the URL cannot be called: ${problem}`,
    };
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const base: NetworkEvidence = {
    ...NOTHING,
    url: clean(written),
    scheme: url.protocol.replace(':', ''),
    host: clean(host),
    port: portOf(url),
    path: clean(url.pathname),
    isUrlValid: true,
    urlProblem: problem,
    reach: reachOfHost(host),
  };
  const proxy = line.proxyFor(url);
  if (proxy === null || proxy.isBypassed)
    return straight(line, url, {...base, proxy: await seenProxy(line, url, proxy)});
  const seen = await seenProxy(line, url, proxy);
  if (seen?.error === null && (seen.status === null || seen.status < 300))
    return overTls(line, url, {...base, proxy: seen});
  // The proxy fails: whether the server would be reachable without it tells what to change.
  const {evidence} = await straight(line, url, {...base, proxy: seen});
  return {evidence, stop: `the proxy in ${proxy.variable} does not let us through`};
};

const straight = async (line: Line, url: URL, base: NetworkEvidence): Promise<NetworkLook> => {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const [dns, hostsFile] = await Promise.all([lookUp(line, hostname), hostsFileLine(line.host, hostname)]);
  const reach = base.reach === 'unknown' ? reachOfAll(dns.addresses) : base.reach;
  const found: NetworkEvidence = {...base, dns, hostsFile, reach};
  if (dns.addresses.length === 0) {
    return {evidence: await withControl(found), stop: `the host name ${base.host} does not resolve`};
  }
  const tcp = await Promise.all(dns.addresses.map((address) => knock(line, address, base.port)));
  if (tcp.some(({isOpen}) => isOpen)) return overTls(line, url, {...found, tcp});
  const openAt = reach === 'loopback' ? await openElsewhere(line, dns.addresses, base.port) : [];
  return {
    evidence: await withControl({...found, tcp, openAt}),
    stop: `nothing answers at ${base.host} port ${base.port}`,
  };
};

const overTls = async (line: Line, url: URL, base: NetworkEvidence): Promise<NetworkLook> => {
  if (url.protocol !== 'https:') return {evidence: base, stop: null};
  const tls = await lookAtTls(line, url);
  if (tls.isOk || (tls.validTo !== null && variable(line.host, 'NODE_TLS_REJECT_UNAUTHORIZED') === '0')) {
    return {evidence: {...base, tls}, stop: null};
  }
  const isAboutDates = tls.error?.code === 'CERT_HAS_EXPIRED' || tls.error?.code === 'CERT_NOT_YET_VALID';
  const clockSkewMs = isAboutDates ? await clockSkew(line, url) : null;
  const speaks = tls.validTo === null && base.tcp.length > 0 ? await spokenLanguage(line, url) : null;
  return {
    evidence: {...base, tls, speaks, control: {...base.control, clockSkewMs}},
    stop: 'no safe TLS connection could be made',
  };
};

/** The proxy on its own: is it there, and does it open a tunnel? Of a plain http URL only its port is asked. */
const seenProxy = async (line: Line, url: URL, proxy: ProxyChoice | null): Promise<NetworkEvidence['proxy']> => {
  if (proxy === null) return null;
  const shown = {
    variable: proxy.variable,
    url: printableLine(line.redactor.text(withoutPassword(proxy.url))),
    isBypassed: proxy.isBypassed,
  };
  if (proxy.isBypassed) return {...shown, error: null, status: null};
  const dns = await lookUp(line, proxy.url.hostname.replace(/^\[|\]$/g, ''));
  if (dns.error !== null) return {...shown, error: [dns.error], status: null};
  const tcp = await Promise.all(dns.addresses.map((address) => knock(line, address, portOf(proxy.url))));
  const refusals = tcp.flatMap(({error}) => error ?? []);
  if (!tcp.some(({isOpen}) => isOpen)) return {...shown, error: refusals, status: null};
  if (url.protocol !== 'https:') return {...shown, error: null, status: null};
  const ms = slice(line, 4000, 0.5);
  const limit = timeLimit(line.signal, ms);
  try {
    (await openTunnel(proxy, `${url.hostname}:${portOf(url)}`, limit.signal)).destroy();
    return {...shown, error: null, status: 200};
  } catch (error) {
    if (error instanceof ProxyRefusal) return {...shown, error: null, status: error.status};
    const told = limit.isLate() ? Object.assign(new Error(`no tunnel within ${ms} ms`), {code: 'ETIMEDOUT'}) : error;
    return {...shown, error: errorChain(told, line.redactor), status: null};
  } finally {
    limit.release();
  }
};

const withoutPassword = (url: URL): string => {
  const shown = new URL(url);
  if (shown.password !== '') shown.password = '***';
  return shown.href;
};

/** Is the fault perhaps our own? Asked of the routing table, and only for servers beyond this machine. */
const withControl = async (evidence: NetworkEvidence): Promise<NetworkEvidence> =>
  evidence.reach === 'loopback'
    ? evidence
    : {...evidence, control: {...evidence.control, hasNetwork: await hasRoute()}};

const NOTHING: NetworkEvidence = {
  url: '',
  scheme: '',
  host: '',
  port: 0,
  path: '',
  isUrlValid: false,
  urlProblem: null,
  reach: 'unknown',
  proxy: null,
  dns: null,
  hostsFile: null,
  tcp: [],
  openAt: [],
  otherPorts: [],
  tls: null,
  speaks: null,
  control: {hasNetwork: null, clockSkewMs: null},
};
