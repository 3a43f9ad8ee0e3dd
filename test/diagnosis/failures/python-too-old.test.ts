import {pythonTooOld} from '../../../src/diagnosis/failures/python-too-old.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(pythonTooOld, {
  matches: [
    {text: '  File "/opt/s.py", line 12\n    match kind:\n          ^\nSyntaxError: invalid syntax', cause: [/match/]},
    {
      text: "error: The requested interpreter resolved to Python 3.9.6, which is incompatible with the project's Python requirement: `>=3.11`",
      cause: [/3\.9\.6/, /3\.11/],
    },
    {
      text: "ERROR: Package 'notes' requires a different Python: 3.9.6 not in '>=3.10'",
      cause: [/3\.9\.6/, /3\.10/],
      fix: /Python 3\.10/,
    },
    {
      text: 'Because the current Python version (3.9.6) does not satisfy Python>=3.11 and notes depends on Python>=3.11',
      with: {entry: {command: 'uvx', args: ['notes']}},
      cause: [/3\.11/],
      fix: 'Set UV_PYTHON to "3.11"',
    },
    {text: "ModuleNotFoundError: No module named 'tomllib'", cause: [/tomllib/]},
    {text: "TypeError: unsupported operand type(s) for |: 'type' and 'NoneType'", cause: [/too old/]},
    {text: 'error: No interpreter found for Python 3.13 in managed installations or search path', cause: [/3\.13/]},
  ],
  misses: [
    "ModuleNotFoundError: No module named 'httpx'",
    "ImportError: cannot import name 'Client' from 'httpx'",
    'Requires Node 20',
  ],
});
