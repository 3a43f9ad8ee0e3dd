import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const pipExternallyManaged = defineSaidFailure({
  id: 'pip-externally-managed',
  title: 'The system does not let pip install packages',
  patterns: [/externally-managed-environment/],
  remedies: ["Use a virtual environment (python3 -m venv .venv), or uvx, instead of the system's Python"],
  cause: () =>
    'The start installs packages into the Python of the system, which the system manages itself (externally-managed-environment), so pip refuses.',
  fixes: () => [
    advise(
      'venv',
      'Make a virtual environment (python3 -m venv .venv), install the packages there, and let "command" point to its python; or start the server with uvx',
    ),
  ],
});
