/** The system's word for what went wrong ('EACCES'), or 'unknown' where the error is none of the system's. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

/** Codes that mean: there is nothing under this name. */
export const isAbsence = (code: string): boolean => code === 'ENOENT' || code === 'ENOTDIR';
