import {expect, it} from 'vitest';
import {mcpOnOtherPort} from '../../../src/diagnosis/failures/mcp-on-other-port.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(mcpOnOtherPort, {
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
      tcp: [
        {
          address: '127.0.0.1',
          family: 4,
          isOpen: false,
          error: {
            name: 'Error',
            code: 'ECONNREFUSED',
            message: 'connect ECONNREFUSED 127.0.0.1:3900',
            syscall: 'connect',
            address: '127.0.0.1',
            port: 3900,
          },
          ms: 1,
        },
      ],
      otherPorts: [{port: 3901, isMcp: true, serverName: 'notes'}],
    },
  });
  expect(finding?.cause).toMatch(/port 3900/);
  expect(finding?.cause).toMatch(/port 3901/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to "http:\/\/127\.0\.0\.1:3901\/mcp"/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'the other port is a web page',
    {
      network: {
        url: 'http://127.0.0.1:3900/mcp',
        scheme: 'http',
        host: '127.0.0.1',
        port: 3900,
        path: '/mcp',
        reach: 'loopback',
        dns: null,
        tcp: [
          {
            address: '127.0.0.1',
            family: 4,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ECONNREFUSED',
              message: 'connect ECONNREFUSED 127.0.0.1:3900',
              syscall: 'connect',
              address: '127.0.0.1',
              port: 3900,
            },
            ms: 1,
          },
        ],
        otherPorts: [{port: 5173, isMcp: false, serverName: null}],
      },
    },
  ],
  [
    'a server of another name answers there',
    {
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
        tcp: [
          {
            address: '127.0.0.1',
            family: 4,
            isOpen: false,
            error: {
              name: 'Error',
              code: 'ECONNREFUSED',
              message: 'connect ECONNREFUSED 127.0.0.1:3900',
              syscall: 'connect',
              address: '127.0.0.1',
              port: 3900,
            },
            ms: 1,
          },
        ],
        otherPorts: [{port: 3901, isMcp: true, serverName: 'weather'}],
      },
    },
  ],
  [
    'its own port is open',
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
        otherPorts: [{port: 3901, isMcp: true, serverName: 'notes'}],
      },
    },
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(mcpOnOtherPort, evidence)).toBeNull();
});
