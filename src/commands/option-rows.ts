/** An option of a command, as `node:util` parseArgs takes it, with its words for the help. */
export interface OptionRow {
  readonly type: 'boolean' | 'string';
  readonly multiple?: true;
  /** What stands after it in the help: 'ID', 'MS'. */
  readonly takes?: string;
  readonly help: string;
}

export interface CommandRow {
  /** After the command's name: '[SERVER...]'. */
  readonly operands: string;
  readonly maxOperands: number;
  readonly help: string;
  /** Further paragraphs of `mcp-fix help COMMAND`. */
  readonly more?: readonly string[];
  readonly options: Readonly<Record<string, OptionRow>>;
}

export const client: OptionRow = {
  type: 'string',
  multiple: true,
  takes: 'ID',
  help: 'only servers of this client (claude-code, cursor, vscode …)',
};
export const project: OptionRow = {type: 'string', takes: 'DIR', help: 'the project folder (default: the current one)'};
export const timeout: OptionRow = {
  type: 'string',
  takes: 'MS',
  help: "one server's whole investigation, in milliseconds (default: 30000)",
};
export const json: OptionRow = {type: 'boolean', help: 'one JSON document on standard output, nothing else there'};
export const trust: OptionRow = {
  type: 'string',
  multiple: true,
  takes: 'DIGEST',
  help: "approve this one entry; 'all' approves everything and is for a throw-away machine whose project was reviewed",
};
export const yes: OptionRow = {
  type: 'boolean',
  help: "approve what your own files name; a project's entries need --trust",
};
export const as: OptionRow = {
  type: 'string',
  takes: 'ID',
  help: "act as this client: its environment, PATH, folder, expansion, transport and limits (default: the entry's own)",
};
export const status: OptionRow = {
  type: 'boolean',
  help: "where a server fails as in an outage: read its provider's public status page too (a host that no entry names)",
};
export const offline: OptionRow = {
  type: 'boolean',
  help: 'read no status page, whatever else is said (as does MCP_FIX_OFFLINE=1)',
};
export const env: OptionRow = {
  type: 'string',
  takes: 'minimal',
  help: "'minimal' gives servers six harmless variables and their own, nothing else",
};
