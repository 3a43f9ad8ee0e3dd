import type {Written} from '../clients/edit/index.ts';
import {backupFile, listEntries, readFileBounded} from '../files/index.ts';
import type {Host} from '../model/host.ts';
import {dataDirOf} from './attempt.ts';

/**
 * What a change of an earlier run wrote, from the journal; null where it was undone since, or its bytes are not kept any
 * more.
 */
export const writtenBefore = async (host: Host, id: string): Promise<Written | null> => {
  const dataDir = dataDirOf(host);
  const entry = (await listEntries(dataDir)).find((one) => one.id === id && one.state === 'done');
  if (entry === undefined) return null;
  const [before, after] = await Promise.all([
    readFileBounded(backupFile(dataDir, id, 'before')),
    readFileBounded(backupFile(dataDir, id, 'after')),
  ]);
  if (before.kind !== 'bytes' || after.kind !== 'bytes') return null;
  return {
    change: {file: entry.file},
    bytesBefore: entry.sha256Before === null ? null : before.bytes,
    bytesAfter: after.bytes,
    format: formatIn(entry.format),
  };
};

/** As the editor wrote it down; a word of another release is read with the most patience. */
const formatIn = (word: string): Written['format'] => FORMATS.find((one) => one === word) ?? 'jsonc';

const FORMATS = ['json', 'jsonc', 'toml', 'yaml'] as const satisfies readonly Written['format'][];
