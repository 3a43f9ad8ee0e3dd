import {upstreamScopeMissing} from '../../../src/diagnosis/failures/upstream-scope-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(upstreamScopeMissing, {
  matches: [
    {
      text: 'This app hasn\'t been granted all required scopes to make this call. {"requiredGranularScopes":["crm.objects.contacts.read"]}',
      cause: [/scope/],
    },
    {
      text: "Error: An API error occurred: missing_scope  { needed: 'channels:history', provided: 'channels:read' }",
      cause: [/channels:history/],
      fix: /scope channels:history/,
    },
    {
      text: 'googleapiclient.errors.HttpError: Request had insufficient authentication scopes.',
      cause: [/scope/],
    },
  ],
  misses: ['variable out of scope', 'Error: 401 Unauthorized', 'ReferenceError: x is not defined in this scope'],
});
