import type {StatusPage} from '../probes/status-page/status-pages.ts';
import type {Checked, ProviderPage} from '../repair/answers.ts';
import type {RepairPorts} from '../repair/ports.ts';
import {providerStatusLines} from '../reports/provider-status-text.ts';
import {type ProviderStatusOptions, providerStatuses, statusPageFor} from './provider-status.ts';
import type {Session} from './session.ts';

export interface StatusPorts extends Pick<RepairPorts, 'providerStatus'> {
  /** The look with the page that its provider has, if it failed as in an outage. */
  readonly withPage: (checked: Checked) => Checked;
}

/**
 * The wizard's side of the providers' status pages. Nothing is read before the person said yes to it.
 * @param options tests put pages of their own in place of the table; no option or variable reaches it
 */
export const statusPorts = (
  session: Session,
  options: {readonly isOffline: boolean} & Pick<ProviderStatusOptions, 'pages' | 'isAllowed'>,
): StatusPorts => {
  const {isOffline, ...rest} = options;
  return {
    withPage: (checked) => ({...checked, statusPage: shown(statusPageFor(checked, rest.pages), isOffline)}),
    providerStatus: async (checked, signal) => {
      if (isOffline) return [];
      const entry = (await session.find()).entries.find(({key}) => key === checked.key);
      const look = {...checked, entry: {secrets: entry?.secrets ?? []}};
      const told = await providerStatuses([look], {
        ...rest,
        host: session.host,
        choice: {mayAsk: true, why: ''},
        signal,
      });
      return [...told.values()].flatMap(providerStatusLines);
    },
  };
};

const shown = (page: StatusPage | null, isOffline: boolean): ProviderPage | null =>
  page === null
    ? null
    : {
        provider: page.provider,
        page: page.page,
        host: isOffline || page.document === null ? null : new URL(page.document).host,
      };
