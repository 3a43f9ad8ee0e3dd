import {requestNameMissing} from '../../../src/diagnosis/failures/request-name-missing.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(requestNameMissing, {
  matches: [
    {
      name: 'no name',
      evidence: {
        entry: {
          client: 'anthropic-api',
          name: 'notes',
          file: 'request.json',
          at: ['mcp_servers', 0],
          place: {file: 'request.json', line: 4, column: 5},
          transport: 'http',
          raw: {type: 'url', url: 'https://mcp.notes.example/mcp'},
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
        request: {about: {name: null, toolsets: []}},
      },
      cause: [/mcp_servers\[0\] has no "name"/],
      fix: /Add a "name"/,
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
      name: 'no object',
      evidence: {
        entry: {
          client: 'anthropic-api',
          name: '#1',
          file: 'request.json',
          at: ['mcp_servers', 0],
          place: {file: 'request.json', line: 4, column: 5},
          transport: 'http',
          raw: 'x',
          command: null,
          args: [],
          url: null,
          rules: {
            client: 'anthropic-api',
            clientName: "Anthropic's Messages API",
            knownFields: ['type', 'url', 'name', 'authorization_token', 'tool_configuration'],
            urlWithoutType: 'http-then-sse',
            types: {},
            fields: {args: null, env: null, headers: null, type: null},
          },
        },
        request: {about: {isObject: false, name: null}},
      },
    },
  ],
});
