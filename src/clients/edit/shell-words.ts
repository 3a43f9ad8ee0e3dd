/** The words of a command line: blanks part them, quotes keep them together. A backslash stays: Windows paths have them. */
export const shellWords = (line: string): readonly string[] => {
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (const character of line) {
    if (quote !== null) {
      if (character === quote) quote = null;
      else word = (word ?? '') + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word = word ?? '';
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + character;
  }
  return word === null ? words : [...words, word];
};

/** A word as it must be written for a POSIX shell to take it as one; `$NAME` stays alive, as the entry meant it. */
export const shellQuoted = (word: string): string =>
  word !== '' && !/[\s"'\\`]/.test(word) ? word : `"${word.replaceAll(/["\\`]/g, '\\$&')}"`;
