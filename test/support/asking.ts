import { expect } from 'vitest';
import { constraintsOf, heldBy, recordOf } from '../../compiler/logic/case-of-world.ts';
import { evaluator, type Assignment } from '../../compiler/logic/evaluate.ts';
import type { Verdict as Logic } from '../../compiler/logic/verdict.ts';
import { policyLogic } from '../../compiler/logic/meaning.ts';
import type { Bounds } from '../../compiler/logic/bounds.ts';
import type { Term } from '../../compiler/logic/term.ts';
import { worldOf, type World } from '../../compiler/logic/world.ts';
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

/** What an answer of the logic was compared with, and how often; `skipped` are the cases that a world can't hold. */
export interface Compared {
  readonly answers: Map<string, number>;
  skipped: number;
}

/** Questions and what they come to over a world. */
export interface Asked {
  readonly kernel: Kernel;
  readonly world: World;
  /** In the order of the kernel's clauses. */
  readonly logic: readonly Logic[];
  readonly constraints: readonly Term[];
}

/** The questions of a policy over a world of so many entries, or of as many as they need. */
export function askedOf(kernel: Kernel, bounds?: Bounds): Asked {
  const world = worldOf([kernel], bounds);
  const { clauses } = policyLogic(kernel, world);
  const logic = kernel.clauses.flatMap(({ id }) => clauses.get(id) ?? []);
  return { kernel, world, logic, constraints: constraintsOf(world) };
}

/**
 * Checks that a world's logic answers a case as the interpreter does, that the case keeps the world's constraints, and that
 * the case which is read back from the world is answered alike.
 */
export function compare(
  { kernel, world, logic, constraints }: Asked,
  record: CaseRecord,
  so: Compared,
): void {
  const assignment = heldBy(world, record);
  if (assignment === undefined) {
    so.skipped += 1;
    return;
  }
  const wanted = answersOf(kernel, record);
  for (const each of wanted) so.answers.set(each, (so.answers.get(each) ?? 0) + 1);
  expect(logic.map((each) => valueOf(each, assignment))).toEqual(wanted);
  const value = evaluator(assignment);
  expect(constraints.every((term) => value(term) === true)).toBe(true);
  expect(answersOf(kernel, recordOf(world, assignment))).toEqual(wanted);
}

/** How many answers were compared. */
export function comparedIn({ answers }: Compared): number {
  return [...answers.values()].reduce((sum, count) => sum + count, 0);
}
