import {expect, it} from 'vitest';
import {httpOnHttpsPort} from '../../../src/diagnosis/failures/http-on-https-port.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(httpOnHttpsPort, {
    entry: {
      transport: 'http',
      url: 'http://127.0.0.1:3900/mcp',
      command: null,
      args: [],
      raw: {type: 'http', url: 'http://127.0.0.1:3900/mcp'},
      at: ['mcpServers', 'notes'],
    },
    network: {
      url: 'http://127.0.0.1:3900/mcp',
      scheme: 'http',
      host: '127.0.0.1',
      port: 3900,
      path: '/mcp',
      reach: 'loopback',
      dns: null,
      tcp: [{address: '127.0.0.1', family: 4, isOpen: true}],
      speaks: 'tls',
    },
  });
  expect(finding?.cause).toMatch(/http:\/\/.*port 3900/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to "https:\/\/127\.0\.0\.1:3900\/mcp"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the port speaks http',
    {
      network: {
        url: 'http://127.0.0.1:3900/mcp',
        scheme: 'http',
        host: '127.0.0.1',
        port: 3900,
        path: '/mcp',
        reach: 'loopback',
        dns: null,
        tcp: [{address: '127.0.0.1', family: 4, isOpen: true}],
        speaks: 'http',
      },
    },
  ],
  ['the URL says https already', {network: {speaks: 'tls'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(httpOnHttpsPort, evidence)).toBeNull();
});
