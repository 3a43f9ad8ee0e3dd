import type {ClientRules} from '../../model/server.ts';
import type {Client} from '../client.ts';
import {configFile} from '../rules.ts';
import {claudeCode} from './claude-code.ts';
import {codex} from './codex.ts';

const inXcode = (rules: ClientRules): ClientRules => ({
  ...rules,
  client: 'xcode',
  clientName: 'Xcode',
  // Its agents start with the short PATH of a program of the desktop.
  pathSource: 'gui',
  reload: 'In Xcode, end the conversation with the agent and begin a new one.',
});

/** The agents inside Xcode: Claude and Codex, each with a folder of its own instead of the one in the home folder. */
export const xcode: Client = {
  id: 'xcode',
  name: 'Xcode',
  rules: inXcode(claudeCode.rules),
  reading: claudeCode.reading,
  files: ({home, host, projectSpellings}) => {
    if (host.platform !== 'darwin') return [];
    const agents = ['Library', 'Developer', 'Xcode', 'CodingAssistant'] as const;
    return [
      ...configFile(home(...agents, 'ClaudeAgentConfig', '.claude.json'), 'claude-agent', {
        more: projectSpellings.map((folder) => ({
          scope: 'claude-agent-local',
          path: ['projects', folder, 'mcpServers'],
        })),
      }),
      ...configFile(home(...agents, 'codex', 'config.toml'), 'codex', {
        format: 'toml',
        tables: [['mcp_servers']],
        rules: inXcode(codex.rules),
        reading: codex.reading,
      }),
    ];
  },
  precedence: ['claude-agent-local', 'claude-agent'],
  judge: null,
};
