import {expect, it} from 'vitest';
import {requestServerFails} from '../../../src/diagnosis/failures/request-server-fails.ts';
import {explainText} from '../../../src/diagnosis/index.ts';
import {judge} from '../../helpers/judge.ts';

const text =
  '{"type":"error","error":{"type":"invalid_request_error","message":"Connection error while communicating with MCP server. Please check the server URL and your authorization token."}}';

it('says what is wrong here and what to do', () => {
  const finding = judge(requestServerFails, {reported: {source: 'pasted', text, cleaned: text}});
  expect(finding?.cause).toMatch(/every server in "mcp_servers"/);
  expect(finding?.fixes[0]?.title).toMatch(/mcp-fix request body\.json/);
});

it('is the first answer to the words of the API', () => {
  expect(explainText(text)[0]?.id).toBe('request-server-fails');
});

it.each(['Connection error.', 'MCP server "notes" connection failed', 'mcp_servers: Extra inputs are not permitted'])(
  'stays clear: %s',
  (other) => {
    expect(judge(requestServerFails, {reported: {source: 'pasted', text: other, cleaned: other}})).toBeNull();
  },
);
