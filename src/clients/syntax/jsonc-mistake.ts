import {type ParseError, visit} from 'jsonc-parser';

/**
 * The first thing in a text that this dialect does not take; null where it takes all. Nothing is built, and the look
 * ends there: in a hostile text there may be a million mistakes.
 */
export const jsoncMistake = (
  text: string,
  dialect: {readonly comments: boolean; readonly trailingCommas: boolean; readonly empty: boolean},
): ParseError | null => {
  let first: ParseError | null = null;
  const stop = new Error('a mistake');
  const onError = (error: ParseError['error'], offset: number, length: number): never => {
    first = {error, offset, length};
    throw stop;
  };
  try {
    const options = {disallowComments: !dialect.comments, allowTrailingComma: dialect.trailingCommas};
    visit(text, {onError}, {...options, allowEmptyContent: dialect.empty});
  } catch (error) {
    if (error !== stop) throw error;
  }
  return first;
};
