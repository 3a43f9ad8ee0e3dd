import {isRecord, type Json, valueAt} from '../../model/json.ts';
import type {ServerEntry, Standing} from '../../model/server.ts';
import type {Disk} from '../disk.ts';
import type {Places} from '../places.ts';
import {lineOf, readSettings, type Settings} from './settings-file.ts';

/** The administrator's settings, in the order in which Claude Code merges them. */
export const readPolicies = async ({host, join, system}: Places, disk: Disk): Promise<readonly Settings[]> => {
  const folder = system({
    linux: '/etc/claude-code',
    darwin: '/Library/Application Support/ClaudeCode',
    win32: 'C:\\Program Files\\ClaudeCode',
  });
  const parts = join(folder, 'managed-settings.d');
  const names = parts === null || host.home === null ? [] : await disk.list(parts);
  const files = [
    join(folder, 'managed-settings.json'),
    ...names.filter(({name}) => name.endsWith('.json')).map(({name}) => join(parts, name)),
  ];
  return Promise.all(files.slice(0, 64).map((file) => readSettings(file, disk)));
};

/** What the policies say of an entry: a denial always wins; where a list of allowed ones is there, others are blocked. */
export const policyStanding = (entry: ServerEntry, policies: readonly Settings[]): Standing | null => {
  if (entry.scope === 'managed') return null;
  const blocked = (settings: Settings, key: string, index: number | null): Standing => {
    const path = index === null ? [key] : [key, index];
    return {
      state: 'blocked',
      decidedBy: {file: settings.path ?? '', path, line: lineOf(settings, path), owner: 'administrator'},
      wins: null,
    };
  };
  for (const settings of policies) {
    const index = listAt(settings, 'deniedMcpServers').findIndex((rule) => isMeant(entry, rule));
    if (index !== -1) return blocked(settings, 'deniedMcpServers', index);
  }
  const allowing = policies.filter(({value}) => Array.isArray(valueAt(value, ['allowedMcpServers'])));
  const [first] = allowing;
  if (first === undefined) return null;
  const rules = allowing.flatMap((settings) => listAt(settings, 'allowedMcpServers'));
  const kind = entry.launch?.kind === 'stdio' ? 'serverCommand' : 'serverUrl';
  // Where any rule names commands (or URLs), a server of that kind must match one of those; its name alone does not pass.
  const strict = rules.filter((rule) => isRecord(rule) && rule[kind] !== undefined);
  const counting = strict.length > 0 ? strict : rules;
  return counting.some((rule) => isMeant(entry, rule)) ? null : blocked(first, 'allowedMcpServers', null);
};

const listAt = ({value}: Settings, key: string): readonly Json[] => {
  const list = valueAt(value, [key]);
  return Array.isArray(list) ? list : [];
};

const isMeant = (entry: ServerEntry, rule: Json): boolean => {
  if (!isRecord(rule)) return false;
  const {launch} = entry;
  if (rule['serverName'] !== undefined) return rule['serverName'] === entry.name;
  const argv = rule['serverCommand'];
  if (Array.isArray(argv))
    return launch?.kind === 'stdio' && JSON.stringify([launch.command, ...launch.args]) === JSON.stringify(argv);
  const url = rule['serverUrl'];
  return typeof url === 'string' && launch?.kind === 'remote' && matches(launch.url, url);
};

/** `*` stands for any text. */
const matches = (url: string, pattern: string): boolean => {
  let at = 0;
  const parts = pattern.split('*');
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (url.startsWith(part) ? 0 : -1) : url.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return parts.at(-1) === '' || url.endsWith(parts.at(-1) ?? '');
};
