import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

/** Kimi Code; the last file is that of the older Kimi CLI. */
export const kimiCode: Client = {
  id: 'kimi-code',
  name: 'Kimi Code',
  rules: rulesOf('kimi-code', 'Kimi Code', {urlWithoutType: 'http'}),
  reading: STANDARD_READING,
  files: ({env, home, join, project}) => [
    ...configFile(project('.kimi-code', 'mcp.json'), 'project', {isProjectFile: true}),
    ...configFile(join(env('KIMI_CODE_HOME') ?? home('.kimi-code'), 'mcp.json'), 'user'),
    ...configFile(home('.kimi', 'mcp.json'), 'user-legacy'),
  ],
  precedence: [],
  judge: null,
};
