import {type Host, variable} from '../../model/host.ts';

/** Whether a variable holds one of the words that Claude Code takes for yes. */
export const isClaudeCodeYes = (host: Host, name: string): boolean =>
  ['1', 'true', 'yes', 'on'].includes(variable(host, name)?.trim().toLowerCase() ?? '');
