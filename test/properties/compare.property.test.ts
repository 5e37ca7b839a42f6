import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareOutcomes } from '../../compiler/compare/compare-outcomes.ts';
import { openQuestions } from '../../compiler/compare/questions.ts';
import { confirmedWitness, decidingPolicy } from '../../compiler/compare/witness.ts';
import { assignmentOf } from '../../compiler/logic/case-of-world.ts';
import { OutOfReach } from '../../compiler/logic/fact.ts';
import { loadSolver, type Solver } from '../../compiler/logic/solver.ts';
import type { World } from '../../compiler/logic/world.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Expression, Leaf } from '../../dsl/kernel/expression.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { meaningOf } from '../../dsl/kernel/meaning.ts';
import { randomCase } from '../support/random-case.ts';
import { eventLeaves, historyLeaves, simpleLeaves } from '../support/random-leaves.ts';
import { kernelOf } from '../support/random-policy.ts';
import { propertySeed } from '../support/seed.ts';

/** Each puts one pair to the solver; TRIPLICATE_RUNS sets another number, as to look further. */
const runs = Number(process.env['TRIPLICATE_RUNS'] ?? 8);
const casesEach = 500;
const millisecondsAQuestion = 1500;
const cases = fc.sample(randomCase, { numRuns: 4000, seed: propertySeed });

let solver: Solver | undefined;
beforeAll(async () => {
  solver = await loadSolver();
});
const seen = { equivalent: 0, witnesses: 0, undecided: 0, unconfirmed: 0, cases: 0 };
afterAll(() => {
  solver?.close();
  console.log(`compare: seed ${propertySeed}, ${JSON.stringify(seen)}`);
});

describe('a policy and a small change of it', () => {
  it(
    'where they are said to be equivalent, random cases have equal outcomes; where there is a case, its outcomes differ',
    { timeout: 900_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          kernelOf(fc.oneof(simpleLeaves, eventLeaves, historyLeaves), 3),
          fc.nat(),
          async (older, place) => {
            const newer = changedAt(older, place);
            if (solver === undefined) throw new Error('There is no solver.');
            const questions = openQuestions(solver, [older, newer], [], millisecondsAQuestion);
            const changes = await compareOutcomes(questions);
            const versions = [await deciding(older), await deciding(newer)] as const;
            for (const { from, to, found } of changes) {
              if (found === undefined) {
                seen.undecided += 1;
                continue;
              }
              const witness = confirmedWitness(
                versions,
                found,
                (was, now) => was.outcome === from && now.outcome === to,
                '2024-06-03',
              );
              if (witness === undefined) {
                seen.unconfirmed += 1;
                continue;
              }
              seen.witnesses += 1;
              expect(meaningOf(older, witness.record).outcome).toBe(from);
              expect(meaningOf(newer, witness.record).outcome).toBe(to);
            }
            const ruledOut = (from: string, to: string) =>
              from !== to && !changes.some((change) => change.from === from && change.to === to);
            if (changes.length === 0) seen.equivalent += 1;
            for (const record of firstInReach(questions.world)) {
              seen.cases += 1;
              const [from, to] = [meaningOf(older, record).outcome, meaningOf(newer, record).outcome];
              expect([from, to, ruledOut(from, to)]).toEqual([from, to, false]);
            }
          },
        ),
        { numRuns: runs, seed: propertySeed },
      );
      expect(seen.equivalent).toBeGreaterThan(1);
      expect(seen.witnesses).toBeGreaterThan(3);
      expect(seen.unconfirmed).toBe(0);
    },
  );
});

function deciding(kernel: Kernel) {
  return decidingPolicy({ kernel, digest: 'd1ge57', name: 'random', source: 'policies/random/policy.ts' });
}

/** The first cases of those that what is proved is said of. */
function firstInReach(world: World): readonly CaseRecord[] {
  const found: CaseRecord[] = [];
  for (const record of cases) {
    if (found.length === casesEach) break;
    if (isInReach(world, record)) found.push(record);
  }
  return found;
}

/** Whether a case is one of those that what is proved is said of. */
function isInReach(world: World, record: CaseRecord): boolean {
  if (record.request.dateOfService < '2024-01-01') return false;
  try {
    assignmentOf(world, record);
    return true;
  } catch (error) {
    if (error instanceof OutOfReach) return false;
    throw error;
  }
}

/** The kernel with one of the small changes that can be made to it. */
function changedAt(kernel: Kernel, place: number): Kernel {
  const changes: readonly Kernel[] = [
    ...kernel.clauses.flatMap((clause, at) =>
      changesOf(clause.expression).map((expression) => ({
        ...kernel,
        clauses: kernel.clauses.map((each, index) => (index === at ? { ...each, expression } : each)),
      })),
    ),
    ...changesOf(kernel.criteria).map((criteria) => ({ ...kernel, criteria })),
    ...changesOf(kernel.exclusions).map((exclusions) => ({ ...kernel, exclusions })),
  ];
  return changes[place % changes.length] ?? kernel;
}

/** Every small change of an expression, some of which change nothing. */
function changesOf(expression: Expression): readonly Expression[] {
  const doubled: Expression = { kind: 'not', of: { kind: 'not', of: expression } };
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'atLeast': {
      const { of } = expression;
      return [
        doubled,
        { ...expression, of: [...of].reverse() },
        { kind: expression.kind === 'all' ? 'any' : 'all', of },
        ...of.map((_, at) => ({ ...expression, of: of.filter((__, index) => index !== at) })),
        ...of.flatMap((part, at) =>
          changesOf(part).map((changed) => ({
            ...expression,
            of: of.map((each, index) => (index === at ? changed : each)),
          })),
        ),
      ];
    }
    case 'not':
      return [expression.of, ...changesOf(expression.of).map((of): Expression => ({ kind: 'not', of }))];
    case 'clause':
      return [doubled, { kind: 'not', of: expression }];
    default:
      return [doubled, { kind: 'not', of: expression }, ...changesOfLeaf(expression)];
  }
}

function changesOfLeaf(leaf: Leaf): readonly Leaf[] {
  switch (leaf.kind) {
    case 'threshold': {
      const { least, most } = leaf.bounds;
      return [
        {
          ...leaf,
          bounds: {
            ...leaf.bounds,
            ...(least === undefined ? {} : { least: least + 1 }),
            ...(most === undefined ? {} : { most: most + 1 }),
          },
        },
      ];
    }
    case 'finding':
    case 'judgement':
    case 'classified':
    case 'reason':
      return [{ ...leaf, grade: leaf.grade === 'plain' ? 'documented' : 'plain' }];
    case 'receiving':
    case 'elapsed':
      return [{ ...leaf, months: leaf.months + 1 }];
    case 'counted':
      return [{ ...leaf, least: leaf.least + 1 }];
    default:
      return [];
  }
}
