/** Regular expressions that differ from one in one thing. */
export const otherPatterns: (source: string) => readonly string[];
