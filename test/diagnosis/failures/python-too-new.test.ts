import {pythonTooNew} from '../../../src/diagnosis/failures/python-too-new.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(pythonTooNew, {
  matches: [
    {
      text: 'error: maturin failed\n  pydantic-core 2.33.2 source build under CPython 3.14',
      with: {entry: {command: 'uvx', args: ['notes']}},
      cause: [/3\.14/],
      fix: 'UV_PYTHON',
    },
  ],
  misses: ['error: Failed to build wheel: gcc not found'],
});
