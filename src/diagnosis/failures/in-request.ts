import type {Failure} from '../failure.ts';
import {requestBetaHeader} from './request-beta-header.ts';
import {requestDeprecatedToolConfiguration} from './request-deprecated-tool-configuration.ts';
import {requestDuplicateName} from './request-duplicate-name.ts';
import {requestHostNotPublic} from './request-host-not-public.ts';
import {requestNameMissing} from './request-name-missing.ts';
import {requestServersNotList} from './request-servers-not-list.ts';
import {requestTokenMalformed} from './request-token-malformed.ts';
import {requestToolsetMissing} from './request-toolset-missing.ts';
import {requestToolsetTwice} from './request-toolset-twice.ts';
import {requestToolsetUnknown} from './request-toolset-unknown.ts';
import {requestTypeNotUrl} from './request-type-not-url.ts';
import {requestUnknownField} from './request-unknown-field.ts';
import {requestUrlNotHttps} from './request-url-not-https.ts';

/** What a request to the Messages API gets wrong. All of it is told at once: each is one thing to change. */
export const requestFailures: readonly Failure[] = [
  requestServersNotList,
  requestTypeNotUrl,
  requestUrlNotHttps,
  requestNameMissing,
  requestDuplicateName,
  requestUnknownField,
  requestHostNotPublic,
  requestTokenMalformed,
  requestDeprecatedToolConfiguration,
  requestToolsetMissing,
  requestToolsetTwice,
  requestToolsetUnknown,
  requestBetaHeader,
];
