import {libraryMissing} from '../../../src/diagnosis/failures/library-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(libraryMissing, {
  matches: [
    {
      text: "Unhandled exception. System.IO.FileNotFoundException: Could not load file or assembly 'ModelContextProtocol, Version=0.3.0.0'",
      cause: [/ModelContextProtocol/, /\.NET/],
    },
    {
      text: 'PHP Fatal error:  Uncaught PDOException: could not find driver in /srv/n.php:9',
      cause: [/PHP/],
      fix: /extension/,
    },
    {
      text: "/usr/lib/ruby/3.2.0/rubygems/core_ext/kernel_require.rb:86:in `require': cannot load such file -- fast_mcp (LoadError)",
      cause: [/fast_mcp/, /Ruby/],
      fix: /bundle install/,
    },
    {
      text: "Can't locate JSON/RPC2.pm in @INC (you may need to install the JSON::RPC2 module) (@INC entries checked: /etc/perl) at mcp.pl line 3.",
      cause: [/JSON::RPC2/, /Perl/],
      fix: /cpanm JSON::RPC2/,
    },
    {
      text: 'PHP Fatal error:  Uncaught Error: Class "Mcp\\Server" not found in /srv/mcp.php:7',
      cause: [/Mcp\\Server/],
      fix: /composer install/,
    },
    {
      text: '** (UndefinedFunctionError) function Notes.start/0 is undefined (module Notes is not available)',
      cause: [/Notes/, /Elixir/],
    },
    {
      text: 'error: Relative import path "zod" not prefixed with / or ./ or ../',
      cause: [/zod/],
      fix: /deno add npm:zod/,
    },
    {
      text: 'Error in library(mcptools) : there is no package called ‘mcptools’',
      cause: [/mcptools/],
      fix: /install\.packages/,
    },
  ],
  misses: ["Error: Cannot find module 'zod'", "ModuleNotFoundError: No module named 'httpx'", 'cannot load the notes'],
});
