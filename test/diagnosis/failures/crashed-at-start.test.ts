import {crashedAtStart} from '../../../src/diagnosis/failures/crashed-at-start.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(crashedAtStart, {
  matches: [
    {
      name: 'a variable that Rust does not find',
      evidence: {
        launch: {
          exit: {code: 101},
          stderr:
            "thread 'main' panicked at src/main.rs:12:41:\ncalled `Result::unwrap()` on an `Err` value: NotPresent\n",
        },
      },
      cause: [/an environment variable is not set/, /main\.rs:12/],
    },
    {
      name: 'a file that a YAML parser names',
      evidence: {
        launch: {
          exit: {code: 1},
          stderr:
            'ScannerError: mapping values are not allowed here\n  in "/srv/notes/config.yaml", line 4, column 9\n',
        },
      },
      cause: [/mapping values/, /config\.yaml:4/],
    },
    {
      name: 'a Python traceback',
      evidence: {
        launch: {
          exit: {code: 1},
          endedDuring: 'initialize',
          stderr:
            'Traceback (most recent call last):\n  File "/srv/notes/main.py", line 12, in <module>\n    run()\nValueError: notebook is broken\n',
        },
      },
      cause: [/exit code 1/, /ValueError: notebook is broken/, /main\.py:12/],
    },
    {
      name: 'a Go panic',
      evidence: {
        launch: {
          exit: {code: 2},
          stderr:
            'panic: runtime error: index out of range [3] with length 3\n\ngoroutine 1 [running]:\nmain.main()\n\t/srv/notes/main.go:9 +0x1d\nexit status 2\n',
        },
      },
      cause: [/index out of range/, /main\.go:9/],
    },
    {
      name: 'a Rust panic',
      evidence: {
        launch: {
          exit: {code: 101},
          stderr:
            "thread 'main' panicked at src/main.rs:5:10:\ncalled `Option::unwrap()` on a `None` value\nnote: run with `RUST_BACKTRACE=1`\n",
        },
      },
      cause: [/unwrap/, /src\/main\.rs:5/],
    },
    {
      name: 'a Java exception with a cause',
      evidence: {
        launch: {
          exit: {code: 1},
          stderr:
            'Exception in thread "main" java.lang.RuntimeException: start failed\n\tat com.notes.Main.main(Main.java:14)\nCaused by: java.io.IOException: notebook is broken\n\t... 1 more\n',
        },
      },
      cause: [/notebook is broken/],
    },
    {
      name: 'a .NET exception',
      evidence: {
        launch: {
          exit: {code: 134},
          stderr:
            'Unhandled exception. System.FormatException: Input string was not in a correct format.\n   at Notes.Program.Main() in /srv/Program.cs:line 8\n',
        },
      },
      cause: [/FormatException/, /Program\.cs:8/],
    },
    {
      name: 'a Ruby error',
      evidence: {
        launch: {
          exit: {code: 1},
          stderr:
            "server.rb:3:in 'run': undefined method 'go' for nil (NoMethodError)\n\tfrom server.rb:9:in '<main>'\n",
        },
      },
      cause: [/NoMethodError/, /server\.rb:3/],
    },
    {
      name: 'no word at all',
      evidence: {launch: {exit: {code: 7}, stdout: ''}},
      cause: [/exit code 7/, /wrote nothing/],
    },
  ],
  misses: [
    {
      name: 'a server that answered and was closed by us',
      evidence: {launch: {stderr: 'Error: ignored'}, handshake: {}, tools: {}},
    },
    {
      name: 'a crash on tools/list',
      evidence: {launch: {exit: {code: 1}, endedDuring: 'tools/list'}, handshake: {}, tools: {closed: true}},
    },
  ],
});
