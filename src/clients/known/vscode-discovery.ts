import {isRecord, type Json, valueAt} from '../../model/json.ts';
import type {Borrowing} from '../client.ts';
import type {Disk} from '../disk.ts';
import type {Places} from '../places.ts';
import {RELAXED} from '../rules.ts';
import {readSettings} from '../standing/settings-file.ts';

/** Where each source of VS Code's discovery lies. Source: its setting `chat.mcp.discovery.enabled`. */
const sourcesOf = ({appData, home, project}: Places): Readonly<Record<string, string | null>> => ({
  'claude-desktop': appData('Claude', 'claude_desktop_config.json'),
  windsurf: home('.codeium', 'windsurf', 'mcp_config.json'),
  'cursor-global': home('.cursor', 'mcp.json'),
  'cursor-workspace': project('.cursor', 'mcp.json'),
});

/** Files of other programs that a build of VS Code takes servers from, as far as its settings switch that on. */
export const discoveredBy = async (
  by: string,
  settingsFile: string | null,
  places: Places,
  disk: Disk,
): Promise<readonly Borrowing[]> => {
  const settings = await readSettings(settingsFile, disk, 'jsonc', RELAXED);
  const wanted: Json | undefined = valueAt(settings.value, ['chat.mcp.discovery.enabled']);
  return Object.entries(sourcesOf(places)).flatMap(([source, path]) =>
    path !== null && (wanted === true || (isRecord(wanted) && wanted[source] === true)) ? [{path, by}] : [],
  );
};
