import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

/** Somebody else on this machine, without rights. */
export const NOBODY = 65_534;
/** A group that nobody is not a member of. */
const OTHER_GROUP = 1;

/** What a state has at hand: a folder of its own, and the file that is changed unless it names another. */
export interface Place {
  readonly dir: string;
  readonly file: string;
  readonly run: (command: string, ...args: readonly string[]) => void;
  readonly undo: (work: () => void) => void;
}

/** One way that a person's file can be. `make` may answer another file to be changed. */
export interface FileState {
  readonly name: string;
  /** Programs and rights without which it cannot be made. */
  readonly needs: readonly string[];
  /** What must be told where the file is left alone; null where it must be written. */
  readonly refused: RegExp | null;
  /** Who changes it: the one who runs the trial, or somebody without rights. */
  readonly as?: 'nobody';
  readonly make: (place: Place) => string | undefined | Promise<string>;
}

const SETTINGS = '{\n  "mcpServers": {"notes": {"command": "old"}}\n}\n';
export const settings = (file: string): void => fs.writeFileSync(file, SETTINGS);

const written = (name: string, needs: readonly string[], make: (place: Place) => string | undefined): FileState => ({
  name,
  needs,
  refused: null,
  make,
});
const left = (name: string, needs: readonly string[], refused: RegExp, make: FileState['make']): FileState => ({
  name,
  needs,
  refused,
  make,
});
const mode = (bits: number): FileState =>
  written(`mode ${bits.toString(8).padStart(4, '0')}`, [], ({file}) => void fs.chmodSync(file, bits));

/** A file system of its own below the state's folder; answers where. */
const mounted = ({dir, run, undo}: Place, kind: string, options: string): string => {
  const at = path.join(dir, kind);
  fs.mkdirSync(at);
  run('mount', '-t', kind, '-o', options, kind, at);
  undo(() => execFileSync('umount', [at]));
  return at;
};

