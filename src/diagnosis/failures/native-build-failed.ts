import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip, saidBy} from '../facts/stderr-lines.ts';

/** Where a build names the library or the header that it lacks. */
const WANTS =
  /(?:Please (?:make sure|install)[^\n]{1,200}|fatal error: \S{1,100}: No such file or directory|Package \S{1,80} was not found in the pkg-config search path|(?:Could NOT find|cannot find -l)[^\n]{1,160})/;

export const nativeBuildFailed = defineSaidFailure({
  id: 'native-build-failed',
  title: 'The tools that compile a package are missing',
  patterns: [
    /gyp ERR! (?<what>[^\n]+)/,
    /node-gyp[^\n]*(?:failed|not found)/,
    /error: (?:command|linker) '?(?<what2>gcc|cc|clang|cl\.exe|link\.exe|g\+\+|x86_64-linux-gnu-gcc)'? (?:failed|not found)/,
    /Microsoft Visual C\+\+ 14\.\d or greater is required/,
    /Failed (?:building wheel for|to build) (?<what3>[^\n]+)/,
    /linker [`'](?<what2>cc|gcc|clang|link\.exe)[`'] not found/,
    /make: (?<what2>cc|gcc|g\+\+|clang): (?:No such file|[Cc]ommand not found|not found)/,
    /xcrun: error: (?<what3>invalid active developer path)/,
    /pg_config executable not found|fatal error: Python\.h: No such file/,
  ],
  confidence: 'likely',
  remedies: [
    'Add "--python", "3.12" to the arguments of uvx or uv (or UV_PYTHON=3.12 to "env"), if Python is very new',
    'Install a compiler (build-essential, Xcode command line tools, Visual Studio build tools)',
    'Use a version of Node or Python for which ready-made packages exist',
  ],
  cause: ({line}, evidence) => {
    const wants = WANTS.exec(saidBy(evidence)[0]?.text ?? '')?.[0];
    return `A package of the server has no ready-made build for this machine, so it is compiled here, and that fails: "${clip(line, 160)}".${wants === undefined || line.includes(wants) ? '' : ` The build says what it lacks: "${clip(wants, 160)}".`}`;
  },
  fixes: (_, evidence) => [
    advise(
      'compiler',
      evidence.machine.platform === 'darwin'
        ? 'Install the compiler: xcode-select --install'
        : evidence.machine.platform === 'win32'
          ? 'Install the Visual Studio build tools (C++)'
          : 'Install the compiler and headers (build-essential and python3-dev, or gcc, make and python3-devel)',
    ),
    advise(
      'ready-made',
      'Or run the server with a version of Node (22) or Python (3.12) for which ready-made packages exist',
    ),
  ],
});
