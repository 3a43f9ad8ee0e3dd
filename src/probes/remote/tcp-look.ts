import dns from 'node:dns/promises';
import net from 'node:net';
import type {NetworkEvidence} from '../../model/evidence.ts';
import {linkOf} from './error-chain.ts';
import {type Line, slice} from './line.ts';

type Dns = NonNullable<NetworkEvidence['dns']>;
type Tcp = NetworkEvidence['tcp'][number];

const DNS_MS = 5000;
const TCP_MS = 3000;
const MAX_ADDRESSES = 6;

/** Resolves a name as every program on this machine does (getaddrinfo, hosts file included). */
export const lookUp = async (line: Line, hostname: string): Promise<Dns> => {
  const start = line.host.now();
  if (net.isIP(hostname) !== 0) return {addresses: [hostname], error: null, ms: 0};
  const limit = slice(line, DNS_MS, 0.6);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error(`no answer from the name server within ${limit} ms`), {code: 'ETIMEOUT'})),
      limit,
    );
  });
  try {
    const found = await Promise.race([dns.lookup(hostname, {all: true, verbatim: true}), late]);
    const addresses = [...new Set(found.map(({address}) => address))].slice(0, MAX_ADDRESSES);
    return {addresses, error: null, ms: line.host.now() - start};
  } catch (error) {
    return {addresses: [], error: linkOf(error, line.redactor), ms: line.host.now() - start};
  } finally {
    clearTimeout(timer);
  }
};

/** Opens and closes one connection; nothing is sent. */
export const knock = (line: Line, address: string, port: number, mostMs = TCP_MS): Promise<Tcp> =>
  new Promise((resolve) => {
    const start = line.host.now();
    const limit = slice(line, mostMs, 0.6);
    const socket = net.connect({host: address, port});
    const done = (error: unknown): void => {
      clearTimeout(timer);
      line.signal.removeEventListener('abort', onAbort);
      socket.destroy();
      resolve({
        address,
        family: net.isIPv6(address) ? 6 : 4,
        isOpen: error === null,
        error: error === null ? null : linkOf(error, line.redactor),
        ms: line.host.now() - start,
      });
    };
    const timer = setTimeout(
      () => done(Object.assign(new Error(`no answer within ${limit} ms`), {code: 'ETIMEDOUT', address, port})),
      limit,
    );
    const onAbort = (): void => done(line.signal.reason);
    line.signal.addEventListener('abort', onAbort, {once: true});
    socket.once('connect', () => done(null));
    socket.on('error', done);
  });

/** The other addresses of this machine's loopback at which the port is open although those asked for refuse. */
export const openElsewhere = async (line: Line, asked: readonly string[], port: number): Promise<readonly string[]> => {
  const others = ['127.0.0.1', '::1'].filter((address) => !asked.includes(address));
  const knocks = await Promise.all(others.map((address) => knock(line, address, port, 1000)));
  return knocks.filter(({isOpen}) => isOpen).map(({address}) => address);
};
