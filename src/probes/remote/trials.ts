import type {Exchange, Trial} from '../../model/evidence.ts';
import {printableLine} from '../../model/printable.ts';
import {createNotebook} from '../stdio/notebook.ts';
import {type Contact, contactBy, endContact} from './contact.ts';
import {type Line, remaining, slice} from './line.ts';
import type {TrialPlan} from './trial-plans.ts';

/** More requests than this would be hammering. */
const MOST_TRIALS = 10;
const TRIAL_MS = 2500;

interface TrialsDone {
  readonly trials: readonly Trial[];
  readonly exchanges: readonly Exchange[];
  /** The contact of the trial that got through, still open; null where none did. */
  readonly through: Contact | null;
}

/** Tries one variation after the other, until one gets through, time runs out, or ten were made. */
export const runTrials = async (line: Line, plans: readonly TrialPlan[]): Promise<TrialsDone> => {
  const trials: Trial[] = [];
  const exchanges: Exchange[] = [];
  for (const {what, transport, way} of plans.slice(0, MOST_TRIALS)) {
    if (remaining(line) < 400 || line.signal.aborted) break;
    const notebook = createNotebook(line.redactor);
    const contact = await contactBy(transport)(line, notebook, {
      ...way,
      purpose: what,
      maxMs: slice(line, TRIAL_MS, 0.3),
    });
    const {isMcp, status} = contact;
    trials.push({
      what: printableLine(line.redactor.text(what)),
      url: printableLine(line.redactor.text(way.url.href)),
      status,
      isMcp,
      note: noteOf(contact),
    });
    exchanges.push(contact.exchange);
    if (isMcp) return {trials, exchanges, through: contact};
    await endContact(contact);
    // The answer to too many requests is not another request.
    if (status === 429) break;
  }
  return {trials, exchanges, through: null};
};

const noteOf = (contact: Contact): string => {
  const how = contact.transport === 'http' ? 'Streamable HTTP' : 'HTTP+SSE';
  if (contact.isMcp) return `answers as an MCP server (${how})`;
  if (contact.why !== null) return contact.why;
  if (contact.status === null)
    return contact.exchange.error[0]?.message ?? `no answer within the time (${contact.exchange.bound ?? 'limit'})`;
  const kind = contact.exchange.response?.body.kind ?? 'empty';
  return `answers ${contact.status} with ${kind === 'html' ? 'a web page' : kind}`;
};
