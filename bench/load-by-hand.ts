import { readFileSync } from 'node:fs';
import { transform } from 'sucrase';

/**
 * Loads the hand-written functions as the evaluator is loaded, types taken away and nothing added: tsx would wrap each
 * of their inner functions to keep its name, and that costs time.
 */
export async function loadByHand(): Promise<typeof import('./by-hand.ts')> {
  const text = readFileSync(new URL('by-hand.ts', import.meta.url), 'utf8');
  const { code } = transform(text, { transforms: ['typescript'], disableESTransforms: true });
  const module: typeof import('./by-hand.ts') = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  return module;
}
