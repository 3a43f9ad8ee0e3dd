/** What became of a written value: it stands, the old one is back, something else stands there, or the file is gone. */
export type Held = 'stands' | 'put-back' | 'overwritten' | 'gone';

/**
 * One sentence for a value that did not stay, with what to do; null where it stands.
 * @param ownCommand how the client itself changes it while it runs, where it has a command for that
 */
export const heldNote = (
  held: Held,
  file: string,
  clientName: string,
  ownCommand: string | null = null,
): string | null => {
  switch (held) {
    case 'stands':
      return null;
    case 'put-back': {
      const other = ownCommand === null ? '' : ` Or let ${clientName} change it while it runs: ${ownCommand}`;
      return `${clientName} seems to be running: the old value is back in ${file}. Quit ${clientName}, make the change again, then start it.${other}`;
    }
    case 'overwritten':
      return `Something else was written to the same place of ${file} since. Quit ${clientName}, look at the file, then choose again.`;
    case 'gone':
      return `${file} was removed since it was written. Look again at the set-up.`;
  }
};
