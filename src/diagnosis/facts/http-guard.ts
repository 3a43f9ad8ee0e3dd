import {type Evidence, type HttpEvidence, seen} from '../../model/evidence.ts';
import type {Answer} from './http-answer.ts';
import {isBotGuard} from './http-page.ts';
import {workedTrial} from './http-trials.ts';
import {isQuotaStatus} from './quota-answer.ts';

/** The answer refuses the host name under which the server was called. */
export const isHostRefusal = (answer: Answer): boolean =>
  answer.status === 421 ||
  (answer.status >= 400 &&
    /invalid host|host (?:header )?(?:is )?not allowed|misdirected|disallowed ?host|this host \(/i.test(
      answer.body.text,
    ));

/** The answer refuses the page from which a browser would have called. */
export const isOriginRefusal = (answer: Answer): boolean =>
  answer.status >= 400 && /invalid origin|origin (?:is )?not allowed|forbidden origin/i.test(answer.body.text);

/** A refusal that says nothing of rights: the step 'http' explains it. */
export const isExplainedRefusal = (all: Evidence): boolean => {
  const http = seen(all, 'http');
  if (http === undefined) return false;
  const answer = http.main.response;
  return (
    isQuotaStatus(http) ||
    hasWorkedOtherwise(http) ||
    (answer !== null && (isHostRefusal(answer) || isOriginRefusal(answer) || isBotGuard(answer)))
  );
};

const hasWorkedOtherwise = (http: HttpEvidence): boolean =>
  workedTrial(http, 'host:') !== null || workedTrial(http, 'without-header:') !== null;
