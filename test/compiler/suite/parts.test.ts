import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSolver, type Solver } from '../../../compiler/logic/solver.ts';
import { partsOf } from '../../../compiler/logic/parts.ts';
import { and, not, or, variable } from '../../../compiler/logic/term.ts';
import { decideAnew } from '../../../compiler/suite/decide-anew.ts';
import { decide, decisionOf, differences, type Decided } from '../../../compiler/suite/decision.ts';
import { foundPairs, type FoundPairs } from '../../../compiler/suite/found-pairs.ts';
import { inParts } from '../../../compiler/suite/in-parts.ts';
import { likeBefore } from '../../../compiler/suite/like-before.ts';
import { allFacts } from '../../../compiler/suite/pairs.ts';
import { questionsFor, type Questions } from '../../../compiler/suite/questions.ts';
import { differOnlyIn, withFacts, withhold } from '../../../compiler/suite/record-facts.ts';
import type { Suite } from '../../../compiler/suite/suite.ts';
import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import { factsOf, leavesOf } from '../../../dsl/kernel/facts.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { meaningOf } from '../../../dsl/kernel/meaning.ts';
import type { Policy } from '../../../dsl/policy/policy.ts';
import { compiledByHand, projectRoot } from '../../support/compiled-ip0213.ts';
import { shippedPolicies } from '../../support/shipped.ts';
import { sharedHistoriesPolicy } from './shared-histories.ts';
import { redundantPolicy, tinyPolicy, twoIndicationsPolicy } from './tiny.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
afterAll(() => {
  solver.close();
});

/** What a policy's parts alone come to. */
function pairsInParts(kernel: Kernel): Promise<FoundPairs> {
  const decision = decisionOf(kernel);
  return foundPairs(decision, {
    first: () => questionsFor(decision, inParts(decision, solver)),
    further: [],
  });
}

/** Both sides of each pair by the interpreter; in a unique one no other clause turns. */
function expectRight(kernel: Kernel, { pairs }: FoundPairs) {
  const decision = decisionOf(kernel);
  for (const { clause, kind, met, notMet } of pairs) {
    const [first, second] = [meaningOf(kernel, met.record), meaningOf(kernel, notMet.record)];
    const stand = [first, second].map(({ clauses }) => clauses.get(clause.id)?.truth);
    expect({ clause: clause.id, stand }).toEqual({ clause: clause.id, stand: ['met', 'not-met'] });
    expect([met.outcome, notMet.outcome]).toEqual([first.outcome, second.outcome]);
    expect(first.outcome).not.toBe(second.outcome);
    expect(differOnlyIn(met.record, notMet.record, factsOf(clause.expression))).toBe(true);
    const differing = differences(decision, decide(decision, met.record), decide(decision, notMet.record));
    expect(differing.length === 1 ? 'unique' : 'masking').toBe(kind);
  }
}

const without = ({ notIndependent }: Pick<Suite, 'notIndependent'>) =>
  notIndependent.map(({ clause, status }) => `${clause}: ${status}`);

describe('a policy in parts', () => {
  it.each<readonly [string, Policy, readonly string[]]>([
    [
      'several criteria of each history',
      sharedHistoriesPolicy,
      ['high.veryHigh: proved', 'followed.once: proved'],
    ],
    ['scalar facts', tinyPolicy, []],
    ['a clause that another one holds', redundantPolicy, ['adult: proved']],
    ['two indications', twoIndicationsPolicy, []],
  ])('shows each clause, or proves that it never decides: %s', async (_, policy, proved) => {
    const compiled = compiledByHand(policy);
    const found = await pairsInParts(compiled.kernel);
    expect(without(found)).toEqual(proved);
    expectRight(compiled.kernel, found);
    for (const { by } of found.notIndependent) expect(by.length).toBe(1);
    const shown = decisionOf(compiled.kernel)
      .bottom.map(({ id }) => id)
      .filter((id) => !proved.includes(`${id}: proved`));
    expect(found.pairs.map(({ clause }) => clause.id)).toEqual(shown);
  });
});

