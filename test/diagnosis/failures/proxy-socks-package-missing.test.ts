import {proxySocksPackageMissing} from '../../../src/diagnosis/failures/proxy-socks-package-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(proxySocksPackageMissing, {
  matches: [
    {
      text: "ImportError: Using SOCKS proxy, but the 'socksio' package is not installed. Make sure to install httpx using `pip install httpx[socks]`.",
      with: {entry: {command: 'uvx', args: ['notes']}},
      cause: [/socksio/],
      fix: '--with=socksio',
    },
  ],
  misses: ["ModuleNotFoundError: No module named 'socksio'"],
});
