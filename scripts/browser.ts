import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

/** What the programs of Chromium and its kin are called. */
const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** How to get a browser, for a person. */
export const browserRemedy =
  "Install Chromium (on Debian: apt-get install chromium), or name its program in the environment's CHROMIUM.";

/** The path of a Chromium on this machine: the environment's `CHROMIUM`, or the first on the path. */
export function findBrowser(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const { CHROMIUM: named, PATH: path = '' } = environment;
  const found = path
    .split(delimiter)
    .flatMap((folder) => (folder === '' ? [] : programs.map((program) => join(folder, program))));
  return [...(named === undefined || named === '' ? [] : [named]), ...found].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a browser with a profile of its own that is gone when it is closed. It reaches no server: pages are files or set as
 * text.
 * @param program the path of a Chromium
 */
export async function openBrowser(
  program: string,
): Promise<{ readonly context: BrowserContext; readonly close: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'triplicate-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless: true,
    // Without a sandbox of its own it runs as root, as in a container; it is given this project's own pages alone.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
