import { build } from 'vite';
import type { Bundle } from './bundle.ts';

/**
 * Builds the module of a page to one classic script and one style sheet, small enough to stand in every page.
 * @param module the path of its `main.tsx`
 * @throws Error with the bundler's message where the source does not build
 */
export async function buildBundle(module: string): Promise<Bundle> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      lib: { entry: module, formats: ['iife'], name: 'page', fileName: 'page', cssFileName: 'page' },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const script = outputs.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
  const style = outputs
    .flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : []))
    .join('\n');
  return { script, style };
}
