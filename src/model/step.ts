/** The ladder, in the order in which a connection is made; a later step is pointless when an earlier one failed. */
export const STEPS = ['config', 'command', 'launch', 'network', 'http', 'auth', 'handshake', 'tools'] as const;
export type Step = (typeof STEPS)[number];

/** What kind of trouble it is, and so who can mend it. */
export type FailureClass = 'auth' | 'quota' | 'runtime' | 'config';
