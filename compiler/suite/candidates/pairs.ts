import { addMonths } from '../../../dsl/kernel/calendar.ts';
import type { CaseRecord, DrugEntry } from '../../../dsl/kernel/case.ts';
import type { Leaf } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';

/**
 * Complete histories of two agents for each question that tells agents apart: of the one a reason is only reported, the
 * other was given without one, or with one. So each pair that a reviewer must tell apart is met.
 */
export function agentPairs({ tables, effective }: Kernel, leaves: readonly Leaf[]): readonly CaseRecord[] {
  const asks = leaves.some(
    (leaf) => (leaf.kind === 'reason' && leaf.otherThan !== undefined) || leaf.kind === 'trials',
  );
  if (!asks) return [];
  const on = addMonths(effective, 3);
  const course = { source: 'supplied', from: addMonths(on, -9), to: addMonths(on, -8) } as const;
  const similarTo = (id: string) =>
    tables.ingredients.filter(({ similar }) => similar.includes(id)).map((row) => row.id);
  const agents = [...tables.products.map(({ id, ingredient }) => ({ id, ingredient }))].concat(
    tables.ingredients.map(({ id }) => ({ id, ingredient: id })),
  );
  const put = (...drugs: readonly DrugEntry[]): CaseRecord => ({
    request: { dateOfService: on },
    drugs,
    drugsComplete: true,
  });
  return agents.flatMap(({ id, ingredient }) =>
    [...similarTo(ingredient), ...tables.ingredients.slice(0, 4).map((row) => row.id)]
      .filter((other) => other !== ingredient)
      .flatMap((other) => [
        put(
          { agent: id, outcome: 'none', evidence: 'documented', ...course },
          { agent: other, outcome: 'failure', evidence: 'reported', ...course },
        ),
        put(
          { agent: id, outcome: 'failure', evidence: 'documented', ...course },
          { agent: other, outcome: 'failure', evidence: 'documented', ...course },
        ),
      ]),
  );
}
