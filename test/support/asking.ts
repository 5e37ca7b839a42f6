import { evaluator, type Assignment } from '../../compiler/logic/evaluate.ts';
import type { Verdict as Logic } from '../../compiler/logic/verdict.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Leaf } from '../../dsl/kernel/expression.ts';
import type { Kernel, Tables } from '../../dsl/kernel/kernel.ts';
import { meaningOf } from '../../dsl/kernel/meaning.ts';
import type { Verdict } from '../../dsl/kernel/truth.ts';
import { randomTables } from './random-vocabulary.ts';

/** A policy that asks these questions alone, each a clause by its place: `0`, `1`. */
export function asking(leaves: readonly Leaf[], tables: Tables = randomTables): Kernel {
  const ids = leaves.map((_, place) => String(place));
  return {
    number: 'Q1',
    title: 'Questions',
    effective: '2024-01-01',
    products: ['own'],
    clauses: leaves.map((expression, place) => ({
      id: String(place),
      number: String(place),
      text: 'The question',
      section: 'medicalNecessity',
      expression,
    })),
    printed: ids,
    criteria: { kind: 'all', of: ids.map((id) => ({ kind: 'clause', id })) },
    repeatsCriteria: false,
    exclusions: { kind: 'any', of: [] },
    regimens: [],
    durations: {},
    tables,
  };
}

/** What the interpreter answers to each of its questions. */
export function answersOf(kernel: Kernel, record: CaseRecord): readonly string[] {
  const { clauses } = meaningOf(kernel, record);
  return kernel.clauses.map(({ id }) => spoken(clauses.get(id) ?? { truth: 'unknown', review: false }));
}

/** A verdict of the interpreter as a word. */
export function spoken({ truth, review }: Verdict): string {
  return review ? `${truth}, for review` : truth;
}

/** A verdict of the logic under an assignment, as the same word; a contradiction of its three parts is told. */
export function valueOf({ met, notMet, review }: Logic, assignment: Assignment): string {
  const value = evaluator(assignment);
  const [isMet, isNotMet, waits] = [met, notMet, review].map((term) => value(term) === true);
  if (isMet === true && isNotMet === true) return 'met and not met';
  const truth = isMet === true ? 'met' : isNotMet === true ? 'not-met' : 'unknown';
  return waits === true ? `${truth}, for review` : truth;
}
