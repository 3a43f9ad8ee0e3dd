import {errorText, isClosed, isProxied, target} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

export const networkUnexplained = defineFailure({
  id: 'network-unexplained',
  class: 'runtime',
  step: 'network',
  title: 'No connection to the server comes about',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {match: /Failed to connect to MCP server[^\n]{0,60}fetch failed/i, confidence: 'possible'},
    // VS Code: the request did not come through, whatever its next line says of the server.
    {match: /Error sending message to https?:\S{1,300}: TypeError: fetch failed/i, confidence: 'likely'},
    {match: /(?:SSE|connect\w*) error: [^\n]{0,40}Failed to fetch/i, confidence: 'possible'},
    // What Rust's HTTP library says of every connection that does not come about (Codex, Goose, Warp, Zed).
    {match: /error sending request for url \(https?:[^\n]{1,200}/i, confidence: 'possible'},
  ],
  remedies: [
    'Run "curl -v" on the URL from where the client runs, and compare what it says',
    'If the client runs in a container: localhost is the container itself; use host.docker.internal or the name of the other container',
  ],
  detect: ({network}) => {
    if (isProxied(network)) return null;
    const error = network.dns?.error ?? null;
    if (error !== null) return errorText(error);
    if (!network.isUrlValid || !isClosed(network)) return null;
    return network.tcp
      .map((attempt) => (attempt.error === null ? `${attempt.address}: no answer` : errorText(attempt.error)))
      .join('; ');
  },
  explain: (words, {network}) => ({
    cause: `No connection to ${target(network)} comes about: ${words}.`,
    confidence: 'possible',
    evidence: [{label: 'connection', text: words}],
  }),
  fixes: (_, {network}) => [
    {
      id: 'curl',
      title: `See what another program says: curl -v ${network.scheme}://${target(network)}`,
      kind: 'run',
      command: ['curl', '-sS', '-v', '-o', '-', '--max-time', '10', network.url],
    },
  ],
});
