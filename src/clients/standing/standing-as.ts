import type {ServerEntry, Standing} from '../../model/server.ts';

/** The same entry with another standing. Spelt out, because spreading would make the secrets of every entry at once. */
export const standingAs = (entry: ServerEntry, standing: Standing): ServerEntry => ({
  key: entry.key,
  name: entry.name,
  client: entry.client,
  scope: entry.scope,
  file: entry.file,
  format: entry.format,
  at: entry.at,
  line: entry.line,
  column: entry.column,
  raw: entry.raw,
  transport: entry.transport,
  launch: entry.launch,
  standing,
  rules: entry.rules,
  isProjectFile: entry.isProjectFile,
  projectDir: entry.projectDir,
  get secrets() {
    return entry.secrets;
  },
});
