import {isRecord, type Json, type KeyPath, valueAt} from '../../model/json.ts';
import type {ServerEntry, Standing} from '../../model/server.ts';
import type {ConfigFile, Judged} from '../client.ts';
import type {Disk} from '../disk.ts';
import type {Places} from '../places.ts';
import {configFile} from '../rules.ts';
import {policyStanding, readPolicies} from './claude-code-policy.ts';
import {isClaudeCodeYes} from './claude-code-yes.ts';
import {lineOf, readSettings, type Settings} from './settings-file.ts';
import {standingAs} from './standing-as.ts';

/** Names that Claude Code keeps for itself. */
const RESERVED = ['workspace', 'claude-in-chrome', 'computer-use', 'Claude Preview', 'Claude Browser'];

/**
 * What lies outside the entry: managed files and policies, approvals and rejections of project servers, and the
 * switches of /mcp. A rejection always wins; choices in a repository's own files count only in a trusted folder.
 */
export const judgeClaudeCode = async (entries: readonly ServerEntry[], places: Places, disk: Disk): Promise<Judged> => {
  const {env, home, join, project} = places;
  const own = env('CLAUDE_CONFIG_DIR') ?? home('.claude');
  const state =
    env('CLAUDE_CONFIG_DIR') === null ? home('.claude.json') : join(env('CLAUDE_CONFIG_DIR'), '.claude.json');
  const [local, shared, user, stateFile] = await Promise.all([
    readSettings(project('.claude', 'settings.local.json'), disk),
    readSettings(project('.claude', 'settings.json'), disk),
    readSettings(join(own, 'settings.json'), disk),
    readSettings(state, disk),
  ]);
  const policies = await readPolicies(places, disk);
  const managed = entries.find((entry) => entry.scope === 'managed');
  const trust = trustOf(stateFile, places);
  const approvals = [local, shared, user];
  const counting = trust === false ? [user] : approvals;
  const judged = entries.map((entry): ServerEntry => {
    if (entry.standing.state !== 'active') return entry;
    const standing =
      (managed !== undefined && entry.scope !== 'managed' ? blockedBy(managed) : null) ??
      policyStanding(entry, policies) ??
      safeMode(places) ??
      reserved(entry) ??
      switchedOff(entry, stateFile, places) ??
      (entry.scope === 'project' ? approvalOf(entry, approvals, counting, stateFile, places) : null) ??
      (entry.scope === 'agent' && entry.isProjectFile && trust === false ? untrusted(stateFile, places) : null);
    return standing === null ? entry : standingAs(entry, standing);
  });
  const troubled = [local, shared, user].flatMap((settings): readonly ConfigFile[] =>
    settings.isTroubled
      ? configFile(settings.path, 'settings', {tables: [[]], mistakable: [], isProjectFile: settings !== user})
      : [],
  );
  return {entries: judged.map((entry) => sameEndpoint(entry, judged)), troubled};
};

/** A plugin's server that starts or calls the same as one of the person's own is not connected a second time. */
const sameEndpoint = (entry: ServerEntry, all: readonly ServerEntry[]): ServerEntry => {
  if (!isOfPlugin(entry) || entry.standing.state !== 'active') return entry;
  const own = endpointOf(entry);
  const first = all.find((one) => !isOfPlugin(one) && one.standing.state === 'active' && endpointOf(one) === own);
  if (first === undefined) return entry;
  return standingAs(entry, {
    state: 'shadowed',
    decidedBy: {file: first.file, path: first.at, line: first.line, owner: null},
    wins: `the ${first.scope} scope in ${first.file}`,
  });
};

const isOfPlugin = ({scope}: ServerEntry): boolean => scope.startsWith('plugin');

const endpointOf = ({launch}: ServerEntry): string =>
  launch?.kind === 'remote' ? launch.url : JSON.stringify([launch?.command, ...(launch?.args ?? [])]);

const decided = (
  state: Standing['state'],
  settings: Settings,
  path: KeyPath,
  owner: string | null = null,
): Standing => ({
  state,
  decidedBy: {file: settings.path ?? '', path, line: lineOf(settings, path), owner},
  wins: null,
});

