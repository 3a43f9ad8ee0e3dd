import {noToolsVariable} from '../../../src/diagnosis/failures/no-tools-variable.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(noToolsVariable, {
  matches: [
    {
      name: 'toolsets',
      evidence: {
        entry: {},
        launch: {stderr: 'warn: NOTES_TOOLSETS is not set, no toolset enabled\n'},
        handshake: {},
        tools: {count: 0, names: []},
      },
      cause: [/NOTES_TOOLSETS/, /no tools/],
      fix: 'Set NOTES_TOOLSETS in "env"',
    },
  ],
  misses: [
    {
      name: 'the same line, and tools',
      evidence: {launch: {stderr: 'warn: NOTES_CACHE is not set'}, handshake: {}, tools: {}},
    },
    {name: 'no tools and no such line', evidence: {launch: {}, handshake: {}, tools: {count: 0, names: []}}},
  ],
});
