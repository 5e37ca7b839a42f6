import { browserRemedy, findBrowser } from '../../scripts/browser.ts';

/** Says once, before all tests, that those in a browser are skipped and what to do about it. */
export default function setup(): void {
  if (findBrowser() === undefined)
    process.stdout.write(`The tests in a browser are skipped: there is no Chromium here. ${browserRemedy}\n`);
}
