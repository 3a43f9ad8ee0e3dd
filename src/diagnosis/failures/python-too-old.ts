import {seen} from '../../model/evidence.ts';
import {newerPythonFixes} from '../facts/launch-runtime.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const pythonTooOld = defineSaidFailure({
  id: 'python-too-old',
  title: 'The Python that runs the server is too old for it',
  patterns: [
    /requires (?:a different )?Python:? ?'?(?<have>\d+\.\d+(?:\.\d+)?)?'?(?: not in)? ?'?(?:>=|==|~=)?\s?(?<want>3\.\d+)/i,
    /current Python version \((?<have>\d[\d.]*)\) does not satisfy Python\s?(?:>=|==|~=|>)\s?(?<want>3\.\d+)/i,
    /Python\s?(?:>=|~=)\s?(?<want>3\.\d+)[^\n]*(?:incompatible|not compatible|does not satisfy|unsatisfiable)/i,
    /Ignored the following versions that require a different python version[^\n]{0,400}?Requires-Python >=(?<want>3\.\d+)[^\n]*/i,
    /No interpreter found for (?:Python )?(?:>=)?(?<want>3\.\d+)/i,
    /interpreter resolved to Python (?<have>\d[\d.]*), which is incompatible with the project's Python requirement: `(?:>=|==|~=)?(?<want>3\.\d+)/,
    /^[^\S\n]{1,40}(?<feature>match) [^\n]{1,200}:\n[^\S\n]*\^+\n(?:\w+: )?SyntaxError: invalid syntax/m,
    /^[^\S\n]{1,40}[^\n]{0,200}(?<feature>:=|except\*)[^\n]{0,200}\n[^\S\n]*\^+\nSyntaxError: invalid syntax/m,
    // Python 3.12: type statements, type parameters.
    /^[^\S\n]{1,40}(?<feature>type) \w{1,80}(?:\[[^\]\n]{1,80}\])? = [^\n]{1,200}\n[^\S\n]*\^+\n(?:\w+: )?SyntaxError: (?:invalid syntax|expected)/m,
    /^[^\S\n]{1,40}(?<feature>async def|def|class) \w{1,80}\[[^\]\n]{1,80}\][^\n]{0,200}\n[^\S\n]*\^+\n(?:\w+: )?SyntaxError: (?:invalid syntax|expected)/m,
    /No module named '(?<feature>tomllib)'/,
    /cannot import name '(?<feature>Self|TypeAlias|ParamSpec|Annotated|NotRequired|override|StrEnum|UTC|batched)' from '(?:typing|enum|datetime|itertools)'/,
    /TypeError: unsupported operand type\(s\) for \|: '(?<feature>type' and '\w+)'/,
    /TypeError: '(?<feature>type)' object is not subscriptable/,
  ],
  remedies: [
    'Let the server run with the Python version it asks for: set UV_PYTHON (or --python) for uv, or "command" to a newer python',
  ],
  cause: ({groups}, evidence) => {
    const have = groups['have'] ?? seen(evidence, 'command')?.runtime?.version ?? null;
    const want =
      groups['want'] === undefined
        ? `${sinceOf(groups['feature'] ?? '')} (it uses ${WORDS[groups['feature'] ?? ''] ?? groups['feature'] ?? ''}, which this Python does not have)`
        : `Python ${groups['want']} or newer`;
    return `The server runs on Python${have === null ? '' : ` ${have}`}, which is too old: it needs ${want}.`;
  },
  fixes: ({groups}, evidence) => newerPythonFixes(evidence, groups['want'] ?? SINCE[groups['feature'] ?? ''] ?? '3.12'),
});

/** The Python that first had a word of the language or the library (its "What's new" pages). */
const SINCE: Readonly<Record<string, string>> = {
  match: '3.10',
  TypeAlias: '3.10',
  ParamSpec: '3.10',
  tomllib: '3.11',
  Self: '3.11',
  NotRequired: '3.11',
  StrEnum: '3.11',
  UTC: '3.11',
  'except*': '3.11',
  type: '3.12',
  def: '3.12',
  'async def': '3.12',
  class: '3.12',
  override: '3.12',
  batched: '3.12',
};

const WORDS: Readonly<Record<string, string>> = {
  type: 'a "type" statement',
  def: 'type parameters',
  'async def': 'type parameters',
  class: 'type parameters',
};

const sinceOf = (feature: string): string =>
  SINCE[feature] === undefined ? 'a newer one' : `Python ${SINCE[feature]} or newer`;
