import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

const HOW: Readonly<Record<string, (name: string) => string>> = {
  ruby: (name) => `bundle install (or gem install ${name.replaceAll('/', '-')})`,
  perl: (name) => `cpanm ${name}`,
  php: () => 'composer install',
  go: (name) => `go get ${name} (or go mod tidy)`,
  java: () =>
    'build it again with its libraries (mvn package, gradle build), or start the jar that holds them all (…-all.jar)',
  dotnet: () => 'build it again with all its files (dotnet publish), or update the tool (dotnet tool update)',
  phpext: (name) =>
    `the PHP extension ${name === 'driver' ? 'for the database (pdo_mysql, pdo_pgsql, pdo_sqlite)' : name}, with the package manager of the system`,
  elixir: () => 'mix deps.get && mix compile',
  deno: (name) => `deno add npm:${name} (or jsr:${name})`,
  r: (name) => `Rscript -e 'install.packages("${name}")'`,
  lua: (name) => `luarocks install ${name}`,
};

/** Other languages' words for a package that is not there; Node and Python have failures of their own. */
export const libraryMissing = defineSaidFailure({
  id: 'library-missing',
  title: 'A library that the server needs is not installed',
  patterns: [
    /cannot load such file -- (?<ruby>[\w./-]{1,100})/,
    /Could not find (?:gem )?'?(?<ruby2>[\w-]{1,80}?)(?:-\d[\w.]{0,30})?'? in (?:any of the sources|locally installed gems|rubygems repository)/,
    /Can't locate \S{1,150} in @INC \(you may need to install the (?<perl>[\w:]{1,100}) module\)/,
    /Failed opening required '[^'\n]{0,200}(?<php>vendor\/autoload\.php)'/,
    /require(?:_once)?\((?<php>[^)\n]{0,200}vendor\/autoload\.php)\): Failed to open stream/i,
    /no required module provides package (?<go>[^\s;]{1,150})/,
    /ClassNotFoundException: (?<java>[\w.$]{1,150})/,
    /Uncaught Error: Class "(?<php2>[\w\\]{1,120})" not found/,
    /Could not load file or assembly '(?<dotnet>[\w.-]{1,120})/,
    /Unable to load dynamic library '(?<phpext>[\w-]{1,60})'/,
    /PDOException: could not find (?<phpext>driver)/,
    /UndefinedFunctionError\) function [^\n]{1,150} is undefined \(module (?<elixir>[\w.]{1,100}) is not available\)/,
    /Relative import path "(?<deno>[^"\n]{1,100})" not prefixed with/,
    /there is no package called [‘'"](?<r>[\w.]{1,60})[’'"]/,
    /module '(?<lua>[\w.-]{1,60})' not found:\s{0,10}no field package\.preload/,
  ],
  remedies: [
    'Install the libraries of the server in its own folder: bundle install, composer install, cpanm NAME, mix deps.get, deno add',
  ],
  cause: ({groups}) =>
    `The server needs the library "${Object.values(groups)[0] ?? ''}", and the ${LANGUAGE[Object.keys(groups)[0] ?? ''] ?? 'runtime'} that runs it does not find it.`,
  fixes: ({groups}) => {
    const [language = '', name = ''] = Object.entries(groups)[0] ?? [];
    return [
      advise('install', `Install it in the server's own folder: ${HOW[language]?.(name) ?? `install "${name}"`}`),
      advise(
        'same-runtime',
        'If it is installed: let "command" name the runtime (and the folder) for which it was installed',
      ),
    ];
  },
});

const LANGUAGE: Readonly<Record<string, string>> = {
  ruby: 'Ruby',
  perl: 'Perl',
  dotnet: '.NET',
  phpext: 'PHP',
  php: 'PHP',
  go: 'Go',
  java: 'Java',
  elixir: 'Elixir',
  deno: 'Deno',
  r: 'R',
  lua: 'Lua',
};
