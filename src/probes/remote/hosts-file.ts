import net from 'node:net';
import {readFileBounded} from '../../files/index.ts';
import type {NetworkEvidence} from '../../model/evidence.ts';
import {type Host, variable} from '../../model/host.ts';

/** A hosts file that blocks advertisements has some megabytes. */
const MAX_BYTES = 5 * 1024 * 1024;

/** The line of the hosts file that decides where a name leads: the first one, as the resolver takes it. */
export const hostsFileLine = async (host: Host, hostname: string): Promise<NetworkEvidence['hostsFile']> => {
  if (net.isIP(hostname) !== 0) return null;
  const path = hostsPath(host);
  const read = await readFileBounded(path, {maxBytes: MAX_BYTES});
  return read.kind === 'bytes' ? lineFor(read.bytes.toString('utf8'), hostname, path) : null;
};

/** 'address name alias… # comment', one a line; names match in any case (hosts(5)). */
export const lineFor = (text: string, hostname: string, path: string): NetworkEvidence['hostsFile'] => {
  const wanted = hostname.toLowerCase().replace(/\.$/, '');
  for (const [index, whole] of text.split('\n').entries()) {
    const [address = '', ...names] = whole.replace(/#.*/, '').trim().split(/\s+/);
    if (net.isIP(address) === 0 || !names.some((name) => name.toLowerCase() === wanted)) continue;
    return {path, line: index + 1, address};
  }
  return null;
};

const hostsPath = (host: Host): string =>
  host.platform === 'win32'
    ? `${variable(host, 'SystemRoot') ?? 'C:\\Windows'}\\System32\\drivers\\etc\\hosts`
    : '/etc/hosts';
