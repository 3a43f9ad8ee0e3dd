import {as, type CommandRow, client, env, json, offline, project, status, timeout, trust, yes} from './option-rows.ts';

/** Commands for those who take a failure further: to the server's operator, to another machine, to another client. */
export const ESCALATION_COMMANDS = {
  repro: {
    operands: 'SERVER',
    maxOperands: 1,
    help: 'print the shortest thing that fails outside mcp-fix: a curl line, or the command with a line to pipe in',
    more: [
      'Secrets stand in it as variables. Without an approval nothing is asked, and the line is the first request.',
      'Exit codes: 0 printed (with --run: it shows the same failure), 1 --run shows something else, 2 wrong usage, 3 not approved or nothing to run.',
    ],
    options: {
      client,
      project,
      timeout,
      as,
      run: {type: 'boolean', help: 'run exactly that, without a shell, and say whether it shows the same'},
      trust,
      yes,
      env,
      json,
    },
  },
  bundle: {
    operands: 'SERVER',
    maxOperands: 1,
    help: "write one redacted report for the server's operator: reproduction, times, request ids, versions, what is ruled out",
    more: ['Exit codes: 0 written, 2 wrong usage, 3 not approved.'],
    options: {
      client,
      project,
      timeout,
      as,
      out: {type: 'string', takes: 'FILE', help: 'where it is written (default: standard output)'},
      status,
      offline,
      trust,
      yes,
      env,
    },
  },
  snapshot: {
    operands: '',
    maxOperands: 0,
    help: 'write down everything non-secret that decides whether servers work here, to be compared with another machine',
    more: [
      'Servers that nobody approved are told from their configuration alone. To compare two: mcp-fix compare A.json B.json',
    ],
    options: {
      client,
      project,
      timeout,
      out: {type: 'string', takes: 'FILE', help: 'where it is written (default: standard output)'},
      'key-env': {
        type: 'string',
        takes: 'NAME',
        help: 'a variable with a key that the machines share: values get tags, so that equal ones can be told',
      },
      trust,
      yes,
      env,
    },
  },
  bisect: {
    operands: 'SERVER',
    maxOperands: 1,
    help: 'find the one part of what clients send or hand on, or the pair, that makes a server fail',
    more: [
      'Starts from the smallest valid request and adds headers, variables, capabilities, version and fields until it fails. Sends hello and lists only, at most 60 requests (or starts of a local program), with a pause between them.',
      'Exit codes: 0 nothing in the request makes it fail, 1 something does, 2 wrong usage, 3 not approved or cannot be asked.',
    ],
    options: {
      client,
      project,
      requests: {
        type: 'string',
        takes: 'N',
        help: 'send at most N requests, or start it at most N times (default and most: 60)',
      },
      trust,
      yes,
      env,
      json,
    },
  },
  compat: {
    operands: 'SERVER',
    maxOperands: 1,
    help: 'say which protocol versions a server speaks, and which clients get on with it',
    more: ['Exit codes: 0 it speaks at least one version, 1 it speaks none, 2 wrong usage, 3 not approved.'],
    options: {client, project, timeout, trust, yes, env, json},
  },
} as const satisfies Record<string, CommandRow>;
