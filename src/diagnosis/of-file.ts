import type {Evidence, FileEvidence} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';
import {diagnose} from './engine.ts';
import {fileFailures} from './failures/in-file.ts';

/**
 * What is wrong with a configuration file by itself, as `diagnoseAll` would say it of this evidence. Apart, because
 * whoever only looks at files (`list`, the first screen) need not load the rules for servers, five times as much code.
 */
export const diagnoseFile = (file: FileEvidence, machine: Evidence['machine']): readonly Finding[] =>
  diagnose({file, machine}, fileFailures).findings;
