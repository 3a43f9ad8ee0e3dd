import {describe, expect, test} from 'vitest';
import {diagnose} from '../../src/diagnosis/engine.ts';
import {FAILURES} from '../../src/diagnosis/failures/index.ts';
import {evidenceOf} from '../helpers/evidence.ts';
import {ended} from '../helpers/said-cases.ts';

const rootOf = (text: string): string | undefined =>
  diagnose(evidenceOf(ended(text, {entry: {}})), FAILURES).findings[0]?.id;

/** One kind of failure in the words of many runtimes, systems and languages: all rules together are asked. */
const SAID: readonly (readonly [string, string])[] = [
  ['called-program-missing', 'Der Befehl "npx" ist entweder falsch geschrieben oder\nkonnte nicht gefunden werden.'],
  ['called-program-missing', "'uvx' n'est pas reconnu en tant que commande interne\nou externe"],
  ['called-program-missing', '"npx" no se reconoce como un comando interno o externo'],
  ['called-program-missing', "'npx' は、内部コマンドまたは外部コマンド、"],
  ['called-program-missing', "'npx' 不是内部或外部命令，也不是可运行的程序"],
  [
    'called-program-missing',
    'npx : Die Benennung wurde nicht erkannt.\n    + FullyQualifiedErrorId : CommandNotFoundException',
  ],
  ['called-program-missing', 'ObjectNotFound: (uvx:String) [], CommandNotFoundException'],
  ['called-program-missing', 'run.sh: ligne 3: npx : commande introuvable'],
  ['called-program-missing', '[notes] `uvx` is required but was not found in PATH.'],
  [
    'out-of-memory',
    'PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes)',
  ],
  ['out-of-memory', 'FATAL ERROR: Ineffective mark-compacts near heap limit Allocation failed'],
  ['disk-full', 'OSError: [Errno 28] Auf dem Gerät ist kein Speicherplatz mehr verfügbar'],
  ['disk-full', 'Error: EDQUOT: quota, write'],
  ['file-access-denied', "PermissionError: [WinError 5] アクセスが拒否されました。: 'C:\\\\notes\\\\data'"],
  ['upstream-unreachable', 'ConnectionRefusedError: [WinError 10061] 由于目标计算机积极拒绝，无法连接。'],
  ['upstream-unreachable', 'System.Net.Sockets.SocketException (111): Verbindungsaufbau abgelehnt'],
  ['upstream-unreachable', 'ORA-12541: TNS:no listener'],
  ['port-in-use', "[Errno 10048] error while attempting to bind on address ('127.0.0.1', 8000)"],
  ['shared-library-missing', 'ImportError: [WinError 126] Das angegebene Modul wurde nicht gefunden'],
  ['native-module-mismatch', 'Error: Could not load the "sharp" module using the darwin-arm64 runtime'],
  ['native-module-mismatch', 'Error: Could not locate the bindings file. Tried:\n → /srv/build/better_sqlite3.node'],
  ['platform-too-old', 'java.lang.UnsupportedClassVersionError: com/acme/Main : Unsupported major.minor version 51.0'],
  ['platform-too-old', 'Caused by: java.lang.IllegalArgumentException: Unsupported class file major version 65'],
  ['platform-too-old', 'go: download go1.24 for linux/amd64: toolchain not available'],
  ['node-module-missing', 'error: Could not resolve: "zod". Maybe you need to "bun install"?'],
  ['node-module-missing', "Error: Cannot find package 'zod' from '/srv/index.ts'"],
  ['node-module-missing', "Usage Error: The project in /srv/package.json doesn't seem to have been installed"],
  ['npm-outside-project', 'error: script "start:mcp" not found'],
  [
    'old-node',
    'error x@1.0.0: The engine "node" is incompatible with this module. Expected version ">=20". Got "18.19.0"',
  ],
  ['old-node', ' ERR_PNPM_UNSUPPORTED_ENGINE  Unsupported environment (bad pnpm and/or Node.js version)'],
  ['python-too-old', '    type Note = dict[str, str]\n         ^^^^\nSyntaxError: invalid syntax'],
  ['python-too-old', "    def first[T](items: list[T]) -> T:\n             ^\nSyntaxError: expected '('"],
  [
    'python-too-old',
    'ERROR: Ignored the following versions that require a different python version: 1.0.0 Requires-Python >=3.10\nERROR: Could not find a version that satisfies the requirement mcp',
  ],
  ['library-missing', './main.go:7:2: no required module provides package github.com/acme/notes; to add it:'],
  ['library-missing', 'Caused by: java.lang.ClassNotFoundException: com.acme.notes.Server'],
  ['library-missing', 'PHP Warning:  require(vendor/autoload.php): Failed to open stream: No such file or directory'],
  ['package-versions-mismatch', "TypeError: FastMCP.__init__() got an unexpected keyword argument 'stateless_http'"],
  [
    'package-versions-mismatch',
    'PydanticImportError: `BaseSettings` has been moved to the `pydantic-settings` package.',
  ],
  ['package-versions-mismatch', "TypeError: Cannot read properties of undefined (reading '_zod')"],
  ['package-versions-mismatch', 'error[E0432]: unresolved import `rmcp::transport`'],
  ['server-file-missing', 'no main manifest attribute, in notes-mcp.jar'],
  [
    'package-download-failed',
    'npm error request to https://registry.test/x failed, reason: connect ETIMEDOUT 192.0.2.1:443',
  ],
  ['npx-cache-in-use', "Error: EBUSY: resource busy or locked, unlink 'C:\\npm-cache\\_npx\\1'"],
  [
    'container-program-missing',
    'Error: crun: executable file `npx` not found in $PATH: No such file or directory: OCI runtime error',
  ],
  ['named-path-missing', 'docker: open .env: no such file or directory.'],
  [
    'named-path-missing',
    'Warning: /srv/notes.txt is not a directory, skipping\nError: None of the specified directories are accessible',
  ],
  ['cloud-credentials-missing', 'botocore.exceptions.NoRegionError: You must specify a region.'],
  ['cloud-credentials-missing', 'ProfileNotFound: The config profile (prod-eu) could not be found'],
  ['cloud-credentials-missing', 'Error loading SSO Token: Token for prod does not exist'],
  [
    'cloud-credentials-missing',
    'RefreshError: Reauthentication is needed. Please run `gcloud auth application-default login`',
  ],
  ['upstream-scope-missing', 'SlackError: An API error occurred: not_in_channel'],
  ['upstream-scope-missing', 'User is not authorized to perform: s3:ListAllMyBuckets'],
  ['unknown-argument', "docker: 'mcp' is not a docker command.\nSee 'docker --help'"],
  ['unknown-argument', 'Error: unknown command "serve-mcp" for "notes"'],
  ['python-started-wrong-way', 'No server object found in server.py. Please either:\n1. Use a standard variable name'],
  ['project-folder-wrong', 'no configuration file provided: not found'],
  [
    'powershell-script-blocked',
    'npx : Die Datei "C:\\nodejs\\npx.ps1" kann nicht geladen werden.\n    + FullyQualifiedErrorId : UnauthorizedAccess',
  ],
];

