import {exclusive} from '../exclusive.ts';
import type {Failure} from '../failure.ts';
import {accessForbidden} from './access-forbidden.ts';
import {authServerMetadataMissing} from './auth-server-metadata-missing.ts';
import {authServerNotHttps} from './auth-server-not-https.ts';
import {authServerUnreachable} from './auth-server-unreachable.ts';
import {bearerMissing} from './bearer-missing.ts';
import {clientRegistrationMissing} from './client-registration-missing.ts';
import {credentialMissing} from './credential-missing.ts';
import {issuerMismatch} from './issuer-mismatch.ts';
import {needsSignIn} from './needs-sign-in.ts';
import {pkceMissing} from './pkce-missing.ts';
import {planForbids} from './plan-forbids.ts';
import {policyForbids} from './policy-forbids.ts';
import {resourceMetadataInvalid} from './resource-metadata-invalid.ts';
import {resourceMetadataMissing} from './resource-metadata-missing.ts';
import {resourceMismatch} from './resource-mismatch.ts';
import {schemeMisspelt} from './scheme-misspelt.ts';
import {scopeMissing} from './scope-missing.ts';
import {signInChainBroken} from './sign-in-chain-broken.ts';
import {tokenExpired} from './token-expired.ts';
import {tokenNotYetValid} from './token-not-yet-valid.ts';
import {tokenRefused} from './token-refused.ts';
import {tokenWrongAudience} from './token-wrong-audience.ts';
import {tokenWrongIssuer} from './token-wrong-issuer.ts';
import {wrongHeaderName} from './wrong-header-name.ts';

/** Failures of the step 'auth', the more exact one first. */
export const authFailures: readonly Failure[] = exclusive([
  planForbids,
  policyForbids,
  scopeMissing,
  wrongHeaderName,
  bearerMissing,
  schemeMisspelt,
  tokenExpired,
  tokenNotYetValid,
  tokenWrongAudience,
  tokenWrongIssuer,
  resourceMetadataMissing,
  resourceMismatch,
  resourceMetadataInvalid,
  authServerUnreachable,
  authServerNotHttps,
  issuerMismatch,
  authServerMetadataMissing,
  clientRegistrationMissing,
  pkceMissing,
  signInChainBroken,
  needsSignIn,
  credentialMissing,
  tokenRefused,
  accessForbidden,
]);
