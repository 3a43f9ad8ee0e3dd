import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';
import {inEditors} from './editor-folders.ts';

/** Roo Code (archived in 2026). One entry that it does not take makes it refuse the whole file. */
export const rooCode: Client = {
  id: 'roo-code',
  name: 'Roo Code',
  rules: rulesOf('roo-code', 'Roo Code', {
    fields: {cwd: 'cwd', type: 'type', disabled: 'disabled', timeout: 'timeout'},
    knownFields: ['alwaysAllow', 'watchPaths', 'disabledTools'],
    types: {stdio: 'stdio', sse: 'sse', 'streamable-http': 'http'},
    urlWithoutType: 'error',
    expansion: {
      syntax: ['${env:VAR}', '${workspaceFolder}'],
      where: ['command', 'args', 'env', 'url', 'headers', 'cwd'],
      unset: 'literal',
    },
    startTimeoutMs: 60_000,
    reload: 'Roo Code restarts the server when the file is saved.',
  }),
  reading: {...STANDARD_READING, commandAndUrl: 'error', envValues: 'strings'},
  files: (places) => [
    ...configFile(places.project('.roo', 'mcp.json'), 'project', {isProjectFile: true, isAllOrNothing: true}),
    ...inEditors(places, 'rooveterinaryinc.roo-cline', 'settings', 'mcp_settings.json').flatMap((path) =>
      configFile(path, 'user', {isAllOrNothing: true}),
    ),
  ],
  precedence: ['project', 'user'],
  judge: null,
};
