import type { Expression, Leaf } from '../../../dsl/kernel/expression.ts';
import { leavesOf } from '../../../dsl/kernel/facts.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import type { Vocabulary } from '../../../dsl/vocabulary/vocabulary.ts';

/** A code that bears on a clause, and the dates of service on which it exists. */
export interface ClauseCode {
  readonly system: 'ICD-10-CM' | 'HCPCS' | 'LOINC';
  readonly code: string;
  /** Whether the code alone says that the clause's states hold, only leaves them open, bills what it recommends, or names what is measured. */
  readonly says: 'supports' | 'leaves open' | 'bills' | 'measures';
  readonly units?: number;
  readonly from?: string;
  readonly until?: string;
}

/** The codes that bear on a clause by its own questions; of a group, none. */
export function codesOf(
  kernel: Kernel,
  { measures }: Pick<Vocabulary, 'measures'>,
  id: string,
  expression: Expression,
): readonly ClauseCode[] {
  const billed = kernel.regimens.flatMap(({ clause, code, units }): readonly ClauseCode[] =>
    clause === id && code !== undefined
      ? [{ system: 'HCPCS', code, says: 'bills', ...(units === undefined ? {} : { units }) }]
      : [],
  );
  return [...diagnosisCodes(kernel, expression), ...measureCodes(measures, expression), ...billed];
}

/** One code as a person reads it, as `G35.C0 (leaves open, from 2025-10-01)`. */
export function codeText({ code, says, units, from, until }: ClauseCode): string {
  const remarks = [
    ...(says === 'supports' ? [] : says === 'bills' ? [`bills ${units ?? 'its'} units`] : [says]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(until === undefined ? [] : [`before ${until}`]),
  ];
  return remarks.length === 0 ? code : `${code} (${remarks.join(', ')})`;
}

function measureCodes(measures: Vocabulary['measures'], expression: Expression): readonly ClauseCode[] {
  const read = new Set(leavesOf(expression).flatMap(eventsOf));
  return measures.flatMap(({ id, loinc }): readonly ClauseCode[] =>
    loinc !== undefined && read.has(id) ? [{ system: 'LOINC', code: loinc, says: 'measures' }] : [],
  );
}

function eventsOf(leaf: Leaf): readonly string[] {
  switch (leaf.kind) {
    case 'counted':
    case 'reading':
    case 'run':
      return leaf.of.events;
    case 'change':
      return [...leaf.of.events, ...leaf.baseline.events];
    case 'amount':
      return leaf.perValueOf === undefined ? [] : [leaf.perValueOf.event];
    default:
      return [];
  }
}

function diagnosisCodes({ tables }: Kernel, expression: Expression): readonly ClauseCode[] {
  const amongByAxis = new Map<string, Set<string>>();
  for (const leaf of leavesOf(expression)) {
    if (leaf.kind !== 'classified') continue;
    amongByAxis.set(leaf.axis, new Set([...(amongByAxis.get(leaf.axis) ?? []), ...leaf.among]));
  }
  return tables.axes.flatMap(({ id, codes }) => {
    const among = amongByAxis.get(id);
    if (among === undefined) return [];
    return codes
      .filter(({ states }) => states.some((state) => among.has(state)))
      .map(({ code, from, until, states }): ClauseCode => ({
        system: 'ICD-10-CM',
        code,
        says: states.every((state) => among.has(state)) ? 'supports' : 'leaves open',
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      }));
  });
}
