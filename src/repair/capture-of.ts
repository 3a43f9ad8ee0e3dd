import {textOf} from '../model/capture.ts';
import {type Evidence, type Exchange, seen} from '../model/evidence.ts';
import type {Diagnosis} from '../model/finding.ts';
import {STEPS, type Step} from '../model/step.ts';
import type {Captured} from './state.ts';

/**
 * The exact error, word for word, and what triggered it: what the person or a log reported, else the words of the step
 * that failed. Null when nothing failed or nothing was said.
 */
export const captureOf = (evidence: Evidence, diagnosis: Diagnosis): Captured | null => {
  const reported = seen(evidence, 'reported');
  if (reported !== undefined) {
    return {text: reported.text, source: reported.source, trigger: reported.trigger ?? triggerOf(reported.source)};
  }
  const root = diagnosis.findings[0];
  const order = root === undefined ? STEPS : [root.step, ...STEPS.filter((step) => step !== root.step)];
  for (const step of order) {
    const words = WORDS[step](evidence);
    if (words !== null && words.text.trim() !== '') {
      return {text: words.text.trimEnd(), source: 'probe', trigger: words.trigger};
    }
    if (step === root?.step) {
      const said = saidLater(evidence, root.step);
      if (said !== null) return {text: said.text.trimEnd(), source: 'probe', trigger: said.trigger};
      const line = root.evidence[0];
      if (line !== undefined)
        return {
          text: line.text,
          source: 'probe',
          trigger: `No error was said; this is where it shows (${line.label}).`,
        };
    }
  }
  return null;
};

/**
 * What a cause of the settings leads to further on, in the words of the program or the server: what a client shows of it.
 * A program that ended of itself, or an answer of the web that is an error.
 */
const saidLater = (evidence: Evidence, root: Step): Words | null => {
  if (root !== 'config' && root !== 'command') return null;
  const launch = seen(evidence, 'launch');
  const said = launch?.exit != null && textOf(launch.stderr).trim() !== '' ? launchWords(evidence) : null;
  const web = said ?? httpWords(evidence);
  return web === null || web.text.trim() === '' ? null : web;
};

const triggerOf = (source: 'pasted' | 'log' | 'stdin'): string =>
  source === 'pasted'
    ? 'You pasted it.'
    : source === 'log'
      ? "The client's own log says it."
      : 'It came from standard input.';

interface Words {
  readonly text: string;
  readonly trigger: string;
}

const quoted = (words: readonly string[]): string =>
  words.map((word) => (/^[\w@%+=:,./\\-]+$/.test(word) ? word : JSON.stringify(word))).join(' ');

const configWords = (evidence: Evidence): Words | null => {
  const file = seen(evidence, 'file');
  if (file?.syntax != null) {
    const {place, lineText, message} = file.syntax;
    return {text: `${lineText}\n${message}`, trigger: `Reading ${place.file}, line ${place.line}`};
  }
  return file?.unreadable == null ? null : {text: file.unreadable, trigger: `Reading ${file.path}`};
};

const launchWords = (evidence: Evidence): Words | null => {
  const launch = seen(evidence, 'launch');
  if (launch === undefined) return null;
  const trigger = `Starting ${quoted(launch.argv)}`;
  if (launch.spawnError !== null) return {text: launch.spawnError.message, trigger};
  const ended =
    launch.exit === null
      ? null
      : launch.exit.signal === null
        ? `(ended with exit code ${launch.exit.code ?? 'unknown'})`
        : `(ended by ${launch.exit.signal})`;
  const noise = launch.noise.map((line) => line.text).join('\n');
  const said = [textOf(launch.stderr).trimEnd(), noise].filter((text) => text !== '').join('\n');
  if (ended === null && launch.noiseCount === 0 && !launch.timedOut) return null;
  return {text: [said, ended ?? ''].filter((text) => text !== '').join('\n'), trigger};
};

const commandWords = (evidence: Evidence): Words | null => {
  const command = seen(evidence, 'command');
  if (command === undefined || command.resolved !== null) return null;
  return {
    text: `${command.command}: command not found`,
    trigger: `Starting ${quoted([command.command, ...command.args])}`,
  };
};

const networkWords = (evidence: Evidence): Words | null => {
  const network = seen(evidence, 'network');
  if (network === undefined) return null;
  const trigger = `Connecting to ${network.url}`;
  const refused = network.tcp.some((one) => one.isOpen)
    ? undefined
    : network.tcp.find((one) => one.error !== null)?.error;
  const error = network.dns?.error ?? refused ?? network.tls?.error ?? null;
  const text = network.urlProblem ?? error?.message ?? '';
  return {text, trigger};
};

const httpWords = (evidence: Evidence): Words | null => {
  const http = seen(evidence, 'http');
  return http === undefined ? null : exchangeWords(http.main);
};

const exchangeWords = (exchange: Exchange): Words => {
  const {request, response, error} = exchange;
  const trigger = `${request.method} ${request.url}`;
  if (response === null) return {text: error.map((link) => link.message).join('\n'), trigger};
  if (response.status < 300 && response.body.kind === 'json-rpc') return {text: '', trigger};
  return {text: `HTTP ${response.status} ${response.statusText}\n${response.body.text}`, trigger};
};

const handshakeWords = (evidence: Evidence): Words | null => {
  const handshake = seen(evidence, 'handshake');
  if (handshake === undefined) return null;
  const last = handshake.asked.at(-1);
  const trigger = `Asking "${last?.method ?? 'initialize'}"`;
  if (handshake.error !== null) return {text: `${handshake.error.code}: ${handshake.error.message}`, trigger};
  const waited = (handshake.waitedMs / 1000).toFixed(1);
  return handshake.timedOut ? {text: `No answer after ${waited} s`, trigger} : null;
};

const toolsWords = (evidence: Evidence): Words | null => {
  const tools = seen(evidence, 'tools');
  if (tools === undefined) return null;
  const trigger = 'Asking "tools/list"';
  const refused = tools.httpStatus === null ? undefined : seen(evidence, 'http')?.exchanges.findLast(isOfTools);
  if (refused !== undefined) return exchangeWords(refused);
  // What is no error of the protocol has no code of its own.
  if (tools.error !== null && tools.isUnusable) return {text: tools.error.message, trigger};
  if (tools.error !== null) return {text: `${tools.error.code}: ${tools.error.message}`, trigger};
  return tools.timedOut ? {text: 'No answer in time', trigger} : null;
};

const isOfTools = ({purpose, response}: Exchange): boolean =>
  purpose === 'tools/list' && response !== null && response.status >= 300;

const WORDS: Readonly<Record<Step, (evidence: Evidence) => Words | null>> = {
  config: configWords,
  command: commandWords,
  launch: launchWords,
  network: networkWords,
  http: httpWords,
  auth: httpWords,
  handshake: handshakeWords,
  tools: toolsWords,
};