describe('one kind of failure in many words', () => {
  test.each(SAID)('%s: %s', (id, text) => {
    expect(rootOf(text)).toBe(id);
  });
});

/** Near-misses: the same words, another matter. */
const NOT: readonly (readonly [string, string])[] = [
  ['called-program-missing', 'ObjectNotFound: (notes:Object) is not in the index'],
  ['called-program-missing', '"notes" no se reconoce'],
  ['out-of-memory', 'Allowed memory size is 128 MB'],
  ['disk-full', 'OSError: [Errno 2] no such thing'],
  ['file-access-denied', '[WinError 5000] custom'],
  ['upstream-unreachable', 'SocketException (10048): in use'],
  ['port-in-use', 'OSError: [Errno 480] custom'],
  ['native-module-mismatch', 'Could not load the "notes" module'],
  ['platform-too-old', 'class file version is fine'],
  ['node-module-missing', 'Could not resolve: "notes" to a page'],
  ['npm-outside-project', 'error: script ended early'],
  ['python-too-old', '    typed = value\n    ^\nSyntaxError: invalid syntax'],
  ['library-missing', 'no required field provides a value'],
  ['package-versions-mismatch', 'got an unexpected answer from the service'],
  ['server-file-missing', 'the manifest has an attribute'],
  ['package-download-failed', 'request to http://127.0.0.1:9/notes failed, reason: connect ECONNREFUSED 127.0.0.1:9'],
  ['named-path-missing', 'Warning: notes is not a directory, skipping\nready'],
  ['cloud-credentials-missing', 'The region of the notes is unknown'],
  ['upstream-scope-missing', 'the channel is not in the list'],
  ['unknown-argument', "'mcp' is a docker command"],
  ['python-started-wrong-way', 'No server found in the list'],
  ['project-folder-wrong', 'no configuration given'],
  ['project-folder-wrong', 'the git repository is clean'],
  ['output-encoding', "'utf-8' codec is used"],
  ['native-build-failed', 'the linker is found'],
  ['shared-library-missing', 'Symbol not found in the index'],
  ['env-var-missing', 'after setting the NOTES_THEME we go on'],
  ['env-var-invalid', "SyntaxError: Unexpected token 'x', is not valid JSON"],
  ['env-var-invalid', "ValueError: invalid literal for int() with base 10: 'ten'"],
];

describe('near-misses', () => {
  test.each(NOT)('not %s: %s', (id, text) => {
    expect(rootOf(text)).not.toBe(id);
  });
});
