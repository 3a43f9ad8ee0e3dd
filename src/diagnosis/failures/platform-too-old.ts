import {advise, programOf} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const platformTooOld = defineSaidFailure({
  id: 'platform-too-old',
  title: 'The platform that runs the server (Java, .NET, Go …) is too old, or missing',
  patterns: [
    /UnsupportedClassVersionError[^\n]*?class file version (?<class>\d+)/,
    /Unsupported major\.minor version (?<class>\d+)/,
    /go: download go(?<go>[\d.]{1,12}) for [^\n]{1,60}: toolchain not available/,
    /Unsupported class file major version (?<asm>\d+)/,
    /You must install or update \.NET to run this application[\s\S]{0,300}?version '(?<net>[\d.]+)'/,
    /It was not possible to find any compatible framework/,
    /You must install (?:or update )?\.NET to run this application/,
    /compatible (?:\.NET )?(?:framework|SDK) (?:version )?was not found/i,
    /ruby version is (?<have>[\d.]+), but your Gemfile specified (?<ruby>[\d.]+)/i,
    /requires (?:go|Go) ?>= ?(?<go>[\d.]+)/,
    /The framework 'Microsoft\.[\w.]{1,60}', version '(?<net>[\d.]+)'[^\n]{0,20} was not found/,
    /Framework: 'Microsoft\.[\w.]{1,60}', version '(?<net>[\d.]+)'[\s\S]{0,200}?No frameworks were found/,
    /(?<sdk>No \.NET SDKs were found)/,
    /dependencies require a PHP version "?>= ?(?<php>[\d.]+)/,
    /on (?<elixirHave>Elixir v[\d.]+) but it has declared in its mix\.exs file it supports only Elixir (?<elixir>[^\n]{1,30})/,
    /requires rustc (?<rust>[\d.]+) or newer/,
  ],
  remedies: [
    'Install the version of Java, .NET, Ruby, PHP or Go that the message asks for, and let "command" point to it',
  ],
  cause: ({groups, line}, evidence) =>
    groups['asm'] !== undefined
      ? `The server runs on Java ${Number(groups['asm']) - 44}, and a library in it does not know a Java that new: "${clip(line, 160)}".`
      : `"${programOf(evidence)}" is too old for the server, or the right version is missing: it needs ${needed(groups)}. It says: "${clip(line, 160)}".`,
  fixes: ({groups}, evidence) => [
    advise(
      'install-runtime',
      `Install ${needed(groups)}${groups['sdk'] === undefined && groups['asm'] === undefined ? ' or newer' : ''}, and set "command" to its "${programOf(evidence)}"`,
    ),
  ],
});

/** Class files count from Java 1.0 = 44 (JVM specification, table 4.1-A). */
const needed = (groups: Readonly<Record<string, string>>): string => {
  if (groups['asm'] !== undefined)
    return `a Java older than ${Number(groups['asm']) - 44} (a long-term version such as 17)`;
  if (groups['class'] !== undefined) return `Java ${Number(groups['class']) - 44}`;
  if (groups['net'] !== undefined) return `.NET ${groups['net']}`;
  if (groups['ruby'] !== undefined) return `Ruby ${groups['ruby']}`;
  if (groups['sdk'] !== undefined) return 'the .NET SDK (the runtime alone cannot build or fetch a program)';
  if (groups['php'] !== undefined) return `PHP ${groups['php']}`;
  if (groups['elixir'] !== undefined) return `Elixir ${groups['elixir']}`;
  if (groups['rust'] !== undefined) return `Rust ${groups['rust']}`;
  return groups['go'] === undefined ? 'another version' : `Go ${groups['go']}`;
};
