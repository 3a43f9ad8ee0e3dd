import {npmOutsideProject} from '../../../src/diagnosis/failures/npm-outside-project.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(npmOutsideProject, {
  matches: [
    {
      text: 'npm error Missing script: "start"',
      with: {entry: {command: 'npm', args: ['start']}},
      cause: [/"start"/],
      fix: '--prefix',
    },
    {text: 'npm error code ENOENT\nnpm error enoent Could not read package.json', cause: [/package\.json/]},
  ],
  misses: ['npm error code E404', 'missing script tag'],
});
