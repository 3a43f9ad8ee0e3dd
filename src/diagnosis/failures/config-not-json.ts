import {fileName, lineOf, says, syntaxFailure} from '../facts/config-syntax.ts';

export const configNotJson = syntaxFailure({
  id: 'config-not-json',
  title: 'The file holds another format than the client reads',
  kinds: ['not-json'],
  signatures: [says(/Unexpected token '?[#[a-z]'?.*mcp_servers/i, 'possible')],
  remedies: ['Write the file as JSON: it holds another format (TOML, YAML, .env or a web page)'],
  says: (trouble, file) =>
    `${fileName(file.path)} does not hold JSON at all; from ${lineOf(trouble, file)} on it looks like another format.`,
  repair: (_, file) =>
    `Replace the content of ${fileName(file.path)} with JSON such as {"mcpServers": {"name": {"command": "…"}}}`,
});
