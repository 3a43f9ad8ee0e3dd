import type {ConfigFile} from '../client.ts';
import {configFile} from '../rules.ts';

/** The front matter of a Markdown file that names a table of servers on its outermost level. */
const naming = (key: string): RegExp => new RegExp(`^---[ \\t]*\\r?\\n(?:(?!---)[^\\n]*\\n)*?${key}[ \\t]*:`);

type Special = Parameters<typeof configFile>[2];

/**
 * Agents: Markdown files in a folder, whose front matter in YAML may name servers for that agent alone.
 * @param key the key of the table of servers
 */
export const agentFiles = (pattern: string | null, key: string, special: Special): readonly ConfigFile[] =>
  configFile(pattern, 'agent', {
    format: 'yaml',
    tables: [[key]],
    mistakable: [],
    onlyWhere: naming(key),
    ...special,
  });
