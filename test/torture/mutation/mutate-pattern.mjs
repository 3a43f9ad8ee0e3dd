/** Where a piece of a regular expression ends that begins at `at`: a class, an escape or a single character. */
const pieceEnd = (source, at) => {
  if (source[at] === '\\') {
    const braced = /^\\[pPu]\{[^}]*\}/.exec(source.slice(at));
    return braced === null ? at + 2 : at + braced[0].length;
  }
  if (source[at] !== '[') return at + 1;
  let to = at + 1;
  while (to < source.length && source[to] !== ']') to += source[to] === '\\' ? 2 : 1;
  return to + 1;
};

const QUANTIFIER = /^(?:[*+?]|\{\d+(?:,\d*)?\})/;

const otherQuantifiers = (written) => {
  if (written === '*') return ['+'];
  if (written === '+') return ['*', ''];
  if (written === '?') return [''];
  const [, least = '0', comma, most = ''] = /^\{(\d+)(,?)(\d*)\}$/.exec(written) ?? [];
  const low = Number(least);
  if (comma === '') return [`{${low + 1}}`];
  const others = [`{${low + 1},${most}}`];
  if (low > 0) others.push(`{${low - 1},${most}}`);
  // A limit of some length is a bound against slowness; of a short one the number matters.
  if (most !== '' && Number(most) <= 12 && Number(most) > low) others.push(`{${low},${Number(most) - 1}}`);
  return others;
};

const OPPOSITE = {d: 'D', D: 'd', w: 'W', W: 'w', s: 'S', S: 's', b: 'B', B: 'b'};

/**
 * Regular expressions that differ from `source` in one thing: an anchor, a quantifier, a class, a look-around or one of
 * several alternatives.
 */
export const otherPatterns = (source) => {
  const found = [];
  const put = (from, to, text) => found.push(source.slice(0, from) + text + source.slice(to));
  // Each open group: where its present alternative began, and the alternatives that have ended.
  const groups = [{from: 0, ended: []}];
  const closeGroup = (group, to) => {
    const all = [...group.ended, [group.from, to]];
    if (all.length < 2) return;
    all.forEach(([from, end], index) => {
      if (index === 0) put(from, end + 1, '');
      else put(from - 1, end, '');
    });
  };
  for (let at = 0; at < source.length; ) {
    const sign = source[at];
    if (sign === '^' || sign === '$') {
      put(at, at + 1, '');
      at += 1;
    } else if (sign === '|') {
      const group = groups.at(-1);
      group.ended.push([group.from, at]);
      group.from = at + 1;
      at += 1;
    } else if (sign === '(') {
      const head = /^\((?:\?(?:<[=!]|[:=!]|<\w+>))?/.exec(source.slice(at))[0];
      if (/[=!]$/.test(head)) put(at, at + head.length, head.slice(0, -1) + (head.endsWith('=') ? '!' : '='));
      at += head.length;
      groups.push({from: at, ended: []});
    } else if (sign === ')') {
      closeGroup(groups.pop(), at);
      at += 1;
    } else {
      const to = pieceEnd(source, at);
      if (sign === '[') put(at, source[at + 1] === '^' ? at + 2 : at + 1, source[at + 1] === '^' ? '[' : '[^');
      else if (sign === '\\' && OPPOSITE[source[at + 1]] !== undefined) put(at, to, `\\${OPPOSITE[source[at + 1]]}`);
      at = to;
    }
    const quantifier = sign === '|' || sign === '(' ? null : QUANTIFIER.exec(source.slice(at));
    if (quantifier !== null) {
      for (const other of otherQuantifiers(quantifier[0])) put(at, at + quantifier[0].length, other);
      at += quantifier[0].length;
      if (source[at] === '?') at += 1;
    }
  }
  closeGroup(groups.pop(), source.length);
  return [...new Set(found)].filter((one) => one !== source);
};
