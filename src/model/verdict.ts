/** What the same action says after the change, compared with before. */
export type Verdict =
  | {readonly kind: 'fixed'; readonly note: string}
  | {readonly kind: 'same-failure'; readonly note: string}
  /** It came further, or fails otherwise: `further` tells which. */
  | {readonly kind: 'other-failure'; readonly further: boolean; readonly id: string; readonly note: string}
  | {readonly kind: 'cannot-tell'; readonly note: string};
