import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const diskFull = defineSaidFailure({
  id: 'disk-full',
  title: 'The disk is full',
  patterns: [
    /\bENOSPC\b[^\n]*/,
    /[Nn]o space left on device/,
    /database or disk is full/,
    /There is not enough space on the disk/,
    // The numbers stay where the words are translated: Unix, Windows; a used-up quota of the disk.
    /\[Errno 28\][^\n]{0,200}|\[WinError 112\][^\n]{0,200}|\(os error 28\)/,
    /\bEDQUOT\b[^\n]{0,200}|Disk quota exceeded/,
  ],
  remedies: ['Free space on the disk', 'Raise fs.inotify.max_user_watches, if the message speaks of watchers'],
  cause: ({match}) =>
    /watch/i.test(match)
      ? `The system's number of file watchers is used up: "${clip(match, 140)}".`
      : `The server cannot write, because the disk is full: "${clip(match, 140)}".`,
  fixes: ({match}) => [
    /watch/i.test(match)
      ? advise('watchers', 'Raise the limit: sudo sysctl fs.inotify.max_user_watches=524288')
      : advise(
          'free-space',
          'Free space on the disk that the message names (look with: df -h), then start the server again',
        ),
  ],
});
