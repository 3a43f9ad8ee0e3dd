import type {ServerEntry} from '../../model/server.ts';
import type {Client, Judged} from '../client.ts';
import type {Disk} from '../disk.ts';
import {limitUnder} from '../entry/start-limit.ts';
import type {Places} from '../places.ts';
import {ADMINISTRATOR, configFile, rulesOf, STANDARD_READING, WITH_COMMENTS} from '../rules.ts';
import {KNOWN_TABLES} from '../server-like.ts';
import {geminiDistrust} from '../standing/gemini-trust.ts';
import {listedIn, notListedIn, switchedOffIn, withStanding} from '../standing/list-standing.ts';
import {readSettings} from '../standing/settings-file.ts';
import {geminiExtensions} from './gemini-extensions.ts';

const FILE = {dialect: WITH_COMMENTS, mistakable: KNOWN_TABLES} as const;

const folderOf = ({env, home, join}: Places): string | null =>
  env('GEMINI_CLI_HOME') === null ? home('.gemini') : join(env('GEMINI_CLI_HOME'), '.gemini');

const overridePath = ({env, system}: Places): string | null =>
  env('GEMINI_CLI_SYSTEM_SETTINGS_PATH') ??
  system({
    linux: '/etc/gemini-cli/settings.json',
    darwin: '/Library/Application Support/GeminiCli/settings.json',
    win32: 'C:\\ProgramData\\gemini-cli\\settings.json',
  });

/** Lists of allowed and excluded servers, and the switches of `gemini mcp disable`. */
const judge = async (entries: readonly ServerEntry[], places: Places, disk: Disk): Promise<Judged> => {
  const {join, project} = places;
  const own = folderOf(places);
  const paths = [overridePath(places), project('.gemini', 'settings.json'), join(own, 'settings.json')];
  const settings = await Promise.all(paths.map((path) => readSettings(path, disk, 'json', WITH_COMMENTS)));
  const switches = await readSettings(join(own, 'mcp-server-enablement.json'), disk);
  const trust = await readSettings(join(own, 'trustedFolders.json'), disk, 'json', WITH_COMMENTS);
  const distrusted = geminiDistrust(trust, settings, places);
  return {
    troubled: [],
    entries: withStanding(
      entries,
      (entry) =>
        listedIn(settings, ['mcp', 'excluded'], entry) ??
        notListedIn(settings, ['mcp', 'allowed'], entry) ??
        switchedOffIn(switches, entry) ??
        distrusted(entry),
    ),
  };
};

export const geminiCli: Client = {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  rules: rulesOf('gemini-cli', 'Gemini CLI', {
    fields: {cwd: 'cwd', url: ['httpUrl', 'url'], type: 'type', timeout: 'timeout'},
    knownFields: [
      ...['tcp', 'trust', 'description', 'includeTools', 'excludeTools', 'oauth', 'authProviderType'],
      ...['targetAudience', 'targetServiceAccount'],
    ],
    urlWithoutType: 'http-then-sse',
    expansion: {
      syntax: ['$VAR', '${VAR}', '${VAR:-default}', '%VAR%'],
      where: ['command', 'args', 'env', 'url', 'headers', 'cwd'],
      unset: 'literal',
    },
    environment: {
      kind: 'all',
      names: [],
      drops: ['TOKEN', 'SECRET', 'PASSWORD', 'KEY', 'AUTH', 'CREDENTIAL', 'CERT'],
      // Seen in a server that Gemini CLI 0.61 started.
      adds: {GEMINI_CLI: '1', GEMINI_CLI_NO_RELAUNCH: 'true'},
    },
    startTimeoutMs: 600_000,
    dialect: WITH_COMMENTS,
    reload: 'In Gemini CLI, run /mcp reload, or start it again.',
  }),
  reading: {
    ...STANDARD_READING,
    // A number there, and Gemini CLI 0.61 does not connect the server.
    envValues: 'strings',
    commandAndUrl: 'url',
    urlKeys: {httpUrl: 'http'},
    emptyWhenUnset: ['env'],
    startLimit: (raw) => limitUnder(raw, 'timeout', 1),
  },
  files: (places) => {
    const {env, join, project, system} = places;
    const defaults =
      env('GEMINI_CLI_SYSTEM_DEFAULTS_PATH') ??
      system({
        linux: '/etc/gemini-cli/system-defaults.json',
        darwin: '/Library/Application Support/GeminiCli/system-defaults.json',
        win32: 'C:\\ProgramData\\gemini-cli\\system-defaults.json',
      });
    return [
      ...configFile(overridePath(places), 'system-override', {...FILE, keptBy: ADMINISTRATOR}),
      ...configFile(project('.gemini', 'settings.json'), 'workspace', {...FILE, isProjectFile: true}),
      ...configFile(join(folderOf(places), 'settings.json'), 'user', FILE),
      ...configFile(defaults, 'system-defaults', {...FILE, keptBy: ADMINISTRATOR}),
    ];
  },
  delivered: geminiExtensions('gemini-extension.json', folderOf),
  precedence: ['system-override', 'workspace', 'user', 'system-defaults', 'extension'],
  judge,
};
