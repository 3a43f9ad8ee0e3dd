import {askCommand, commandPath, commandQuote, isNotFound, pathText} from '../facts/command-entry.ts';
import {advice, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const commandNotFound = defineFailure({
  id: 'command-not-found',
  class: 'config',
  step: 'command',
  title: 'The command was not found',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    // Codex and others of Rust, in the system's own language.
    {match: /MCP (?:client|startup)[^\n]{0,200}\(os error [23]\)/i, confidence: 'certain'},
    {match: /spawn (?<command>\S+) ENOENT/i, confidence: 'likely'},
    {match: /exec: "(?<command>[^"]+)": executable file not found in (\$PATH|%PATH%)/i, confidence: 'certain'},
    {
      match: /executable file not found in (\$PATH|%PATH%)|failed to create mcp stdio client: failed to start command/i,
      confidence: 'certain',
    },
    {match: /(?<![\w./-])(?<command>[\w./-]{1,200}): (command )?not found\s*$/im, confidence: 'likely'},
    {match: /command not found: (?<command>\S+)/i, confidence: 'likely'},
    {match: /'(?<command>[^']+)' is not recognized as an internal or external command/i, confidence: 'likely'},
    {
      match: /failed to (start|spawn|run) (command|process|server).{0,80}(not found|No such file)/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Set "command" to the absolute path of the executable (ask your shell: which NAME)',
    'Install the program, or use an image that has it (Node for npx, uv for uvx); or reach the server by its URL',
    'Check that the folder in "cwd" exists, and correct or create it: a missing working folder looks the same',
    'Add its folder to PATH in "env"; on Windows name it with its ending (uvx.exe)',
  ],
  detect: ({command}) => (isNotFound(command) ? {} : null),
  explain: (_, {entry, command}) => ({
    cause: `${command.command} was not found on ${pathText(entry, command)}: it is not installed, or its folder is missing there (ENOENT).`,
    evidence: [commandQuote(entry, command, command.command)],
    location: placeAt(entry, commandPath(entry)),
    class: 'runtime',
  }),
  fixes: (_, {entry, command}) => [
    askCommand(
      entry,
      `Set "${entry.rules.fields.command}" to the full path of ${command.command} (ask your shell: which ${command.command})`,
      'The client does not find it by its name',
    ),
    advice('add-to-path', `Or add the folder of ${command.command} to PATH in "${entry.rules.fields.env ?? 'env'}"`),
    advice('install', `Or install ${command.command}, as the server's documentation says`),
  ],
});
