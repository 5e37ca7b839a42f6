import { watch as watchFiles } from 'chokidar';
import { existsSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** A watch that runs until it is closed. */
export interface Watch {
  /** Resolves when files are being watched. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Runs work again whenever a policy, its vocabulary or a case changes: soon after the last of several changes at
 * once, and never twice at the same time. The work is told whether more has changed since it began, so that it can end early.
 */
export function watchPolicies(
  root: string,
  work: (isStale: () => boolean) => Promise<void>,
  settle = 40,
): Watch {
  const folder = existsSync(`${root}/policies`) ? `${root}/policies` : root;
  const files = watchFiles(folder, {
    ignoreInitial: true,
    ignored: (path, stats) =>
      isIgnored(relative(folder, path)) || (stats?.isFile() === true && !isSource(path)),
  });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  const run = async (): Promise<void> => {
    if (running !== undefined) {
      again = true;
      return;
    }
    running = work(() => again);
    await running.finally(() => (running = undefined));
    if (again) {
      again = false;
      await run();
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), settle);
  };
  files.on('all', soon);
  return {
    ready: new Promise((resolve) => files.once('ready', () => resolve())),
    close: async () => {
      clearTimeout(timer);
      await running;
      await files.close();
    },
  };
}

function isSource(path: string): boolean {
  return path.endsWith('.ts') || path.endsWith('.json');
}

function isIgnored(path: string): boolean {
  return path
    .split(sep)
    .some((part) => ['node_modules', 'generated', 'site', 'dist'].includes(part) || /^\.[^.]/.test(part));
}
