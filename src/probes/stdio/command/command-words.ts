/** Words of a command line as a POSIX shell cuts them: quotes honoured, nothing expanded. */
export const wordsOf = (line: string): readonly string[] => {
  const words: string[] = [];
  let word = '';
  let isOpen = false;
  let quote: '"' | "'" | null = null;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (quote !== null) {
      if (character === quote) quote = null;
      else if (character === '\\' && quote === '"' && /["\\$`]/.test(line.charAt(at + 1))) {
        at += 1;
        word += line.charAt(at);
      } else word += character;
    } else if (character === '"' || character === "'") {
      quote = character;
      isOpen = true;
    } else if (character === '\\' && /[\s"'\\]/.test(line.charAt(at + 1))) {
      at += 1;
      word += line.charAt(at);
    } else if (/\s/.test(character)) {
      if (isOpen || word !== '') words.push(word);
      word = '';
      isOpen = false;
    } else word += character;
  }
  if (isOpen || word !== '') words.push(word);
  return words;
};

/** Signs that only a shell understands: '&&', '|', '>', '$(', ';', 'cd' … in the command, or as whole arguments. */
export const shellSyntaxIn = (command: string, args: readonly string[]): readonly string[] => {
  const bare = command.replaceAll(/'[^']*'|"(?:[^"\\]|\\.)*"/g, '""');
  const found = new Set<string>();
  for (const match of bare.matchAll(/&&|\|\||\$\(|`|;(?=\s|$)|(?<=\s)[<>|&]+(?=\s|$)|(?<=\s)\d?>+\S/g)) {
    found.add(match[0].trim().replace(/^(\d?>+).*/, '$1'));
  }
  if (/^\s*(cd|source|export|exec|\.)\s/.test(command)) found.add(/^\s*(\S+)/.exec(command)?.[1] ?? '');
  if (/^\s*[A-Za-z_]\w*=\S*\s+\S/.test(command)) found.add(`${/^\s*([A-Za-z_]\w*)=/.exec(command)?.[1]}=`);
  if (!isShell(command)) {
    for (const arg of args) if (/^(&&|\|\||\||;|>|>>|<|2>&1|2>|&)$/.test(arg)) found.add(arg);
    if (command === 'cd' || command === 'source' || command === 'export') found.add(command);
  }
  return [...found];
};

const isShell = (command: string): boolean =>
  /(^|[\\/])(sh|bash|zsh|dash|ksh|fish|cmd|powershell|pwsh)(\.exe)?$/i.test(command);

/** The program's name without folder and Windows ending: '/usr/bin/node' → 'node', 'C:\\x\\npx.cmd' → 'npx'. */
export const programName = (command: string): string =>
  (command.split(/[\\/]/).at(-1) ?? command).replace(/\.(exe|cmd|bat|ps1|com)$/i, '').toLowerCase();

/**
 * The words that decide what runs, behind a wrapper: `cmd /c npx x` and `env A=b npx x` are both `npx x`.
 * `offset` is how many words of [command, ...args] were left out.
 */
export const unwrapped = (
  command: string,
  args: readonly string[],
): {readonly name: string; readonly args: readonly string[]; readonly offset: number} => {
  const name = programName(command);
  let skip = 0;
  if (name === 'cmd') while (/^\/[a-z]$/i.test(args[skip] ?? '')) skip += 1;
  else if (name === 'env') while (/^(-\w+|[A-Za-z_]\w*=.*)$/.test(args[skip] ?? '')) skip += 1;
  else return {name, args, offset: 0};
  const inner = args[skip];
  if (inner === undefined) return {name, args, offset: 0};
  return {name: programName(inner), args: args.slice(skip + 1), offset: skip + 1};
};
