import {exclusive} from '../exclusive.ts';
import type {Failure} from '../failure.ts';
import {connectionRefused} from './connection-refused.ts';
import {dnsNotAnswering} from './dns-not-answering.ts';
import {hostNotFound} from './host-not-found.ts';
import {hostUnreachable} from './host-unreachable.ts';
import {hostsFileEntry} from './hosts-file-entry.ts';
import {httpOnHttpsPort} from './http-on-https-port.ts';
import {httpsOnHttpPort} from './https-on-http-port.ts';
import {ipFamilyMissing} from './ip-family-missing.ts';
import {mcpOnOtherPort} from './mcp-on-other-port.ts';
import {networkUnexplained} from './network-unexplained.ts';
import {ownClockWrong} from './own-clock-wrong.ts';
import {ownFirewallRefuses} from './own-firewall-refuses.ts';
import {ownLimitReached} from './own-limit-reached.ts';
import {ownNetworkDown} from './own-network-down.ts';
import {proxyAuthRequired} from './proxy-auth-required.ts';
import {proxyForLocalhost} from './proxy-for-localhost.ts';
import {proxyRefusesHost} from './proxy-refuses-host.ts';
import {proxyUnreachable} from './proxy-unreachable.ts';
import {tlsExpired} from './tls-expired.ts';
import {tlsFailed} from './tls-failed.ts';
import {tlsIntercepted} from './tls-intercepted.ts';
import {tlsNotYetValid} from './tls-not-yet-valid.ts';
import {tlsSelfSigned} from './tls-self-signed.ts';
import {tlsTooOld} from './tls-too-old.ts';
import {tlsUnknownIssuer} from './tls-unknown-issuer.ts';
import {tlsWrongHost} from './tls-wrong-host.ts';
import {unspecifiedAddress} from './unspecified-address.ts';
import {urlInvalid} from './url-invalid.ts';
import {wrongLoopbackFamily} from './wrong-loopback-family.ts';

/** Failures of the step 'network', the more exact one first. */
export const networkFailures: readonly Failure[] = exclusive([
  urlInvalid,
  ownNetworkDown,
  proxyForLocalhost,
  proxyAuthRequired,
  proxyRefusesHost,
  proxyUnreachable,
  dnsNotAnswering,
  hostNotFound,
  hostsFileEntry,
  unspecifiedAddress,
  ownLimitReached,
  wrongLoopbackFamily,
  mcpOnOtherPort,
  ownFirewallRefuses,
  ipFamilyMissing,
  connectionRefused,
  hostUnreachable,
  httpsOnHttpPort,
  httpOnHttpsPort,
  ownClockWrong,
  tlsIntercepted,
  tlsExpired,
  tlsNotYetValid,
  tlsWrongHost,
  tlsSelfSigned,
  tlsUnknownIssuer,
  tlsTooOld,
  tlsFailed,
  networkUnexplained,
]);
