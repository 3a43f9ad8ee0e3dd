import {oldNode} from '../../../src/diagnosis/failures/old-node.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(oldNode, {
  matches: [
    {text: '/usr/bin/node: bad option: --experimental-strip-types', cause: [/strip-types/, /Node 22/]},
    {
      text: "file:///srv/notes.mjs:1\nimport m from './m.json' with { type: 'json' };\n                          ^^^^\n\nSyntaxError: Unexpected token 'with'\n\nNode.js v18.12.0",
      cause: [/18\.12\.0/, /too old/],
      fix: /Node 20 or newer/,
    },
    {
      text: 'ReferenceError: File is not defined\n    at Object.<anonymous> (/srv/undici.js:1:1)\n\nNode.js v18.20.0',
      cause: [/18\.20\.0/, /File/],
    },
    {text: 'Error [ERR_UNKNOWN_BUILTIN_MODULE]: No such built-in module: node:sqlite', cause: [/node:sqlite/]},
    {text: 'npm ERR! code EBADENGINE\nnpm ERR! engine Unsupported engine', cause: [/too old/]},
    {
      text: 'TypeError: list.toSorted is not a function',
      cause: [/toSorted/],
      with: {
        command: {
          runtime: {name: 'node', path: '/usr/bin/node', version: '18.1.0'},
          otherRuntimes: [{path: '/opt/node22/bin/node', version: '22.12.0'}],
        },
        entry: {},
      },
      fix: 'Set "command" to "/opt/node22/bin/node"',
    },
  ],
  misses: [
    "SyntaxError: Unexpected token '}'",
    'ReferenceError: config is not defined',
    "Cannot find package 'express' imported from /srv/x.js",
    'TypeError: client.connect is not a function',
  ],
});