const blockedBy = (managed: ServerEntry): Standing => ({
  state: 'blocked',
  decidedBy: {file: managed.file, path: ['mcpServers'], line: null, owner: 'administrator'},
  wins: null,
});

/** In its safe mode Claude Code starts with no servers at all. Seen with 2.1.197. */
const safeMode = ({host}: Places): Standing | null =>
  isClaudeCodeYes(host, 'CLAUDE_CODE_SAFE_MODE')
    ? {
        state: 'disabled',
        decidedBy: {
          file: 'the environment of this shell',
          path: ['CLAUDE_CODE_SAFE_MODE'],
          line: null,
          owner: 'the ordinary mode',
        },
        wins: null,
      }
    : null;

const reserved = (entry: ServerEntry): Standing | null =>
  RESERVED.includes(entry.name)
    ? {
        state: 'blocked',
        decidedBy: {file: entry.file, path: entry.at, line: entry.line, owner: 'Claude Code, which keeps this name'},
        wins: null,
      }
    : null;

/** The opt-out list of /mcp, which Claude Code keeps for each project. */
const switchedOff = (entry: ServerEntry, state: Settings, places: Places): Standing | null => {
  for (const folder of places.projectSpellings) {
    const path = ['projects', folder, 'disabledMcpServers'];
    const index = listAt(state, path).indexOf(entry.name);
    if (index !== -1) return decided('disabled', state, [...path, index]);
  }
  return null;
};

/** The person has not said yes to this folder. */
const untrusted = (state: Settings, {project}: Places): Standing =>
  decided('not-approved', state, ['projects', project() ?? '', 'hasTrustDialogAccepted']);

const approvalOf = (
  entry: ServerEntry,
  all: readonly Settings[],
  counting: readonly Settings[],
  state: Settings,
  places: Places,
): Standing | null => {
  const {project} = places;
  for (const settings of all) {
    const index = listAt(settings, ['disabledMcpjsonServers']).indexOf(entry.name);
    if (index !== -1) return decided('rejected', settings, ['disabledMcpjsonServers', index]);
  }
  if (counting.some((settings) => approvalIn(settings, entry).length > 0)) return null;
  const ignored = all
    .filter((settings) => !counting.includes(settings))
    .flatMap((settings) => approvalIn(settings, entry));
  // The shared file's approval is told as such; for one's own file the missing trust is what decides.
  const shared = ignored.find(({settings}) => !settings.path?.endsWith('settings.local.json'));
  if (shared !== undefined) return decided('not-approved', shared.settings, [shared.key]);
  if (ignored.length > 0) return untrusted(state, places);
  const [local] = all;
  const path = ['enabledMcpjsonServers'];
  return local === undefined || local.path === null
    ? {state: 'not-approved', decidedBy: {file: project() ?? entry.file, path, line: null, owner: null}, wins: null}
    : decided('not-approved', local, path);
};

/** The key by which settings approve a server; none where they do not. */
const approvalIn = (
  settings: Settings,
  entry: ServerEntry,
): readonly {readonly settings: Settings; readonly key: string}[] => {
  if (valueAt(settings.value, ['enableAllProjectMcpServers']) === true)
    return [{settings, key: 'enableAllProjectMcpServers'}];
  return listAt(settings, ['enabledMcpjsonServers']).includes(entry.name)
    ? [{settings, key: 'enabledMcpjsonServers'}]
    : [];
};

const listAt = ({value}: Settings, path: KeyPath): readonly Json[] => {
  const list = valueAt(value, path);
  return Array.isArray(list) ? list : [];
};

/** False only where Claude Code noted that the folder is not trusted; a folder it never saw says nothing. */
const trustOf = (state: Settings, places: Places): boolean | null => {
  const projects = valueAt(state.value, ['projects']);
  if (!isRecord(projects)) return null;
  const noted = places.projectSpellings.flatMap((folder) => {
    const trust = valueAt(projects, [folder, 'hasTrustDialogAccepted']);
    return typeof trust === 'boolean' ? [trust] : [];
  });
  return noted.length === 0 ? null : noted.includes(true);
};
