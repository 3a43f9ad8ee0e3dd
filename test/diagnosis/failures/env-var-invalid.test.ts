import {envVarInvalid} from '../../../src/diagnosis/failures/env-var-invalid.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(envVarInvalid, {
  matches: [
    {text: 'Error: NOTES_PORT must be a number', cause: [/NOTES_PORT/, /must be a number/], fix: /Set NOTES_PORT/},
    {text: 'ValueError: Invalid LOG_LEVEL: verbose', cause: [/LOG_LEVEL/]},
    {text: 'panic: could not parse REQUEST_TIMEOUT: time: invalid duration', cause: [/REQUEST_TIMEOUT/]},
    {text: 'Error: invalid API key format', with: {entry: {envNames: ['NOTES_API_KEY']}}, cause: [/NOTES_API_KEY/]},
    {text: 'SLACK_BOT_TOKEN must start with xoxb-', cause: [/SLACK_BOT_TOKEN/]},
  ],
  misses: ['Error: NOTES_API_KEY must be set', 'Error: invalid option --port', 'NOTES_API_KEY loaded'],
});
