import type {Client, ConfigFile} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

/** Every key that the connector takes in an entry; it refuses a request that holds another one. */
export const REQUEST_KEYS: readonly string[] = ['type', 'url', 'name', 'authorization_token', 'tool_configuration'];

/**
 * The MCP connector of the Anthropic Messages API as one more client: its servers are the `mcp_servers` of a request. It
 * has no file of its own, so it is not in the list of clients. The word of "type" says nothing of the transport (it is
 * always "url", and both remote transports are tried): rules of the request look at it, not the rules of transports.
 * Source: platform.claude.com, agents-and-tools/mcp-connector.
 */
export const anthropicApi: Client = {
  id: 'anthropic-api',
  name: "Anthropic's Messages API",
  rules: {
    ...rulesOf('anthropic-api', "Anthropic's Messages API", {
      fields: {args: null, env: null, headers: null},
      reload: 'Send the request again.',
    }),
    knownFields: REQUEST_KEYS,
  },
  reading: {...STANDARD_READING, commandAndUrl: 'url'},
  files: () => [],
  precedence: [],
  judge: null,
};

/** The request's own text as a configuration file. */
export const requestFile = (path: string): readonly ConfigFile[] =>
  configFile(path, 'request', {
    tables: [['mcp_servers']],
    mistakable: [['mcpServers'], ['mcpservers'], ['mcp-servers'], ['servers'], ['mcp_server']],
  });
