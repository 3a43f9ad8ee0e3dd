import {type Evidence, seen} from '../../model/evidence.ts';
import {isRunner} from '../facts/launch-end.ts';
import {advise, programOf} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip, saidBy} from '../facts/stderr-lines.ts';

export const packageDownloadFailed = defineSaidFailure({
  id: 'package-download-failed',
  title: 'The package cannot be fetched from here',
  waitingHelps: true,
  patterns: [
    /npm (?:error|ERR!) code (?<code>ENOTFOUND|ETIMEDOUT|ECONNRESET|ECONNREFUSED|EAI_AGAIN|ERR_SOCKET_TIMEOUT|ENETUNREACH|ENOTCACHED|ERR_INVALID_URL|E5\d\d|E429)/,
    /npm (?:error|ERR!) network[^\n]*/,
    /(?:error sending request for url \(https?:\/\/[^)\n]{0,200}(?:simple\/|pypi|pythonhosted|registry|artifactory|nexus|\.whl|\.t(?:ar\.)?gz)|Failed to fetch: |Failed to download [`'"]?[\w.-]{1,80}(?:==|@)|Request failed after \d+ retries|operation timed out)[^\n]*/,
    /request to https?:\/\/\S{0,80}registry\S{0,200} failed, reason: (?![^\n]{0,200}certificate)[^\n]*/,
    /(?:NewConnectionError|Max retries exceeded with url: \/simple)[^\n]*/,
    /(?:error pulling image|failed to do request: Head|Error response from daemon: Get) [^\n]*(?:timeout|no such host|connection refused|deadline exceeded)[^\n]*/,
  ],
  // Of a runner that failed any address counts; in a pasted text only one of a package server.
  patternsWithEvidence: [/error sending request for url(?! \(https?:\/\/(?:localhost|127\.))[^\n]*/],
  confidence: 'likely',
  remedies: [
    'Look whether this machine has a network, and whether HTTPS_PROXY is right',
    'Wait and try again',
    'Install the package once where there is a network, and start the installed file',
  ],
  cause: ({line}, evidence) =>
    `"${programOf(evidence)}" wants to fetch the server's package first, and the package server${hostIn(evidence)} cannot be reached from here. It says: "${clip(line, 200)}". The server itself has not started yet.`,
  when: (_, evidence) =>
    isRunner(evidence) ||
    /^(?:npm|pnpm|yarn|bun|uv|pip|pip3|poetry)$/.test(programOf(evidence)) ||
    saidBy(evidence).some(({text}) => /npm (?:error|ERR!)/.test(text)),
  fixes: (_, evidence) => [
    advise(
      'network',
      'Check the network of this machine: VPN, Wi-Fi, and the proxy in HTTPS_PROXY (set it in "env" where one is needed); then try again',
    ),
    advise(
      'install-once',
      `Or install ${seen(evidence, 'command')?.package?.name ?? 'the package'} once while there is a network, and let "command" start the installed file`,
    ),
  ],
});

/** The host of the first address that the tool names. */
const hostIn = (evidence: Evidence): string => {
  for (const {text} of saidBy(evidence)) {
    const host = /https?:\/\/([\w.-]{1,200})|getaddrinfo \w+ ([\w.-]{1,200})/.exec(text);
    if (host !== null) return ` (${host[1] ?? host[2] ?? ''})`;
  }
  return '';
};
