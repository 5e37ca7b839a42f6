import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordOf, variablesOf } from '../../../../compiler/logic/case-of-world.ts';
import { loadSolver, type Session, type Solver } from '../../../../compiler/logic/solver.ts';
import { expressionsOf } from '../../../../compiler/logic/world.ts';
import type { Leaf } from '../../../../dsl/kernel/expression.ts';
import { leavesOf } from '../../../../dsl/kernel/facts.ts';
import type { Kernel } from '../../../../dsl/kernel/kernel.ts';
import {
  answersOf,
  askedOf,
  asking,
  compare,
  comparedIn,
  type Asked,
  type Compared,
} from '../../../support/asking.ts';
import { shippedPolicies } from '../../../support/shipped.ts';

const policies = await shippedPolicies();
const kinds: readonly string[] = ['reason', 'treated', 'receiving', 'concurrent', 'elapsed', 'trials'];

/** A policy that asks the questions about drugs of a policy, each once. */
function drugQuestions(kernel: Kernel): Kernel {
  const leaves = expressionsOf(kernel)
    .flatMap((expression) => leavesOf(expression))
    .filter(({ kind }) => kinds.includes(kind));
  const distinct = [...new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf])).values()];
  return { ...asking(distinct, kernel.tables), products: kernel.products };
}

test('the questions about drugs of all policies mean for all their cases what they mean to the interpreter', () => {
  const so: Compared = { answers: new Map(), skipped: 0 };
  for (const { kernel, records } of policies) {
    const questions = drugQuestions(kernel);
    if (questions.clauses.length === 0) continue;
    const asked = askedOf(questions, { drugs: 4, events: 0 });
    for (const { events: _, ...record } of records) compare(asked, record, so);
  }
  expect(comparedIn(so)).toBeGreaterThan(3_000);
  expect(so.skipped).toBeLessThan(10);
  expect([...so.answers.keys()].sort()).toEqual(['met', 'not-met', 'unknown', 'unknown, for review']);
});

