// One change of one setting, as any user of the machine. argv: file, data folder, 'back' to undo it, how long the value is. Tells in one line what came of it.
import fs from 'node:fs';
import {applyChange, planChange, undoChange} from '../../../src/clients/edit/index.ts';
import {UserError} from '../../../src/model/user-error.ts';
import {copyAttributes} from '../../../src/probes/process/index.ts';
import {aHost} from '../a-host.ts';

const [file = '', dataDir = '', andBack = '', size = ''] = process.argv.slice(2);
const host = aHost(dataDir);
const hand = {host, dataDir, copyAttributes: copyAttributes(host)};

const changed = async (): Promise<string | null> => {
  const edit = {kind: 'set', value: size === '' ? 'new' : 'n'.repeat(Number(size))} as const;
  const plan = await planChange({file, path: ['mcpServers', 'notes', 'command'], edit, why: 'test'}, {host});
  if ('refused' in plan) return plan.refused;
  const receipt = await applyChange(plan, hand);
  if (andBack !== '') await undoChange(receipt.id, hand);
  return null;
};

const told = await changed().then(
  (refused) => ({isWritten: refused === null, words: refused, isCrash: false}),
  (error: unknown) => ({
    isWritten: false,
    words: error instanceof Error ? error.message : String(error),
    isCrash: !(error instanceof UserError),
  }),
);
fs.writeSync(1, `${JSON.stringify(told)}\n`);
