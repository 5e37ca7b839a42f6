import type { CaseFile } from './compiled-policy.ts';
import type { Determination } from '../dsl/kernel/determination.ts';
import { differences } from './compare-case.ts';
import type { EvaluatorModule } from './load-evaluator.ts';

/** One case put to a policy's evaluator. */
export interface CaseResult {
  readonly name: string;
  readonly determination: Determination;
  /** Empty where it is decided as worked out by hand. */
  readonly differences: readonly string[];
}

/** How often a clause was shown in each state by the cases. */
export interface ClauseCoverage {
  readonly id: string;
  readonly number: string;
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
}

/** Puts cases to an evaluator, in their order. */
export function runCases(evaluator: EvaluatorModule, cases: readonly CaseFile[]): readonly CaseResult[] {
  return cases.map(({ name, record, expected }) => {
    const determination = evaluator.determine(record);
    return { name, determination, differences: differences(determination, expected) };
  });
}

/** What the cases show of each clause, in printed order. */
export function coverageOf(results: readonly CaseResult[]): readonly ClauseCoverage[] {
  const [first] = results;
  return (first?.determination.clauses ?? []).map(({ id, number }, index) => {
    const statuses = results.map(({ determination }) => determination.clauses[index]?.status);
    const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
    return { id, number, met: count('met'), notMet: count('not-met'), unknown: count('unknown') };
  });
}
