import {readFileBounded} from '../files/index.ts';
import {type Host, pathsOf} from '../model/host.ts';
import {EXIT, UserError} from '../model/user-error.ts';
import {openApprovals} from '../records/index.ts';
import {type RequestReport, requestReport} from '../reports/request-report.ts';
import {requestText} from '../reports/request-text.ts';
import type {Arguments} from './arguments.ts';
import {providerStatuses, providerStatusText, statusChoiceIn} from './provider-status.ts';
import {decide, isOptional} from './request/decide.ts';
import {askServers, readRequestFrom} from './request/look-at-request.ts';
import {checkNames, choiceIn, headersIn, limitsIn} from './request/request-options.ts';
import {columnsOf, type Terminal} from './terminal.ts';
import {checkTrustOptions, isTrusted} from './trust.ts';

/** The API takes bodies of at most 32 MB. */
const LIMIT = 64 * 1024 * 1024;

/**
 * `mcp-fix request FILE|-`: which server of a Messages API request fails, and the request that would work without it.
 * The contract is docs/request.md. Exit 0 it would work, 1 it would not, 3 something could not be checked.
 */
export const request = async (args: Arguments, host: Host, terminal: Terminal): Promise<number> => {
  const startedAt = host.now();
  const [file] = args.operands;
  if (file === undefined)
    throw new UserError('Which request? Usage: mcp-fix request body.json, or pipe it in: mcp-fix request -');
  const choice = choiceIn(args);
  const limits = limitsIn(args);
  const trust = checkTrustOptions({yes: args.flag('yes'), trust: args.texts('trust')});
  const source = {file, headers: headersIn(args), isPrivateAllowed: args.flag('allow-private')};
  const read = await readRequestFrom(await bytesOf(file, host, terminal), source, host);
  checkNames([...choice.optional, ...choice.required, ...limits.of.keys()], read);
  const approvals = await openApprovals(host);
  const isJson = args.flag('json');
  const look = await askServers(read, {
    host,
    signal: terminal.signal,
    timeoutOf: (name) => limits.of.get(name) ?? limits.all,
    mayAsk: (digest) => isTrusted({isProjectFile: false, digest, isApproved: approvals.isApproved(digest)}, trust),
    onAsk: (name) => {
      if (host.terminal.stderr && !isJson) terminal.err(`asking ${JSON.stringify(name)} …\n`);
    },
  });
  const mayStatus = statusChoiceIn(args, host);
  const statuses = await providerStatuses(look.servers, {host, choice: mayStatus, signal: terminal.signal});
  const decision = await decide(look, choice, source, host);
  const report = requestReport({
    version: host.version,
    startedAt,
    now: host.now(),
    file,
    findings: look.findings,
    servers: look.servers,
    ...(mayStatus.mayAsk ? {statuses} : {}),
    isOptional: (name) => isOptional(name, choice),
    verdict: decision.verdict,
    dropped: decision.dropped,
    obstacles: decision.obstacles,
    ...(choice.degrade ? {degraded: decision.degraded} : {}),
  });
  if (isJson) terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  else {
    const told = providerStatusText(look.servers, statuses);
    const text = `${requestText(report, columnsOf(host))}${told === '' ? '' : `\n${told}`}`;
    if (choice.degrade) {
      terminal.err(text);
      if (decision.degraded !== null) (terminal.outExact ?? terminal.out)(decision.degraded);
    } else terminal.out(text);
  }
  return terminal.signal.aborted ? EXIT.interrupted : exitCodeOf(report);
};

const exitCodeOf = ({verdict}: RequestReport): number =>
  verdict === 'fails' ? EXIT.broken : verdict === 'unchecked' ? EXIT.unchecked : EXIT.healthy;

const bytesOf = async (file: string, host: Host, terminal: Terminal): Promise<Buffer> => {
  if (file === '-') {
    const text = await terminal.readInput(LIMIT);
    if (text.length >= LIMIT)
      throw new UserError('The request on standard input is larger than 64 MB: the API takes 32 MB at most.');
    if (text.trim() === '')
      throw new UserError('Standard input is empty. Pipe the request in: mcp-fix request - < body.json');
    return Buffer.from(text);
  }
  const read = await readFileBounded(host.cwd === null ? file : pathsOf(host).resolve(host.cwd, file), {
    maxBytes: LIMIT,
  });
  if (read.kind === 'bytes') return read.bytes;
  throw new UserError(
    read.kind === 'missing'
      ? `There is no file ${JSON.stringify(file)}. Name the request's body: mcp-fix request body.json`
      : `The file ${JSON.stringify(file)} cannot be read (${read.code}). Name a readable file, or pipe it in: mcp-fix request -`,
  );
};
