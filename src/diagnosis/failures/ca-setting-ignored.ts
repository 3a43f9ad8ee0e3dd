import {defineReported} from '../facts/reported-text.ts';

export const caSettingIgnored = defineReported({
  id: 'ca-setting-ignored',
  class: 'config',
  step: 'network',
  title: 'This build of the client ignores extra certificates',
  waitingHelps: false,
  signatures: [
    {
      match: /SDK auth failed: (?:unable to (?:get local issuer certificate|verify)|self[- ]signed)/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Use the npm-installed client, or mcp-remote under Node for that server: they read NODE_EXTRA_CA_CERTS'],
  cause: () =>
    'The native build of the client does not read NODE_EXTRA_CA_CERTS while it signs in, so it does not know the issuer of the certificate.',
});
