import {containerVariableNotPassed} from '../../../src/diagnosis/failures/container-variable-not-passed.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(containerVariableNotPassed, {
  matches: [
    {
      text: 'GITHUB_PERSONAL_ACCESS_TOKEN not set',
      with: {
        entry: {
          command: 'docker',
          args: ['run', '-i', '--rm', 'acme/notes'],
          envNames: ['GITHUB_PERSONAL_ACCESS_TOKEN'],
        },
      },
      cause: [/GITHUB_PERSONAL_ACCESS_TOKEN/, /container/],
      fix: '--env=GITHUB_PERSONAL_ACCESS_TOKEN',
    },
  ],
  misses: [
    {
      text: 'NOTES_API_KEY not set',
      with: {
        entry: {
          command: 'docker',
          args: ['run', '-i', '-e', 'NOTES_API_KEY', 'acme/notes'],
          envNames: ['NOTES_API_KEY'],
        },
      },
    },
    {text: 'NOTES_API_KEY not set', with: {entry: {command: 'docker', args: ['run', '-i', 'acme/notes']}}},
    {text: 'NOTES_API_KEY not set', with: {entry: {command: 'node', envNames: ['NOTES_API_KEY']}}},
  ],
});
