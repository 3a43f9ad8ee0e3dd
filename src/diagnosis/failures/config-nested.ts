import {advice} from '../facts/config-entry.ts';
import {isTableName} from '../facts/config-inner-table.ts';
import {fileName} from '../facts/config-syntax.ts';
import {defineFailure} from '../failure.ts';

export const configNested = defineFailure({
  id: 'config-nested',
  class: 'config',
  step: 'config',
  title: 'The servers stand one level too deep',
  severity: 'error',
  waitingHelps: false,
  needs: ['file'],
  signatures: [
    {match: /mcpServers\.mcpServers|mcpServers inside (projects|another server)/i, confidence: 'certain'},
    {match: /^[^\w\n]{0,20}no (mcp )?servers( found)?[^\w\n]{0,20}$/im, confidence: 'possible'},
  ],
  remedies: [
    'Lift the inner "mcpServers" object one level up, so that each server stands directly under the outer key',
  ],
  detect: ({file}) => {
    if (file.syntax !== null || file.rootFound !== 'object' || file.deadLocation !== null) return null;
    const root = file.rootPath;
    return (
      file.serverLikePaths.find(
        (path) =>
          path.length > root.length && root.every((key, index) => path[index] === key) && isTableName(path.at(-1)),
      ) ?? null
    );
  },
  explain: (path, {file}) => ({
    cause: `The servers in ${file.path} stand at "${path.join('.')}", one level too deep; ${file.clientName} looks for them directly under "${file.rootPath.join('.')}".`,
    evidence: [{label: file.path, text: path.join('.'), deciding: String(path.at(-1))}],
    location: {file: file.path, line: 1, column: 1},
  }),
  fixes: (path, {file}) => [
    advice(
      'lift',
      `Lift the servers in ${fileName(file.path)} from "${path.join('.')}" to "${file.rootPath.join('.')}", and remove the empty inner block`,
    ),
  ],
});
