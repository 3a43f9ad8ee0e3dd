import {argumentEmpty} from '../../../src/diagnosis/failures/argument-empty.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';
import {ended} from '../../helpers/said-cases.ts';

const given = (command: string, args: readonly string[]) =>
  ended("SyntaxError: Unexpected token ':'", {entry: {command, args: [...args], raw: {command, args: [...args]}}});

evidenceCases(argumentEmpty, {
  matches: [
    {
      name: 'in front of the file',
      evidence: given('node', ['', '/srv/notes.mjs']),
      cause: [/Argument 1/, /empty/],
      fix: /Remove the empty argument 1/,
    },
  ],
  misses: [
    {name: 'behind the file: an option may be empty', evidence: given('node', ['/srv/notes.mjs', ''])},
    {name: 'for a program with words of its own', evidence: given('notes', ['', 'x'])},
    {
      name: 'in a server that works',
      evidence: {
        entry: {command: 'node', args: ['', 'x']},
        launch: {exit: null, endedDuring: null},
        handshake: {},
        tools: {},
      },
    },
  ],
});
