import type {Borrowing, Client} from './client.ts';
import type {Disk} from './disk.ts';
import type {Places} from './places.ts';

/**
 * Who else takes servers from a file, by the file's path. Only programs that are in use here count: others would be told to
 * everybody. What a client reads as a file of its own is listed under it and not told here.
 */
export const borrowersOf = async (
  clients: readonly Client[],
  places: Places,
  disk: Disk,
): Promise<(path: string) => readonly string[]> => {
  const found = await Promise.all(clients.map(async ({borrows}) => (await borrows?.(places, disk)) ?? []));
  const readers = new Map<string, string[]>();
  for (const {path, by} of found.flat()) readers.set(path, [...(readers.get(path) ?? []), by]);
  return (path) => readers.get(path) ?? [];
};

/** Files that a program takes over where a folder of its own shows that it is in use. */
export const whereInUse =
  (
    by: string,
    signOf: (places: Places) => string | null,
    pathsOf: (places: Places) => readonly (string | null)[],
  ): NonNullable<Client['borrows']> =>
  async (places, disk): Promise<readonly Borrowing[]> => {
    const sign = signOf(places);
    if (sign === null || (await disk.status(sign)).kind !== 'folder') return [];
    return pathsOf(places).flatMap((path) => (path === null ? [] : [{path, by}]));
  };
