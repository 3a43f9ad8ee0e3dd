import {pythonStartedWrongWay} from '../../../src/diagnosis/failures/python-started-wrong-way.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(pythonStartedWrongWay, {
  matches: [
    {
      text: 'Traceback (most recent call last):\n  File "/opt/notes/src/notes/server.py", line 4, in <module>\n    from .db import open_db\nImportError: attempted relative import with no known parent package',
      cause: [/server\.py is part of a package/, /-m/],
      fix: /"-m"/,
    },
    {
      text: "/opt/venv/bin/python: No module named notes.__main__; 'notes' is a package and cannot be directly executed",
      cause: [/"notes"/, /__main__/],
      fix: /behind "-m"/,
    },
    {
      text: "/usr/bin/python3: can't find '__main__' module in '/opt/notes'",
      cause: [/folder \/opt\/notes/],
      fix: /file that starts/,
    },
  ],
  misses: [
    "ModuleNotFoundError: No module named 'notes'",
    'ImportError: attempted relative import beyond top-level package',
    '/usr/bin/python3: No module named notes',
  ],
});
