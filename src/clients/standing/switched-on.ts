import {type KeyPath, valueAt} from '../../model/json.ts';
import type {Standing} from '../../model/server.ts';
import {lineOf, type Settings} from './settings-file.ts';

/**
 * The standing of servers that count only where a switch says so; null where it does.
 * @param settings the strongest first: the first one that says yes or no decides
 * @param owner what is to be switched on: 'the plugin "notes"'
 */
export const notSwitchedOn = (settings: readonly Settings[], path: KeyPath, owner: string): Standing | null => {
  const deciding = settings.find(({value}) => typeof valueAt(value, path) === 'boolean') ?? settings.at(-1);
  if (deciding === undefined || valueAt(deciding.value, path) === true) return null;
  return {
    state: 'disabled',
    decidedBy: {file: deciding.path ?? '', path, line: lineOf(deciding, path), owner},
    wins: null,
  };
};
