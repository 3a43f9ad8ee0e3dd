import {ownKeyOf} from './acting-servers.ts';
import {carryTrust, mayStart, type Session} from './session.ts';
import {lookAtSubject, type Subject} from './subject.ts';

/**
 * Guards the client whose file a change is written to, while another one is acted as: looks at the entry as that client
 * now; the answer looks again, and says in a sentence what works no more. Null where nothing got worse, or nobody can tell.
 */
export const guardOwnClient = async (
  own: Session | null,
  subject: Subject,
  signal: AbortSignal,
): Promise<() => Promise<string | null>> => {
  const key = ownKeyOf(subject.key);
  const before = own === null || key === subject.key ? null : await lookAtSubject(own, key, {signal});
  if (own === null || before?.status !== 'healthy' || subject.kind === 'file') return async () => null;
  const mayAsk = mayStart(own, subject.entry, before.digest);
  return async () => {
    if (mayAsk) await carryTrust(own, key, false);
    const after = await lookAtSubject(own, key, {signal});
    const root = after?.diagnosis.findings[0];
    return after?.status === 'broken' && root !== undefined
      ? `It works as ${subject.entry.rules.clientName} now, and not any more for the client of ${subject.entry.file}: ${root.title}.`
      : null;
  };
};
