import type {ProviderStatus} from '../model/provider-status.ts';

/** What a provider says of itself, in lines; nothing of it changes what was found. */
export const providerStatusLines = (status: ProviderStatus): readonly string[] => {
  const {provider, page, indicator, description, incidents, components, why} = status;
  if (status.outcome === 'not-asked')
    return [`${provider} has a public status page: ${page} (not asked: ${why ?? ''})`];
  if (status.outcome === 'no-answer')
    return [`${provider}'s status page tells nothing now: ${why ?? ''}. It is ${page}`];
  const said = description === null ? '' : `: "${description}"`;
  return [
    `${provider} says of itself${said} (${WORDS[indicator ?? 'unknown']}; ${page}, read ${status.askedAt ?? ''})`,
    ...incidents.map(
      ({name, status: now, since}) =>
        `  incident: "${name}"${now === '' ? '' : `, ${now}`}${since === null ? '' : `, since ${since}`}`,
    ),
    ...components.map(({name, status: now}) => `  ${name}: ${now}`),
    indicator === 'none'
      ? '  So no outage is told there. That does not say that there is none: pages like this follow minutes later.'
      : '  That may be the cause of what was seen from here, or have nothing to do with it.',
  ];
};

const WORDS: Readonly<Record<NonNullable<ProviderStatus['indicator']>, string>> = {
  none: 'no incident is told',
  minor: 'a minor incident',
  major: 'a major incident',
  critical: 'a critical incident',
  maintenance: 'maintenance',
  unknown: 'in words of its own',
};
