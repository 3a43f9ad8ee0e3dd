import {seen} from '../../model/evidence.ts';
import {bodyLine, isWorking, statusLine} from '../facts/http-answer.ts';
import {editFix, urlKey} from '../facts/http-changes.ts';
import {isPage, pageName} from '../facts/http-page.ts';
import {defineFailure} from '../failure.ts';

export const webPage = defineFailure({
  id: 'web-page',
  class: 'config',
  step: 'http',
  title: 'The URL is a web page, not an MCP endpoint',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /Unexpected token '?<'?(?!, "<br)|invalid character '<' looking for|'<' is an invalid start of a value|<!doctype html|<html[ >]|Unexpected content type:? text\/html|returned (?:an )?HTML|got HTML|(?:media|content|mime)[- ]?type[^\n]{0,40}text\/html/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Set "url" to the MCP endpoint of the service (its documentation names it; often /mcp)'],
  detect: ({http, all}) => {
    const answer = http.main.response;
    if (answer === null || !isPage(answer) || isWorking(all) || http.answered !== null) return null;
    return answer.status < 400 || answer.status === 405 ? answer : null;
  },
  explain: (answer, {http}) => ({
    cause: `${http.main.request.url} is not an MCP endpoint: it answers HTTP ${answer.status} with ${pageName(answer)}, made for a browser.`,
    evidence: [
      statusLine(http),
      {label: 'content type', text: answer.contentType ?? 'none'},
      ...bodyLine(answer, answer.body.title),
    ],
  }),
  fixes: (_, {all}) => {
    const key = urlKey(seen(all, 'entry'));
    return [
      editFix(all, {
        id: 'ask-url',
        title: `Set "${key}" to the MCP endpoint of this service (its documentation names it; often the path /mcp, or a host of its own)`,
        path: [key],
        edit: {kind: 'ask', label: 'The full URL of the MCP endpoint', isSecret: false, shape: 'url'},
        why: 'The address is that of a web page.',
      }),
    ];
  },
});
