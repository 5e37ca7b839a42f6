import { examine } from '../compiler/examine/examine.ts';
import { generate } from '../compiler/generate.ts';
import { createCompiler, type Compilation } from '../compiler/pipeline.ts';
import { diagnosticsText } from '../compiler/report/diagnostics.ts';
import { loadBundles } from '../compiler/site/bundles.ts';
import { serveSite } from '../compiler/site/serve.ts';
import { siteMaker, type SiteFile } from '../compiler/site/site.ts';
import { codeOf } from '../compiler/write/write-failure.ts';
import { WrongInput } from '../compiler/generated-policy.ts';
import { isExamined } from '../compiler/examine/examination.ts';
import { keepWatching, printGeneration } from './generate.ts';
import { createProver } from './prover.ts';

/**
 * `triplicate start [--port]`: generates, serves the pages of all policies on the loopback interface, and keeps both as new
 * as the policies until it is ended. Where a policy does not compile, open pages stay as they were and say why.
 * @throws WrongInput where the port is taken
 */
export async function startCommand(root: string, { port }: { readonly port: number }): Promise<number> {
  const compiler = createCompiler({ root });
  const [bundles, compilation] = await Promise.all([loadBundles(), compiler.compile()]);
  const filesOf = siteMaker(bundles);
  const site = await serveSite(bundles.live, port).catch((error: unknown) => {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    throw new WrongInput(`The port ${port} is taken. Name another: triplicate start --port ${port + 1}`);
  });

  let sound: readonly SiteFile[] = [];
  let isSound = false;
  /** What an author sees at once: the page that is open, as it reads now, until it is known whether its types are sound. */
  const showDraft = async () => {
    // While a page says that the policies do not compile, it stays as it was.
    if (!isSound) return;
    try {
      const draft = await compiler.draft();
      if (hasErrors(draft)) return;
      const { policies } = await examine(root, draft, { keptOnly: true });
      await site.show(filesOf(policies), false);
    } catch {
      // Whatever can't be shown so is told by the compilation that follows.
    }
  };
  const show = async (compiled: Compilation) => {
    isSound = !hasErrors(compiled);
    if (isSound) sound = filesOf(compiled.policies);
    const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
    site.say(isSound ? '' : diagnosticsText(errors));
    await site.show(sound, true);
    // An author looks at the page: the files come after it.
    printGeneration(await generate(root, compiled));
  };
  const prover = createProver(root);
  const work = async (compiled: Compilation) => {
    const kept = await examine(root, compiled, { keptOnly: true });
    await show(kept);
    if (hasErrors(kept) || kept.policies.every(isExamined)) return;
    prover.begin(async () => show(await examine(root, compiled, { keptOnly: true })));
  };

  await work(compilation);
  process.stdout.write(`Open ${site.address} in a browser.\n`);
  try {
    return await keepWatching(root, async () => {
      await prover.stop();
      await showDraft();
      await work(await compiler.compile());
    });
  } finally {
    await prover.stop();
    await site.close();
  }
}

function hasErrors({ diagnostics }: Compilation): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
