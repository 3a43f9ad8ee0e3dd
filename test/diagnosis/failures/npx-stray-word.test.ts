import {npxStrayWord} from '../../../src/diagnosis/failures/npx-stray-word.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(npxStrayWord, {
matches: [{text: 'npm error could not determine executable to run', with: {entry: {command: 'npx', args: ['-y', 'install', '@notes/mcp']}}, cause: [/"install"/], fix: 'Remove "install"'}],
  misses: [{text: 'npm error could not determine executable to run', with: {entry: {command: 'npx', args: ['-y', '@notes/mcp']}}}],
});
