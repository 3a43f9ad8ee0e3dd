import {argumentValueInvalid} from '../../../src/diagnosis/failures/argument-value-invalid.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(argumentValueInvalid, {
  matches: [
    {
      text: "usage: notes [-h]\nnotes: error: argument --transport: invalid choice: 'http' (choose from 'stdio', 'sse')",
      with: {
        entry: {
          command: 'notes',
          args: ['--transport', 'http'],
          raw: {command: 'notes', args: ['--transport', 'http']},
        },
      },
      cause: [/--transport/, /"http"/, /'stdio', 'sse'/],
      fix: /Set --transport in "args" to "stdio"/,
    },
    {
      text: "error: invalid value 'tcp' for '--transport <TRANSPORT>'\n  [possible values: stdio, http]",
      cause: [/--transport/, /"tcp"/],
      fix: /one of stdio, http/,
    },
    {text: "Error: Invalid value for '--mode': 'x' is not one of 'read', 'write'.", cause: [/--mode/, /"x"/]},
    {text: "error: option '-p, --port <n>' argument 'abc' is invalid.", cause: [/--port/, /"abc"/]},
    {text: 'Error: invalid argument "abc" for "--port" flag: strconv.ParseInt', cause: [/--port/, /"abc"/]},
  ],
  misses: [
    'notes: error: unrecognized arguments: --transport',
    'error: invalid value in the configuration file',
    'notes: error: the following arguments are required: --vault',
  ],
});
