// Draws lines of a terminal as text in an SVG.
const CELL = 8.4;
const LINE = 20;
const PAD = 16;

const THEMES = {
  light: {
    ground: '#ffffff',
    frame: '#d0d7de',
    text: '#1f2328',
    dim: '#59636e',
    c1: '#b42318',
    c2: '#116329',
    c6: '#0b6b75',
  },
  dark: {
    ground: '#0d1117',
    frame: '#30363d',
    text: '#e6edf3',
    dim: '#9198a1',
    c1: '#ff8177',
    c2: '#56d364',
    c6: '#56d4dd',
  },
};

/** @param lines runs of one style each: {x, width, style, text} */
export const svgOf = (lines, {theme, columns, title}) => {
  const colours = THEMES[theme];
  const width = Math.round(columns * CELL + PAD * 2);
  const height = lines.length * LINE + PAD * 2;
  const body = lines.map((runs, index) => {
    const y = PAD + index * LINE + 14;
    return runs.map((run) => textOf(run, y, colours)).join('');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${colours.ground}" stroke="${colours.frame}"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${colours.text}" xml:space="preserve">
${body.filter((line) => line !== '').join('\n')}
</g>
</svg>
`;
};

const textOf = ({x, width, style, text}, y, colours) => {
  const lead = text.length - text.trimStart().length;
  const words = text.trim();
  const wide = width - lead;
  const colour = /c\d+/.exec(style)?.[0];
  const fill = colour === undefined ? (style.includes('d') ? colours.dim : null) : (colours[colour] ?? null);
  const isLine = /^[━─▬ ]+$/.test(words);
  if (isLine) return barsOf(words, x + lead, y, fill ?? colours.text);
  // Every letter in its column, whatever font the reader has.
  const fits = ` textLength="${(wide * CELL).toFixed(1)}" lengthAdjust="spacingAndGlyphs"`;
  return `<text x="${(PAD + (x + lead) * CELL).toFixed(1)}" y="${y}"${fits}${style.includes('b') ? ' font-weight="700"' : ''}${fill === null ? '' : ` fill="${fill}"`}>${escaped(words)}</text>`;
};

/** Lines and bars are drawn: fonts leave gaps in them. */
const barsOf = (text, x, y, fill) =>
  [...text.matchAll(/━+|─+|▬+/g)]
    .map(({0: bar, index}) => {
      const high = bar[0] === '▬' ? 8 : bar[0] === '━' ? 3 : 1;
      return `<rect x="${(PAD + (x + index) * CELL).toFixed(1)}" y="${y - 5 - high / 2}" width="${(bar.length * CELL).toFixed(1)}" height="${high}" fill="${fill}"/>`;
    })
    .join('');

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
