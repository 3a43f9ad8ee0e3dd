import {seen} from '../../model/evidence.ts';
import {bodyLine, isWorking, statusLine} from '../facts/http-answer.ts';
import {editFix, urlKey} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const jsonNotRpc = defineFailure({
  id: 'json-not-rpc',
  class: 'config',
  step: 'http',
  title: 'The URL is another kind of API, not MCP',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /(?:not|isn't) (?:a )?valid JSON-?RPC|Invalid JSON-?RPC (?:message|response)|JSONRPCMessage.{0,40}(?:validation|invalid)|unrecognized_keys.{0,400}jsonrpc/i,
      confidence: 'possible',
    },
  ],
  remedies: ['Set "url" to the MCP endpoint of the service (its documentation names it; often /mcp)'],
  detect: ({http, all}) => {
    const answer = http.main.response;
    return answer !== null &&
      answer.body.kind === 'json' &&
      answer.status < 300 &&
      !isWorking(all) &&
      http.answered === null
      ? answer
      : null;
  },
  explain: (answer, {http}) => ({
    cause: `${http.main.request.url} answers HTTP ${answer.status} with plain JSON that is not JSON-RPC, the language of MCP: it is some other API (REST), not an MCP endpoint.`,
    evidence: [statusLine(http), ...bodyLine(answer)],
  }),
  fixes: (_, {all}) => {
    const key = urlKey(seen(all, 'entry'));
    return [
      editFix(all, {
        id: 'ask-url',
        title: `Set "${key}" to the MCP endpoint of this service (its documentation names it; often the path /mcp)`,
        path: [key],
        edit: {kind: 'ask', label: 'The full URL of the MCP endpoint', isSecret: false, shape: 'url'},
        why: 'The address is that of another API.',
      }),
    ];
  },
});
