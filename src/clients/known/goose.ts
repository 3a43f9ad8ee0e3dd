import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';
import {KNOWN_TABLES} from '../server-like.ts';
import {gooseRecipes} from './goose-recipes.ts';

/** Goose calls servers extensions, and has its own words for their keys. */
export const goose: Client = {
  id: 'goose',
  name: 'Goose',
  rules: rulesOf('goose', 'Goose', {
    fields: {command: 'cmd', env: 'envs', url: ['uri'], type: 'type', enabled: 'enabled', timeout: 'timeout'},
    knownFields: ['name', 'env_keys', 'bundled', 'display_name', 'description', 'available_tools', 'cwd'],
    types: {stdio: 'stdio', streamable_http: 'http'},
    urlWithoutType: 'error',
    startTimeoutMs: 300_000,
    reload: 'Start a new Goose session.',
  }),
  reading: {
    ...STANDARD_READING,
    isForeign: (raw) => ['builtin', 'platform', 'frontend', 'inline_python'].includes(String(raw['type'])),
  },
  files: (places) => {
    const {appData, dotConfig, home, host, join} = places;
    const folder =
      host.platform === 'win32'
        ? appData('Block', 'goose', 'config')
        : host.platform === 'darwin'
          ? home('.config', 'goose')
          : dotConfig('goose');
    return [
      ...configFile(join(folder, 'config.yaml'), 'user', {
        format: 'yaml',
        tables: [['extensions']],
        mistakable: KNOWN_TABLES,
      }),
      ...gooseRecipes(places, folder),
    ];
  },
  precedence: [],
  judge: null,
};
