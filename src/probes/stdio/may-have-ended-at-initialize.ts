import {textOf} from '../../model/capture.ts';
import type {HandshakeEvidence, LaunchEvidence, Skipped} from '../../model/evidence.ts';

/** Less time than this is not worth another start. */
const WORTH_MS = 500;

/** Words of a program that ends because of the first message, and not because of something of its own. */
const OF_THE_PROTOCOL =
  /\binitiali[sz]e\b|server\/discover|\bprotocol(?:[ _-]?version)?\b|\bhandshake\b|json-?rpc|\b(?:unknown|unexpected|unsupported|invalid) (?:method|message|request)\b|method not found/i;

/**
 * Whether a server may have ended because its first message was `initialize`: it ended by itself while that waited for an
 * answer, and it said nothing, or spoke of the protocol. One that names a missing file or variable is not started again.
 */
export const mayHaveEndedAtInitialize = (
  {launch, handshake}: {readonly launch: LaunchEvidence; readonly handshake: HandshakeEvidence | Skipped},
  leftMs: number,
): boolean => {
  if (leftMs < WORTH_MS || launch.endedDuring !== 'initialize') return false;
  if (launch.exit === null || launch.exit.signal !== null || launch.noiseCount > 0) return false;
  if ('skipped' in handshake || handshake.asked.length !== 1) return false;
  const said = textOf(launch.stderr).trim();
  return said === '' || OF_THE_PROTOCOL.test(said);
};
