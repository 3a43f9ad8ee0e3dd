import {shellWords} from '../edit/shell-words.ts';
import type {ConfigDocument} from './document.ts';
import type {Member, Scalar, TreeNode} from './tree.ts';
import {type XmlElement, xmlElements} from './xml-elements.ts';

const NOTHING: ConfigDocument = {root: null, lenient: null, trouble: null, refused: null};

/** The components in which AI Assistant kept servers before it had files of its own: of the IDE, and of a project. */
const COMPONENTS = ['McpApplicationServerCommands', 'McpProjectServerCommands'];

/** The client's words for its own options. */
const OPTIONS: Readonly<Record<string, string>> = {
  name: 'name',
  programPath: 'command',
  arguments: 'args',
  workingDirectory: 'cwd',
  url: 'url',
  headers: 'headers',
  enabled: 'enabled',
};

/**
 * The settings of a JetBrains IDE as a list of servers under `mcpServers`, in the words of its later JSON files. An element
 * without a program and without a URL only notes the state of a server that stands in such a file, and is left out.
 * Source: the settings classes of the AI Assistant plugin (com.intellij.ml.llm.mcp.client.settings), 2025.2 and 2026.2.
 */
export const readIntellij = (text: string): ConfigDocument => {
  const found = xmlElements(text);
  if ('refused' in found) return {...NOTHING, refused: found.refused};
  if ('message' in found) return {...NOTHING, trouble: {kind: 'other', ...found, repair: null, more: 0}};
  const items = found
    .flatMap(({children}) => children)
    .filter(({name, attributes}) => name === 'component' && COMPONENTS.includes(attributes.get('name')?.value ?? ''))
    .flatMap(({children}) => children.flatMap((one) => (/^(?:commands|urls)$/.test(one.name) ? one.children : [one])))
    .map(serverOf)
    .filter(({members}) => members.some(({key}) => key === 'command' || key === 'url'));
  const offset = items[0]?.offset ?? 0;
  const list: TreeNode = {kind: 'array', offset, length: 0, items};
  const root: TreeNode = {
    kind: 'object',
    offset: 0,
    length: text.length,
    members: [memberAt('mcpServers', offset, list)],
  };
  return {...NOTHING, root, lenient: root};
};

const memberAt = (key: string, offset: number, node: TreeNode): Member => ({
  key,
  keyOffset: offset,
  keyLength: 0,
  node,
});

const serverOf = ({offset, length, children}: XmlElement): Extract<TreeNode, {kind: 'object'}> => {
  const members = new Map<string, Member>();
  for (const child of children) {
    const label = child.attributes.get('name')?.value ?? '';
    const key = child.name === 'envs' ? 'env' : child.name === 'option' ? OPTIONS[label] : undefined;
    const node = key === undefined ? null : optionNode(key, child);
    // Of an option that stands twice the IDE takes the first.
    if (key !== undefined && node !== null && !members.has(key)) members.set(key, memberAt(key, child.offset, node));
  }
  return {kind: 'object', offset, length, members: [...members.values()]};
};

/** What an option holds; null for nothing. */
const optionNode = (key: string, element: XmlElement): TreeNode | null => {
  if (key === 'env' || key === 'headers') {
    const pairs = pairsIn(element);
    return pairs.length === 0 ? null : {kind: 'object', offset: element.offset, length: element.length, members: pairs};
  }
  const at = element.attributes.get('value');
  if (at === undefined || (at.value === '' && key !== 'name')) return null;
  const scalar = (value: Scalar): TreeNode => ({kind: 'scalar', offset: at.offset, length: at.length, value});
  if (key === 'args') {
    return {kind: 'array', offset: at.offset, length: at.length, items: shellWords(at.value).map(scalar)};
  }
  return scalar(key === 'enabled' ? at.value === 'true' : at.value);
};

/** `<env name value/>` and `<entry key value/>`, at any depth: a map is wrapped once more. */
const pairsIn = ({children}: XmlElement): readonly Member[] =>
  children.flatMap((child) => {
    const name = child.attributes.get('name') ?? child.attributes.get('key');
    const value = child.attributes.get('value');
    if (name === undefined || value === undefined) return pairsIn(child);
    const node: TreeNode = {kind: 'scalar', offset: value.offset, length: value.length, value: value.value};
    return [{key: name.value, keyOffset: name.offset, keyLength: name.length, node}];
  });
