import {requestDuplicateName} from '../../../src/diagnosis/failures/request-duplicate-name.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(requestDuplicateName, {
  matches: [
    {
      name: 'the second entry of a name',
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
        request: {about: {index: 1, sameName: [{file: 'request.json', line: 4, column: 5}]}, names: ['notes', 'notes']},
      },
      cause: [/mcp_servers\[1\]/, /same name as the entry at line 4/],
      fix: /another name than "notes"/,
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
      name: 'the first entry of the name',
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
        request: {about: {index: 0}, names: ['notes', 'notes']},
      },
    },
  ],
});
