import {defineReported} from '../facts/reported-text.ts';

export const extraCaUnreadable = defineReported({
  id: 'extra-ca-unreadable',
  class: 'config',
  step: 'network',
  title: 'The file with extra certificates cannot be read',
  waitingHelps: false,
  signatures: [{match: /Ignoring extra certs from/i, confidence: 'certain'}],
  remedies: ['Correct the path in NODE_EXTRA_CA_CERTS: the file is missing, unreadable, or no PEM'],
  cause: () =>
    'NODE_EXTRA_CA_CERTS names a file that Node cannot load, so it goes on without it and says so in one warning only.',
});
