import {advise, programOf} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const platformTooOld = defineSaidFailure({
  id: 'platform-too-old',
  title: 'The Java or .NET that runs the server is too old, or missing',
  patterns: [
    /UnsupportedClassVersionError[^\n]*?class file version (?<class>\d+)/,
    /You must install or update \.NET to run this application[\s\S]{0,300}?version '(?<net>[\d.]+)'/,
    /You must install (?:or update )?\.NET to run this application/,
    /compatible (?:\.NET )?(?:framework|SDK) (?:version )?was not found/i,
    /ruby version is (?<have>[\d.]+), but your Gemfile specified (?<ruby>[\d.]+)/i,
    /requires (?:go|Go) ?>= ?(?<go>[\d.]+)/,
  ],
  remedies: ['Install the version of Java, .NET, Ruby or Go that the message asks for, and let "command" point to it'],
  cause: ({groups, line}, evidence) =>
    `"${programOf(evidence)}" is too old for the server, or the right version is missing: it needs ${needed(groups)}. It says: "${clip(line, 160)}".`,
  fixes: ({groups}, evidence) => [
    advise('install-runtime', `Install ${needed(groups)} or newer, and set "command" to its "${programOf(evidence)}"`),
  ],
});

/** Class files count from Java 1.0 = 44 (JVM specification, table 4.1-A). */
const needed = (groups: Readonly<Record<string, string>>): string => {
  if (groups['class'] !== undefined) return `Java ${Number(groups['class']) - 44}`;
  if (groups['net'] !== undefined) return `.NET ${groups['net']}`;
  if (groups['ruby'] !== undefined) return `Ruby ${groups['ruby']}`;
  return groups['go'] === undefined ? 'another version' : `Go ${groups['go']}`;
};
