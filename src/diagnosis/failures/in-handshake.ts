import type {Failure} from '../failure.ts';
import {answerNotJsonrpc} from './answer-not-jsonrpc.ts';
import {answerWithWrongId} from './answer-with-wrong-id.ts';
import {contentLengthFraming} from './content-length-framing.ts';
import {helloAnsweredWithError} from './hello-answered-with-error.ts';
import {helloMalformed} from './hello-malformed.ts';
import {jsonOverSeveralLines} from './json-over-several-lines.ts';
import {messageWithoutLineEnd} from './message-without-line-end.ts';
import {noAnswerToHello} from './no-answer-to-hello.ts';
import {notificationRefused} from './notification-refused.ts';
import {pythonReprOnStdout} from './python-repr-on-stdout.ts';
import {serverAlreadyInUse} from './server-already-in-use.ts';
import {serverClosesOnFirstMessage} from './server-closes-on-first-message.ts';
import {serverSpeaksModernOnly} from './server-speaks-modern-only.ts';
import {slowerThanTheClientWaits} from './slower-than-the-client-waits.ts';
import {stdoutDotenvBanner} from './stdout-dotenv-banner.ts';
import {stdoutInstallNoise} from './stdout-install-noise.ts';
import {stdoutNoise} from './stdout-noise.ts';
import {stdoutNotUtf8} from './stdout-not-utf8.ts';
import {versionRefusedByServer} from './version-refused-by-server.ts';
import {versionUnknownToClient} from './version-unknown-to-client.ts';

/** Failures of the step 'handshake', the more exact one first; the catch-all of the step stands last. */
export const handshakeFailures: readonly Failure[] = [
  stdoutDotenvBanner,
  stdoutInstallNoise,
  contentLengthFraming,
  pythonReprOnStdout,
  jsonOverSeveralLines,
  stdoutNotUtf8,
  messageWithoutLineEnd,
  answerWithWrongId,
  answerNotJsonrpc,
  serverSpeaksModernOnly,
  versionRefusedByServer,
  versionUnknownToClient,
  serverAlreadyInUse,
  helloAnsweredWithError,
  helloMalformed,
  notificationRefused,
  slowerThanTheClientWaits,
  serverClosesOnFirstMessage,
  noAnswerToHello,
  stdoutNoise,
];