describe('finding pairs', () => {
  it('leaves a way to ask with the first clause that it does not settle, and comes back to it for none', async () => {
    const { kernel } = compiledByHand(tinyPolicy);
    const decision = decisionOf(kernel);
    const clauses: string[] = [];
    const blind: Questions = {
      base: async ({ id }) => {
        clauses.push(id);
        return 'undecided';
      },
      partner: async () => 'undecided',
      settledBy: async () => undefined,
      close: () => {},
    };
    const found = await foundPairs(decision, {
      first: () => blind,
      further: [() => questionsFor(decision, inParts(decision, solver))],
    });
    expect(new Set(clauses).size).toBe(1);
    expect(found.notIndependent).toEqual([]);
    expect(found.pairs.map(({ clause }) => clause.id)).toEqual(decision.bottom.map(({ id }) => id));
  });

  it('says of a clause that no way settles that it is undecided', async () => {
    const decision = decisionOf(compiledByHand(tinyPolicy).kernel);
    const blind: Questions = {
      base: async () => 'undecided',
      partner: async () => 'undecided',
      settledBy: async () => undefined,
      close: () => {},
    };
    const found = await foundPairs(decision, { first: () => blind, further: [() => blind] });
    expect(found.pairs).toEqual([]);
    expect(without(found)).toEqual(decision.bottom.map(({ id }) => `${id}: undecided`));
  });
});

describe('the parts of questions', () => {
  it('share no fact, and hold each question once', async () => {
    for (const { name, kernel } of await shippedPolicies()) {
      const leaves = kernel.clauses.flatMap(({ expression }) => leavesOf(expression));
      const parts = partsOf(leaves);
      const facts = parts.flatMap((part) => part.facts);
      expect({ name, facts: new Set(facts).size }).toEqual({ name, facts: facts.length });
      const held = parts.flatMap((part) => part.leaves);
      expect(held.length).toBe(leaves.length);
      expect(new Set(held)).toEqual(new Set(leaves));
      for (const part of parts)
        expect(part.facts).toEqual([...new Set(part.leaves.flatMap((leaf) => factsOf(leaf)))]);
    }
  });

  it('are joined by a question that reads facts of two', () => {
    const { kernel } = compiledByHand(sharedHistoriesPolicy);
    const leaves = kernel.clauses.flatMap(({ expression }) => leavesOf(expression));
    const countOf = (given: typeof leaves) => partsOf(given).length;
    expect(countOf(leaves)).toBe(6);
    const [bridge] = leaves.flatMap((leaf) =>
      leaf.kind === 'counted' ? { ...leaf, of: { ...leaf.of, events: ['visit', 'fall'] } } : [],
    );
    expect(countOf(bridge === undefined ? [] : [...leaves, bridge])).toBe(5);
  });
});

describe('an assignment like one before', () => {
  const [first, second, third] = ['first', 'second', 'third'].map((name) => variable(name, 'truth'));
  const holding = (...names: readonly string[]) =>
    new Map(['first', 'second', 'third'].map((name) => [name, names.includes(name)]));
  const groups = [[['first'], ['second']], [['third']]];

  it('is that one where the terms hold of it', () => {
    if (first === undefined) throw new Error('There is no variable.');
    expect(likeBefore(holding('first'), holding('first', 'third'), groups, [first])).toEqual(
      holding('first', 'third'),
    );
  });

  it('differs in no more than the terms ask for', () => {
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('There is no variable.');
    const terms = [or(first, second), not(and(first, second))];
    expect(likeBefore(holding('second', 'third'), holding(), groups, terms)).toEqual(holding('second'));
    expect(likeBefore(holding('second'), undefined, groups, terms)).toEqual(holding('second'));
  });
});

describe('a case decided anew', () => {
  it('comes to what all of it does, whichever of its facts are as in another one', async () => {
    let changed = 0;
    for (const { name, kernel } of await shippedPolicies()) {
      const decision = decisionOf(kernel);
      const { cases }: Suite = JSON.parse(
        readFileSync(path.join(projectRoot, 'generated', name, 'cases.json'), 'utf8'),
      );
      const decided = cases.slice(0, 6).map(({ record }) => decide(decision, record));
      const expectAlike = (before: Decided, record: CaseRecord, fact: string) => {
        const whole = decide(decision, record);
        expect({ name, fact, ...decideAnew(decision, before, record, [fact]) }).toEqual({
          name,
          fact,
          ...whole,
        });
        if (whole.outcome !== before.outcome) changed += 1;
      };
      for (const [place, before] of decided.entries()) {
        const from = decided[(place + 3) % decided.length]?.record ?? before.record;
        for (const fact of allFacts(decision))
          expectAlike(before, withFacts(before.record, [fact], from), fact);
        // What the scope reads, and not a clause.
        expectAlike(before, withhold(before.record, 'request.product'), 'request.product');
      }
    }
    expect(changed).toBeGreaterThan(50);
  });
});
