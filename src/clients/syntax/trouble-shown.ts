import type {SyntaxTrouble} from '../../model/evidence.ts';
import {printable, printableLine} from '../../model/printable.ts';
import {createRedactor} from '../../model/redact.ts';
import {isSecretValue} from '../entry/looks-secret.ts';
import {schemeOf} from '../entry/secrets-of.ts';
import type {ConfigDocument} from '../text/document.ts';
import type {LineIndex} from '../text/line-index.ts';
import type {TreeNode} from '../text/tree.ts';

/** A window of this many characters on each side of the caret; a minified file is one endless line. */
const AROUND = 100;

/** A document's trouble with its place and the person's own line: redacted, printable, with a caret. */
export const troubleShown = (
  {trouble, lenient}: ConfigDocument,
  text: string,
  lines: LineIndex,
  file: string,
): SyntaxTrouble | null => {
  if (trouble === null) return null;
  const redactor = createRedactor(secretsIn(lenient));
  // A mistake behind the last line is shown at the end of the last line that says something.
  const offset = Math.min(trouble.offset, Math.max(0, text.trimEnd().length));
  const {line, column} = lines.at(offset);
  const whole = lines.lineText(line);
  const from = Math.max(0, column - 1 - AROUND);
  const shown = whole.slice(from, column - 1 + AROUND);
  const before = shown.slice(0, column - 1 - from);
  const clean = (part: string): string => printableLine(redactor.text(hideNamed(part)));
  const lineText = clean(shown);
  const caret = lineText === shown ? before.length + 1 : Math.min(clean(before).length + 1, lineText.length + 1);
  return {
    place: {file, line, column},
    message: printable(redactor.text(hideNamed(trouble.message))).slice(0, 500),
    lineText,
    caret,
    kind: trouble.kind,
    repair: trouble.repair,
    more: trouble.more,
  };
};

/** `"API_KEY": "k-123"` in a text that could not be parsed. */
const hideNamed = (line: string): string =>
  line.replaceAll(
    /(["'\u201c\u201d]?)([A-Za-z_][\w-]{1,80})\1(\s*[:=]\s*)(["'\u201c\u201d]?)([^"'\u201c\u201d,}\]\s][^"'\u201c\u201d,}\]]*)/g,
    (all, quote: string, key: string, sign: string, open: string, value: string) => {
      const secret = schemeOf(value, key)?.rest ?? value;
      return isSecretValue(key, secret)
        ? `${quote}${key}${quote}${sign}${open}${value.replace(secret, '[secret]')}`
        : all;
    },
  );

/** Values under secret names, and tokens, anywhere in what could be made out. */
const secretsIn = (root: TreeNode | null): readonly string[] => {
  const found: string[] = [];
  const walk = (node: TreeNode, name: string): void => {
    if (node.kind === 'object') for (const member of node.members) walk(member.node, member.key);
    else if (node.kind === 'array') for (const item of node.items) walk(item, '');
    else if (typeof node.value === 'string') {
      const secret = schemeOf(node.value, name)?.rest ?? node.value;
      if (isSecretValue(name, secret)) found.push(secret);
    }
  };
  if (root !== null) walk(root, '');
  return found;
};
