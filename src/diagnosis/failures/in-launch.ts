import type {Failure} from '../failure.ts';
import {argumentsTooLong} from './arguments-too-long.ts';
import {containerVariableNotPassed} from './container-variable-not-passed.ts';
import {couldNotStart} from './could-not-start.ts';
import {crashedAtStart} from './crashed-at-start.ts';
import {envVarInvalid} from './env-var-invalid.ts';
import {envVarMissing} from './env-var-missing.ts';
import {envVarMisspelt} from './env-var-misspelt.ts';
import {exitsWithoutAWord} from './exits-without-a-word.ts';
import {killedBySignal} from './killed-by-signal.ts';
import {macosQuarantine} from './macos-quarantine.ts';
import {nodeModuleMissing} from './node-module-missing.ts';
import {oldNode} from './old-node.ts';
import {packageVersionsMismatch} from './package-versions-mismatch.ts';
import {pythonModuleMissing} from './python-module-missing.ts';
import {pythonTooOld} from './python-too-old.ts';
import {scriptWithoutShebang} from './script-without-shebang.ts';
import {serverFileMissing} from './server-file-missing.ts';
import {snapConfinedProgram} from './snap-confined-program.ts';
import {startNotPermitted} from './start-not-permitted.ts';
import {wrongArchitecture} from './wrong-architecture.ts';

/** Failures of the step 'launch', the more exact one first; the catch-all of the step stands last. */
export const launchFailures: readonly Failure[] = [
  argumentsTooLong,
  snapConfinedProgram,
  scriptWithoutShebang,
  wrongArchitecture,
  startNotPermitted,
  macosQuarantine,
  pythonTooOld,
  oldNode,
  pythonModuleMissing,
  nodeModuleMissing,
  serverFileMissing,
  packageVersionsMismatch,
  envVarMisspelt,
  containerVariableNotPassed,
  envVarMissing,
  envVarInvalid,
  killedBySignal,
  couldNotStart,
  exitsWithoutAWord,
  crashedAtStart,
];
