import {advice} from '../facts/config-entry.ts';
import {fileName} from '../facts/config-syntax.ts';
import {defineFailure} from '../failure.ts';

const ENTRY_KEYS: ReadonlySet<string> = new Set(['command', 'args', 'env', 'url', 'type', 'headers', 'cwd']);

export const noWrapper = defineFailure({
  id: 'no-wrapper',
  class: 'config',
  step: 'config',
  title: 'The servers stand at the root of the file',
  severity: 'error',
  waitingHelps: false,
  needs: ['file'],
  signatures: [{match: /(missing|no) "?mcpServers"? (key|object|section|property)/i, confidence: 'certain'}],
  remedies: ['Wrap the server in {"mcpServers": {"name": {…}}}'],
  detect: ({file}) =>
    file.syntax === null &&
    file.rootFound === 'missing' &&
    file.deadLocation === null &&
    file.serverLikePaths.some((path) => path.length === 0)
      ? {isBareEntry: file.topKeys.some((key) => ENTRY_KEYS.has(key))}
      : null,
  explain: ({isBareEntry}, {file}) => ({
    cause: isBareEntry
      ? `${file.path} holds the inside of one server at its root; ${file.clientName} looks for servers by name under "${file.rootPath.join('.')}".`
      : `${file.serverNames.map((name) => `"${name}"`).join(', ') || 'A server'} stands at the root of ${file.path}; ${file.clientName} looks for servers under "${file.rootPath.join('.')}".`,
    evidence: [{label: `Keys of ${fileName(file.path)}`, text: file.topKeys.join(', ')}],
    location: {file: file.path, line: 1, column: 1},
  }),
  fixes: ({isBareEntry}, {file}) => {
    const key = file.rootPath.join('.');
    const byHand = advice(
      'wrap',
      `Wrap the content of ${fileName(file.path)} in {"${key}": ${isBareEntry ? '{"name": {…}}' : '{…}'}}`,
    );
    const names = isBareEntry ? [] : file.serverNames.filter((name) => file.topKeys.includes(name));
    return [
      ...names.map((name) => ({
        id: `wrap-${name}`,
        title: `Move "${name}" to "${key}"`,
        kind: 'edit' as const,
        change: {
          file: file.path,
          path: [name],
          edit: {kind: 'move' as const, to: [...file.rootPath, name]},
          why: `${file.clientName} reads its servers from "${key}"`,
        },
      })),
      byHand,
    ];
  },
});
