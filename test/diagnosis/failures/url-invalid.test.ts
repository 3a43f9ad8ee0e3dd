import {expect, it} from 'vitest';
import {urlInvalid} from '../../../src/diagnosis/failures/url-invalid.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(urlInvalid, {
    entry: {
      transport: 'http',
      url: 'mcp.notes.example/mcp',
      command: null,
      args: [],
      raw: {type: 'http', url: 'mcp.notes.example/mcp'},
      at: ['mcpServers', 'notes'],
    },
    network: {
      url: 'mcp.notes.example/mcp',
      scheme: '',
      host: '',
      port: 0,
      path: '',
      isUrlValid: false,
      urlProblem: 'the scheme (http:// or https://) is missing',
      dns: null,
      tcp: [],
    },
  });
  expect(finding?.cause).toMatch(/mcp\.notes\.example\/mcp.*scheme/);
  expect(finding?.fixes[0]?.title).toMatch(/Set "url" to "https:\/\/mcp\.notes\.example\/mcp"/);
});

const others: readonly [string, PartialEvidence][] = [
  ['a complete URL', {network: {url: 'https://mcp.notes.example/mcp'}}],
  ['a URL with a port and a query', {network: {url: 'http://localhost:3000/mcp?x=1'}}],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(urlInvalid, evidence)).toBeNull();
});
