import type {Evidence} from '../../model/evidence.ts';
import {oddityIn, updateServer} from '../facts/handshake-oddity.ts';
import {advise} from '../facts/launch-fixes.ts';
import {hasAnsweredHello, troubleOf} from '../facts/launch-trouble.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const stdoutNoise = defineFailure({
  id: 'stdout-noise',
  class: 'runtime',
  step: 'handshake',
  title: 'The server writes text into the protocol channel',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {
      match:
        /Error processing inbound message[^\n]{0,80}JsonParseException[^\n]{0,200}|Failed to parse message: "(?!<)[^\n]{1,120}|Unexpected token '<', "<br \/>/,
      confidence: 'certain',
    },

    {match: /Unexpected token .{1,12}, ?"?.{0,40}"?\.{0,3} is not valid JSON/, confidence: 'possible'},
    {
      match:
        /Failed to parse (?:JSONRPC|JSON-RPC|MCP) message|Invalid JSON-RPC message|Error parsing (?:JSON|message) from (?:server|stdout)/i,
      confidence: 'likely',
    },
    {match: /Invalid JSON: expected value at line 1 column 1/, confidence: 'likely'},
    {match: /JsonParseException: Unrecognized token '[^']{1,200}': was expecting/, confidence: 'likely'},
    {
      match: /JsonParseException: Unexpected character [\s\S]{1,40}: Expected space separating root-level values/,
      confidence: 'likely',
    },
    // How Go, C#, Rust and Python name a line that is no JSON. What begins with "<" is a page, and no log line.
    {
      match:
        /invalid character '[^<'\\]{1,4}' looking for beginning of value|'[^<']' is an invalid start of a value|(?:stdio|stdout|JSON-?RPC|transport|message|serde)[^\n]{0,120}(?:expected value at line 1 column 1|JSONDecodeError: Expecting value: line 1 column 1)/,
      confidence: 'likely',
    },
    {
      match:
        /^(?:\[?MCP\]?|Error from MCP server) ?[\w() -]{0,60}: Unexpected (?:non-whitespace character after JSON|token)[^\n]*/im,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Let the server write its log to stderr (console.error, print(…, file=sys.stderr)), never to stdout',
    'If the line comes from dotenv: set DOTENV_CONFIG_QUIET=true in "env"',
    "Switch the banner or log off with the server's own option",
  ],
  detect: ({launch, all}) => {
    const lines = launch.noise.filter(({text}) => text.trim() !== '');
    const line = lines.find(({isGlued}) => isGlued) ?? lines[0];
    return line === undefined || troubleOf(all) === 'end' || isNotNoise(all) ? null : line;
  },
  explain: (line, {launch, all}) => {
    const works = hasAnsweredHello(all) && troubleOf(all) === null;
    const more = launch.noiseCount > 1 ? ` It is one of ${launch.noiseCount} such lines.` : '';
    const harm = line.isGlued
      ? 'It stands in the same line as a message, so the client cannot read that message.'
      : works
        ? 'This client skips such lines; others stop.'
        : 'The client reads it as a broken message.';
    return {
      cause: `The server writes "${clip(line.text.trim(), 120)}" to standard output (stdout) ${WHEN[line.phase]}. That channel belongs to the protocol. ${harm}${more}`,
      evidence: [
        {label: `Standard output ${WHEN[line.phase]}`, text: line.text, deciding: clip(line.text.trim(), 120)},
      ],
      severity: works ? 'warning' : 'error',
    };
  },
  fixes: (line, {all}) => [
    updateServer(
      all,
      `write "${clip(line.text.trim(), 60)}" to stderr instead of stdout (console.error in Node, print(…, file=sys.stderr) in Python)`,
    ),
    advise(
      'quiet',
      'Or switch the banner or log off with an option of the server (--quiet, LOG_LEVEL=error), if it has one',
    ),
  ],
});

const WHEN = {
  'before-handshake': 'before its first answer',
  'during-handshake': 'while "initialize" waits for its answer',
  'after-handshake': 'after it said hello',
  'during-list': 'while "tools/list" waits for its answer',
} as const;

/** Lines that are messages in a wrong dress: another failure explains those. */
const isNotNoise = (evidence: Evidence): boolean =>
  oddityIn(evidence, [
    'content-length',
    'several-lines',
    'python-repr',
    'bom',
    'not-utf8',
    'nul-bytes',
    'truncated-json',
    'nan-literal',
  ]) !== null;
