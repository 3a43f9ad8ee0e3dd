/** A piece of a word for a POSIX shell: text as it stands, or a variable of the person's own. */
export type Piece = string | {readonly variable: string};

const TAG = /\[secret(?::[^\]\s]*)?\]/g;

/** One word of a command line. Nothing in the text is expanded, split or run; only the variables are filled in. */
export const quoted = (pieces: readonly Piece[]): string => {
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('');
  if (pieces.every((piece) => typeof piece === 'string')) return plain(text);
  // '!' starts a history expansion inside double quotes in an interactive shell.
  if (!/["$`\\!\n]/.test(text)) return `"${pieces.map(inside).join('')}"`;
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => (typeof piece === 'string' ? plain(piece) : `"$${piece.variable}"`))
    .join('');
};

const plain = (text: string): string =>
  /^[\w./:@%+,-][\w./:@%+,=-]*$/.test(text) && !/^[A-Za-z_]\w*=/.test(text)
    ? text
    : `'${text.replaceAll("'", "'\\''")}'`;

const inside = (piece: Piece, index: number, all: readonly Piece[]): string => {
  if (typeof piece === 'string') return piece;
  const next = all[index + 1];
  return typeof next === 'string' && /^\w/.test(next) ? `\${${piece.variable}}` : `$${piece.variable}`;
};

/** Gives each hidden value a variable's name: the same name for the same tag, no name twice for two. */
export interface VariableNames {
  /** The pieces of a redacted text; `wish` proposes a name for each hidden value from what stands before it. */
  readonly pieces: (text: string, wish: string | ((before: string) => string)) => readonly Piece[];
  readonly names: () => readonly string[];
}

export const createVariableNames = (): VariableNames => {
  const byTag = new Map<string, string>();
  const taken: string[] = [];
  const nameFor = (tag: string, wish: string): string => {
    // A tag without digits after '#' says nothing about which value it hides.
    const key = tag.includes('#') ? tag : wish;
    const known = byTag.get(key);
    if (known !== undefined) return known;
    const wanted = shellName(wish);
    let name = wanted;
    for (let i = 2; taken.includes(name); i += 1) name = `${wanted}_${i}`;
    byTag.set(key, name);
    taken.push(name);
    return name;
  };
  return {
    pieces: (text, wish) => {
      const pieces: Piece[] = [];
      let from = 0;
      for (const match of text.matchAll(TAG)) {
        const before = text.slice(0, match.index);
        if (match.index > from) pieces.push(text.slice(from, match.index));
        pieces.push({variable: nameFor(match[0], typeof wish === 'string' ? wish : wish(before))});
        from = match.index + match[0].length;
      }
      if (from < text.length || pieces.length === 0) pieces.push(text.slice(from));
      return pieces;
    },
    names: () => taken,
  };
};

/** A name that a shell takes: 'X-Api-Key' → 'X_API_KEY'. */
export const shellName = (text: string): string => {
  const name = text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return name === '' ? 'SECRET' : /^\d/.test(name) ? `V_${name}` : name;
};
