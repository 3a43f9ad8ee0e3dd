import dns from 'node:dns/promises';
import {reachOfAddress, reachOfHost} from './address.ts';

/** Whether a URL leads to this machine or into a private network: its host by its text, else one of its addresses. */
export const leadsInside = async (url: URL): Promise<boolean> => {
  const reach = reachOfHost(url.hostname);
  if (reach !== 'unknown') return reach !== 'public';
  const found = await dns.lookup(url.hostname, {all: true}).catch(() => []);
  return found.some(({address}) => reachOfAddress(address) !== 'public');
};