describe('the solver', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await loadSolver();
  });
  afterAll(() => {
    solver.close();
  });

  const sessionOf = ({ world, constraints }: Asked): Promise<Session> =>
    solver.open([...constraints], variablesOf(world), 30_000);

  /** The status of a question over so many drugs; its witness is put to the interpreter, which answers as was wanted. */
  async function statusOf(
    drugs: number,
    questions: readonly (readonly [leaf: Leaf, wanted: 'met' | 'not-met'])[],
  ): Promise<string> {
    const asked = askedOf(asking(questions.map(([leaf]) => leaf)), { drugs, events: 0 });
    const session = await sessionOf(asked);
    const assumptions = asked.logic.map(({ met, notMet }, place) =>
      questions[place]?.[1] === 'met' ? met : notMet,
    );
    const answer = await session.check(assumptions);
    if (answer.status === 'satisfiable') {
      const record = recordOf(asked.world, answer.assignment);
      expect(answersOf(asked.kernel, record)).toEqual(questions.map(([, wanted]) => wanted));
    }
    return answer.status;
  }

  const agents = (...ingredients: readonly string[]) => ({ ingredients, open: false });
  const products = { products: ['brand-0'], siblings: 'different' as const };
  const anyReason = {
    kind: 'reason' as const,
    reasons: ['failure', 'contraindication', 'intolerance'] as const,
    grade: 'plain' as const,
  };
  const anyTrials = { kind: 'trials' as const, by: 'ingredient' as const, grade: 'plain' as const };

  test('finds no reason against some agent of a set without one against each', async () => {
    const [both, first, second] = [
      { ...anyReason, agents: agents('substance-0', 'substance-1') },
      { ...anyReason, agents: agents('substance-0') },
      { ...anyReason, agents: agents('substance-1') },
    ];
    const unmet = [second, 'not-met'] as const;
    expect(await statusOf(4, [[both, 'met'], [first, 'not-met'], unmet])).toBe('unsatisfiable');
    expect(await statusOf(4, [[both, 'met'], [first, 'met'], unmet])).toBe('satisfiable');
  });

  test('finds reasons against two distinct agents by two entries, and not by one', async () => {
    const set = agents('substance-0', 'substance-1', 'substance-34');
    const pair: Leaf = { ...anyReason, agents: set, otherThan: set };
    expect(await statusOf(1, [[pair, 'met']])).toBe('unsatisfiable');
    expect(await statusOf(2, [[pair, 'met']])).toBe('satisfiable');
    // Of these two a reviewer has to say whether they are distinct.
    const alike = agents('substance-0', 'substance-1');
    expect(await statusOf(4, [[{ ...anyReason, agents: alike, otherThan: alike }, 'met']])).toBe(
      'unsatisfiable',
    );
  });

  test('finds nobody who is receiving what was last given a year ago', async () => {
    const elapsed: Leaf = { kind: 'elapsed', products, months: 12 };
    const within = (months: number): Leaf => ({
      kind: 'receiving',
      products,
      months,
      others: agents('substance-1'),
    });
    expect(
      await statusOf(3, [
        [elapsed, 'met'],
        [within(10), 'met'],
      ]),
    ).toBe('unsatisfiable');
    expect(
      await statusOf(3, [
        [elapsed, 'met'],
        [within(14), 'met'],
      ]),
    ).toBe('satisfiable');
  });

  test('finds nobody who is taking what was never given', async () => {
    const taking: Leaf = { kind: 'concurrent', agents: agents('substance-2') };
    const given: Leaf = {
      kind: 'treated',
      products: { products: ['own', 'own-sibling'], siblings: 'different' },
      samples: true,
    };
    expect(
      await statusOf(2, [
        [taking, 'met'],
        [given, 'not-met'],
      ]),
    ).toBe('unsatisfiable');
    expect(
      await statusOf(2, [
        [taking, 'not-met'],
        [given, 'met'],
      ]),
    ).toBe('satisfiable');
  });

  test('counts the days of a course both ends included', async () => {
    const set = agents('substance-0', 'substance-35');
    const together: Leaf = { ...anyTrials, agents: set, least: 1, totalDays: 30 };
    const long = (count: number): Leaf => ({
      ...anyTrials,
      agents: set,
      least: 1,
      lasting: { count, unit: 'days' },
    });
    expect(
      await statusOf(1, [
        [together, 'met'],
        [long(30), 'not-met'],
      ]),
    ).toBe('unsatisfiable');
    expect(
      await statusOf(1, [
        [together, 'not-met'],
        [long(29), 'met'],
      ]),
    ).toBe('satisfiable');
  });

  test('counts the days of courses together', async () => {
    const set = agents('substance-0', 'substance-35');
    const together: Leaf = { ...anyTrials, agents: set, least: 1, totalDays: 30 };
    const long = (count: number): Leaf => ({
      ...anyTrials,
      agents: set,
      least: 1,
      lasting: { count, unit: 'days' },
    });
    expect(
      await statusOf(2, [
        [together, 'not-met'],
        [long(30), 'met'],
      ]),
    ).toBe('unsatisfiable');
  });

  test('finds for each question of IP0213 a case that meets it and one that does not', async () => {
    const ip0213 = policies.find(({ name }) => name === 'ip0213-alemtuzumab');
    if (ip0213 === undefined) throw new Error('There is no IP0213.');
    const asked = askedOf(drugQuestions(ip0213.kernel));
    const session = await sessionOf(asked);
    expect(asked.logic.length).toBeGreaterThanOrEqual(7);
    for (const [place, { met, notMet }] of asked.logic.entries()) {
      for (const [word, term] of [
        ['met', met],
        ['not-met', notMet],
      ] as const) {
        const answer = await session.check([term]);
        if (answer.status !== 'satisfiable') throw new Error(`Question ${place} is ${answer.status}.`);
        expect(answersOf(asked.kernel, recordOf(asked.world, answer.assignment))[place]).toBe(word);
      }
    }
  }, 120_000);
});
