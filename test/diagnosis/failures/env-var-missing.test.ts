import {expect, it} from 'vitest';
import {envVarMissing} from '../../../src/diagnosis/failures/env-var-missing.ts';
import {judge} from '../../helpers/judge.ts';
import {ended, saidCases} from '../../helpers/said-cases.ts';

saidCases(envVarMissing, {
  matches: [
    {
      text: 'Error: NOTES_REGION is not set',
      cause: [/NOTES_REGION/],
      fix: 'Set NOTES_REGION in "env"',
      with: {entry: {}},
    },
    {
      text: 'Error: NOTES_API_KEY environment variable is required',
      cause: [/NOTES_API_KEY/, /\.env\)/],
      fix: /\.env/,
      with: {
        entry: {raw: {command: 'node', envFile: '${workspaceFolder}/.env'}, rules: {fields: {envFile: 'envFile'}}},
      },
    },
    {text: 'Missing required environment variable: BRAVE_API_KEY', cause: [/BRAVE_API_KEY/]},
    {text: 'Error: Missing environment variables: SLACK_BOT_TOKEN, SLACK_TEAM_ID', cause: [/SLACK_BOT_TOKEN/]},
    {text: "KeyError: 'NOTION_TOKEN'", cause: [/NOTION_TOKEN/]},
    {text: 'panic: required environment variable "DATABASE_URL" is not set', cause: [/DATABASE_URL/]},
    {text: 'key not found: "STRIPE_KEY" (KeyError)', cause: [/STRIPE_KEY/]},
    {text: "thread 'main' panicked at src/main.rs:9:5:\nGRAFANA_URL: NotPresent", cause: [/GRAFANA_URL/]},
    {
      text: "ZodError: [\n  {\n    code: 'invalid_type',\n    path: [ 'LINEAR_API_KEY' ],\n    message: 'Required'\n  }\n]",
      cause: [/LINEAR_API_KEY/],
    },
    {text: './run.sh: line 3: REDIS_URL: unbound variable', cause: [/REDIS_URL/]},
    {text: 'Please set the OPENAI_API_KEY environment variable', cause: [/OPENAI_API_KEY/]},
    {text: 'Could not resolve placeholder \'WEATHER_KEY\' in value "${WEATHER_KEY}"', cause: [/WEATHER_KEY/]},
    {text: "❌ Invalid environment variables: { TAVILY_API_KEY: [ 'Required' ] }", cause: [/TAVILY_API_KEY/]},
    {text: 'Error: environment variable TOKEN is required', cause: [/TOKEN/]},
    {text: '1 validation error for AppSettings\njira_url\n  Field required [type=missing', cause: [/JIRA_URL/]},
  ],
  misses: [
    'info: 12 environment variables loaded',
    'Error: SQLITE_BUSY: database is locked',
    "Error: ENOENT: no such file or directory, open '/srv/notes.db'",
    'ERR_MODULE_NOT_FOUND',
    'Error: title is required',
  ],
});

it('a variable that the entry sets is not exported beside it: the entry would win', () => {
  const fixes = (envNames: readonly string[]) =>
    judge(envVarMissing, ended('Error: NOTES_REGION is not set', {entry: {envNames}}))?.fixes.map(({id}) => id);
  expect(fixes(['NOTES_REGION'])).toEqual(['set-notes-region']);
  expect(fixes([])).toEqual(['set-notes-region', 'export']);
});
