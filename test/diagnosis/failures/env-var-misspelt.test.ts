import {envVarMisspelt} from '../../../src/diagnosis/failures/env-var-misspelt.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(envVarMisspelt, {
  matches: [
    {
      text: 'Error: NOTES_API_KEY environment variable is required',
      with: {entry: {envNames: ['NOTES_APIKEY']}},
      cause: [/NOTES_API_KEY/, /NOTES_APIKEY/],
      fix: 'Rename NOTES_APIKEY to NOTES_API_KEY',
    },
    {
      text: "KeyError: 'GITHUB_PERSONAL_ACCESS_TOKEN'",
      with: {entry: {envNames: ['LOG_LEVEL', 'GITHUB_TOKEN', 'GITHUB_ACCESS_TOKEN']}},
      cause: [/GITHUB_ACCESS_TOKEN|GITHUB_TOKEN/],
    },
    {
      text: '2 validation errors for Settings\nnotes_api_key\n  Field required [type=missing, input_value={}, input_type=dict]',
      with: {entry: {envNames: ['NOTES_API_KYE']}},
      cause: [/NOTES_API_KEY/, /NOTES_API_KYE/],
    },
  ],
  misses: [
    {text: 'Error: NOTES_API_KEY environment variable is required', with: {entry: {envNames: ['LOG_LEVEL']}}},
    {
      text: 'Error: NOTES_API_KEY environment variable is required',
      with: {entry: {envNames: ['NOTES_APIKEY', 'NOTES_API_KEY']}},
    },
  ],
});
