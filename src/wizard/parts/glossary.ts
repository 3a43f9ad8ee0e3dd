/** The words that a person may not know, each in a sentence or two. */
export const GLOSSARY: readonly {readonly word: string; readonly means: string}[] = [
  {
    word: 'MCP server',
    means: 'A program or a web address that gives an assistant tools: reading files, asking a database.',
  },
  {word: 'client', means: 'The application that uses the server: Claude Code, Cursor, VS Code and others.'},
  {word: 'scope', means: 'Who an entry is for: you (user), this folder only (local), or everybody on the project.'},
  {word: 'command', means: 'The program that the client starts, with its arguments: npx -y some-package.'},
  {word: 'PATH', means: 'The list of folders in which a program is looked for when only its name is given.'},
  {word: 'environment variable', means: 'A named value that a program is given when it starts, often a token.'},
  {word: 'standard output', means: 'Where a program writes its answers. A local server may write nothing else there.'},
  {word: 'transport', means: 'How client and server talk: stdio for a local program, http or sse for a web address.'},
  {
    word: 'say hello',
    means: 'The first exchange ("handshake"), in which both sides agree on a version of the protocol.',
  },
  {word: 'token', means: 'A secret text that stands for your sign-in. mcp-fix never shows one.'},
  {word: 'diff', means: 'What a change does to a file: lines with "-" go away, lines with "+" come in their place.'},
  {word: 'record', means: 'A note that mcp-fix keeps of a fix: the error, the cause, the change. It holds no secret.'},
];
