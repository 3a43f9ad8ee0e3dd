import {exclusive} from '../exclusive.ts';
import type {Failure} from '../failure.ts';
import {argumentQuoted} from './argument-quoted.ts';
import {buildOutputMissing} from './build-output-missing.ts';
import {cmdPathWithSpace} from './cmd-path-with-space.ts';
import {cmdWrapperNeeded} from './cmd-wrapper-needed.ts';
import {cmdWrapperOnUnix} from './cmd-wrapper-on-unix.ts';
import {commandHoldsArguments} from './command-holds-arguments.ts';
import {commandIsFolder} from './command-is-folder.ts';
import {commandIsOutput} from './command-is-output.ts';
import {commandMisspelt} from './command-misspelt.ts';
import {commandNotExecutable} from './command-not-executable.ts';
import {commandNotFound} from './command-not-found.ts';
import {commandNotOnPath} from './command-not-on-path.ts';
import {commandPathGone} from './command-path-gone.ts';
import {commandQuoted} from './command-quoted.ts';
import {commandRelative} from './command-relative.ts';
import {cwdMissing} from './cwd-missing.ts';
import {cwdNotAFolder} from './cwd-not-a-folder.ts';
import {dependenciesNotInstalled} from './dependencies-not-installed.ts';
import {dockerWithoutInteractive} from './docker-without-interactive.ts';
import {extensionHostMismatch} from './extension-host-mismatch.ts';
import {interpreterMissing} from './interpreter-missing.ts';
import {interpreterNotOnPath} from './interpreter-not-on-path.ts';
import {npxStrayWord} from './npx-stray-word.ts';
import {npxWithoutYes} from './npx-without-yes.ts';
import {packageMisspelt} from './package-misspelt.ts';
import {pathArgumentMissing} from './path-argument-missing.ts';
import {pathOfOtherSystem} from './path-of-other-system.ts';
import {pythonIsPython3} from './python-is-python3.ts';
import {relativeScriptPath} from './relative-script-path.ts';
import {runtimeNotInstalled} from './runtime-not-installed.ts';
import {runtimeTooOld} from './runtime-too-old.ts';
import {scriptMissing} from './script-missing.ts';
import {shebangCarriageReturn} from './shebang-carriage-return.ts';
import {shellSyntaxInCommand} from './shell-syntax-in-command.ts';
import {tildeNotExpanded} from './tilde-not-expanded.ts';
import {venvMissing} from './venv-missing.ts';
import {windowsNotRunnable} from './windows-not-runnable.ts';
import {wrongPackageRunner} from './wrong-package-runner.ts';

/**
 * Failures of the step 'command', the more exact one first: how the call is written, where it is started, whether the
 * program is there and may run, then what it is given. Only the first is told.
 */
export const commandFailures: readonly Failure[] = [
  ...exclusive([
    commandIsOutput,
    shellSyntaxInCommand,
    commandQuoted,
    commandHoldsArguments,
    cmdWrapperOnUnix,
    pathOfOtherSystem,
    cmdPathWithSpace,
    cwdMissing,
    cwdNotAFolder,
    tildeNotExpanded,
    commandIsFolder,
    shebangCarriageReturn,
    interpreterNotOnPath,
    interpreterMissing,
    commandNotExecutable,
    venvMissing,
    pythonIsPython3,
    commandMisspelt,
    commandPathGone,
    commandRelative,
    commandNotOnPath,
    runtimeNotInstalled,
    commandNotFound,
    cmdWrapperNeeded,
    windowsNotRunnable,
    argumentQuoted,
    buildOutputMissing,
    relativeScriptPath,
    scriptMissing,
    wrongPackageRunner,
    npxStrayWord,
    packageMisspelt,
    npxWithoutYes,
    dockerWithoutInteractive,
    pathArgumentMissing,
    dependenciesNotInstalled,
    runtimeTooOld,
  ]),
  extensionHostMismatch,
];
