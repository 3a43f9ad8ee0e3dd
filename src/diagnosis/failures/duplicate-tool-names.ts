import {disableTool, serverWords, toolTroubles, updateServer} from '../facts/handshake-oddity.ts';
import {capital, clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const duplicateToolNames = defineFailure({
  id: 'duplicate-tool-names',
  class: 'config',
  step: 'tools',
  title: 'Two tools have the same name',
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match: /[Tt]ool names must be unique|[Dd]uplicate tool name|Duplicate (?:function|tool) declaration/,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Disable one of the two servers (or entries) that bring the same tool',
    'Update the server that lists the same name twice',
  ],
  detect: ({tools, all}) => {
    const twice = tools.names.filter((name, index) => tools.names.indexOf(name) !== index);
    const names = [...new Set([...twice, ...toolTroubles(all, ['duplicate-name']).map(({tool}) => tool)])];
    return names.length === 0 ? null : names;
  },
  explain: (names, {all}) => ({
    cause: `${capital(serverWords(all))} lists "${clip(names.join('", "'), 160)}" more than once (a duplicate). A name must stand for one tool: some models refuse every message, and clients call only one of the two.`,
    evidence: names.slice(0, 5).map((name) => ({label: 'Listed twice', text: name, deciding: name})),
    // One server lists it twice; two entries with the same server would be a matter of the configuration.
    class: 'runtime',
  }),
  fixes: (names, {all}) => [updateServer(all, `list "${names[0] ?? ''}" once`), disableTool(all, names[0] ?? '')],
});
