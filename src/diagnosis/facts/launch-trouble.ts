import {type Evidence, seen} from '../../model/evidence.ts';

/** How far a local server came before something went wrong; null for one that works. */
export type Trouble = 'start' | 'end' | 'silence' | 'hello' | 'list' | null;

/** Whether initialize was answered as it should be. */
export const hasAnsweredHello = (evidence: Evidence): boolean => {
  const handshake = seen(evidence, 'handshake');
  return handshake !== undefined && handshake.version !== null && handshake.error === null;
};

/**
 * Where it stops. Alarming words on standard error mean nothing in a server that works: rules that read text ask this
 * first.
 */
export const troubleOf = (evidence: Evidence): Trouble => {
  const launch = seen(evidence, 'launch');
  if (launch === undefined) return null;
  if (launch.spawnError !== null) return 'start';
  const handshake = seen(evidence, 'handshake');
  if (!hasAnsweredHello(evidence)) {
    if (launch.exit !== null) return 'end';
    if (handshake?.error != null) return 'hello';
    return handshake?.timedOut === true || launch.timedOut ? 'silence' : null;
  }
  const tools = seen(evidence, 'tools');
  if (tools !== undefined && (tools.error !== null || tools.timedOut || tools.closed)) return 'list';
  return launch.exit !== null ? 'list' : null;
};

/** A server that fails and says that a key is not taken: then an odd form of the key is the reason, and no small thing. */
export const isCredentialRefused = (evidence: Evidence): boolean => {
  const launch = seen(evidence, 'launch');
  if (launch === undefined || troubleOf(evidence) === null) return false;
  return /\b40[13]\b|(?:invalid|incorrect|bad|wrong|malformed)[ _-](?:api[ _-]?key|token|key|credentials?)|unauthori[sz]ed|authentication failed/i.test(
    `${launch.stderr.head}\n${launch.stderr.tail}`,
  );
};
