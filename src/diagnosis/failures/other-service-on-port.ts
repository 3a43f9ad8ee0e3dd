import {seen} from '../../model/evidence.ts';
import {bodyLine, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice, editFix, urlFix, urlKey} from '../facts/http-changes.ts';
import {isPage, pageName} from '../facts/http-page.ts';
import {otherMcpPort} from '../facts/network-ports.ts';
import {urlAt} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const otherServiceOnPort = defineFailure({
  id: 'other-service-on-port',
  class: 'config',
  step: 'http',
  title: 'Another program answers on that port',
  severity: 'error',
  waitingHelps: false,
  needs: ['http', 'network'],
  signatures: [{match: /Cannot POST \/\S*|vite|webpack(?:-dev-server)?.{0,40}(?:404|html)/i, confidence: 'possible'}],
  remedies: [
    'Set "url" to the port on which the MCP server listens',
    'Start the MCP server: another program took its port',
  ],
  detect: ({http, network, all}) => {
    const answer = http.main.response;
    if (
      answer === null ||
      isWorking(all) ||
      network.reach !== 'loopback' ||
      http.answered !== null ||
      answer.status === 401 ||
      answer.status === 403
    )
      return null;
    const other = otherMcpPort(network, all);
    const isForeign = isPage(answer) && !/^error$/i.test(answer.body.title ?? 'error') && answer.status < 500;
    const isStrange =
      other?.isSameName === true &&
      (isPage(answer) || answer.body.kind === 'json' || answer.body.kind === 'text') &&
      [200, 404, 405, 426].includes(answer.status);
    return (isForeign && answer.body.title !== null) || isStrange ? {answer, other} : null;
  },
  explain: ({answer, other}, {http, network}) => ({
    cause: `Port ${network.port} of ${network.host} belongs to another program: it answers with ${isPage(answer) ? pageName(answer) : 'something else'} (HTTP ${answer.status}), which is not an MCP answer.${other === null ? ' The MCP server listens on another port, or it is not started.' : ` An MCP server${other.serverName === null ? '' : ` ("${other.serverName}")`} answers on port ${other.port}.`}`,
    confidence: other?.isSameName === true ? 'certain' : 'likely',
    evidence: [
      statusLine(http),
      ...bodyLine(answer, answer.body.title),
      ...(other === null
        ? []
        : [{label: 'answers as MCP', text: `port ${other.port}`, deciding: `port ${other.port}`}]),
    ],
  }),
  fixes: ({other}, {network, all}) => {
    const url = other === null ? null : urlAt(network.url, {port: other.port});
    const key = urlKey(seen(all, 'entry'));
    const known = url === null ? [] : [urlFix(all, network.url, url, `An MCP server answers on port ${other?.port}.`)];
    const isOtherName = other !== null && !other.isSameName && other.serverName !== null;
    return [
      ...(isOtherName ? [] : known),
      editFix(all, {
        id: 'ask-url',
        title: `Correct the port in "${key}": the start message of the MCP server names it`,
        path: [key],
        edit: {kind: 'ask', label: 'The full URL of the MCP endpoint', isSecret: false, shape: 'url'},
        why: `Port ${network.port} belongs to another program.`,
      }),
      ...(isOtherName ? known : []),
      advice(
        'start',
        `Start the MCP server, and stop the program that uses port ${network.port} if that port is meant for it`,
      ),
    ];
  },
});
