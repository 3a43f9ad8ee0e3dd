import type {KeyPath} from './json.ts';

/**
 * What can be said of a configured value without showing it. Made where the value is read (clients/), so that rules
 * about tokens, headers and variables never hold a secret.
 */
export interface ValueShape {
  /** Where it stands below the entry: ['headers', 'Authorization'], ['env', 'TOKEN'], ['args', 2], ['url']. */
  readonly path: KeyPath;
  /** The value after the client's expansion, redacted where it may be secret. */
  readonly text: string;
  readonly length: number;
  /** As written in the file (before expansion) it held a variable reference; the names, in order. */
  readonly references: readonly string[];
  /** References that the client left as they stand, because it does not know the syntax or the variable is not set. */
  readonly literalReferences: readonly string[];
  readonly isEmpty: boolean;
  readonly isSecret: boolean;
  readonly hasOuterSpace: boolean;
  readonly hasLineEnd: boolean;
  readonly hasControl: boolean;
  readonly hasNonAscii: boolean;
  /** The quotation mark that surrounds the value, or the part after the scheme. */
  readonly quotedBy: '"' | "'" | '`' | '\u201c' | null;
  /** The placeholder's own words ('<YOUR_API_KEY>', 'xxx', 'changeme'); a placeholder is no secret. */
  readonly placeholder: string | null;
  /** 'Bearer', 'Basic', 'Token' …: a first word that is an authentication scheme, spelt as it stands. */
  readonly scheme: string | null;
  /** The scheme stands twice ('Bearer Bearer x'). */
  readonly hasDoubledScheme: boolean;
  /** The value begins with its own name, as a line of a .env file does ('NOTES_TOKEN=', 'export NOTES_TOKEN='); those words. */
  readonly repeatedName: string | null;
  /** A known family of tokens, e.g. 'github', 'anthropic', 'openai', 'jwt', 'slack'. */
  readonly family: string | null;
  /** The public claims of a JWT; never the signature. Times in seconds since 1970. */
  readonly jwt: JwtShape | null;
  /** Stable within a run: equal tags mean equal values. */
  readonly tag: string;
}

export interface JwtShape {
  readonly algorithm: string | null;
  readonly issuer: string | null;
  readonly audience: readonly string[];
  readonly scopes: readonly string[];
  readonly expiresAt: number | null;
  readonly notBefore: number | null;
  readonly issuedAt: number | null;
  /** It has claims that only ID tokens have (nonce, at_hash, c_hash; OpenID Connect Core, 2): it says who somebody is and opens nothing. */
  readonly isIdToken: boolean;
}
