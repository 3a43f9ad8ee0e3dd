import {isRecord, type Json} from '../../model/json.ts';
import type {ProviderStatus} from '../../model/provider-status.ts';

export type Summary = Pick<ProviderStatus, 'indicator' | 'description' | 'incidents' | 'components'>;

const MOST = 3;
const INDICATORS = ['none', 'minor', 'major', 'critical', 'maintenance'] as const;
const isOver = (status: string): boolean => /^(?:resolved|postmortem|completed|scheduled)$/i.test(status);

/**
 * What a Statuspage document says now: `status {indicator, description}`, `incidents`, `scheduled_maintenances`,
 * `components`. Null for anything else. `clean` makes foreign text safe to show.
 */
export const readSummary = (document: Json, clean: (text: string) => string): Summary | null => {
  const status = isRecord(document) ? document['status'] : undefined;
  if (!isRecord(document) || !isRecord(status)) return null;
  const {indicator, description} = status;
  if (typeof indicator !== 'string' && typeof description !== 'string') return null;
  const text = (value: Json | undefined): string => (typeof value === 'string' ? clean(value).slice(0, 200) : '');
  const incidents = [...recordsIn(document['incidents']), ...recordsIn(document['scheduled_maintenances'])]
    .map((one) => ({
      name: text(one['name']),
      status: text(one['status']),
      since: timeOf(one['started_at'] ?? one['scheduled_for'] ?? one['created_at']),
    }))
    .filter(({name, status: now}) => name !== '' && !isOver(now))
    .sort((a, b) => (b.since ?? '').localeCompare(a.since ?? ''));
  const components = recordsIn(document['components'])
    // A group repeats the state of its parts.
    .filter((one) => one['group'] !== true)
    .map((one) => ({name: text(one['name']), status: text(one['status']).replaceAll('_', ' ')}))
    .filter(({name, status: now}) => name !== '' && now !== '' && now !== 'operational');
  return {
    indicator: INDICATORS.find((word) => word === indicator) ?? 'unknown',
    description: text(description) === '' ? null : text(description),
    incidents: incidents.slice(0, MOST),
    components: components.slice(0, MOST * 2),
  };
};

const recordsIn = (value: Json | undefined): readonly {readonly [key: string]: Json}[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

const timeOf = (value: Json | undefined): string | null => {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};
