import {ESCALATION_COMMANDS} from './escalation-commands.ts';
import {as, type CommandRow, client, env, json, offline, project, status, timeout, trust, yes} from './option-rows.ts';

export type {CommandRow, OptionRow} from './option-rows.ts';

/** Every command, its operands and options: the one source of parsing, help, docs/commands.md and did-you-mean. */
export const COMMANDS = {
  wizard: {
    operands: '[SERVER]',
    maxOperands: 1,
    help: 'find a broken server and repair it, step by step (this is what plain `mcp-fix` does)',
    options: {
      client,
      project,
      timeout,
      env,
      as,
      offline,
      'screen-reader': {type: 'boolean', help: 'text for a screen reader, no pictures'},
    },
  },
  check: {
    operands: '[SERVER...]',
    maxOperands: 1000,
    help: 'ask every server whether it works, and say what is wrong and what to do',
    more: [
      'Nothing is started or called before it was approved: by you in the wizard, by --yes for what your own files name, or by --trust DIGEST.',
      'Exit codes: 0 all healthy, 1 something is broken, 2 wrong usage, 3 something could not be checked, 130 interrupted, 70 our own bug. Warnings alone give 0.',
    ],
    options: {
      client,
      project,
      timeout,
      trust,
      yes,
      env,
      as,
      repro: {type: 'boolean', help: 'for each server that fails: the shortest thing that shows it, run to be sure'},
      'client-verdict': {type: 'boolean', help: "ask the clients' own commands too (claude, codex, gemini … mcp list)"},
      repeat: {type: 'string', takes: 'N', help: 'ask N times (at most 100) and tell error rate and times'},
      status,
      offline,
      json,
      format: {type: 'string', takes: 'F', help: 'text, json, markdown, junit, sarif, github or openmetrics'},
    },
  },
  compare: {
    operands: 'SERVER | A.json B.json',
    maxOperands: 2,
    help: 'why it works there and not here: the first point where two clients part ways',
    more: [
      'Two files of mcp-fix snapshot instead of a server: the differences between two machines that matter, likeliest first; 0 none, 1 some.',
      'Two --as: one entry, read and started by the rules of both. One or none: the entries of that name in two clients.',
      '--last: the server as it stood when its last fix was saved, against how it stands now. Exit codes: 0 nothing that matters differs, 1 something does, 3 it was not asked, or no record tells.',
      'Each side is approved apart, for it is another start. Exit codes: 0 it works as both, 1 it fails as one or both, 2 wrong usage, 3 not both could be tried.',
    ],
    options: {
      as: {type: 'string', multiple: true, takes: 'ID', help: 'a client (claude-code, cursor, vscode …); at most two'},
      last: {type: 'boolean', help: 'against the last record of this server that worked: what is different now'},
      project,
      timeout,
      trust,
      yes,
      env,
      json,
    },
  },
  fix: {
    operands: 'SERVER',
    maxOperands: 1,
    help: 'change one setting, run the same check again, keep it or put the old bytes back',
    more: [
      'Exit codes: 0 fixed, 1 still broken (the old bytes are back, but for a step forward with --keep-step), 2 wrong usage, 3 not approved or a value is needed.',
      "With --as another client, only what the entry's own client reads the same way is changed, and it is put back where it would break that one.",
    ],
    options: {
      client,
      project,
      timeout,
      as,
      fix: {type: 'string', takes: 'ID', help: 'this fix of the root cause instead of the first one'},
      value: {
        type: 'string',
        takes: 'V',
        help: 'the value, for a fix that needs one (it is seen in the process list: for secrets use --value-stdin)',
      },
      'value-env': {type: 'string', takes: 'NAME', help: 'take the value from this environment variable'},
      'value-stdin': {type: 'boolean', help: 'read the value from standard input'},
      trust,
      yes,
      env,
      note: {type: 'string', takes: 'TEXT', help: 'a note for the record'},
      'keep-step': {
        type: 'boolean',
        help: 'keep a change that comes further, although something else stops the server then',
      },
      json,
    },
  },
  undo: {
    operands: '[RECORD]',
    maxOperands: 1,
    help: 'put the exact old bytes back: of the last change, or of the one that RECORD made',
    options: {json},
  },
  explain: {
    operands: '[ID | TEXT | -]',
    maxOperands: 1000,
    help: 'say what an error text means, offline; or print the page of a failure',
    options: {json},
  },
  list: {
    operands: '',
    maxOperands: 0,
    help: 'show every configured server and where it stands; starts nothing, sends nothing',
    options: {client, project, json},
  },
  log: {
    operands: '[list | show ID | export]',
    maxOperands: 2,
    help: 'the records of past fixes; export writes a markdown fix log',
    options: {
      out: {
        type: 'string',
        takes: 'FILE',
        help: "where export writes (default: standard output); to a project's docs/mcp-fixes.md what is missing is added",
      },
      json,
    },
  },
  request: {
    operands: 'FILE|-',
    maxOperands: 1,
    help: 'say which MCP server of an Anthropic Messages API request fails, and print the request that would work',
    more: [
      'Checks what the MCP connector demands of the text, with line and column, and asks each server of "mcp_servers" on its own. Nothing is sent before you approve it: --yes for all servers of this request, or --trust DIGEST.',
      'With --degrade the report goes to standard error and the request without the failing servers and their toolsets to standard output, everything else byte for byte; without --optional every failing server may leave that is not --required.',
      'Exit codes: 0 the request would work, 1 a required server fails or the request is wrong, 2 wrong usage, 3 something was not checked, 130 interrupted.',
    ],
    options: {
      optional: {type: 'string', multiple: true, takes: 'NAME', help: 'the request can do without this server'},
      required: {type: 'string', multiple: true, takes: 'NAME', help: 'the request cannot do without this server'},
      degrade: {type: 'boolean', help: 'print the request that would work'},
      timeout: {type: 'string', takes: 'MS', help: 'for each server, in milliseconds (default: 10000)'},
      'timeout-for': {type: 'string', multiple: true, takes: 'NAME=MS', help: "this server's own limit"},
      header: {
        type: 'string',
        multiple: true,
        takes: "'K: V'",
        help: 'a header that goes along with the request, so that anthropic-beta is checked; it is not sent',
      },
      'allow-private': {
        type: 'boolean',
        help: 'ask servers on this machine or a private network too (a gateway of yours)',
      },
      status,
      offline,
      trust,
      yes: {type: 'boolean', help: 'approve that every server of this request is called'},
      json,
    },
  },
  onboard: {
    operands: '',
    maxOperands: 0,
    help: 'in a cloned project: what its servers need on this machine, one thing at a time, until each is proved',
    more: [
      'Values go where they belong: for Claude Code into .claude/settings.local.json, which is yours alone, never into a file that is shared. It goes on where it stopped.',
      'Exit codes: 0 every server works (or, with --dry-run, nothing is missing), 1 one does not work, 3 something is missing or was put off, 130 interrupted. Without a terminal it acts as --dry-run.',
    ],
    options: {
      client,
      project,
      timeout,
      env,
      'dry-run': {type: 'boolean', help: 'print the list; start nothing, send nothing'},
      out: {type: 'string', takes: 'FILE', help: "where the summary goes (default: mcp-fix's own data folder)"},
      'screen-reader': {type: 'boolean', help: 'text for a screen reader'},
    },
  },
  ...ESCALATION_COMMANDS,
  demo: {
    operands: '',
    maxOperands: 0,
    help: 'practice: really broken servers in a temporary home, the real wizard, nothing of yours is touched',
    options: {
      keep: {type: 'boolean', help: 'keep the temporary home afterwards'},
      'screen-reader': {type: 'boolean', help: 'text for a screen reader'},
    },
  },
  purge: {
    operands: '',
    maxOperands: 0,
    help: 'remove everything that mcp-fix keeps: records, backups, approvals',
    options: {yes: {type: 'boolean', help: 'really remove it'}},
  },
  help: {operands: '[COMMAND]', maxOperands: 1, help: 'this text, or the help of one command', options: {}},
} as const satisfies Record<string, CommandRow>;

export type CommandName = keyof typeof COMMANDS;

export const isCommand = (word: string): word is CommandName => Object.hasOwn(COMMANDS, word);
