import {dropPlanOf, type ReadRequest, withoutServers} from '../../clients/request/index.ts';
import type {Finding} from '../../model/finding.ts';
import type {Host} from '../../model/host.ts';
import {printableLine} from '../../model/printable.ts';
import {
  findingsInText,
  findingsOfWhole,
  type RequestLook,
  type RequestSource,
  readRequestFrom,
} from './look-at-request.ts';

/** Which servers a request can do without. */
export interface Choice {
  readonly optional: readonly string[];
  readonly required: readonly string[];
  /** Failing servers may leave; without a word about optional ones, every failing server may, but the required ones. */
  readonly degrade: boolean;
}

type RequestVerdict = 'works' | 'works-without' | 'fails' | 'unchecked';

export interface Decision {
  readonly verdict: RequestVerdict;
  /** Indexes of the servers that are left out. */
  readonly dropped: readonly number[];
  /** The request's text without them; null where no request would work, and where none was asked for. */
  readonly degraded: string | null;
  /** Why no request would work although something was left out; sentences. */
  readonly obstacles: readonly string[];
}

/** Is the request allowed to go on without the server of this name? */
export const isOptional = (name: string, {optional, required, degrade}: Choice): boolean =>
  !required.includes(name) && (optional.includes(name) || (degrade && optional.length === 0));

/** What becomes of the request, by what was seen of its servers. Nothing is asked any more. */
export const decide = async (
  look: RequestLook,
  choice: Choice,
  source: RequestSource,
  host: Host,
): Promise<Decision> => {
  const {read, servers} = look;
  const failing = indexesWhere(servers, ({status}) => status === 'broken');
  const unchecked = indexesWhere(servers, ({status}) => status === 'unchecked');
  const mustWork = failing.filter((index) => !isOptional(servers[index]?.entry.name ?? '', choice));
  const nothing = {dropped: [], degraded: null, obstacles: []};
  if (read.root === null) return {...nothing, verdict: 'fails'};
  if (mustWork.length > 0 || (!choice.degrade && (failing.length > 0 || hasError(look.findings))))
    return {...nothing, verdict: 'fails'};
  if (!choice.degrade) return {...nothing, verdict: unchecked.length > 0 ? 'unchecked' : 'works'};
  const request: unknown = JSON.parse(read.text);
  const text = failing.length === 0 ? read.text : withoutServers(read.text, read.root, dropPlanOf(request, failing));
  const obstacles = [...inConversation(read, failing), ...(await leftWrong(text, source, host))];
  if (obstacles.length > 0) return {...nothing, verdict: 'fails', dropped: failing, obstacles};
  if (unchecked.length > 0) return {...nothing, verdict: 'unchecked', dropped: failing};
  return {
    verdict: failing.length > 0 ? 'works-without' : 'works',
    dropped: failing,
    degraded: `${read.file.encoding === 'utf-8-bom' ? '\ufeff' : ''}${text}`,
    obstacles: [],
  };
};

const indexesWhere = <T>(items: readonly T[], isIt: (item: T) => boolean): readonly number[] =>
  items.flatMap((item, index) => (isIt(item) ? [index] : []));

const hasError = (findings: readonly Finding[]): boolean => findings.some(({severity}) => severity === 'error');

/** A conversation is never rewritten: a toolset that a message adds would be left without its server. */
const inConversation = (read: ReadRequest, failing: readonly number[]): readonly string[] => {
  const names = failing.map((index) => read.servers[index]?.request.about?.name);
  const added = read.whole.toolsets.filter(({server, at}) => at.startsWith('messages') && names.includes(server));
  const named = read.references.filter(({server}) => names.includes(server));
  return [
    ...added.map(({server, at}) => `${at} adds the tools of "${server}"`),
    ...named.map(
      ({server, at}) => `${at} names the tools of "${printableLine(server)}", which leave with their toolset`,
    ),
  ].map((what) => `${what}: take that message out yourself, a conversation is not rewritten here`);
};

/** What would still be wrong in the text that is left. */
const leftWrong = async (text: string, source: RequestSource, host: Host): Promise<readonly string[]> => {
  const read = await readRequestFrom(Buffer.from(text), source, host);
  const findings = [...findingsOfWhole(read, host), ...read.servers.flatMap((server) => findingsInText(server, host))];
  return findings.filter(({severity}) => severity === 'error').map(({cause}) => cause);
};
