import {expect, it} from 'vitest';
import {connectorNotSupported} from '../../../src/diagnosis/failures/connector-not-supported.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

it('says what is wrong here and what to do', () => {
  const finding = judge(connectorNotSupported, {
    reported: {
      source: 'pasted',
      text: '{"type":"invalid_request_error","message":"mcp_servers: Extra inputs are not permitted"}',
      cleaned: '{"type":"invalid_request_error","message":"mcp_servers: Extra inputs are not permitted"}',
    },
  });
  expect(finding?.cause).toMatch(/mcp_servers/);
  expect(finding?.fixes[0]?.title).toMatch(/Anthropic/);
});

const others: readonly [string, PartialEvidence][] = [
  [
    'another extra field',
    {reported: {text: 'tools.0: Extra inputs are not permitted', cleaned: 'tools.0: Extra inputs are not permitted'}},
  ],
];
it.each(others)('stays clear: %s', (_, evidence) => {
  expect(judge(connectorNotSupported, evidence)).toBeNull();
});
