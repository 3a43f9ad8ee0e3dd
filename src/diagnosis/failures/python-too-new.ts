import {insertArgument, programOf, setVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const pythonTooNew = defineSaidFailure({
  id: 'python-too-new',
  title: 'This Python is too new for the packages of the server',
  patterns: [
    /(?:maturin failed|Failed to build|Failed building wheel|build backend returned an error)[\s\S]{0,600}?(?:CPython |cp|[Pp]ython\s?)3\.?(?<minor>1[3-9])/,
    /(?:the configured )?Python interpreter version \(3\.(?<minor2>\d+)\) is newer than PyO3's maximum supported version/,
  ],
  alsoKnownAs: [/maturin failed/, /Failed to build `/],
  remedies: ['Let uv use an older Python: set UV_PYTHON=3.12, or add "--python", "3.12"'],
  cause: ({groups}) =>
    `A package of the server has no ready-made build for Python 3.${groups['minor'] ?? '14'}, the newest one, so uv tries to compile it and fails. Python 3.12 has builds.`,
  fixes: (_, evidence) => [
    setVariable(evidence, 'UV_PYTHON', '3.12'),
    ...(/^uvx?$/.test(programOf(evidence))
      ? [insertArgument(evidence, 0, '--python=3.12', 'Or add "--python=3.12" as first argument in "args"')]
      : []),
  ],
});
