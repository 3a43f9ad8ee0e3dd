import {envVarInvalid} from '../../../src/diagnosis/failures/env-var-invalid.ts';
import {saidCases} from '../../helpers/said-cases.ts';

/** An entry that gives one variable this value. */
const giving = (name: string, text: string) => ({
  entry: {envNames: [name], values: [{path: ['env', name], text}]},
});

saidCases(envVarInvalid, {
  matches: [
    {text: 'Error: NOTES_PORT must be a number', cause: [/NOTES_PORT/, /must be a number/], fix: /Set NOTES_PORT/},
    {text: 'ValueError: Invalid LOG_LEVEL: verbose', cause: [/LOG_LEVEL/]},
    {text: 'panic: could not parse REQUEST_TIMEOUT: time: invalid duration', cause: [/REQUEST_TIMEOUT/]},
    {text: 'Error: invalid API key format', with: {entry: {envNames: ['NOTES_API_KEY']}}, cause: [/NOTES_API_KEY/]},
    {
      text: "ValueError: invalid literal for int() with base 10: 'ten'",
      with: giving('NOTES_LIMIT', 'ten'),
      cause: [/NOTES_LIMIT/],
      fix: /Set NOTES_LIMIT/,
    },
    {text: 'strconv.Atoi: parsing "ten": invalid syntax', with: giving('NOTES_LIMIT', 'ten'), cause: [/NOTES_LIMIT/]},
    {
      text: "SyntaxError: Expected property name or '}' in JSON at position 1",
      with: giving('NOTES_HEADERS', "{'a': 'b'}"),
      cause: [/NOTES_HEADERS/, /JSON/, /double quotes/],
    },
    {
      text: 'Error: NOTES_PORT must be a number',
      with: {entry: {raw: {command: 'node', envFile: '.env'}, rules: {fields: {envFile: 'envFile'}}}},
      cause: [/NOTES_PORT/],
      fix: /^Correct NOTES_PORT in \.env, where it stands there\nSet NOTES_PORT/,
    },
    {text: 'SLACK_BOT_TOKEN must start with xoxb-', cause: [/SLACK_BOT_TOKEN/]},
  ],
  misses: [
    {text: "ValueError: invalid literal for int() with base 10: 'ten'", with: giving('NOTES_LIMIT', '10')},
    {
      text: "SyntaxError: Expected property name or '}' in JSON at position 1",
      with: giving('NOTES_HEADERS', '{"a": "b"}'),
    },
    'Error: NOTES_API_KEY must be set',
    'Error: invalid option --port',
    'NOTES_API_KEY loaded',
  ],
});
