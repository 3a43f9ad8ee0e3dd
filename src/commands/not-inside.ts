import type {Change} from '../model/change.ts';
import {printableLine} from '../model/printable.ts';
import type {ServerEntry} from '../model/server.ts';
import {leadsInside} from '../probes/remote/leads-inside.ts';

/** The addresses that a change would put in the place of the entry's. */
const newUrls = ({edit}: Change, old: string): readonly URL[] => {
  const texts =
    edit.kind === 'set'
      ? [edit.value]
      : edit.kind === 'merge'
        ? Object.values(edit.values)
        : edit.kind === 'rewrite' && edit.how.how === 'replace-text'
          ? [old.replaceAll(edit.how.from, edit.how.to)]
          : [];
  return texts
    .flatMap((text) =>
      typeof text === 'string' && /^https?:/i.test(text) && URL.canParse(text) ? [new URL(text)] : [],
    )
    .filter(({host}) => host !== new URL(old).host);
};

/**
 * Why nobody but a person makes this change: it would move an entry from a public address to one of this machine or of a
 * private network, and only the server can have named that one. Null where it does not.
 */
export const whyNotInside = async (
  entry: ServerEntry,
  {id, change}: {readonly id: string; readonly change: Change},
): Promise<string | null> => {
  const {launch} = entry;
  if (launch?.kind !== 'remote' || !URL.canParse(launch.url)) return null;
  const urls = newUrls(change, launch.url);
  if (urls.length === 0 || (await leadsInside(new URL(launch.url)))) return null;
  for (const url of urls)
    if (await leadsInside(url))
      return `${printableLine(url.host)} leads to this machine or into a private network, and the server in public named it. Look at it first; when it is right, name the change: --fix ${id}.`;
  return null;
};
