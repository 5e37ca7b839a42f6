import { spawn } from 'node:child_process';
import { WrongInput } from '../generated-policy.ts';
import { codeOf } from '../write/write-failure.ts';

/** A file of a commit. */
export interface CommittedFile {
  /** Its path from the folder that was asked for, with `/` between folders. */
  readonly path: string;
  /** The id of its content. */
  readonly object: string;
}

/**
 * The id of the commit that a revision names, in the repository that a folder lies in.
 * @throws WrongInput where git is not there, the folder is in no repository, or it lacks the revision.
 */
export async function commitOf(folder: string, revision: string): Promise<string> {
  const inside = await git(folder, ['rev-parse', '--is-inside-work-tree']);
  if (inside.code !== 0)
    throw new WrongInput(
      `${folder} is in no git repository, so that there is no revision '${revision}' of a policy.`,
    );
  // What begins with a hyphen would be taken for an option.
  const found = revision.startsWith('-')
    ? undefined
    : await git(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if (found === undefined || found.code !== 0)
    throw new WrongInput(
      `The git repository has no revision '${revision}'. Name a commit, a tag or a branch, as HEAD~1 or v1.2.`,
    );
  return text(found.out).trim();
}

/** The plain files of a commit below a folder, sorted by path; what is a link or another repository is left out. */
export async function filesOf(folder: string, commit: string): Promise<readonly CommittedFile[]> {
  const { out } = await mustRun(folder, ['ls-tree', '-r', '-z', commit, '--', '.']);
  return text(out)
    .split('\0')
    .flatMap((line) => {
      const [, mode = '', object = '', path = ''] = /^(\d+) blob ([0-9a-f]+)\t([^]*)$/.exec(line) ?? [];
      return mode.startsWith('100') ? [{ path, object }] : [];
    });
}

/** The contents of files, by the ids of their contents, byte for byte: no filter of git's runs. */
export async function contentsOf(
  folder: string,
  objects: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const wanted = [...new Set(objects)];
  const { out } = await mustRun(
    folder,
    ['cat-file', '--batch'],
    wanted.map((object) => `${object}\n`).join(''),
  );
  const contents = new Map<string, Buffer>();
  let place = 0;
  for (const object of wanted) {
    // Each is `<id> blob <size>`, a line's end, the content and a line's end.
    const end = out.indexOf('\n', place);
    const size = Number(/ blob (\d+)$/.exec(out.toString('utf8', place, end))?.[1]);
    if (end < 0 || Number.isNaN(size)) throw new WrongInput(`git could not read the content ${object}.`);
    contents.set(object, out.subarray(end + 1, end + 1 + size));
    place = end + 1 + size + 1;
  }
  return contents;
}

interface Ran {
  readonly code: number | null;
  readonly out: Buffer;
  readonly err: string;
}

async function mustRun(folder: string, args: readonly string[], input = ''): Promise<Ran> {
  const ran = await git(folder, args, input);
  if (ran.code !== 0) throw new WrongInput(`git ${args[0] ?? ''} failed: ${ran.err.split('\n')[0] ?? ''}`);
  return ran;
}

/** Runs git itself, without a shell. */
function git(folder: string, args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', folder, ...args], {
      stdio: 'pipe',
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (error) => {
      reject(
        codeOf(error) === 'ENOENT'
          ? new WrongInput('git is not installed, or not on the PATH: a revision of a policy is read by it.')
          : error,
      );
    });
    child.on('close', (code) => {
      resolve({ code, out: Buffer.concat(out), err: text(Buffer.concat(err)) });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function text(bytes: Buffer): string {
  return bytes.toString('utf8');
}
