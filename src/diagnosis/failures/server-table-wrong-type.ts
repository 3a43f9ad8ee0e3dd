import type {FileEvidence} from '../../model/evidence.ts';
import {defineFailure} from '../failure.ts';

/** Clients whose table of servers is a list of entries that carry their own name. */
const LISTS: ReadonlySet<string> = new Set(['continue', 'messages-api', 'anthropic-api']);

const isList = ({rootExpected}: FileEvidence): boolean => rootExpected === 'array' || rootExpected === 'maps';

/** Continue's YAML wants a list of blocks; its JSON files take the map of other clients. */
const isMapForList = (file: FileEvidence): boolean =>
  (isList(file) || (file.client === 'continue' && file.format === 'yaml')) && file.rootFound === 'object';

export const serverTableWrongType = defineFailure({
  id: 'server-table-wrong-type',
  class: 'config',
  step: 'config',
  title: 'The table of servers has the wrong shape',
  severity: 'error',
  waitingHelps: false,
  needs: ['file'],
  signatures: [
    {
      match: /mcp_?servers:? (Expected|expected|must be|should be|is not of type).{0,30}(object|record|table|map)/i,
      confidence: 'certain',
    },
    {match: /(context_servers|mcpServers|servers): Expected object, received (array|string)/i, confidence: 'certain'},
  ],
  remedies: ['Turn "mcpServers" into an object: each server under its own name'],
  detect: ({file}) =>
    file.syntax === null &&
    (file.rootFound === 'other' ||
      (file.rootFound === 'array' && !isList(file) && !LISTS.has(file.client)) ||
      isMapForList(file))
      ? file.rootFound
      : null,
  explain: (found, {file}) => ({
    cause: isMapForList(file)
      ? `"${file.rootPath.join('.')}" in ${file.path} is an object; ${file.clientName} expects a list (array) there, each item with ${file.rootExpected === 'maps' ? 'one server under its name' : 'its own "name"'}.`
      : `"${file.rootPath.join('.')}" in ${file.path} is ${found === 'array' ? 'a list' : 'no table'}; ${file.clientName} expects an object there, with each server under its own name.`,
    evidence: [
      {
        label: file.path,
        text: `"${file.rootPath.join('.')}": ${found === 'array' ? '[…]' : isMapForList(file) ? '{…}' : 'no object'}`,
      },
    ],
    location: {file: file.path, line: 1, column: 1},
  }),
  fixes: (found, {file}) => {
    const key = file.rootPath.join('.');
    if (isMapForList(file))
      return [
        {
          id: 'to-list',
          title: `Turn "${key}" into a list: "- ${file.rootExpected === 'maps' ? 'notes:' : `name: ${file.serverNames[0] ?? 'notes'}`}", with the other lines below it`,
          kind: 'advice',
        },
      ];
    const title = `Turn "${key}" into an object: {"${key}": {"name": {…}}}`;
    if (found !== 'array') return [{id: 'to-table', title, kind: 'advice'}];
    const edit = {kind: 'rewrite', how: {how: 'to-map'}} as const;
    return [
      {
        id: 'to-table',
        title,
        kind: 'edit',
        change: {file: file.path, path: file.rootPath, edit, why: 'A table of servers is an object'},
      },
    ];
  },
});
