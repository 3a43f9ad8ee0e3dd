/** Exit codes of the program; the contract is docs/exit-codes in README.md. */
export const EXIT = {healthy: 0, broken: 1, usage: 2, unchecked: 3, ours: 70, interrupted: 130} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Trouble that the person can do something about: one sentence that ends in what to do next. Never a stack trace. */
export class UserError extends Error {
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode = EXIT.usage) {
    super(message);
    this.name = 'UserError';
    this.exitCode = exitCode;
  }
}
