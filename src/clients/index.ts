import type {Host} from '../model/host.ts';
import type {Client} from './client.ts';
import {type FindOptions, findServersOf} from './find-servers.ts';
import type {Found} from './found.ts';
import {amazonQ} from './known/amazon-q.ts';
import {amp} from './known/amp.ts';
import {antigravity} from './known/antigravity.ts';
import {claudeCode} from './known/claude-code.ts';
import {claudeDesktop} from './known/claude-desktop.ts';
import {cline} from './known/cline.ts';
import {codex} from './known/codex.ts';
import {continueDev} from './known/continue.ts';
import {copilotCli} from './known/copilot-cli.ts';
import {copilotIdes} from './known/copilot-ides.ts';
import {crush} from './known/crush.ts';
import {cursor} from './known/cursor.ts';
import {factoryDroid} from './known/factory-droid.ts';
import {geminiCli} from './known/gemini-cli.ts';
import {goose} from './known/goose.ts';
import {grokBuild} from './known/grok-build.ts';
import {jetbrainsAi} from './known/jetbrains-ai.ts';
import {jetbrainsAir} from './known/jetbrains-air.ts';
import {junie} from './known/junie.ts';
import {kiloCode} from './known/kilo-code.ts';
import {kimiCode} from './known/kimi-code.ts';
import {kiro} from './known/kiro.ts';
import {lmStudio} from './known/lm-studio.ts';
import {opencode} from './known/opencode.ts';
import {qoder} from './known/qoder.ts';
import {qwenCode} from './known/qwen-code.ts';
import {rooCode} from './known/roo-code.ts';
import {trae} from './known/trae.ts';
import {visualStudio} from './known/visual-studio.ts';
import {vscode, vscodeInsiders} from './known/vscode.ts';
import {warp} from './known/warp.ts';
import {windsurf} from './known/windsurf.ts';
import {xcode} from './known/xcode.ts';
import {zed} from './known/zed.ts';

export type {ActingEntry} from './acting/as-client.ts';
export {foundAs} from './acting/found-as.ts';
export type {Client} from './client.ts';
export {clientVersions} from './client-versions.ts';
export {createDigests, digestOf} from './digest.ts';
export type {Found} from './found.ts';
export {reportedFor} from './logs/reported-for.ts';
export {type TypedServer, typedServer, withTyped} from './typed.ts';

/** Every client that mcp-fix knows, most used first. One line for each. */
export const CLIENTS: readonly Client[] = [
  claudeCode,
  vscode,
  vscodeInsiders,
  cursor,
  claudeDesktop,
  codex,
  copilotCli,
  copilotIdes,
  geminiCli,
  antigravity,
  windsurf,
  cline,
  opencode,
  jetbrainsAi,
  junie,
  jetbrainsAir,
  zed,
  kiro,
  amazonQ,
  visualStudio,
  rooCode,
  kiloCode,
  lmStudio,
  continueDev,
  warp,
  qwenCode,
  goose,
  amp,
  trae,
  factoryDroid,
  crush,
  xcode,
  grokBuild,
  kimiCode,
  qoder,
];

/** Every server that some client's configuration names. Reads files, bounded; starts nothing and sends nothing. */
export const findServers = (host: Host, options: FindOptions): Promise<Found> => findServersOf(CLIENTS, host, options);
