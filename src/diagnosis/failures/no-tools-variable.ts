import {askVariable, placeIn, renameVariable} from '../facts/launch-fixes.ts';
import {givenNames, isVariableName, MISSING_VARIABLE, meantFor, variableName} from '../facts/launch-variables.ts';
import {linesAround, saidBy} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const noToolsVariable = defineFailure({
  id: 'no-tools-variable',
  class: 'config',
  step: 'tools',
  title: 'No tool is switched on, because a variable is not set',
  severity: 'error',
  waitingHelps: false,
  needs: ['tools', 'launch'],
  signatures: [
    {
      match:
        /(?<![A-Z0-9_])(?<name>[A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,12})(?![A-Z0-9_])[^\n]{0,60}no tool(?:set)?s? (?:is |are )?(?:enabled|registered|available|loaded)/,
      confidence: 'certain',
    },
  ],
  remedies: ['Set the variable that the server names in its "env" block'],
  detect: ({tools, all}) => {
    if (!tools.isDeclared || tools.count > 0 || tools.error !== null || tools.timedOut || tools.closed) return null;
    for (const {label, text} of saidBy(all)) {
      for (const pattern of MISSING_VARIABLE) {
        const hit = pattern.exec(text);
        const name = variableName(hit?.groups?.['name'] ?? '');
        if (hit !== null && name !== '' && isVariableName(name))
          return {name, label, line: linesAround(text, hit.index, hit[0].length), match: hit[0].trim()};
      }
    }
    return null;
  },
  explain: ({name, label, line, match}, {all}) => ({
    cause: `The server connects but lists no tools (0): ${name} is not set, and without it no tool is switched on.`,
    evidence: [
      {label, text: line, deciding: match},
      {label: 'tools/list', text: '0 tools', deciding: '0 tools'},
    ],
    confidence: 'likely',
    location: placeIn(all, ['env']),
  }),
  fixes: ({name}, {all}) => {
    const near = meantFor(name, givenNames(all));
    return [
      ...(near === null || givenNames(all).includes(name) ? [] : [renameVariable(all, near, name)]),
      askVariable(all, name),
    ];
  },
});
