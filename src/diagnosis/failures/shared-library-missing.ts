import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const sharedLibraryMissing = defineSaidFailure({
  id: 'shared-library-missing',
  title: 'A library of the system is missing',
  patterns: [
    /error while loading shared libraries: (?<lib>[^\s:]+)/,
    /Library not loaded: (?<lib2>\S+)/,
    /(?<lib3>lib[\w.+-]+\.(?:so[\d.]*|dylib)): cannot open shared object file/,
    /The code execution cannot proceed because (?<lib4>\S+\.dll) was not found/,
    /System\.DllNotFoundException: (?:Unable to load (?:shared library|DLL) '(?<lib6>[^']{1,120})')?/,
    /dyld\S{0,20}: (?:lazy )?[Ss]ymbol (?:not found|binding failed)(?:: |[^\n]{0,20}: )(?<lib>\S{1,120})/,
    /DLL load failed while importing (?<lib5>\w+)/,
    // Windows' number for a module that is not there, whatever its words.
    /HRESULT\(0x8007007E\)|\[WinError 126\][^\n]{0,200}/,
  ],
  remedies: ['Install the library that the message names with the package manager of the system'],
  cause: ({groups}) =>
    `The program needs ${groups['lib'] === undefined ? 'a system library that its message does not name' : `the system library ${groups['lib']}`}, and it is not installed (or in a folder that is not searched).`,
  fixes: ({groups}) => [
    advise('install-library', `Install the package of your system that contains ${groups['lib'] ?? 'the library'}`),
  ],
});
