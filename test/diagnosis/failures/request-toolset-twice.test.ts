import {requestToolsetTwice} from '../../../src/diagnosis/failures/request-toolset-twice.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(requestToolsetTwice, {
  matches: [
    {
      name: 'two',
      evidence: {
        entry: {
          client: 'anthropic-api',
          name: 'notes',
          file: 'request.json',
          at: ['mcp_servers', 0],
          place: {file: 'request.json', line: 4, column: 5},
          transport: 'http',
          raw: {type: 'url', url: 'https://mcp.notes.example/mcp', name: 'notes'},
          command: null,
          args: [],
          url: 'https://mcp.notes.example/mcp',
          rules: {
            client: 'anthropic-api',
            clientName: "Anthropic's Messages API",
            knownFields: ['type', 'url', 'name', 'authorization_token', 'tool_configuration'],
            urlWithoutType: 'http-then-sse',
            types: {},
            fields: {args: null, env: null, headers: null, type: null},
          },
        },
        request: {
          about: {
            toolsets: [
              {server: 'notes', at: 'tools[0]'},
              {server: 'notes', at: 'tools[3]'},
            ],
          },
          toolsets: [
            {server: 'notes', at: 'tools[0]'},
            {server: 'notes', at: 'tools[3]'},
          ],
        },
      },
      cause: [/named by 2 toolsets/, /tools\[0\], tools\[3\]/],
      fix: /remove tools\[3\]/,
    },
  ],
  misses: [
    {
      name: 'an entry as the connector wants it',
      evidence: {
        entry: {
          client: 'anthropic-api',
          name: 'notes',
          file: 'request.json',
          at: ['mcp_servers', 0],
          place: {file: 'request.json', line: 4, column: 5},
          transport: 'http',
          raw: {type: 'url', url: 'https://mcp.notes.example/mcp', name: 'notes'},
          command: null,
          args: [],
          url: 'https://mcp.notes.example/mcp',
          rules: {
            client: 'anthropic-api',
            clientName: "Anthropic's Messages API",
            knownFields: ['type', 'url', 'name', 'authorization_token', 'tool_configuration'],
            urlWithoutType: 'http-then-sse',
            types: {},
            fields: {args: null, env: null, headers: null, type: null},
          },
        },
        request: {about: {}},
      },
    },
    {
      name: 'one for each of two entries of the name',
      evidence: {
        entry: {
          client: 'anthropic-api',
          name: 'notes',
          file: 'request.json',
          at: ['mcp_servers', 0],
          place: {file: 'request.json', line: 4, column: 5},
          transport: 'http',
          raw: {type: 'url', url: 'https://mcp.notes.example/mcp', name: 'notes'},
          command: null,
          args: [],
          url: 'https://mcp.notes.example/mcp',
          rules: {
            client: 'anthropic-api',
            clientName: "Anthropic's Messages API",
            knownFields: ['type', 'url', 'name', 'authorization_token', 'tool_configuration'],
            urlWithoutType: 'http-then-sse',
            types: {},
            fields: {args: null, env: null, headers: null, type: null},
          },
        },
        request: {
          about: {
            toolsets: [
              {server: 'notes', at: 'tools[0]'},
              {server: 'notes', at: 'tools[3]'},
            ],
          },
          toolsets: [
            {server: 'notes', at: 'tools[0]'},
            {server: 'notes', at: 'tools[3]'},
          ],
          names: ['notes', 'notes'],
        },
      },
    },
  ],
});
