/** One challenge of a WWW-Authenticate header: its scheme and its parameters (names in lower case). */
interface Challenge {
  readonly scheme: string;
  readonly params: Readonly<Record<string, string>>;
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+/;

/**
 * All challenges of a WWW-Authenticate header (RFC 9110, 11.6.1): several in one value, quoted strings with escapes,
 * token68. Total: what cannot be read is passed over.
 */
export const parseChallenges = (header: string): readonly Challenge[] => {
  const challenges: {scheme: string; params: Record<string, string>}[] = [];
  let rest = header.slice(0, 8192);
  while (rest !== '') {
    rest = rest.replace(/^[\s,]+/, '');
    const word = TOKEN.exec(rest)?.[0];
    if (word === undefined) {
      rest = rest.slice(1);
      continue;
    }
    const after = rest.slice(word.length);
    const equals = /^\s*=\s*(?=["!#$%&'*+\-.^_`|~0-9A-Za-z/])/.exec(after);
    const current = challenges.at(-1);
    if (equals !== null && current !== undefined) {
      const [value, left] = readValue(after.slice(equals[0].length));
      const name = word.toLowerCase();
      if (!Object.hasOwn(current.params, name)) current.params[name] = value;
      rest = left;
    } else {
      challenges.push({scheme: word, params: {}});
      // token68 stands alone after its scheme ("Negotiate YII="): it is passed over.
      rest = after.replace(/^[ \t]+[A-Za-z0-9\-._~+/]+=+(?=\s*(?:,|$))/, '');
    }
  }
  return challenges;
};

const readValue = (text: string): readonly [string, string] => {
  const quoted = /^"((?:[^"\\]|\\.)*)"?/s.exec(text);
  if (quoted !== null) return [(quoted[1] ?? '').replace(/\\(.)/gs, '$1'), text.slice(quoted[0].length)];
  const bare = /^[^\s,]+/.exec(text)?.[0] ?? '';
  return [bare, text.slice(bare.length)];
};

/** The challenge that an MCP client acts on: Bearer before the others. */
export const mainChallenge = (challenges: readonly Challenge[]): Challenge | null =>
  challenges.find(({scheme}) => /^(?:bearer|dpop)$/i.test(scheme)) ?? challenges[0] ?? null;
