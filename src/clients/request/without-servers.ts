import {isDeepStrictEqual} from 'node:util';
import {memberOf, type TreeNode} from '../text/tree.ts';
import {type DropPlan, withoutPlanned} from './drop-plan.ts';

/** A part of the text: from its first to behind its last character. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The request's text without what the plan names; every other character stays as it is. Separators leave with what they
 * separate; white space in front of the closing bracket stays.
 * @throws when the result is not the same request without those parts, which would be a mistake of ours
 */
export const withoutServers = (text: string, root: TreeNode, plan: DropPlan): string => {
  const gone: readonly string[] = plan.keys;
  const lists = [
    ['mcp_servers', plan.servers],
    ['tools', plan.tools],
  ] as const;
  const cuts = [
    ...cutsOf(membersOf(root), (index) => gone.includes(keyAt(root, index))),
    ...lists.flatMap(([key, indexes]) => {
      const list = memberOf(root, key)?.node;
      if (gone.includes(key) || list?.kind !== 'array') return [];
      return cutsOf(list.items.map(rangeOf), (index) => indexes.includes(index));
    }),
  ].sort((a, b) => a.from - b.from);
  let out = '';
  let at = 0;
  for (const {from, to} of cuts) {
    out += text.slice(at, from);
    at = to;
  }
  out += text.slice(at);
  const before: unknown = JSON.parse(text);
  if (
    typeof before !== 'object' ||
    before === null ||
    !isDeepStrictEqual(JSON.parse(out), withoutPlanned(before, plan))
  )
    throw new Error('the request could not be cut without changing the rest of it');
  return out;
};

const rangeOf = (node: TreeNode): Range => ({from: node.offset, to: node.offset + node.length});

const membersOf = (root: TreeNode): readonly Range[] =>
  root.kind === 'object' ? root.members.map(({keyOffset, node}) => ({from: keyOffset, to: rangeOf(node).to})) : [];

const keyAt = (root: TreeNode, index: number): string =>
  root.kind === 'object' ? (root.members[index]?.key ?? '') : '';

/** What to cut so that some of several separated parts leave: each run together with the comma on its one side. */
const cutsOf = (parts: readonly Range[], isGone: (index: number) => boolean): readonly Range[] => {
  const cuts: Range[] = [];
  for (let first = 0; first < parts.length; first += 1) {
    if (!isGone(first)) continue;
    let last = first;
    while (last + 1 < parts.length && isGone(last + 1)) last += 1;
    const before = parts[first - 1];
    const after = parts[last + 1];
    const begin = parts[first]?.from ?? 0;
    const end = parts[last]?.to ?? begin;
    cuts.push(before === undefined ? {from: begin, to: after?.from ?? end} : {from: before.to, to: end});
    first = last;
  }
  return cuts;
};
