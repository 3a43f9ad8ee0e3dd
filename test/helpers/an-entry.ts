import type {ServerEntry} from '../../src/model/server.ts';
import {sections} from './healthy.ts';

/** An entry of a configuration, for tests that only pass it on. */
export const anEntry: ServerEntry = {
  key: 'claude-code\u0000user\u0000/home/ada/.claude.json\u0000notes',
  name: 'notes',
  client: 'claude-code',
  scope: 'user',
  file: '/home/ada/.claude.json',
  format: 'json',
  at: ['mcpServers', 'notes'],
  line: 3,
  column: 5,
  raw: {command: 'node', args: []},
  transport: 'stdio',
  launch: null,
  standing: {state: 'active', decidedBy: null, wins: null},
  rules: sections.entry.rules,
  isProjectFile: false,
  projectDir: null,
  secrets: [],
};
