/**
 * How a new file got what Node has no call for: access lists and extended attributes. `cannot-tell`: this system has no
 * tool that knows them. `failed`: there is something, and it cannot be carried over.
 */
export type AttributeCopy =
  | {readonly kind: 'copied'}
  | {readonly kind: 'cannot-tell'}
  | {readonly kind: 'failed'; readonly why: string};

/**
 * Gives the file `to` the access list and the extended attributes of the file `from`; never throws. What `to` holds may
 * be overwritten. It starts a program, so it is not of this room: the one who wires the rooms gives it.
 */
export type CopyAttributes = (from: string, to: string) => Promise<AttributeCopy>;
