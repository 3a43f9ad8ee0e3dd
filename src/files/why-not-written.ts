const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you are not allowed to write there. Give yourself write permission, then try again',
  EPERM: 'the system does not allow it (the file may be immutable or in use). Lift that, then try again',
  EROFS: 'it lies on a read-only file system. Change it where it is made, or mount it writable',
  ENOSPC: 'the disk is full. Free some space, then try again',
  EFBIG: 'the file would be larger than you are allowed. Lift that limit, then try again',
  EDQUOT: 'your disk quota is used up. Free some space, then try again',
  EBUSY: 'it is mounted or in use. Close what uses it, then try again',
  EXDEV: 'it is mounted from elsewhere. Change it where it is made',
  EMFILE: 'too many files are open. Close some programs, then try again',
  EIO: 'the disk did not keep what was written. Check the disk, then try again',
  ENOENT: 'its folder does not exist. Make the folder, then try again',
  ENOTDIR: 'a part of its path is a file, not a folder. Check the path',
  ENAMETOOLONG: 'its name is too long for a copy beside it. Give it a shorter name, then try again',
  ELOOP: 'its links lead round in a circle. Mend the link, then try again',
};

/** One sentence on why a file was left as it was, and what to do. */
export const whyNotWritten = (file: string, code: string): string =>
  `${file} was not changed: ${REASONS[code] ?? `the system answers ${code}. Try again when that is mended`}.`;
