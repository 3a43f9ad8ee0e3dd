import {type Line, widthOfLine, within} from './line.ts';

/** Two blocks side by side where there is room, else one below the other. */
export const sideBySide = (
  left: (width: number) => readonly Line[],
  right: (width: number) => readonly Line[],
  width: number,
): readonly Line[] => {
  if (width < 76) return [...left(width), [], ...right(width)];
  const half = Math.floor((width - 3) / 2);
  const [a, b] = [left(half), right(half)];
  return Array.from({length: Math.max(a.length, b.length)}, (_, index) => {
    const one = within(a[index] ?? [], half);
    return [...one, {text: ' '.repeat(half - widthOfLine(one))}, {text: ' │ ', dim: true}, ...(b[index] ?? [])];
  });
};
