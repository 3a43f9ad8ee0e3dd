/** Where a client's own files tell its version. */
export interface ClientProgram {
  /** The command that starts it, and the package of the npm registry that it comes in. */
  readonly command?: {readonly name: string; readonly npmPackage: string};
  /** The folder of the program in /Applications, on macOS. */
  readonly macApp?: string;
  /** The `package.json` of an Electron program, on Linux. */
  readonly linux?: string;
  /** The same on Windows, below %LOCALAPPDATA%. */
  readonly windows?: readonly string[];
}

const APP = ['resources', 'app', 'package.json'];

/** Clients whose files are known to tell it. Of the others the version is not told. */
export const CLIENT_PROGRAMS: Readonly<Record<string, ClientProgram>> = {
  amp: {command: {name: 'amp', npmPackage: '@sourcegraph/amp'}},
  'claude-code': {command: {name: 'claude', npmPackage: '@anthropic-ai/claude-code'}},
  'claude-desktop': {macApp: 'Claude.app'},
  codex: {command: {name: 'codex', npmPackage: '@openai/codex'}},
  'copilot-cli': {command: {name: 'copilot', npmPackage: '@github/copilot'}},
  cursor: {
    macApp: 'Cursor.app',
    linux: '/usr/share/cursor/resources/app/package.json',
    windows: ['Programs', 'cursor', ...APP],
  },
  'gemini-cli': {command: {name: 'gemini', npmPackage: '@google/gemini-cli'}},
  'lm-studio': {macApp: 'LM Studio.app'},
  opencode: {command: {name: 'opencode', npmPackage: 'opencode-ai'}},
  'qwen-code': {command: {name: 'qwen', npmPackage: '@qwen-code/qwen-code'}},
  vscode: {
    macApp: 'Visual Studio Code.app',
    linux: '/usr/share/code/resources/app/package.json',
    windows: ['Programs', 'Microsoft VS Code', ...APP],
  },
  'vscode-insiders': {
    macApp: 'Visual Studio Code - Insiders.app',
    linux: '/usr/share/code-insiders/resources/app/package.json',
    windows: ['Programs', 'Microsoft VS Code Insiders', ...APP],
  },
  warp: {macApp: 'Warp.app'},
  zed: {macApp: 'Zed.app'},
};
