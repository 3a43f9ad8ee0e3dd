import type {FileEvidence, SyntaxTrouble} from '../../model/evidence.ts';
import {lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const configSyntaxError = syntaxFailure({
  id: 'config-syntax-error',
  title: 'The configuration file does not parse',
  kinds: ['other'],
  signatures: [
    says(
      /(?:parse|load|read)\w* (?:the )?(?:MCP )?(?:config|settings)[^\n]{0,60}: [^\n]{0,120}(?:line \d+|column \d+|delimiter)|Invalid (?:JSON|YAML|TOML) in (?:the )?config/i,
      'likely',
    ),
    says(/TOML parse error|invalid TOML|Error loading config\.toml: (?!invalid transport)/i, 'likely'),
    says(/YAML(Parse|Syntax)?(Exception|Error)|error parsing yaml/i, 'likely'),
    says(
      /(Invalid or malformed|could not parse|failed to parse) (JSON|config|settings|mcp\.json|\.mcp\.json)/i,
      'possible',
    ),
    says(/\bconfig(?:uration)?(?: file)? is not (?:a )?valid (?:JSON|TOML|YAML)/i, 'likely'),
    says(/SyntaxError: .*JSON at position [1-9]\d*/, 'possible'),
    says(/settings treated as absent|settings (file )?(is |was )?silently ignored/i, 'likely'),
    says(/No MCP servers configured\. Please run \/doctor/i, 'possible'),
  ],
  remedies: [
    'Fix the syntax at the line and column that mcp-fix check shows',
    'Strip comments and trailing commas: strict JSON has neither',
    'Restore the file from its newest valid backup',
  ],
  says: (trouble, file) =>
    `From ${lineOf(trouble, file)}, column ${trouble.place.column} on, nothing can be read.${hintFor(trouble, file)}`,
  repair: (trouble, file) => `Correct ${lineOf(trouble, file)} at column ${trouble.place.column}`,
});

/** key = word, where the word is none of those that TOML knows without quotes. */
const BARE_TEXT = /^\s*[\w."-]+\s*=\s*(?!true\b|false\b|[+-]?(?:inf|nan)\b)[A-Za-z./~@]/;

/** What the parser means, where its own sentence is for those who know the format well. */
const hintFor = (trouble: SyntaxTrouble, file: FileEvidence): string => {
  if (file.format === 'toml') {
    if (/multiple times|redefin|duplicate|already (?:defined|exists)/i.test(trouble.message))
      return ' The same table or key stands twice in the file; TOML allows each once.';
    if (BARE_TEXT.test(trouble.lineText)) return ' In TOML a text stands in quotes.';
  }
  if (file.format === 'yaml' && /same column|indent|block (?:mapping|collection|sequence)/i.test(trouble.message))
    return ' Its indentation is another one than that of the lines around it; in YAML lines that belong together begin at the same column.';
  return '';
};
