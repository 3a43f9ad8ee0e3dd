import type {Failure} from '../failure.ts';
import {addressNotHere} from './address-not-here.ts';
import {argumentEmpty} from './argument-empty.ts';
import {argumentMissing} from './argument-missing.ts';
import {argumentValueInvalid} from './argument-value-invalid.ts';
import {argumentsTooLong} from './arguments-too-long.ts';
import {browserCannotStart} from './browser-cannot-start.ts';
import {browserNotInstalled} from './browser-not-installed.ts';
import {browserProfileInUse} from './browser-profile-in-use.ts';
import {calledProgramMissing} from './called-program-missing.ts';
import {cloudCredentialsMissing} from './cloud-credentials-missing.ts';
import {containerProgramMissing} from './container-program-missing.ts';
import {containerVariableNotPassed} from './container-variable-not-passed.ts';
import {couldNotStart} from './could-not-start.ts';
import {crashedAtStart} from './crashed-at-start.ts';
import {credentialWrongKind} from './credential-wrong-kind.ts';
import {dataFromNewerVersion} from './data-from-newer-version.ts';
import {databaseLocked} from './database-locked.ts';
import {databaseNeedsTls} from './database-needs-tls.ts';
import {databaseNotSetUp} from './database-not-set-up.ts';
import {databaseSignInRefused} from './database-sign-in-refused.ts';
import {databaseUrlNotEncoded} from './database-url-not-encoded.ts';
import {denoPermissionMissing} from './deno-permission-missing.ts';
import {diskFull} from './disk-full.ts';
import {displayMissing} from './display-missing.ts';
import {dockerContainerNotRunning} from './docker-container-not-running.ts';
import {dockerDaemonDown} from './docker-daemon-down.ts';
import {dockerImageNotFound} from './docker-image-not-found.ts';
import {dockerMountMissing} from './docker-mount-missing.ts';
import {dockerNameInUse} from './docker-name-in-use.ts';
import {dockerSocketDenied} from './docker-socket-denied.ts';
import {envVarInvalid} from './env-var-invalid.ts';
import {envVarMissing} from './env-var-missing.ts';
import {envVarMisspelt} from './env-var-misspelt.ts';
import {esmCjsMix} from './esm-cjs-mix.ts';
import {exitsWithoutAWord} from './exits-without-a-word.ts';
import {fileAccessDenied} from './file-access-denied.ts';
import {glibcTooOld} from './glibc-too-old.ts';
import {importAssertionsRemoved} from './import-assertions-removed.ts';
import {killedBySignal} from './killed-by-signal.ts';
import {libraryMissing} from './library-missing.ts';
import {libraryNotPublished} from './library-not-published.ts';
import {licenceRefused} from './licence-refused.ts';
import {macosQuarantine} from './macos-quarantine.ts';
import {mcpRemoteNeedsHttps} from './mcp-remote-needs-https.ts';
import {mcpRemoteSignInWaits} from './mcp-remote-sign-in-waits.ts';
import {namedPathMissing} from './named-path-missing.ts';
import {nativeBuildFailed} from './native-build-failed.ts';
import {nativeModuleMismatch} from './native-module-mismatch.ts';
import {needsTerminal} from './needs-terminal.ts';
import {nodeModuleMissing} from './node-module-missing.ts';
import {npmCacheCorrupt} from './npm-cache-corrupt.ts';
import {npmCacheNotWritable} from './npm-cache-not-writable.ts';
import {npmNoExecutable} from './npm-no-executable.ts';
import {npmOutsideProject} from './npm-outside-project.ts';
import {npmPackageNotFound} from './npm-package-not-found.ts';
import {npmRegistryLacksPackage} from './npm-registry-lacks-package.ts';
import {npmRegistrySignIn} from './npm-registry-sign-in.ts';
import {npmVersionNotFound} from './npm-version-not-found.ts';
import {npxCacheInUse} from './npx-cache-in-use.ts';
import {npxNeedsYes} from './npx-needs-yes.ts';
import {oauthCallbackPortInUse} from './oauth-callback-port-in-use.ts';
import {oldNode} from './old-node.ts';
import {outOfMemory} from './out-of-memory.ts';
import {outputEncoding} from './output-encoding.ts';
import {packageDownloadCertificate} from './package-download-certificate.ts';
import {packageDownloadFailed} from './package-download-failed.ts';
import {packageVersionsMismatch} from './package-versions-mismatch.ts';
import {pipExternallyManaged} from './pip-externally-managed.ts';
import {platformTooOld} from './platform-too-old.ts';
import {portInUse} from './port-in-use.ts';
import {portNotPermitted} from './port-not-permitted.ts';
import {powershellScriptBlocked} from './powershell-script-blocked.ts';
import {programForOtherSystem} from './program-for-other-system.ts';
import {projectFolderWrong} from './project-folder-wrong.ts';
import {proxySocksPackageMissing} from './proxy-socks-package-missing.ts';
import {pypiPackageNotFound} from './pypi-package-not-found.ts';
import {pythonFileShadowsModule} from './python-file-shadows-module.ts';
import {pythonModuleMissing} from './python-module-missing.ts';
import {pythonOutputBuffered} from './python-output-buffered.ts';
import {pythonStartedWrongWay} from './python-started-wrong-way.ts';
import {pythonTooNew} from './python-too-new.ts';
import {pythonTooOld} from './python-too-old.ts';
import {scriptWithoutShebang} from './script-without-shebang.ts';
import {serverFileMissing} from './server-file-missing.ts';
import {servesHttpInsteadOfStdio} from './serves-http-instead-of-stdio.ts';
import {sharedLibraryMissing} from './shared-library-missing.ts';
import {shimWithoutVersion} from './shim-without-version.ts';
import {snapConfinedProgram} from './snap-confined-program.ts';
import {startNotPermitted} from './start-not-permitted.ts';
import {stillInstalling} from './still-installing.ts';
import {syntaxError} from './syntax-error.ts';
import {tooManyOpenFiles} from './too-many-open-files.ts';
import {typescriptRunByNode} from './typescript-run-by-node.ts';
import {unknownArgument} from './unknown-argument.ts';
import {upstreamCertificateUntrusted} from './upstream-certificate-untrusted.ts';
import {upstreamCredentialRefused} from './upstream-credential-refused.ts';
import {upstreamQuota} from './upstream-quota.ts';
import {upstreamScopeMissing} from './upstream-scope-missing.ts';
import {upstreamUnreachable} from './upstream-unreachable.ts';
import {usageInsteadOfServer} from './usage-instead-of-server.ts';
import {uvCacheNotWritable} from './uv-cache-not-writable.ts';
import {uvNoSolution} from './uv-no-solution.ts';
import {uvProjectMissing} from './uv-project-missing.ts';
import {uvxExecutableDiffers} from './uvx-executable-differs.ts';
import {windowsPathWithSpace} from './windows-path-with-space.ts';
import {wrongArchitecture} from './wrong-architecture.ts';

