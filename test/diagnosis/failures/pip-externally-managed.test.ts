import {pipExternallyManaged} from '../../../src/diagnosis/failures/pip-externally-managed.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(pipExternallyManaged, {
  matches: [
    {text: 'error: externally-managed-environment\n\n× This environment is externally managed', cause: [/pip refuses/]},
  ],
  misses: ['error: managed environment not found'],
});
