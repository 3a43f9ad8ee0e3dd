// A pseudo-terminal with an emulated screen, for the pictures.
import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';

const LIMIT_MS = 30_000;

/** Runs a program on a screen. `waitFor` rejects with what was to be seen instead. */
export const openScreen = ({argv: [file, ...args], cwd, env, columns, rows}) => {
  const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
  const child = spawn(file, args, {cols: columns, rows, cwd, env: {TERM: 'xterm-256color', ...env}, encoding: 'utf8'});
  const listeners = new Set();
  let isOver = false;
  const exited = new Promise((resolve) => {
    child.onExit(() => {
      isOver = true;
      resolve();
    });
  });
  child.onData((text) => terminal.write(text, () => listeners.forEach((listener) => void listener())));
  terminal.onData((answer) => child.write(answer));
  const row = (index) => terminal.buffer.active.getLine(terminal.buffer.active.viewportY + index);
  const text = () => Array.from({length: rows}, (_, index) => row(index)?.translateToString(true) ?? '').join('\n');
  return {
    exited,
    write: (keys) => child.write(keys),
    end: () => isOver || child.kill('SIGTERM'),
    waitFor: (what) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!what.test(text())) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve();
        };
        const timer = setTimeout(() => reject(new Error(`still no ${what} on the screen:\n${text()}`)), LIMIT_MS);
        listeners.add(look);
        look();
      }),
    /** The lines of the screen as runs of one style; blank lines at the end are left out. */
    cells: () => {
      const lines = Array.from({length: rows}, (_, index) => runsOf(row(index), columns));
      return lines.slice(0, lines.findLastIndex((runs) => runs.length > 0) + 1);
    },
  };
};

const runsOf = (line, columns) => {
  const runs = [];
  for (let x = 0; x < columns; x += 1) {
    const cell = line?.getCell(x);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const style = `${cell.isBold() ? 'b' : ''}${cell.isDim() ? 'd' : ''}${cell.isFgPalette() ? `c${cell.getFgColor()}` : ''}`;
    const last = runs.at(-1);
    const letter = cell.getChars() || ' ';
    if (last !== undefined && last.style === style && last.x + last.width === x) {
      last.text += letter;
      last.width += cell.getWidth();
    } else runs.push({x, width: cell.getWidth(), style, text: letter});
  }
  return runs
    .filter((run) => run.text.trim() !== '')
    .map((run) => ({
      ...run,
      text: run.text.trimEnd(),
      width: run.width - (run.text.length - run.text.trimEnd().length),
    }));
};
