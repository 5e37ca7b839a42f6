import { spawn, type ChildProcess } from 'node:child_process';

/** Analyses and proves what `generated/` does not keep yet, while something else goes on. */
export interface Prover {
  /** Begins; tells when all is there. */
  readonly begin: (done: () => Promise<void>) => void;
  /** Ends what is under way, and resolves when it has ended. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds until it begins, in which an open page shows an edit with both hands free, or the next edit comes. */
const pause = 1500;

/**
 * Proves by `triplicate generate` in a process of its own: it takes minutes of a processor, and a page that is being served
 * waits for none of them.
 */
export function createProver(root: string): Prover {
  let running: { readonly child: ChildProcess; readonly ended: Promise<void> } | undefined;
  let waiting: NodeJS.Timeout | undefined;
  const prove = (done: () => Promise<void>) => {
    const [, program = ''] = process.argv;
    const child = spawn(process.execPath, [...process.execArgv, program, '--root', root, 'generate'], {
      stdio: 'ignore',
    });
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    running = { child, ended };
    child.once('exit', (code) => {
      if (code !== 0) return;
      done().catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      });
    });
  };
  return {
    stop: async () => {
      clearTimeout(waiting);
      running?.child.kill('SIGKILL');
      await running?.ended;
      running = undefined;
    },
    begin: (done) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => prove(done), pause);
    },
  };
}
