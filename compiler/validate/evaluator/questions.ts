import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import type { Expression, Leaf } from '../../../dsl/kernel/expression.ts';
import { leavesOf } from '../../../dsl/kernel/facts.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { coverage, meaningOf } from '../../../dsl/kernel/meaning.ts';
import type { Verdict } from '../../../dsl/kernel/truth.ts';

/** The questions that a policy puts to a case, each once. */
export function questionsOf(kernel: Kernel): readonly Leaf[] {
  const expressions: readonly Expression[] = [
    ...(kernel.scope === undefined ? [] : [kernel.scope]),
    ...kernel.clauses.map(({ expression }) => expression),
    coverage(kernel),
    ...(kernel.dosing === undefined ? [] : [kernel.dosing]),
  ];
  const leaves = expressions.flatMap((expression) => leavesOf(expression));
  return [...new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf])).values()];
}

/** What the kernel answers to each question about a case, as the text's leaves have it. */
export function answersOf(
  kernel: Kernel,
  questions: readonly Leaf[],
): (record: CaseRecord) => readonly number[] {
  const asking: Kernel = {
    ...kernel,
    clauses: questions.map((expression, place) => ({
      id: String(place),
      number: String(place),
      text: '',
      section: 'medicalNecessity' as const,
      expression,
    })),
    criteria: { kind: 'all', of: [] },
    exclusions: { kind: 'any', of: [] },
  };
  return (record) => {
    const { clauses } = meaningOf(asking, record);
    return questions.map((_, place) => codeOf(clauses.get(String(place))));
  };
}

/** A verdict as a leaf: not met 0, unknown 1, met 3, for a reviewer 5. */
export function codeOf(verdict: Verdict | undefined): number {
  if (verdict === undefined || verdict.truth === 'unknown') return verdict?.review === true ? 5 : 1;
  return verdict.truth === 'met' ? 3 : 0;
}

/** The history that a question goes through, which is bounded where it is proved. */
export function historyOf({ kind }: Leaf): 'drugs' | 'events' | 'diagnoses' | undefined {
  switch (kind) {
    case 'reason':
    case 'treated':
    case 'receiving':
    case 'concurrent':
    case 'elapsed':
    case 'trials':
      return 'drugs';
    case 'counted':
    case 'reading':
    case 'change':
    case 'run':
    case 'amount':
      return 'events';
    case 'classified':
      return 'diagnoses';
    default:
      return undefined;
  }
}
