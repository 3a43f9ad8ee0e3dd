import path from 'node:path';
import {digestOf, type Found} from '../../clients/index.ts';
import {diagnoseAll} from '../../diagnosis/index.ts';
import type {Host} from '../../model/host.ts';
import {createRedactor} from '../../model/redact.ts';
import type {ServerEntry} from '../../model/server.ts';
import {lookAtCommand} from '../../probes/stdio/look-at-command.ts';
import type {OnboardServer} from '../../repair/onboard/need.ts';
import {needsOf} from '../../repair/onboard/needs-of.ts';
import {serverRow} from '../server-row.ts';
import {machineOf, mayStart, type Session} from '../session.ts';
import {inputHints, namesInFile, type ProjectTexts, readProjectTexts} from './hints.ts';
import {type LocalSettings, readLocalSettings, valueChange} from './local-settings.ts';

/** The project's servers and what each needs, from the files alone. Starts nothing, sends nothing. */
export const gather = async (
  session: Session,
  project: string,
): Promise<{local: LocalSettings; servers: readonly OnboardServer[]}> => {
  const local = await readLocalSettings(session.host, project);
  const found = await session.find();
  const texts = new Map<string, Promise<ProjectTexts>>();
  const servers: OnboardServer[] = [];
  for (const entry of found.entries) {
    if (isOfProject(entry, project)) servers.push(await serverNeeds(session, found, entry, {project, local, texts}));
  }
  return {local, servers};
};

/** What a cloned repository brings along, and what stands for this project alone. What is never read, or was declined, is left out. */
const isOfProject = (entry: ServerEntry, project: string): boolean =>
  (entry.isProjectFile || isBelow(entry.file, project)) &&
  !['shadowed', 'dead-location', 'disabled', 'rejected', 'blocked'].includes(entry.standing.state);

const isBelow = (file: string, folder: string): boolean => {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
};

const serverNeeds = async (
  session: Session,
  found: Found,
  entry: ServerEntry,
  at: {readonly project: string; readonly local: LocalSettings; readonly texts: Map<string, Promise<ProjectTexts>>},
): Promise<OnboardServer> => {
  const {host} = session;
  const evidence = found.evidenceOf(entry);
  const command =
    entry.launch?.kind === 'stdio'
      ? (await lookAtCommand(entry, entry.launch, {host, redactor: createRedactor(entry.secrets)})).evidence
      : null;
  const folders = [at.project, ...(command?.project == null ? [] : [command.project.dir])];
  const key = folders.join('\u0000');
  const known = at.texts.get(key) ?? readProjectTexts(folders);
  at.texts.set(key, known);
  const texts = await known;
  const script = command?.pathArguments.find((one) => one.isScript && one.kind === 'file');
  const own = entry.launch?.kind === 'stdio' ? entry.launch.env : {};
  // What the entry or its client's settings give, else what the person's shell gives.
  const isSet = (name: string): boolean => (own[name] ?? host.env[name] ?? '') !== '';
  const unset = texts.exampleNames.filter((name) => !isSet(name));
  const row = await serverRow(session, found, {kind: 'server', key: entry.key, entry});
  const inputs = evidence.variables.some((one) => one.syntax.startsWith('${input:'))
    ? await inputHints(entry.file)
    : {};
  const isClaude = entry.client === 'claude-code';
  return {
    key: entry.key,
    name: row.name,
    clientName: row.clientName,
    file: entry.file,
    line: entry.line,
    launch: row.launch,
    question: row.question,
    isApproved: mayStart(session, entry, await digestOf(entry, host)),
    needs: needsOf({
      entry: evidence,
      command,
      findings: diagnoseAll({entry: evidence, machine: machineOf(host)}).findings,
      mentioned: script === undefined ? [] : await namesInFile(script.resolved, unset),
      isSet,
      hintsFor: (name) => {
        const told = inputs[name];
        return told === undefined ? texts.hintsFor(name) : [told];
      },
      placeFor: (name) => (isClaude && !at.local.isTracked ? valueChange(at.local, name) : null),
      byHand: (name) => byHand(name, entry, host),
      node: host.node,
      machine: machineOf(host),
    }),
  };
};

/** How a person gives a variable to a client that has no place of its own for it: through the shell that starts it. */
const byHand = (name: string, entry: ServerEntry, host: Host): string =>
  host.platform === 'win32'
    ? `Set it (setx ${name} "…"), start ${entry.rules.clientName} anew, and run mcp-fix onboard again.`
    : `Set it in your shell's start file (export ${name}=…), start ${entry.rules.clientName} from a new shell, and run mcp-fix onboard there.`;
