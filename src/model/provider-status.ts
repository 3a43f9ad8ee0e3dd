/** What a provider says of itself on its public status page, beside what was seen from here. Redacted and printable. */
export interface ProviderStatus {
  readonly provider: string;
  /** The page for people. */
  readonly page: string;
  /**
   * 'told': its document was read. 'no-answer': it was asked, and nothing usable came. 'not-asked': nobody wished it, or it
   * publishes nothing that a program can read.
   */
  readonly outcome: 'told' | 'no-answer' | 'not-asked';
  /** 'unknown' for a word that the format does not have; null where nothing was told. */
  readonly indicator: 'none' | 'minor' | 'major' | 'critical' | 'maintenance' | 'unknown' | null;
  /** The provider's own words: 'Partial System Outage'. */
  readonly description: string | null;
  /** Open incidents and running maintenance, newest first. */
  readonly incidents: readonly {readonly name: string; readonly status: string; readonly since: string | null}[];
  /** Parts that are not operational. */
  readonly components: readonly {readonly name: string; readonly status: string}[];
  /** Why nothing was told, in words; null where it was. */
  readonly why: string | null;
  /** When it was asked, ISO 8601; null where it was not. */
  readonly askedAt: string | null;
}
