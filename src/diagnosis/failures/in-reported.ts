import {exclusive} from '../exclusive.ts';
import type {Failure} from '../failure.ts';
import {approvalRequired} from './approval-required.ts';
import {caSettingIgnored} from './ca-setting-ignored.ts';
import {capabilityMissing} from './capability-missing.ts';
import {clientAddArgumentsOrder} from './client-add-arguments-order.ts';
import {clientIdUnknown} from './client-id-unknown.ts';
import {clientTimeLimit} from './client-time-limit.ts';
import {clientTooEarly} from './client-too-early.ts';
import {configuredHeadersNotSent} from './configured-headers-not-sent.ts';
import {connectionGone} from './connection-gone.ts';
import {connectorNotSupported} from './connector-not-supported.ts';
import {creditBelowLimit} from './credit-below-limit.ts';
import {databaseCertificateUntrusted} from './database-certificate-untrusted.ts';
import {extensionManifestInvalid} from './extension-manifest-invalid.ts';
import {extraCaUnreadable} from './extra-ca-unreadable.ts';
import {firewallBlocksClient} from './firewall-blocks-client.ts';
import {harmlessAttachPopup} from './harmless-attach-popup.ts';
import {harmlessMethodNotFound} from './harmless-method-not-found.ts';
import {harmlessStderr} from './harmless-stderr.ts';
import {headersHelperFailed} from './headers-helper-failed.ts';
import {healthCheckWithoutReason} from './health-check-without-reason.ts';
import {outputTooLarge} from './output-too-large.ts';
import {pathOutsideAllowed} from './path-outside-allowed.ts';
import {proxyNotUsed} from './proxy-not-used.ts';
import {redirectUriMismatch} from './redirect-uri-mismatch.ts';
import {refreshTokenMissing} from './refresh-token-missing.ts';
import {registrationRejected} from './registration-rejected.ts';
import {requestServerFails} from './request-server-fails.ts';
import {schemaKeywordRefused} from './schema-keyword-refused.ts';
import {serviceNotEnabled} from './service-not-enabled.ts';
import {signInDeclined} from './sign-in-declined.ts';
import {signInExpired} from './sign-in-expired.ts';
import {signInRequestRefused} from './sign-in-request-refused.ts';
import {signInStateMismatch} from './sign-in-state-mismatch.ts';
import {streamCut} from './stream-cut.ts';
import {timeoutSettingIgnored} from './timeout-setting-ignored.ts';
import {tokenEndpointAuthMethod} from './token-endpoint-auth-method.ts';
import {toolArgumentsRefused} from './tool-arguments-refused.ts';
import {toolResultWithoutStructure} from './tool-result-without-structure.ts';
import {toolUnknown} from './tool-unknown.ts';
import {toolsFillContext} from './tools-fill-context.ts';
import {unrecognisedAuth} from './unrecognised-auth.ts';
import {unrecognisedConfig} from './unrecognised-config.ts';
import {unrecognisedQuota} from './unrecognised-quota.ts';
import {unrecognisedRuntime} from './unrecognised-runtime.ts';

/** Failures that only a message tells, the more exact one first. */
export const reportedFailures: readonly Failure[] = exclusive([
  clientAddArgumentsOrder,
  connectorNotSupported,
  requestServerFails,
  approvalRequired,
  clientTimeLimit,
  timeoutSettingIgnored,
  healthCheckWithoutReason,
  harmlessStderr,
  harmlessMethodNotFound,
  harmlessAttachPopup,
  toolResultWithoutStructure,
  toolArgumentsRefused,
  schemaKeywordRefused,
  extensionManifestInvalid,
  serviceNotEnabled,
  toolUnknown,
  capabilityMissing,
  pathOutsideAllowed,
  clientTooEarly,
  streamCut,
  proxyNotUsed,
  extraCaUnreadable,
  caSettingIgnored,
  databaseCertificateUntrusted,
  firewallBlocksClient,
  redirectUriMismatch,
  signInDeclined,
  signInRequestRefused,
  signInExpired,
  clientIdUnknown,
  registrationRejected,
  signInStateMismatch,
  refreshTokenMissing,
  tokenEndpointAuthMethod,
  configuredHeadersNotSent,
  headersHelperFailed,
  outputTooLarge,
  toolsFillContext,
  creditBelowLimit,
  connectionGone,
  unrecognisedQuota,
  unrecognisedAuth,
  unrecognisedConfig,
  unrecognisedRuntime,
]);
