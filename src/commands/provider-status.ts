import {type Evidence, seen} from '../model/evidence.ts';
import {type Host, variable} from '../model/host.ts';
import type {Investigation} from '../model/investigation.ts';
import {printableLine} from '../model/printable.ts';
import type {ProviderStatus} from '../model/provider-status.ts';
import {createRedactor} from '../model/redact.ts';
import {environmentSecrets} from '../probes/environment-secrets.ts';
import {type AskStatusOptions, askStatusPage, notAsked} from '../probes/status-page/ask-status-page.ts';
import {looksLikeOutage} from '../probes/status-page/looks-like-outage.ts';
import {STATUS_PAGES, type StatusPage, statusPageOf} from '../probes/status-page/status-pages.ts';
import {providerStatusLines} from '../reports/provider-status-text.ts';
import type {Arguments} from './arguments.ts';

/** Whether providers' status pages may be asked, and why not. */
export interface StatusChoice {
  readonly mayAsk: boolean;
  readonly why: string;
}

/** A host that no entry names is asked only by --status; --offline and MCP_FIX_OFFLINE forbid it all the same. */
export const statusChoiceIn = (args: Arguments, host: Host): StatusChoice => {
  if (args.flag('offline')) return {mayAsk: false, why: '--offline'};
  if (isOffline(args, host)) return {mayAsk: false, why: 'MCP_FIX_OFFLINE is set'};
  return args.flag('status') ? {mayAsk: true, why: ''} : {mayAsk: false, why: 'add --status to have it read'};
};

/** Nothing but the servers themselves may be called. */
export const isOffline = (args: Arguments, host: Host): boolean => {
  const rule = variable(host, 'MCP_FIX_OFFLINE') ?? '';
  return args.flag('offline') || (rule !== '' && rule !== '0');
};

/** The page of the provider where a server fails as in an outage; null where none is known. */
export const statusPageFor = (
  {status, evidence}: Pick<Investigation, 'status' | 'evidence'>,
  pages: readonly StatusPage[] = STATUS_PAGES,
): StatusPage | null => (status === 'broken' ? pageFor(evidence, pages) : null);

export interface ProviderStatusOptions extends Pick<AskStatusOptions, 'isAllowed'> {
  readonly host: Host;
  readonly choice: StatusChoice;
  readonly signal: AbortSignal;
  readonly pages?: readonly StatusPage[];
}

/**
 * The provider's own words for each server that was asked and failed as in an outage, and whose provider is known; by its
 * place in the list. Each page is asked once.
 */
export const providerStatuses = async (
  looks: readonly (Pick<Investigation, 'status' | 'evidence'> & {
    readonly entry: {readonly secrets: readonly string[]};
  })[],
  options: ProviderStatusOptions,
): Promise<ReadonlyMap<number, ProviderStatus>> => {
  const {host, choice, signal} = options;
  const redactor = createRedactor([...looks.flatMap(({entry}) => entry.secrets), ...environmentSecrets(host)]);
  const asked = new Map<StatusPage, Promise<ProviderStatus>>();
  const rows = await Promise.all(
    looks.map(async ({status, evidence}, index): Promise<readonly [number, ProviderStatus][]> => {
      const page = statusPageFor({status, evidence}, options.pages);
      if (page === null) return [];
      if (!choice.mayAsk || signal.aborted) return [[index, notAsked(page, choice.why)]];
      const {isAllowed} = options;
      const one = asked.get(page) ?? askStatusPage(page, {host, redactor, signal, ...(isAllowed && {isAllowed})});
      asked.set(page, one);
      return [[index, await one]];
    }),
  );
  return new Map(rows.flat());
};

const pageFor = (evidence: Evidence, pages: readonly StatusPage[]): StatusPage | null =>
  looksLikeOutage(evidence) ? statusPageOf(seen(evidence, 'network')?.host ?? '', pages) : null;

/** For a person, below the report; empty where there is nothing to tell. */
export const providerStatusText = (
  looks: readonly Pick<Investigation, 'entry'>[],
  statuses: ReadonlyMap<number, ProviderStatus>,
): string => {
  const lines = [...statuses].flatMap(([index, status]) => {
    const [head = '', ...rest] = providerStatusLines(status);
    return [`  ${printableLine(looks[index]?.entry.name ?? '')}: ${head}`, ...rest.map((line) => `  ${line}`)];
  });
  return lines.length === 0 ? '' : `${['What providers say of themselves:', ...lines].join('\n')}\n`;
};
