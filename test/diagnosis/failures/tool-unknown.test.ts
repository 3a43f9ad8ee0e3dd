import {expect, it} from 'vitest';
import {toolUnknown} from '../../../src/diagnosis/failures/tool-unknown.ts';
import {explainText} from '../../../src/diagnosis/index.ts';
import {judge} from '../../helpers/judge.ts';

const reported = (text: string) => ({reported: {source: 'pasted' as const, text, cleaned: text}});

it.each([
  'McpError: MCP error -32602: Tool get_weathr not found',
  'ToolError: Unknown tool: search_docs',
  '{"error":{"code":-32601,"message":"tool not found: list_prs"}}',
  'Tool "create_issue" does not exist',
])('knows it: %s', (text) => {
  const finding = judge(toolUnknown, reported(text));
  expect(finding?.cause).toMatch(/list/);
  expect(finding?.fixes[0]?.title).toMatch(/Reconnect/);
  expect(explainText(text)[0]?.id).toBe('tool-unknown');
});

it.each(['bash: tool: command not found', 'MCP error -32601: Method not found', 'The tool answered: page not found'])(
  'stays clear: %s',
  (text) => {
    expect(judge(toolUnknown, reported(text))).toBeNull();
    expect(explainText(text)[0]?.id).not.toBe('tool-unknown');
  },
);
