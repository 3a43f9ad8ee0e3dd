import {npmRegistryLacksPackage} from '../../../src/diagnosis/failures/npm-registry-lacks-package.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(npmRegistryLacksPackage, {
  matches: [
    {
      text: 'npm error code E404\nnpm error 404 Not Found - GET https://npm.corp.example/@notes%2fmcp - Not found',
      with: {entry: {}},
      cause: [/npm\.corp\.example/, /404/],
      fix: 'NPM_CONFIG_REGISTRY',
    },
  ],
  misses: [
    `npm error 404 Not Found - GET https://${['registry', 'npmjs', 'org'].join('.')}/notez - Not found`,
    'HTTP 404',
  ],
});
