import {CONNECTOR, callOf, isFirstVersion, lineOf, placeOf, shortOf} from '../facts/request-server.ts';
import {defineFailure} from '../failure.ts';

export const requestDeprecatedToolConfiguration = defineFailure({
  id: 'request-deprecated-tool-configuration',
  class: 'config',
  step: 'config',
  title: 'The request holds "tool_configuration", which only the first version of the connector takes',
  severity: 'error',
  waitingHelps: false,
  needs: ['request', 'entry'],
  signatures: [
    {match: /mcp_servers\.\d+\.(?:\w+\.)?tool_configuration: Extra inputs are not permitted/i, confidence: 'certain'},
    {match: /tool_configuration.{0,60}(?:deprecated|no longer|not supported|removed)/i, confidence: 'certain'},
  ],
  remedies: [
    'Move the settings into a toolset: {"type": "mcp_toolset", "mcp_server_name": "NAME", "default_config": {…}, "configs": {…}}',
    'Remove "tool_configuration" from the entries',
  ],
  detect: ({request}) =>
    request.about?.hasToolConfiguration === true ? {about: request.about, isFirst: isFirstVersion(request)} : null,
  explain: ({about, isFirst}, {entry, request}) => ({
    cause: `${callOf(about)} holds "tool_configuration". Only the first version of the connector (${CONNECTOR.first}, deprecated) reads it; ${isFirst ? 'with a newer version the API refuses the request.' : `this request is written for a newer one${request.betas === null ? ' (it has toolsets)' : ''}, so the API refuses it.`}`,
    evidence: [lineOf(about, entry, 'tool_configuration', 'tool_configuration')],
    location: placeOf(entry, 'tool_configuration'),
    severity: isFirst ? 'warning' : 'error',
    confidence: request.betas === null ? 'likely' : 'certain',
  }),
  fixes: ({about}) => [
    {
      id: 'to-toolset',
      title: `Move "tool_configuration" of ${shortOf(about)} into its toolset: "enabled" becomes "default_config": {"enabled": …}, each of "allowed_tools" a key of "configs" with {"enabled": true}`,
      kind: 'advice',
    },
  ],
});