export const FILE_STATES: readonly FileState[] = [
  ...[0o600, 0o640, 0o666, 0o755, 0o1644, 0o2664].map(mode),
  left('mode 0400', [], /read-only/, ({file}) => void fs.chmodSync(file, 0o400)),
  written('a link to it', [], ({dir}) => {
    fs.symlinkSync('settings.json', path.join(dir, 'link'));
    return path.join(dir, 'link');
  }),
  written('a link through a linked folder', [], ({dir}) => {
    fs.mkdirSync(path.join(dir, 'real'));
    settings(path.join(dir, 'real/settings.json'));
    fs.symlinkSync('real', path.join(dir, 'alias'));
    fs.symlinkSync('alias/settings.json', path.join(dir, 'link'));
    return path.join(dir, 'link');
  }),
  left('a link that leads nowhere', [], /leads nowhere|not there/, ({dir}) => {
    fs.symlinkSync('nothing', path.join(dir, 'link'));
    return path.join(dir, 'link');
  }),
  left('links in a circle', [], /ELOOP|circle/, ({dir}) => {
    fs.symlinkSync('b', path.join(dir, 'a'));
    fs.symlinkSync('a', path.join(dir, 'b'));
    return path.join(dir, 'a');
  }),
  left('two names', [], /hard links/, ({dir, file}) => void fs.linkSync(file, path.join(dir, 'other'))),
  left('another owner', ['root'], /another user/, ({file}) => void fs.chownSync(file, NOBODY, NOBODY)),
  written('another group', ['root'], ({file}) => {
    fs.chownSync(file, 0, OTHER_GROUP);
    fs.chmodSync(file, 0o660);
    return undefined;
  }),
  {
    ...left('a group that is not ours to give', ['root'], /does not allow it/, ({dir, file}) => {
      fs.chownSync(dir, NOBODY, NOBODY);
      fs.chownSync(file, NOBODY, OTHER_GROUP);
      return undefined;
    }),
    as: 'nobody',
  },
  {
    ...left('a folder that may not be written', ['root'], /not allowed to write/, ({dir, file}) => {
      fs.chownSync(file, NOBODY, NOBODY);
      fs.chmodSync(dir, 0o755);
      return undefined;
    }),
    as: 'nobody',
  },
  written('a folder with the sticky bit', [], ({dir}) => void fs.chmodSync(dir, 0o1777)),
  written('a folder that gives its group', ['root'], ({dir}) => {
    fs.chownSync(dir, 0, OTHER_GROUP);
    fs.chmodSync(dir, 0o2770);
    return undefined;
  }),
  written('an access list', ['setfacl'], ({file, run}) => void run('setfacl', '-m', 'u:1:rw,g:2:r,m::rw', file)),
  written(
    'an access list that a mask narrows',
    ['setfacl'],
    ({file, run}) => void run('setfacl', '-m', 'u:1:rwx,m::r', file),
  ),
  {
    ...written('an access list and attributes, without rights', ['setfacl', 'setfattr', 'root'], ({dir, file, run}) => {
      for (const one of [dir, file]) fs.chownSync(one, NOBODY, NOBODY);
      run('setfacl', '-m', 'u:1:rw,m::r', file);
      run('setfattr', '-n', 'user.origin', '-v', 'a word', file);
      return undefined;
    }),
    as: 'nobody',
  },
  written('no access list, in a folder that gives one', ['setfacl'], ({dir, file, run}) => {
    run('setfacl', '-d', '-m', 'u:1:rwx', dir);
    fs.chmodSync(file, 0o644);
    return undefined;
  }),
  written('extended attributes', ['setfattr'], ({file, run}) => {
    run('setfattr', '-n', 'user.origin', '-v', 'a word', file);
    run('setfattr', '-n', 'user.bytes', '-v', '0x00ff0a22', file);
    return undefined;
  }),
  written('all of it at once', ['setfacl', 'setfattr', 'root'], ({file, run}) => {
    fs.chownSync(file, 0, OTHER_GROUP);
    fs.chmodSync(file, 0o2660);
    run('setfacl', '-m', 'u:2:r', file);
    run('setfattr', '-n', 'user.origin', '-v', 'x'.repeat(2000), file);
    run('setfattr', '-n', 'trusted.mark', '-v', 'y', file);
    return undefined;
  }),
  left('immutable', ['chattr', 'root'], /does not allow it/, ({file, run, undo}) => {
    run('chattr', '+i', file);
    undo(() => execFileSync('chattr', ['-i', file]));
    return undefined;
  }),
  left('append only', ['chattr', 'root'], /does not allow it/, ({file, run, undo}) => {
    run('chattr', '+a', file);
    undo(() => execFileSync('chattr', ['-a', file]));
    return undefined;
  }),
  left('mounted by itself', ['mount', 'root'], /mounted/, ({dir, file, run, undo}) => {
    const other = path.join(dir, 'other.json');
    settings(other);
    run('mount', '--bind', other, file);
    undo(() => execFileSync('umount', [file]));
    return undefined;
  }),
  left('a read-only file system', ['mount', 'root'], /read-only file system/, (place) => {
    const at = mounted(place, 'tmpfs', 'size=1m');
    settings(path.join(at, 'settings.json'));
    place.run('mount', '-o', 'remount,ro', at);
    return path.join(at, 'settings.json');
  }),
  written('attributes on a file system in memory', ['mount', 'root', 'setfacl'], (place) => {
    const file = path.join(mounted(place, 'tmpfs', 'size=1m'), 'settings.json');
    settings(file);
    place.run('setfacl', '-m', 'u:1:rw', file);
    return file;
  }),
  written('a file system without attributes', ['mount', 'root', 'mkfs.ext2'], (place) => {
    const image = path.join(place.dir, 'image');
    fs.writeFileSync(image, Buffer.alloc(2 << 20));
    place.run('mkfs.ext2', '-q', '-O', '^ext_attr', image);
    const at = path.join(place.dir, 'ext2');
    fs.mkdirSync(at);
    place.run('mount', '-o', 'loop', image, at);
    place.undo(() => execFileSync('umount', [at]));
    settings(path.join(at, 'settings.json'));
    return path.join(at, 'settings.json');
  }),
  written('a layer below another', ['mount', 'root', 'setfacl'], (place) => {
    const base = mounted(place, 'tmpfs', 'size=4m');
    for (const name of ['low', 'up', 'work', 'all']) fs.mkdirSync(path.join(base, name));
    settings(path.join(base, 'low/settings.json'));
    place.run('setfacl', '-m', 'u:1:rw', path.join(base, 'low/settings.json'));
    const layers = ['low', 'up', 'work'].map((name) => path.join(base, name));
    const options = `lowerdir=${layers[0]},upperdir=${layers[1]},workdir=${layers[2]}`;
    place.run('mount', '-t', 'overlay', '-o', options, 'overlay', path.join(base, 'all'));
    place.undo(() => execFileSync('umount', [path.join(base, 'all')]));
    return path.join(base, 'all/settings.json');
  }),
  left('a pipe', [], /not-a-file|regular file/, ({dir, run}) => {
    run('mkfifo', path.join(dir, 'pipe'));
    return path.join(dir, 'pipe');
  }),
  left('a socket', [], /not-a-file|regular file/, async ({dir, undo}) => {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(path.join(dir, 's'), resolve));
    undo(() => server.close());
    return path.join(dir, 's');
  }),
  left('a folder', [], /EISDIR|regular file/, ({dir}) => {
    fs.mkdirSync(path.join(dir, 'folder'));
    return path.join(dir, 'folder');
  }),
  left('a name of 235 letters', [], /name is too long/, ({dir}) => {
    settings(path.join(dir, 'n'.repeat(235)));
    return path.join(dir, 'n'.repeat(235));
  }),
  left('a name that is no UTF-8', [], /no UTF-8/, ({dir}) => {
    const name = Buffer.concat([Buffer.from(`${dir}/`), Buffer.from([0x63, 0xe9]), Buffer.from('.json')]);
    fs.writeFileSync(name, SETTINGS);
    fs.symlinkSync(name, Buffer.from(path.join(dir, 'link')));
    return path.join(dir, 'link');
  }),
];
