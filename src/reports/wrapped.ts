/**
 * Text in lines of at most `width` letters, broken at spaces; a longer word stays whole. What goes to a file or a pipe has
 * no width: Infinity.
 */
export const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
};

/** The same with `indent` before every line but the first, which keeps its own. */
export const hanging = (text: string, width: number, indent: string): readonly string[] => {
  const [own = ''] = /^ */.exec(text) ?? [];
  const room = width - Math.max(own.length, indent.length);
  return wrapped(text.slice(own.length), room).map((line, index) => (index === 0 ? own : indent) + line);
};
