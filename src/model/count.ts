/** A number with its word in the right form: '1 tool', '2 tools'. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
