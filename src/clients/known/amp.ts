import type {Client} from '../client.ts';
import {ADMINISTRATOR, configFile, RELAXED, rulesOf, STANDARD_READING} from '../rules.ts';
import {KNOWN_TABLES} from '../server-like.ts';

/** The dot is part of the one key `amp.mcpServers`. */
const FILE = {format: 'jsonc', dialect: RELAXED, tables: [['amp.mcpServers']], mistakable: KNOWN_TABLES} as const;

export const amp: Client = {
  id: 'amp',
  name: 'Amp',
  rules: rulesOf('amp', 'Amp', {
    knownFields: ['includeTools', 'oauth'],
    expansion: {syntax: ['${VAR}'], where: ['command', 'args', 'env', 'url', 'headers'], unset: 'literal'},
    dialect: RELAXED,
    reload: 'Start Amp again.',
  }),
  reading: STANDARD_READING,
  files: ({appData, env, home, join, projectDirs, system}) => {
    const both = (folder: string | null, scope: string, isProjectFile = false) =>
      ['settings.json', 'settings.jsonc'].flatMap((name) =>
        configFile(join(folder, name), scope, {...FILE, isProjectFile}),
      );
    const managed = system({
      linux: '/etc/ampcode',
      darwin: '/Library/Application Support/ampcode',
      win32: join(env('ProgramData'), 'ampcode'),
    });
    return [
      ...configFile(join(managed, 'managed-settings.json'), 'managed', {...FILE, keptBy: ADMINISTRATOR}),
      ...projectDirs.flatMap((folder) => both(join(folder, '.amp'), 'workspace', true)),
      ...both(home('.config', 'amp'), 'user'),
      ...configFile(appData('Code', 'User', 'settings.json'), 'vscode', {...FILE, mistakable: []}),
    ];
  },
  precedence: ['managed', 'workspace', 'user', 'vscode'],
  judge: null,
};
