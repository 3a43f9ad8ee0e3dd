import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING, WITH_COMMENTS} from '../rules.ts';

const EXPANSION = {
  syntax: ['${env:VAR}', '${file:path}'],
  where: ['command', 'args', 'env', 'url', 'headers'],
  unset: 'empty',
} as const;

const DEVIN = rulesOf('windsurf', 'Devin', {
  fields: {type: 'transport', disabled: 'disabled'},
  urlWithoutType: 'http-then-sse',
  expansion: EXPANSION,
  pathSource: 'gui',
  reload: 'Start a new Devin session.',
});

/** Windsurf, whose desktop program is now named Devin; both trees of settings can be on one machine. */
export const windsurf: Client = {
  id: 'windsurf',
  name: 'Windsurf',
  rules: rulesOf('windsurf', 'Windsurf', {
    fields: {url: ['serverUrl', 'url'], disabled: 'disabled'},
    knownFields: ['disabledTools'],
    expansion: EXPANSION,
    pathSource: 'gui',
    maxTools: 100,
    reload: 'In Windsurf, press the refresh button of the MCP panel.',
  }),
  reading: STANDARD_READING,
  files: ({appData, dotConfig, home, host, project}) => {
    const devin = (name: string): string | null =>
      host.platform === 'win32' ? appData('devin', name) : dotConfig('devin', name);
    return [
      ...configFile(home('.codeium', 'windsurf', 'mcp_config.json'), 'cascade-user'),
      ...configFile(home('.codeium', 'mcp_config.json'), 'cascade-plugin'),
      ...configFile(project('.devin', 'mcp_config.local.json'), 'devin-local', {rules: DEVIN, isProjectFile: true}),
      ...configFile(project('.devin', 'mcp_config.json'), 'devin-project', {rules: DEVIN, isProjectFile: true}),
      ...configFile(devin('mcp_config.json'), 'devin-user', {rules: DEVIN}),
      ...[
        ['.devin', 'config.local.json'],
        ['.devin', 'config.json'],
        ['.cognition', 'config.json'],
      ].flatMap((parts) =>
        configFile(project(...parts), 'devin-old', {rules: DEVIN, dialect: WITH_COMMENTS, isProjectFile: true}),
      ),
      ...configFile(devin('config.json'), 'devin-old', {rules: DEVIN, dialect: WITH_COMMENTS}),
    ];
  },
  precedence: ['devin-local', 'devin-project', 'devin-user', 'devin-old'],
  judge: null,
};
