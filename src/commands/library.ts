export type {CheckReport, FileReport, ServerReport} from '../reports/check-report.ts';
export {CHECK_SCHEMA} from '../reports/check-schema.ts';
export type {FindingReport, FixReport} from '../reports/finding-report.ts';
export {REQUEST_SCHEMA} from '../reports/request-schema.ts';
export {
  type DegradedRequest,
  type DegradeOptions,
  type DroppedServer,
  degradeRequest,
} from './request/degrade-request.ts';
