import type {Fix} from '../../model/finding.ts';
import {advice} from '../facts/config-entry.ts';
import {fileName} from '../facts/config-syntax.ts';
import {defineFailure} from '../failure.ts';

/** What the words of the reading mean: errno words of the system, and our own for what we refuse to read. */
const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: 'this user has no right to read it',
  EPERM: 'the system does not let this user read it',
  EISDIR: 'a folder stands where the file should be',
  ENOENT: 'it is not there, or the link to it leads nowhere',
  ELOOP: 'its symbolic links point at each other',
  'not-a-file': 'it is no ordinary file (a folder, a pipe or a device)',
  'too-large': 'it is larger than any configuration (more than 5 MB)',
  'too-deep': 'its brackets are nested hundreds of levels deep',
  'too-much': 'it holds more than any configuration (over 50,000 values and lines, or one endless text)',
};

export const configUnreadable = defineFailure({
  id: 'config-unreadable',
  class: 'config',
  step: 'config',
  title: 'The configuration file cannot be opened',
  severity: 'error',
  waitingHelps: false,
  needs: ['file'],
  signatures: [
    {
      match:
        /(EACCES|permission denied|EPERM).{0,80}(\.claude\.json|mcp\.json|config\.toml|settings\.json|claude_desktop_config)/i,
      confidence: 'certain',
    },
    {match: /EISDIR.{0,80}(mcp\.json|settings\.json|config\.toml|\.claude\.json)/i, confidence: 'certain'},
  ],
  remedies: [
    'Give yourself the right to read the configuration file (chmod u+rw FILE)',
    'Remove what stands in its place',
  ],
  detect: ({file}) => (file.exists ? file.unreadable : null),
  explain: (code, {file}) => ({
    cause: `${file.clientName} cannot read ${file.path} (${code}): ${MEANINGS[code] ?? 'the system refuses to open it'}.`,
    evidence: [{label: 'Opening the file', text: `${file.path}: ${code}`, deciding: code}],
    location: {file: file.path, line: 1, column: 1},
  }),
  fixes: (code, {file}): readonly Fix[] =>
    code === 'EACCES' || code === 'EPERM'
      ? [
          {
            id: 'allow-reading',
            title: `Give yourself the right to read ${fileName(file.path)}`,
            kind: 'run',
            command: ['chmod', 'u+rw', file.path],
          },
          advice(
            'ask-owner',
            `If ${file.path} belongs to another user, ask that user (or an administrator) to give it to you`,
          ),
        ]
      : code === 'ENOENT' && /^(plugin|extension)/.test(file.scope)
        ? [
            advice(
              'install-again',
              `A ${file.scope.split('-')[0]} is switched on, and its files are gone: install it again in ${file.clientName}, or switch it off`,
            ),
          ]
        : [
            advice(
              'clear-the-way',
              `Move what stands at ${file.path} away and put an ordinary configuration file there`,
            ),
          ],
});
