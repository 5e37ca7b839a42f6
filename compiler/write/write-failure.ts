/** The disk would not have it: one line for the person who ran the command, no stack trace. */
export class WriteFailure extends Error {}

/** Words what went wrong with a path; what is no error of the file system is passed on as it is. */
export function writeFailure(path: string, error: unknown): Error {
  const code = codeOf(error);
  if (code === undefined)
    return error instanceof Error ? error : new WriteFailure(`${path}: ${String(error)}`);
  const [reason, remedy] = reasons[code] ?? [`the system says ${code}`, 'Mend that and run it again.'];
  return new WriteFailure(`${path}: ${reason}. Every file is whole, old or new. ${remedy}`);
}

/** The system's name of an error, as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const reasons: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  ENOSPC: ['the disk is full', 'Free some space and run it again.'],
  EDQUOT: ['your disk quota is used up', 'Free some space and run it again.'],
  EROFS: ['the file system is read-only', 'Make it writable, or run it elsewhere.'],
  EACCES: ['you may not write here', 'Give yourself the right to write in this folder and run it again.'],
  EPERM: ['you may not write here', 'Give yourself the right to write in this folder and run it again.'],
  ENOTDIR: [
    'a part of this path is a file where a folder is needed',
    'Move that file away and run it again.',
  ],
  EEXIST: ['a file stands where a folder is needed', 'Move that file away and run it again.'],
  EISDIR: ['a folder stands where a file is needed', 'Move that folder away and run it again.'],
  ENOENT: ['it vanished while it was written', 'Run it again.'],
  EIO: ['the disk reports an error', 'Look after the disk, then run it again.'],
  ELOCKED: [
    'another run has been writing here for a long time',
    'Wait for it to end, or end it, and run it again.',
  ],
};
