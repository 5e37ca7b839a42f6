import type { Kernel } from '../../../dsl/kernel/kernel.ts';

/** The line of the evaluator's text on which each clause is decided, by the clause's id. */
export function clauseLines(kernel: Kernel, evaluatorText: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  evaluatorText.split('\n').forEach((text, index) => {
    const place = /\(clauses\[(\d+)\] = /.exec(text)?.[1];
    const id = place === undefined ? undefined : kernel.clauses[Number(place)]?.id;
    if (id !== undefined && !lines.has(id)) lines.set(id, index + 1);
  });
  return lines;
}
