import fc from 'fast-check';
import type { Expression, Leaf } from '../../dsl/kernel/expression.ts';
import type { Clause, Kernel, Section } from '../../dsl/kernel/kernel.ts';
import { randomTables } from './random-vocabulary.ts';

/**
 * Policies and cases at random: every connective and leaf, nested and shared, over a small vocabulary with all that
 * makes names hard (brands of one ingredient, agents alike, names that are unknown), and cases half filled in, with
 * dates about the points where something turns.
 */
/** An expression over leaves and over clauses that stand before it. */
export function expressionOf(leaf: fc.Arbitrary<Leaf>, clauses: readonly string[]): fc.Arbitrary<Expression> {
  const reference: fc.Arbitrary<Expression> =
    clauses.length === 0 ? leaf : fc.constantFrom(...clauses).map((id) => ({ kind: 'clause' as const, id }));
  const ground = fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: reference });
  return fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      ground,
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('expression'), { maxLength: 4 }),
      }),
      fc
        .record({
          count: fc.integer({ min: 0, max: 4 }),
          of: fc.array(tie('expression'), { minLength: 1, maxLength: 4 }),
        })
        .map(({ count, of }) => ({ kind: 'atLeast' as const, count, of })),
      tie('expression').map((of) => ({ kind: 'not' as const, of })),
    ),
  })).expression;
}

const sections: readonly Section[] = ['medicalNecessity', 'dosing', 'reauthorization', 'exclusions'];

/** A policy whose leaves are of the given kinds. */
export function kernelOf(leaf: fc.Arbitrary<Leaf>, maxClauses = 8): fc.Arbitrary<Kernel> {
  return fc.integer({ min: 1, max: maxClauses }).chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `clause${index}`);
    const clauses = fc.tuple(
      ...ids.map((id, index) =>
        fc
          .record({
            expression: expressionOf(leaf, ids.slice(0, index)),
            section: fc.constantFrom(...sections),
          })
          .map(({ expression, section }): Clause => ({
            id,
            number: id.toUpperCase(),
            text: `The clause ${id}`,
            section,
            expression,
          })),
      ),
    );
    const whole = expressionOf(leaf, ids);
    return fc
      .record({
        clauses,
        criteria: whole,
        reauthorization: fc.option(whole, { nil: undefined }),
        exclusions: whole,
        dosing: fc.option(whole, { nil: undefined }),
        scope: fc.option(leaf, { nil: undefined, freq: 1 }),
        repeatsCriteria: fc.boolean(),
        printed: fc.constant(ids),
        products: fc.constantFrom(['own'], ['own'], ['own', 'own-sibling']),
      })
      .map(({ reauthorization, dosing, scope, ...rest }): Kernel => ({
        number: 'R1',
        title: 'Random',
        effective: '2024-01-01',
        nextReview: '2025-01-01',
        regimens: [
          { clause: ids[0] ?? '', mgPerDay: 12, days: 5, units: 60, code: 'J0202', course: 'first' },
          { clause: ids.at(-1) ?? '', mgPerDay: 12, days: 3, units: 36, code: 'J0202', course: 'additional' },
        ],
        durations: { initial: 12, reauthorization: 6 },
        tables: randomTables,
        ...rest,
        ...(reauthorization === undefined ? {} : { reauthorization }),
        ...(dosing === undefined ? {} : { dosing }),
        ...(scope === undefined ? {} : { scope }),
      }));
  });
}
