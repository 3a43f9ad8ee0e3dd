import {isBlank, jsonTreeOf} from '../text/json-tree.ts';
import {createLineIndex, type LineIndex} from '../text/line-index.ts';
import type {TreeNode} from '../text/tree.ts';

/**
 * Keys of one object that begin their lines stand equally far in, so that the layout and the brackets say the same.
 * A text that parses although a bracket was put or taken at the wrong place is told by this.
 */
export const isEvenlyIndented = (text: string): boolean => {
  if (isBlank(text)) return true;
  return isEven(jsonTreeOf(text), text, createLineIndex(text));
};

const isEven = (node: TreeNode, text: string, lines: LineIndex): boolean => {
  if (node.kind === 'scalar') return true;
  if (node.kind === 'array') return node.items.every((item) => isEven(item, text, lines));
  const columns = node.members.flatMap(({keyOffset}) => {
    const {line, column} = lines.at(keyOffset);
    return /^[ \t]*$/.test(lines.lineText(line).slice(0, column - 1)) ? [column] : [];
  });
  return new Set(columns).size <= 1 && node.members.every((member) => isEven(member.node, text, lines));
};
