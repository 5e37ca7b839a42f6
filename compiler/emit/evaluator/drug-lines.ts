import type { Code } from './quote.ts';

/** What a leaf adds to the pass over the drug history: before it, at each entry, and after it. */
export interface DrugLines {
  readonly before: readonly Code[];
  readonly each: readonly Code[];
  readonly after: readonly Code[];
}
