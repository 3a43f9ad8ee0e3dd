import {isRecord} from '../../model/json.ts';
import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';
import {inEditors} from './editor-folders.ts';

/** Cline: editor extension and command line. A URL without a type is tried as SSE only. */
export const cline: Client = {
  id: 'cline',
  name: 'Cline',
  rules: rulesOf('cline', 'Cline', {
    fields: {cwd: 'cwd', type: 'type', disabled: 'disabled', timeout: 'timeout'},
    knownFields: ['transport', 'transportType', 'autoApprove', 'oauth', 'metadata', 'remoteConfigured'],
    types: {stdio: 'stdio', sse: 'sse', streamableHttp: 'http'},
    urlWithoutType: 'sse',
    expansion: {
      syntax: ['${env:VAR}'],
      where: ['command', 'args', 'env', 'url', 'headers', 'cwd'],
      unset: 'literal',
    },
    startTimeoutMs: 60_000,
    reload: 'Cline restarts the server when the file is saved.',
  }),
  reading: {
    ...STANDARD_READING,
    reshape: (raw) => {
      const nested = raw['transport'];
      const legacy = raw['transportType'];
      const type = legacy === 'http' ? 'streamableHttp' : legacy;
      return {
        ...raw,
        ...(type === undefined || raw['type'] !== undefined ? {} : {type}),
        ...(isRecord(nested) ? nested : {}),
      };
    },
  },
  files: (places) => {
    const {env, home, join} = places;
    const data = env('CLINE_DATA_DIR') ?? join(env('CLINE_DIR') ?? home('.cline'), 'data');
    const own = env('CLINE_MCP_SETTINGS_PATH') ?? join(data, 'settings', 'cline_mcp_settings.json');
    return [
      ...configFile(own, 'user'),
      ...inEditors(places, 'saoudrizwan.claude-dev', 'settings', 'cline_mcp_settings.json').flatMap((path) =>
        configFile(path, 'user-legacy'),
      ),
    ];
  },
  precedence: ['user', 'user-legacy'],
  judge: null,
};
