import {requestDeprecatedToolConfiguration} from '../../../src/diagnosis/failures/request-deprecated-tool-configuration.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(requestDeprecatedToolConfiguration, {
  matches: [
    {
      name: 'beside toolsets',
      evidence: {
        entry: {
          client: 'anthropic-api',
          name: 'notes',
          file: 'request.json',
          at: ['mcp_servers', 0],
          place: {file: 'request.json', line: 4, column: 5},
          transport: 'http',
          raw: {
            type: 'url',
            url: 'https://mcp.notes.example/mcp',
            name: 'notes',
            tool_configuration: {enabled: true, allowed_tools: ['read_note']},
          },
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
        request: {about: {hasToolConfiguration: true}, hasToolConfiguration: true},
      },
      cause: [/holds "tool_configuration"/, /refuses it/],
      fix: /into its toolset/,
    },
    {
      name: 'in a request of the first version',
      evidence: {
        entry: {
          client: 'anthropic-api',
          name: 'notes',
          file: 'request.json',
          at: ['mcp_servers', 0],
          place: {file: 'request.json', line: 4, column: 5},
          transport: 'http',
          raw: {
            type: 'url',
            url: 'https://mcp.notes.example/mcp',
            name: 'notes',
            tool_configuration: {enabled: true, allowed_tools: ['read_note']},
          },
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
        request: {about: {hasToolConfiguration: true, toolsets: []}, hasToolConfiguration: true, toolsets: []},
      },
      cause: [/first version/, /deprecated/],
      fix: /default_config/,
      severity: 'warning',
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
      name: 'another entry holds it',
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
        request: {about: {hasToolConfiguration: false}, hasToolConfiguration: true},
      },
    },
  ],
});
