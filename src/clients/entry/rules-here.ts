import type {Host} from '../../model/host.ts';
import type {Json} from '../../model/json.ts';
import type {ClientRules} from '../../model/server.ts';
import type {Reading} from '../client.ts';
import {withStartLimit} from './start-limit.ts';

/** The client's rules with what this entry and this machine's variables change of them; the same object where they do not. */
export const rulesHere = (rules: ClientRules, reading: Reading, raw: Json, host: Host): ClientRules => {
  const limited = withStartLimit(rules, reading, raw, host);
  const environment = reading.environment?.(host) ?? null;
  return environment === null ? limited : {...limited, environment};
};
