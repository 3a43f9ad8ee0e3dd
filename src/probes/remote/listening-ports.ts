import {readFileBounded} from '../../files/index.ts';
import type {Host} from '../../model/host.ts';

/** Where MCP servers and their inspectors usually listen; asked where the system does not tell what is open. */
const USUAL = [3000, 3001, 8000, 8080, 5000, 4000, 6274, 3845];

/**
 * TCP ports that something on this machine listens on, on loopback or on every address: one's own programs
 * before others', those like `near` first. Linux tells (proc(5), /proc/net/tcp); elsewhere it is a list of usual ports.
 */
export const listeningPorts = async (host: Host, near: number): Promise<readonly number[]> => {
  if (host.platform !== 'linux') return USUAL.filter((port) => port !== near);
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFileBounded(path)));
  const rows = tables.flatMap((table) => (table.kind === 'bytes' ? rowsOf(table.bytes.toString('latin1')) : []));
  const mine = new Map<number, boolean>();
  for (const {port, uid} of rows) mine.set(port, mine.get(port) === true || uid === host.uid);
  mine.delete(near);
  return [...mine.keys()].sort(
    (a, b) =>
      Number(mine.get(b)) - Number(mine.get(a)) ||
      likeness(b, near) - likeness(a, near) ||
      Math.abs(a - near) - Math.abs(b - near),
  );
};

/** A neighbour or a slip of one digit before the usual ports, these before the rest, and numbers that systems hand out last. */
const likeness = (port: number, near: number): number => {
  const [a, b] = [String(port), String(near)];
  const isSlip = a.length === b.length && [...a].filter((digit, index) => digit !== b[index]).length === 1;
  if (isSlip || Math.abs(port - near) <= 10) return 3;
  if (USUAL.includes(port)) return 2;
  return port >= 32_768 && near < 32_768 ? 0 : 1;
};

/** Loopback and any-address, as /proc writes them: hexadecimal, each 32-bit word in the machine's byte order. */
const LOCAL = /^(?:0100007F|00000000|0{24}01000000|0{32}|0{16}FFFF00000100007F)$/;
const LISTEN = '0A';

const rowsOf = (table: string): readonly {readonly port: number; readonly uid: number}[] =>
  table.split('\n').flatMap((line) => {
    const [, local, , state, , , , uid] = line.trim().split(/\s+/);
    const [address, port] = (local ?? '').split(':');
    if (state !== LISTEN || address === undefined || port === undefined || !LOCAL.test(address)) return [];
    return [{port: Number.parseInt(port, 16), uid: Number(uid)}];
  });
