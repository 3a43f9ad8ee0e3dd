import {commandPath, commandQuote, setCommand, works} from '../facts/command-entry.ts';
import {placeAt, programName} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const wrongPackageRunner = defineFailure({
  id: 'wrong-package-runner',
  class: 'config',
  step: 'command',
  title: 'The package belongs to another package manager',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [
    {match: /Failed to parse: `?@[\w-]+\/[\w-]+/i, confidence: 'certain'},
    {match: /Not a valid package or extra name: "?@[\w-]+\//i, confidence: 'certain'},
  ],
  remedies: ['Use npx for an npm package (its name begins with @scope/), uvx for a Python package'],
  detect: ({command, all}) => {
    const look = command.package;
    if (look === null || works(all)) return null;
    const isScoped = /^@[\w.-]+\/[\w.-]+$/.test(look.name);
    return isScoped && /^(uvx|pipx|uv)$/.test(programName(command.command)) ? {name: look.name, better: 'npx'} : null;
  },
  explain: ({name}, {entry, command}) => ({
    cause: `${name} is a name of the npm world (it begins with @scope/), and ${command.command} fetches Python packages only.`,
    evidence: [commandQuote(entry, command, name)],
    location: placeAt(entry, commandPath(entry)),
  }),
  fixes: ({better}, {entry}) => [setCommand(entry, better, 'npx fetches packages of npm')],
});
