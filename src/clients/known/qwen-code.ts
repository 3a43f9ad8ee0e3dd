import type {ServerEntry} from '../../model/server.ts';
import type {Client, Judged} from '../client.ts';
import type {Disk} from '../disk.ts';
import type {Places} from '../places.ts';
import {ADMINISTRATOR, configFile, rulesOf, STANDARD_READING, WITH_COMMENTS} from '../rules.ts';
import {KNOWN_TABLES} from '../server-like.ts';
import {listedIn, notListedIn, withStanding} from '../standing/list-standing.ts';
import {readSettings} from '../standing/settings-file.ts';

const FILE = {dialect: WITH_COMMENTS, mistakable: KNOWN_TABLES} as const;

const userPath = ({env, home, join}: Places): string | null => join(env('QWEN_HOME') ?? home('.qwen'), 'settings.json');

const judge = async (entries: readonly ServerEntry[], places: Places, disk: Disk): Promise<Judged> => {
  const paths = [places.project('.qwen', 'settings.json'), userPath(places)];
  const settings = await Promise.all(paths.map((path) => readSettings(path, disk, 'json', WITH_COMMENTS)));
  return {
    troubled: [],
    entries: withStanding(
      entries,
      (entry) => listedIn(settings, ['mcp', 'excluded'], entry) ?? notListedIn(settings, ['mcp', 'allowed'], entry),
    ),
  };
};

/** A relative of Gemini CLI; here `url` always means SSE. */
export const qwenCode: Client = {
  id: 'qwen-code',
  name: 'Qwen Code',
  rules: rulesOf('qwen-code', 'Qwen Code', {
    fields: {cwd: 'cwd', url: ['httpUrl', 'url'], timeout: 'timeout'},
    knownFields: [
      ...['discoveryTimeoutMs', 'versionNegotiation', 'trust', 'includeTools', 'excludeTools', 'oauth', 'description'],
      ...['tcp', 'type', 'authProviderType', 'targetAudience', 'targetServiceAccount'],
    ],
    urlWithoutType: 'sse',
    expansion: {
      syntax: ['$VAR', '${VAR}'],
      where: ['command', 'args', 'env', 'url', 'headers', 'cwd'],
      unset: 'literal',
    },
    startTimeoutMs: 30_000,
    dialect: WITH_COMMENTS,
    reload: 'In Qwen Code, run /mcp and refresh, or start it again.',
  }),
  reading: {...STANDARD_READING, commandAndUrl: 'url', urlKeys: {httpUrl: 'http', url: 'sse'}},
  files: (places) => [
    ...configFile(
      places.system({
        linux: '/etc/qwen-code/settings.json',
        darwin: '/Library/Application Support/QwenCode/settings.json',
        win32: 'C:\\ProgramData\\qwen-code\\settings.json',
      }),
      'system',
      {...FILE, keptBy: ADMINISTRATOR},
    ),
    ...configFile(places.project('.qwen', 'settings.json'), 'project', {...FILE, isProjectFile: true}),
    ...configFile(userPath(places), 'user', FILE),
  ],
  precedence: ['system', 'project', 'user'],
  judge,
};
