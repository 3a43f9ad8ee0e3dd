import {headerLine, headerOf, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {isBotGuard} from '../facts/http-page.ts';
import {defineFailure} from '../failure.ts';

export const botProtection = defineFailure({
  id: 'bot-protection',
  class: 'runtime',
  step: 'http',
  title: 'A guard against robots answers instead of the server',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /just a moment\.\.\.|cf-mitigated|attention required! \| cloudflare|challenge-platform|The requested URL was rejected\. Please consult|Request Rejected[\s\S]{0,300}support ID|Incapsula incident ID|checking your browser|cloudflare.{0,40}(?:block|challenge)|host reachable by curl but/i,
      confidence: 'certain',
    },
    {match: /\bWAF\b.{0,40}block/i, confidence: 'possible'},
  ],
  remedies: [
    'Site owner: allow AI bots and this client on /mcp and /.well-known (Cloudflare, WAF); allow the published IP range in the WAF',
  ],
  detect: ({http, all}) => {
    const answer = http.main.response;
    return answer !== null && !isWorking(all) && isBotGuard(answer) ? answer : null;
  },
  explain: (answer, {http}) => ({
    cause: `A guard against robots in front of the server (${headerOf(answer, 'server') ?? 'a content network'}) answers with HTTP ${answer.status} and ${answer.body.title === null ? 'a test for browsers' : `the page "${answer.body.title}"`}. A program cannot pass that test; the MCP server was not reached.`,
    evidence: [
      statusLine(http),
      ...headerLine(answer, 'cf-mitigated'),
      ...headerLine(answer, 'cf-ray'),
      ...headerLine(answer, 'server'),
    ],
  }),
  fixes: () => [
    advice(
      'owner',
      'Ask the owner of the site to let MCP clients through: allow /mcp and /.well-known in the bot protection or firewall',
    ),
    advice(
      'other-network',
      'Try from another network (without a VPN or a data centre): such guards judge the network address',
    ),
  ],
});
