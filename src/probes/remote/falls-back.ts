import type {ServerEntry} from '../../model/server.ts';

/** Some clients try the older transport by themselves when an entry does not say which one it is. */
export const fallsBack = (entry: ServerEntry, declared: 'http' | 'sse'): boolean => {
  const {rules, raw} = entry;
  const key = rules.fields.type;
  const isNamed = key !== null && typeof raw === 'object' && raw !== null && !Array.isArray(raw) && key in raw;
  return declared === 'http' && !isNamed && rules.urlWithoutType === 'http-then-sse';
};
