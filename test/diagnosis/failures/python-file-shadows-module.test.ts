import {pythonFileShadowsModule} from '../../../src/diagnosis/failures/python-file-shadows-module.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(pythonFileShadowsModule, {
  matches: [
    {
      text: "Traceback (most recent call last):\n  File \"/opt/notes/mcp.py\", line 1, in <module>\n    from mcp.server.fastmcp import FastMCP\nModuleNotFoundError: No module named 'mcp.server'; 'mcp' is not a package",
      cause: [/"mcp\.py"/],
      fix: /Rename "mcp\.py"/,
    },
    {
      text: "ImportError: cannot import name 'Client' from partially initialized module 'redis' (most likely due to a circular import) (/opt/notes/redis.py)",
      cause: [/"redis\.py"/],
    },
  ],
  misses: [
    "ModuleNotFoundError: No module named 'mcp.server'",
    "ImportError: cannot import name 'FastMCP' from 'mcp.server'",
  ],
});
