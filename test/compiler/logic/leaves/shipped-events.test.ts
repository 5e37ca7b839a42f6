import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordOf, variablesOf } from '../../../../compiler/logic/case-of-world.ts';
import { loadSolver, type Answer, type Session, type Solver } from '../../../../compiler/logic/solver.ts';
import { not, type Term } from '../../../../compiler/logic/term.ts';
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
const kinds: readonly string[] = ['counted', 'reading', 'change', 'run', 'amount'];

/** The questions about events that a policy asks, each once. */
function eventLeavesOf(kernel: Kernel): readonly Leaf[] {
  const leaves = expressionsOf(kernel)
    .flatMap((expression) => leavesOf(expression))
    .filter(({ kind }) => kinds.includes(kind));
  return [...new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf])).values()];
}

function kernelNamed(name: string): Kernel {
  const found = policies.find((policy) => policy.name === name);
  if (found === undefined) throw new Error(`There is no policy ${name}.`);
  return found.kernel;
}

/** A policy's questions about events that fit, over a world that they need. */
function askedAbout(name: string, fits: (leaf: Leaf) => boolean): Asked {
  const kernel = kernelNamed(name);
  return askedOf(asking(eventLeavesOf(kernel).filter(fits), kernel.tables));
}

test('the questions about events of all policies mean for all their cases what they mean to the interpreter', () => {
  const so: Compared = { answers: new Map(), skipped: 0 };
  for (const { kernel, records } of policies) {
    const leaves = eventLeavesOf(kernel);
    if (leaves.length === 0) continue;
    const asked = askedOf(asking(leaves, kernel.tables), { drugs: 0, events: 6 });
    for (const { drugs: _, ...record } of records) compare(asked, record, so);
  }
  expect(comparedIn(so)).toBeGreaterThan(3_000);
  expect(so.skipped).toBeLessThan(40);
  expect([...so.answers.keys()].sort()).toEqual(['met', 'not-met', 'unknown']);
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
    solver.open([...constraints], variablesOf(world), 4_000);

  /** The answer to a question; its witness is put to the interpreter, which says so too. */
  async function settled(
    asked: Asked,
    session: Session,
    assumptions: readonly Term[],
    wanted: readonly string[],
  ) {
    const answer: Answer = await session.check(assumptions);
    if (answer.status !== 'satisfiable') return answer.status;
    const record = recordOf(asked.world, answer.assignment);
    expect(answersOf(asked.kernel, record)).toEqual(wanted);
    return record;
  }

  const isAhi = ({ of }: { readonly of: { readonly events: readonly string[] } }) =>
    of.events.includes('apnea-hypopnea-index');

  test('finds no latest reading within two bands, and finds one in the gap between them', async () => {
    const ahi = { events: ['apnea-hypopnea-index'], conditions: {}, grade: 'plain' as const };
    const latest = { kind: 'reading' as const, of: ahi, which: 'latest' as const, minimum: 1 };
    const kernel = asking(
      [
        { ...latest, bounds: [{ unit: '/h', least: 5, most: 14 }] },
        { ...latest, bounds: [{ unit: '/h', least: 15 }] },
        { ...latest, bounds: [{ unit: '/h', above: 14, below: 15 }] },
      ],
      kernelNamed('medstar-pap').tables,
    );
    const asked = askedOf(kernel);
    const [low, high, between] = asked.logic;
    if (low === undefined || high === undefined || between === undefined) throw new Error('No logic.');
    const session = await sessionOf(asked);
    const both = await session.check([low.met, high.met]);
    expect(both).toEqual({ status: 'unsatisfiable', core: [0, 1] });
    const record = await settled(
      asked,
      session,
      [low.notMet, high.notMet, between.met],
      ['not-met', 'not-met', 'met'],
    );
    const value = typeof record === 'string' ? undefined : record.events?.[0]?.value;
    expect(value).toBeGreaterThan(14);
    expect(value).toBeLessThan(15);
    // Two readings of one day that differ leave it open which is the latest.
    const open = await session.check([
      not(low.met),
      not(low.notMet),
      ...[...asked.world.complete.values()].map((flag) => flag.isTrue),
    ]);
    expect(open.status).toBe('satisfiable');
  });

  test('finds the bands of MedStar met by two studies, since it asks for any', async () => {
    const asked = askedAbout('medstar-pap', (leaf) => leaf.kind === 'counted' && isAhi(leaf));
    const session = await sessionOf(asked);
    const [first, second] = asked.logic;
    if (first === undefined || second === undefined) throw new Error('No logic.');
    const record = await settled(asked, session, [first.met, second.met], ['met', 'met']);
    expect(typeof record === 'string' ? 0 : record.events?.length).toBe(2);
  });

  test('finds a run of 21 days of 30, and none of fewer', async () => {
    const asked = askedAbout('medstar-pap', (leaf) => leaf.kind === 'run');
    const session = await sessionOf(asked);
    const [run] = asked.logic;
    if (run === undefined) throw new Error('No logic.');
    const record = await settled(asked, session, [run.met], ['met']);
    const events = typeof record === 'string' ? [] : (record.events ?? []);
    expect(events.length).toBeGreaterThanOrEqual(21);
    const fewer = typeof record === 'string' ? events : { ...record, events: events.slice(0, 20) };
    expect('request' in fewer ? answersOf(asked.kernel, fewer) : []).not.toEqual(['met']);
  });

  test.each([
    ['bcnc-zolgensma', 'westernhealth-zolgensma'],
    ['westernhealth-zolgensma', 'bcnc-zolgensma'],
  ])('knows whether what shows the run of %s shows that of %s', async (first, second) => {
    const [one] = eventLeavesOf(kernelNamed(first)).filter(({ kind }) => kind === 'run');
    const [two] = eventLeavesOf(kernelNamed(second)).filter(({ kind }) => kind === 'run');
    if (one === undefined || two === undefined) throw new Error('No run.');
    const asked = askedOf(asking([one, two], kernelNamed(first).tables));
    const [met, unmet] = asked.logic;
    if (met === undefined || unmet === undefined) throw new Error('No logic.');
    const answer = await settled(asked, await sessionOf(asked), [met.met, unmet.notMet], ['met', 'not-met']);
    // One looks back 24 months, the other 36: what the shorter window shows, the longer does.
    if (first === 'bcnc-zolgensma') expect(['unsatisfiable', 'undecided']).toContain(answer);
    else expect(answer).toHaveProperty('events');
  });

  test('finds for the question of each policy a case that meets it and one that does not', async () => {
    for (const name of [
      'aetna-home-oxygen',
      'cms-ncd-100-1-bariatric',
      'medstar-pap',
      'bcbsnd-nusinersen-2022',
      'bcnc-zolgensma',
    ]) {
      const asked = askedAbout(name, () => true);
      const session = await sessionOf(asked);
      for (const [place, logic] of asked.logic.entries()) {
        for (const [word, term] of [
          ['met', logic.met],
          ['not-met', logic.notMet],
        ] as const) {
          const answer = await session.check([term]);
          if (answer.status !== 'satisfiable') throw new Error(`${name} ${place} ${word}: ${answer.status}`);
          expect(answersOf(asked.kernel, recordOf(asked.world, answer.assignment))[place]).toBe(word);
        }
      }
    }
  }, 120_000);
});
