import type {NetworkEvidence} from '../../model/evidence.ts';
import {isRecord} from '../../model/json.ts';
import {printableLine} from '../../model/printable.ts';
import {createNotebook} from '../stdio/notebook.ts';
import {contactHttp, endContact} from './contact.ts';
import {type Line, remaining, slice} from './line.ts';
import {listeningPorts} from './listening-ports.ts';
import {portOf} from './proxy.ts';
import {knock} from './tcp-look.ts';

type OtherPort = NetworkEvidence['otherPorts'][number];

const MOST_PORTS = 8;
const ASK_MS = 900;

/**
 * Asks other listening ports of this machine's own loopback whether an MCP server is there: one `initialize` each, without
 * any configured header. Never asked for a host beyond loopback.
 */
export const otherPorts = async (line: Line, url: URL): Promise<readonly OtherPort[]> => {
  if (remaining(line) < 1000) return [];
  const ports = (await listeningPorts(line.host, portOf(url))).slice(0, MOST_PORTS);
  const asked = await Promise.all(ports.map((port) => askPort(line, url, port)));
  return asked.flatMap((port) => port ?? []);
};

const askPort = async (line: Line, url: URL, port: number): Promise<OtherPort | null> => {
  const at = new URL(url);
  at.port = String(port);
  at.search = '';
  const host = at.hostname.replace(/^\[|\]$/g, '');
  const opening = await knock(line, host === 'localhost' ? '127.0.0.1' : host, port, 400);
  if (!opening.isOpen) return null;
  // Nothing of a stranger's conversation is kept, except the name that the server gives itself.
  const way = {url: at, headers: {}, maxMs: slice(line, ASK_MS, 0.4), purpose: `port:${port}`};
  const contact = await contactHttp(line, createNotebook(line.redactor), way);
  await endContact(contact);
  const answer = contact.reply?.answer;
  const info = answer?.kind === 'result' && isRecord(answer.result) ? answer.result['serverInfo'] : null;
  const name = isRecord(info) && typeof info['name'] === 'string' ? info['name'] : null;
  const asksForToken = /resource_metadata=/i.test(contact.headers['www-authenticate'] ?? '');
  return {
    port,
    isMcp: contact.isMcp || asksForToken,
    serverName: name === null ? null : printableLine(line.redactor.text(name)).slice(0, 200),
  };
};
