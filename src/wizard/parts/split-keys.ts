/**
 * Keys that came in one piece, one by one: a slow line joins "name" and Enter, or three Backspaces. What has an escape in
 * it is left to Ink, which takes sequences apart; a line end with text behind it is a paste of a terminal that does not
 * mark pastes, and stays whole, so that its line ends are no Enter.
 */
export const splitKeys = (piece: string): readonly string[] => {
  if (piece.includes('\u001b') || /[\r\n][^\u0000-\u001f\u007f]/.test(piece)) return [piece];
  return piece.split(/([\u0000-\u001f\u007f])/).filter((part) => part !== '');
};
