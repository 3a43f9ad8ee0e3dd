import {pythonModuleMissing} from '../../../src/diagnosis/failures/python-module-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(pythonModuleMissing, {
  matches: [
    {
      text: 'Traceback (most recent call last):\n  File "/srv/notes/main.py", line 3, in <module>\n    import httpx\nModuleNotFoundError: No module named \'httpx\'',
      cause: [/httpx/],
      with: {command: {runtime: {name: 'python', path: '/usr/bin/python3'}, project: null}},
      fix: 'Run "/usr/bin/python3 -m pip install httpx"',
    },
    {text: '/usr/bin/python3: No module named notes_mcp', cause: [/notes_mcp/]},
    {
      text: "ModuleNotFoundError: No module named 'mcp'",
      with: {command: {elsewhere: [{path: '/srv/notes/.venv/bin/python', source: 'project'}]}},
      cause: [/mcp/],
      fix: 'Set "command" to "/srv/notes/.venv/bin/python"',
    },
  ],
  misses: ["Error: Cannot find module 'httpx'", "ImportError: cannot import name 'Client' from 'httpx'"],
});
