import path from 'node:path';
import {digestOf} from '../../clients/index.ts';
import type {RequestedServer} from '../../clients/request/index.ts';
import {seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import type {Investigation} from '../../model/investigation.ts';
import {printableLine} from '../../model/printable.ts';
import {UserError} from '../../model/user-error.ts';
import {prove} from '../../probes/prove.ts';
import type {Checked, ServerRow} from '../../repair/answers.ts';
import type {Ports, RepairPorts} from '../../repair/ports.ts';
import {verdictOf} from '../attempt.ts';
import type {Session} from '../session.ts';
import {createTurns} from '../turns.ts';
import {bytesOf, fileNamed, looking, type OpenedRequest, saveWithout} from './opened-request.ts';
import {REQUEST_TIMEOUT_MS} from './request-options.ts';

const PREFIX = 'request\0';
const keyOf = (file: string, index: number): string => `${PREFIX}${file}\0${index}`;
const placeIn = (key: string): {readonly file: string; readonly index: number} => {
  const [, file = '', index = ''] = key.split('\0');
  return {file, index: Number(index)};
};

/** The ports of the repair, with the servers of API requests beside those of the clients' own files. */
export const withRequests = (
  ports: RepairPorts,
  session: Session,
): RepairPorts & Pick<Ports, 'readRequest' | 'saveRequest'> => {
  const {host} = session;
  const opened = new Map<string, OpenedRequest>();
  const turns = createTurns(8);
  const mayAsk = (digest: string): boolean => session.approvals.isApproved(digest) || session.carried.has(digest);

  const open = async (file: string, isPrivateAllowed: boolean): Promise<OpenedRequest> => {
    const source = {file, headers: null, isPrivateAllowed};
    const read = await (await looking()).readRequestFrom(await bytesOf(file), source, host);
    const one = {source, read, looks: new Map()};
    opened.set(file, one);
    return one;
  };

  const rowOf = async ({entry, evidence}: RequestedServer, file: string, index: number): Promise<ServerRow> => {
    const digest = await digestOf(entry, host);
    return {
      key: keyOf(file, index),
      kind: 'server',
      name: printableLine(entry.name),
      client: entry.client,
      clientName: entry.rules.clientName,
      scope: path.basename(printableLine(file)),
      file: printableLine(file),
      line: entry.line,
      transport: entry.transport,
      launch: evidence.url ?? '',
      alsoReadBy: [],
      standing: null,
      isApproved: mayAsk(digest),
      question: {
        digest,
        argv: [],
        url: evidence.url,
        cwd: null,
        envNames: [],
        headerNames: evidence.headerNames,
        headersHelper: null,
        isProjectFile: false,
        mayDownload: false,
      },
    };
  };

  const rowsOf = ({read, source}: OpenedRequest): Promise<readonly ServerRow[]> =>
    Promise.all(read.servers.map((server, index) => rowOf(server, source.file, index)));

  /** The server as the file has it now: the person mends it beside us. */
  const serverNow = async (key: string): Promise<{one: OpenedRequest; server: RequestedServer; index: number}> => {
    const {file, index} = placeIn(key);
    const before = opened.get(file);
    if (before === undefined) throw new UserError('This request is not open any more. Name its file again.');
    const read = await (await looking()).readRequestFrom(await bytesOf(file), before.source, host);
    const one = {...before, read};
    opened.set(file, one);
    const server = read.servers[index];
    if (server === undefined) throw new UserError(`${file} has no server at mcp_servers[${index}] any more.`);
    return {one, server, index};
  };

  const investigate: RepairPorts['investigate'] = (key, wish) =>
    turns(key, async () => {
      wish.onStart();
      const {one, server, index} = await serverNow(key);
      const {askServers} = await looking();
      const look = await askServers(
        {...one.read, servers: [server]},
        {host, signal: wish.signal, timeoutOf: () => REQUEST_TIMEOUT_MS, mayAsk},
      );
      const [found] = look.servers;
      if (found === undefined) throw new Error('a server was asked and gave nothing');
      one.looks.set(index, found);
      return checkedOf(found, key, server.request.about?.index ?? index);
    });

  return {
    ...ports,
    list: async () => {
      const list = await ports.list();
      const rows = await Promise.all([...opened.values()].map(rowsOf));
      return {...list, rows: [...list.rows, ...rows.flat()]};
    },
    investigate: (key, wish) => (isOfRequest(key) ? investigate : ports.investigate)(key, wish),
    approve: async (key, digest) => {
      if (!isOfRequest(key)) return ports.approve(key, digest);
      const {server, one} = await serverNow(key);
      if ((await digestOf(server.entry, host)) !== digest)
        throw new UserError('The request has changed since it was shown. Look at it again.');
      await session.approvals.approve(digest, {
        name: server.entry.name,
        client: server.entry.client,
        file: one.source.file,
      });
    },
    plan: async (key, fix, value) =>
      isOfRequest(key)
        ? {kind: 'refused', why: 'mcp-fix leaves a request as it is. Change it in your program.', needsValue: null}
        : ports.plan(key, fix, value),
    rerun: async (key, before, wish) => {
      if (!isOfRequest(key)) return ports.rerun(key, before, wish);
      const checked = await investigate(key, wish);
      const {server, one, index} = await serverNow(key);
      const row = checked.because === 'untrusted' ? {server: await rowOf(server, one.source.file, index)} : {};
      return {checked, verdict: verdictOf(before, checked), ...row};
    },
    prove: async (key, signal) => {
      if (!isOfRequest(key)) return ports.prove(key, signal);
      const {one, server, index} = await serverNow(key);
      const look = one.looks.get(index);
      const era = look === undefined ? null : (seen(look.evidence, 'handshake')?.era ?? null);
      if (era === null) return {isOk: true, tools: null, by: 'the same check', error: null, ms: 0};
      const proof = await prove(server.entry, {host, timeoutMs: REQUEST_TIMEOUT_MS, signal, era});
      return {isOk: proof.ok, tools: proof.tools, by: proof.by, error: proof.error, ms: proof.ms};
    },
    similar: async (key, finding) => (isOfRequest(key) ? [] : ports.similar(key, finding)),
    readRequest: async (named, isPrivateAllowed) => {
      const file = fileNamed(named, session);
      const one = await open(file, isPrivateAllowed);
      const {findingsOfWhole} = await looking();
      return {file, findings: findingsOfWhole(one.read, host), rows: await rowsOf(one), isPrivateAllowed};
    },
    saveRequest: (file, to) => saveWithout(opened.get(file), fileNamed(to, session), session),
  };
};

const isOfRequest = (key: string): boolean => key.startsWith(PREFIX);

/** Nothing of a request is changed here: what would be a change of the file is a word of advice. */
const checkedOf = ({entry: _withSecrets, ...look}: Investigation, key: string, index: number): Checked => ({
  ...look,
  key,
  diagnosis: {
    ...look.diagnosis,
    findings: look.diagnosis.findings.map((finding) => ({
      ...finding,
      fixes: finding.fixes.map(
        (fix): Fix =>
          fix.kind === 'edit'
            ? {
                id: fix.id,
                kind: 'advice',
                title: `${fix.title} (in mcp_servers[${index}], where your program makes the request)`,
              }
            : fix,
      ),
    })),
  },
});
