/** Deeper than this nobody nests settings; parsers that call themselves run out of stack far later. */
export const MAX_DEPTH = 512;

/** With more mistakes a text is not read on: no repair of it would be sure. */
export const MAX_MISTAKES = 5000;

/**
 * So many lines, commas and other signs that part one value from the next has no TOML or YAML configuration: 4,000
 * servers have fewer. Their parsers take up to 16 microseconds for each, so that a hostile file of 5 MB would hold us
 * for a minute.
 */
export const MAX_PARTS = 50_000;

/** Why a text is not parsed at all. */
export type Refused = 'too-deep' | 'too-much';

/** The same in words. */
export const REFUSALS: Readonly<Record<Refused, string>> = {
  'too-deep': `it is nested deeper than ${MAX_DEPTH} levels`,
  // Spelt out: writing the number for a language would load all languages at each start, which takes 8 ms.
  'too-much': 'it holds more than 50,000 values and lines, or one endless text',
};
