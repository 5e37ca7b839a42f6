import { relative } from 'node:path';
import { examine } from '../compiler/examine/examine.ts';
import { compile } from '../compiler/pipeline.ts';
import { diagnosticsCount, diagnosticsText } from '../compiler/report/diagnostics.ts';
import { counted } from '../compiler/report/text.ts';
import { loadBundles } from '../compiler/site/bundles.ts';
import { siteMaker } from '../compiler/site/site.ts';
import { writeOutputs } from '../compiler/write/write-outputs.ts';
import { showProgress } from './progress.ts';
import { hasColour } from './terminal.ts';

/**
 * `triplicate site`: builds the pages of all policies into `site/`, with what `generate` found out before; returns the exit
 * code, which is 1 where a policy does not compile: then nothing is written.
 */
export async function siteCommand(root: string): Promise<number> {
  const endProgress = await showProgress('Building');
  try {
    const { policies, diagnostics } = await examine(root, await compile({ root }), { keptOnly: true });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      await endProgress();
      process.stderr.write(
        `${diagnosticsText(errors, hasColour(process.stderr))}\n${diagnosticsCount(errors)}.\nNothing was written.\n`,
      );
      return 1;
    }
    const files = siteMaker(await loadBundles())(policies);
    const made = await Promise.all(files.map(async ({ path, make }) => ({ path, text: await make() })));
    const written = await writeOutputs(`${root}/site`, made);
    await endProgress();
    process.stdout.write(
      `Built ${relative(process.cwd(), `${root}/site`)}/index.html: ${counted(policies.length, 'policy', 'policies')}, ${counted(written.missing.length + written.stale.length, 'file')} written, ${written.unchanged} unchanged.\n`,
    );
    return 0;
  } finally {
    await endProgress();
  }
}
