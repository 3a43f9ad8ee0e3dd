export type {CheckReport, FileReport, ServerReport} from '../reports/check-report.ts';
export {CHECK_SCHEMA} from '../reports/check-schema.ts';
export type {FindingReport, FixReport} from '../reports/finding-report.ts';
