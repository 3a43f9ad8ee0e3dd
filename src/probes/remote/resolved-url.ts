/** A URL as it is written somewhere, seen from `base`; null where it is none. */
export const resolvedUrl = (text: string, base: URL): URL | null =>
  URL.canParse(text, base.href) ? new URL(text, base) : null;
