import {advise, insertArgument, programOf, setVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const proxySocksPackageMissing = defineSaidFailure({
  id: 'proxy-socks-package-missing',
  title: 'The server lacks the package for a SOCKS proxy',
  patterns: [
    /Using SOCKS proxy, but the '(?<name>[^']+)' package is not installed/,
    /Missing dependencies for SOCKS support/,
  ],
  remedies: ['Add "--with", "socksio" to the arguments of uvx', 'Set ALL_PROXY to an empty value in "env"'],
  cause: ({groups}) =>
    `ALL_PROXY (or all_proxy) names a SOCKS proxy, and the server's Python lacks the package "${groups['name'] ?? 'PySocks'}" that it needs for one.`,
  fixes: (_, evidence) => [
    /^uvx?$/.test(programOf(evidence))
      ? insertArgument(evidence, 0, '--with=socksio', 'Add "--with=socksio" as first argument in "args"')
      : advise('install-socks', 'Install the package: pip install "httpx[socks]"'),
    setVariable(evidence, 'ALL_PROXY', '', 'Or set ALL_PROXY to nothing in "env", if the server needs no proxy'),
  ],
});
