import {packageVersionsMismatch} from '../../../src/diagnosis/failures/package-versions-mismatch.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(packageVersionsMismatch, {
  matches: [
    {text: "ModuleNotFoundError: No module named 'mcp.server.fastmcp'", cause: [/mcp\.server\.fastmcp/]},
    {text: "ImportError: cannot import name 'FastMCP' from 'mcp.server'", cause: [/FastMCP/, /mcp\.server/]},
    {
      text: "SyntaxError: The requested module 'zod' does not provide an export named 'toJSONSchema'",
      cause: [/toJSONSchema/, /zod/],
    },
    {text: "AttributeError: module 'httpx' has no attribute 'Proxy'", cause: [/Proxy/]},
  ],
  misses: [
    "SyntaxError: The requested module 'node:fs' does not provide an export named 'globSync'",
    "ModuleNotFoundError: No module named 'mcp'",
  ],
});
