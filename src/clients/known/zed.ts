import {isRecord, type Json} from '../../model/json.ts';
import type {Client} from '../client.ts';
import {configFile, RELAXED, rulesOf, STANDARD_READING} from '../rules.ts';
import {KNOWN_TABLES} from '../server-like.ts';
import {zedExtensions} from './zed-extensions.ts';

const FILE = {format: 'jsonc', dialect: RELAXED, tables: [['context_servers']], mistakable: KNOWN_TABLES} as const;

/** The oldest form: `command` holds `path`, `args` and `env`. */
const reshape = (raw: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> => {
  const {command} = raw;
  if (!isRecord(command)) return raw;
  const {path = null, args = [], env = {}} = command;
  return {...raw, command: path, args, env};
};

/** Zed keeps servers in its ordinary settings. Entries with `settings` alone belong to extensions. */
export const zed: Client = {
  id: 'zed',
  name: 'Zed',
  rules: rulesOf('zed', 'Zed', {
    fields: {enabled: 'enabled', timeout: 'timeout'},
    knownFields: ['source', 'remote', 'oauth', 'settings'],
    urlWithoutType: 'http',
    startTimeoutMs: 60_000,
    dialect: RELAXED,
    reload: 'Zed restarts the server when the settings are saved.',
  }),
  reading: {
    ...STANDARD_READING,
    reshape,
    isForeign: (raw) =>
      raw['source'] === 'extension' ||
      (raw['command'] === undefined && raw['url'] === undefined && raw['settings'] !== undefined),
  },
  files: ({appData, dotConfig, home, host, project}) => [
    ...configFile(project('.zed', 'settings.json'), 'project', {...FILE, isProjectFile: true}),
    ...configFile(
      host.platform === 'win32'
        ? appData('Zed', 'settings.json')
        : host.platform === 'darwin'
          ? home('.config', 'zed', 'settings.json')
          : dotConfig('zed', 'settings.json'),
      'user',
      FILE,
    ),
  ],
  delivered: zedExtensions,
  precedence: ['project', 'user'],
  judge: null,
};
