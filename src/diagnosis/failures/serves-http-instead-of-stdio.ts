import {seen} from '../../model/evidence.ts';
import {advise, argumentsOf, insertArgument, setVariable} from '../facts/launch-fixes.ts';
import {troubleOf} from '../facts/launch-trouble.ts';
import {linesAround, saidBy} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const servesHttpInsteadOfStdio = defineFailure({
  id: 'serves-http-instead-of-stdio',
  class: 'config',
  step: 'launch',
  title: 'The server listens on a port instead of standard input',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {
      match: /server listens on https?:\/\/\S+|Waiting for server to respond to `initialize` request/,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Add "--stdio" to "args" (or MCP_TRANSPORT=stdio to "env")',
    'Or let the entry have the "url" at which the server listens',
  ],
  detect: ({launch, all}) => {
    if (troubleOf(all) !== 'silence') return null;
    for (const {label, text} of saidBy(all)) {
      const hit =
        /(?:listening|running|serving|started|available|ready|server)\b[^\n]{0,60}?(?<url>https?:\/\/[\w.[\]:-]+(?:\/[\w./-]*)?)/i.exec(
          text,
        ) ?? /listening on (?:port |\S*?:)(?<port>\d{2,5})\b/i.exec(text);
      if (hit !== null)
        return {
          label,
          line: linesAround(text, hit.index, hit[0].length),
          url: hit.groups?.['url'] ?? `http://localhost:${hit.groups?.['port'] ?? ''}`,
          pid: launch.pid,
        };
    }
    return null;
  },
  explain: ({label, line, url}) => ({
    cause: `The server listens at ${url} and not on standard input: it was started in its HTTP mode, so the client that talks to it over stdio gets no answer.`,
    evidence: [{label, text: line, deciding: url}],
    confidence: 'likely',
  }),
  fixes: ({url}, {all}) => {
    const fields = seen(all, 'entry')?.rules.fields;
    const key = fields?.url[0];
    const address = url.replace('0.0.0.0', '127.0.0.1');
    return [
      insertArgument(all, argumentsOf(all).length, '--stdio', 'Add "--stdio" at the end of "args"'),
      setVariable(all, 'MCP_TRANSPORT', 'stdio'),
      advise(
        'use-url',
        `Or start it yourself, and set "${key ?? 'url'}" to "${/\/\w/.test(address.slice(8)) ? address : `${address.replace(/\/$/, '')}/mcp`}" in the place of "${fields?.command ?? 'command'}"`,
      ),
    ];
  },
});
