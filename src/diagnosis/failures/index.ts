import type {Failure} from '../failure.ts';
import {whereValuesStand} from '../where-values-stand.ts';
import {authFailures} from './in-auth.ts';
import {commandFailures} from './in-command.ts';
import {configFailures} from './in-config.ts';
import {handshakeFailures} from './in-handshake.ts';
import {httpFailures} from './in-http.ts';
import {launchFailures} from './in-launch.ts';
import {networkFailures} from './in-network.ts';
import {reportedFailures} from './in-reported.ts';
import {requestFailures} from './in-request.ts';
import {toolsFailures} from './in-tools.ts';

/** Every known failure, by step of the ladder; within a step the more exact one stands first. */
export const FAILURES: readonly Failure[] = [
  ...requestFailures,
  ...configFailures,
  ...commandFailures,
  ...whereValuesStand(launchFailures),
  ...networkFailures,
  ...httpFailures,
  ...whereValuesStand(authFailures),
  ...whereValuesStand(handshakeFailures),
  ...whereValuesStand(toolsFailures),
  ...reportedFailures,
];
