import {exclusive} from '../exclusive.ts';
import type {Failure} from '../failure.ts';
import {acceptRefused} from './accept-refused.ts';
import {anonymousQuota} from './anonymous-quota.ts';
import {answerEncodingBroken} from './answer-encoding-broken.ts';
import {answerNotJson} from './answer-not-json.ts';
import {answerTooLarge} from './answer-too-large.ts';
import {answerTruncated} from './answer-truncated.ts';
import {authorizationHeaderMalformed} from './authorization-header-malformed.ts';
import {awsRequestNotSigned} from './aws-request-not-signed.ts';
import {badRequest} from './bad-request.ts';
import {botProtection} from './bot-protection.ts';
import {brieflyUnavailable} from './briefly-unavailable.ts';
import {captivePortal} from './captive-portal.ts';
import {clientCertificateRequired} from './client-certificate-required.ts';
import {connectionReset} from './connection-reset.ts';
import {contentTypeRefused} from './content-type-refused.ts';
import {creditUsedUp} from './credit-used-up.ts';
import {errorBehindSuccess} from './error-behind-success.ts';
import {gatewayError} from './gateway-error.ts';
import {gatewayTimeout} from './gateway-timeout.ts';
import {headerBreaksServer} from './header-breaks-server.ts';
import {hostNotAllowed} from './host-not-allowed.ts';
import {httpConfiguredSseServed} from './http-configured-sse-served.ts';
import {httpTimeout} from './http-timeout.ts';
import {httpUnexplained} from './http-unexplained.ts';
import {http2Only} from './http2-only.ts';
import {jsonNotRpc} from './json-not-rpc.ts';
import {methodNotAllowed} from './method-not-allowed.ts';
import {notHttp} from './not-http.ts';
import {originNotAllowed} from './origin-not-allowed.ts';
import {otherServiceOnPort} from './other-service-on-port.ts';
import {pathNotFound} from './path-not-found.ts';
import {providerOverloaded} from './provider-overloaded.ts';
import {quotaUsedUp} from './quota-used-up.ts';
import {rateLimited} from './rate-limited.ts';
import {redirectLoop} from './redirect-loop.ts';
import {redirectToSignIn} from './redirect-to-sign-in.ts';
import {redirected} from './redirected.ts';
import {serverError} from './server-error.ts';
import {sessionLost} from './session-lost.ts';
import {sessionRequired} from './session-required.ts';
import {signInPage} from './sign-in-page.ts';
import {sseConfiguredHttpServed} from './sse-configured-http-served.ts';
import {sseEndpointRefused} from './sse-endpoint-refused.ts';
import {streamNeverAnswers} from './stream-never-answers.ts';
import {tokenInQuery} from './token-in-query.ts';
import {transportReused} from './transport-reused.ts';
import {tunnelOffline} from './tunnel-offline.ts';
import {tunnelWarningPage} from './tunnel-warning-page.ts';
import {webPage} from './web-page.ts';
import {websocketOnly} from './websocket-only.ts';
import {wrongContentType} from './wrong-content-type.ts';

/** Failures of the step 'http', the more exact one first. */
export const httpFailures: readonly Failure[] = exclusive([
  creditUsedUp,
  anonymousQuota,
  quotaUsedUp,
  providerOverloaded,
  rateLimited,
  sseConfiguredHttpServed,
  httpConfiguredSseServed,
  awsRequestNotSigned,
  headerBreaksServer,
  hostNotAllowed,
  originNotAllowed,
  tunnelWarningPage,
  tunnelOffline,
  botProtection,
  redirectLoop,
  redirectToSignIn,
  redirected,
  captivePortal,
  signInPage,
  otherServiceOnPort,
  pathNotFound,
  webPage,
  transportReused,
  sessionLost,
  sessionRequired,
  websocketOnly,
  methodNotAllowed,
  acceptRefused,
  contentTypeRefused,
  brieflyUnavailable,
  gatewayTimeout,
  gatewayError,
  serverError,
  clientCertificateRequired,
  http2Only,
  answerTruncated,
  answerEncodingBroken,
  answerTooLarge,
  sseEndpointRefused,
  streamNeverAnswers,
  httpTimeout,
  notHttp,
  connectionReset,
  errorBehindSuccess,
  jsonNotRpc,
  wrongContentType,
  answerNotJson,
  authorizationHeaderMalformed,
  tokenInQuery,
  badRequest,
  httpUnexplained,
]);
