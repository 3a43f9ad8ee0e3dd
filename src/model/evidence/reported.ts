/** An error text that a person or a client's log gave us: word for word, and cleaned for matching. */
export interface ReportedEvidence {
  readonly source: 'pasted' | 'log' | 'stdin';
  readonly text: string;
  /** Without ANSI codes, timestamps and log prefixes; lines kept. */
  readonly cleaned: string;
  readonly file: string | null;
  readonly at: string | null;
  readonly trigger: string | null;
}
