import {type Host, pathsOf, variable} from '../../model/host.ts';
import {isRecord, valueAt} from '../../model/json.ts';
import type {ServerEntry, Standing} from '../../model/server.ts';
import type {Places} from '../places.ts';
import {lineOf, type Settings} from './settings-file.ts';

/**
 * In a folder that the person refused to trust, Gemini CLI starts no server, the person's own ones included. The nearest
 * folder above with a word decides; `TRUST_PARENT` speaks for the folder above itself. Seen with Gemini CLI 0.61. A folder
 * without a word is not judged: there Gemini CLI asks when it starts.
 * @param settings the settings files that may switch the trust in folders off
 */
export const geminiDistrust = (
  trust: Settings,
  settings: readonly Settings[],
  {host, projectDir}: Places,
): ((entry: ServerEntry) => Standing | null) => {
  const isOff = settings.some(({value}) => valueAt(value, ['security', 'folderTrust', 'enabled']) === false);
  if (isOff || projectDir === null || variable(host, 'GEMINI_CLI_TRUST_WORKSPACE') === 'true') return () => null;
  const refused = refusedFolder(trust, projectDir, host);
  if (refused === null) return () => null;
  const standing: Standing = {
    state: 'not-approved',
    decidedBy: {
      file: trust.path ?? '',
      path: [refused],
      line: lineOf(trust, [refused]),
      owner: 'the trust in this folder',
    },
    wins: null,
  };
  return (entry) => (entry.scope.startsWith('system') ? null : standing);
};

const refusedFolder = (trust: Settings, projectDir: string, host: Host): string | null => {
  if (!isRecord(trust.value)) return null;
  const paths = pathsOf(host);
  const words = new Map<string, {readonly folder: string; readonly isRefused: boolean}>();
  for (const [folder, word] of Object.entries(trust.value)) {
    const meant = word === 'TRUST_PARENT' ? paths.dirname(folder) : folder;
    if (typeof word === 'string') words.set(paths.normalize(meant), {folder, isRefused: word === 'DO_NOT_TRUST'});
  }
  for (let at = projectDir; ; at = paths.dirname(at)) {
    const found = words.get(at);
    if (found !== undefined) return found.isRefused ? found.folder : null;
    if (paths.dirname(at) === at) return null;
  }
};
