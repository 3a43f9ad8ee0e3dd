import {type Reach, reachOfAddress, reachOfHost} from './address.ts';

/** Whether a URL that a server named may be asked, and how the socket makes sure of it. */
export type Permission =
  | {readonly isAllowed: true; readonly check: ((address: string) => boolean) | undefined}
  | {readonly isAllowed: false; readonly problem: 'not-https' | 'private-address'; readonly why: string};

/** Where the configured name led when the network was looked at. */
export interface Whereabouts {
  readonly reach: Reach;
  readonly addresses: readonly string[];
}

/**
 * A URL learned from a server is asked only when it is https and every address behind it is public. A server that the
 * person configured on loopback or on a private host may name its own kind: loopback, or its own host. A server that was
 * found in public may not turn its own name inside afterwards.
 */
export const mayAsk = (configured: URL, {reach, addresses}: Whereabouts, named: URL): Permission => {
  if (named.origin === configured.origin) {
    const isWhereItWas = (address: string): boolean =>
      reachOfAddress(address) === 'public' || addresses.includes(address);
    return {isAllowed: true, check: reach === 'public' ? isWhereItWas : undefined};
  }
  if (named.username !== '' || named.password !== '' || !/^https?:$/.test(named.protocol)) {
    return {
      isAllowed: false,
      problem: 'not-https',
      why: `${named.protocol} with a user name, or no web address, is not asked`,
    };
  }
  const there = reachOfHost(named.hostname);
  if (reach === 'loopback' && there === 'loopback') {
    return {isAllowed: true, check: (address) => reachOfAddress(address) === 'loopback'};
  }
  if (reach === 'private' && named.hostname === configured.hostname) {
    return {isAllowed: true, check: (address) => reachOfAddress(address) === 'private'};
  }
  if (named.protocol !== 'https:')
    return {isAllowed: false, problem: 'not-https', why: 'it is not https, so it is not asked'};
  if (there === 'loopback' || there === 'private') {
    return {isAllowed: false, problem: 'private-address', why: 'it leads into a private network, so it is not asked'};
  }
  return {isAllowed: true, check: (address) => reachOfAddress(address) === 'public'};
};