/** Failures of the step 'launch', the more exact one first; the catch-all of the step stands last. */
export const launchFailures: readonly Failure[] = [
  argumentsTooLong,
  snapConfinedProgram,
  programForOtherSystem,
  scriptWithoutShebang,
  wrongArchitecture,
  startNotPermitted,
  macosQuarantine,
  proxySocksPackageMissing,
  npmRegistryLacksPackage,
  npmPackageNotFound,
  npmVersionNotFound,
  npmNoExecutable,
  npxNeedsYes,
  npmRegistrySignIn,
  npmCacheNotWritable,
  npxCacheInUse,
  npmCacheCorrupt,
  pythonTooOld,
  pythonTooNew,
  uvxExecutableDiffers,
  pypiPackageNotFound,
  uvCacheNotWritable,
  uvProjectMissing,
  npmOutsideProject,
  projectFolderWrong,
  libraryNotPublished,
  uvNoSolution,
  pipExternallyManaged,
  packageDownloadCertificate,
  packageDownloadFailed,
  dockerDaemonDown,
  dockerSocketDenied,
  dockerImageNotFound,
  dockerNameInUse,
  dockerContainerNotRunning,
  dockerMountMissing,
  containerProgramMissing,
  needsTerminal,
  mcpRemoteNeedsHttps,
  mcpRemoteSignInWaits,
  browserProfileInUse,
  browserNotInstalled,
  powershellScriptBlocked,
  windowsPathWithSpace,
  shimWithoutVersion,
  calledProgramMissing,
  sharedLibraryMissing,
  glibcTooOld,
  nativeModuleMismatch,
  nativeBuildFailed,
  typescriptRunByNode,
  platformTooOld,
  oldNode,
  importAssertionsRemoved,
  esmCjsMix,
  argumentEmpty,
  pythonFileShadowsModule,
  pythonStartedWrongWay,
  pythonModuleMissing,
  nodeModuleMissing,
  libraryMissing,
  serverFileMissing,
  packageVersionsMismatch,
  outputEncoding,
  syntaxError,
  displayMissing,
  browserCannotStart,
  tooManyOpenFiles,
  outOfMemory,
  diskFull,
  envVarMisspelt,
  containerVariableNotPassed,
  argumentValueInvalid,
  unknownArgument,
  argumentMissing,
  databaseUrlNotEncoded,
  databaseNeedsTls,
  upstreamCertificateUntrusted,
  databaseSignInRefused,
  dataFromNewerVersion,
  databaseNotSetUp,
  databaseLocked,
  cloudCredentialsMissing,
  upstreamQuota,
  upstreamScopeMissing,
  credentialWrongKind,
  upstreamCredentialRefused,
  denoPermissionMissing,
  licenceRefused,
  envVarMissing,
  envVarInvalid,
  portNotPermitted,
  fileAccessDenied,
  namedPathMissing,
  oauthCallbackPortInUse,
  addressNotHere,
  portInUse,
  upstreamUnreachable,
  stillInstalling,
  servesHttpInsteadOfStdio,
  pythonOutputBuffered,
  usageInsteadOfServer,
  killedBySignal,
  couldNotStart,
  exitsWithoutAWord,
  crashedAtStart,
];
