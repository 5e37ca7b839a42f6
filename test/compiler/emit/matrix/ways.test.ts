import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionOf, type Formula } from '../../../../compiler/emit/matrix/formula.ts';
import { countWays, minimalWays, waysOf } from '../../../../compiler/emit/matrix/ways.ts';
import type { Expression } from '../../../../dsl/kernel/expression.ts';
import type { Clause } from '../../../../dsl/kernel/kernel.ts';
import { compiledIp0213 } from '../../../support/compiled-ip0213.ts';

const { kernel } = compiledIp0213;

describe('IP0213', () => {
  /** Medical necessity written out by hand from the policy's text, over its bottom clauses. */
  const columns = [
    'age',
    'spms',
    'rrms',
    'first',
    'other',
    'high',
    'decline',
    'relapse',
    'mri',
    'cognition',
    'continuing',
    'prescriber',
  ] as const;
  const ids: Readonly<Record<(typeof columns)[number], string>> = {
    age: 'age',
    spms: 'diagnosis.activeSpms',
    rrms: 'diagnosis.rrms',
    first: 'course.stepTherapy.first',
    other: 'course.stepTherapy.other',
    high: 'course.highEfficacy',
    decline: 'course.aggressive.decline',
    relapse: 'course.aggressive.disablingRelapse',
    mri: 'course.aggressive.mri',
    cognition: 'course.aggressive.cognition',
    continuing: 'course.continuing',
    prescriber: 'prescriber',
  };
  const isMet = (met: ReadonlySet<(typeof columns)[number]>) => {
    const has = (name: (typeof columns)[number]) => met.has(name);
    const aggressive = has('decline') || has('relapse') || has('mri') || has('cognition');
    const course = (has('first') && has('other')) || has('high') || aggressive || has('continuing');
    return has('age') && (has('spms') || has('rrms')) && course && has('prescriber');
  };

  test('has the 14 paths that trying all 4,096 sets of clauses finds', () => {
    const sets = Array.from(
      { length: 2 ** columns.length },
      (_, bits) => new Set(columns.filter((_, index) => (bits >> index) & 1)),
    );
    const minimal = sets.filter(
      (met) =>
        isMet(met) && [...met].every((name) => !isMet(new Set([...met].filter((other) => other !== name)))),
    );
    const byHand = minimal
      .map((met) =>
        [...met]
          .map((name) => ids[name])
          .sort()
          .join(' '),
      )
      .sort();
    const { formula, readsOnce } = decisionOf(kernel, kernel.criteria);
    const found = [...waysOf(formula)]
      .map((way) =>
        way
          .map(({ clause }) => clause)
          .sort()
          .join(' '),
      )
      .sort();
    expect(found).toEqual(byHand);
    expect(found).toHaveLength(14);
    expect(countWays(formula)).toBe(14n);
    expect(readsOnce).toBe(true);
  });

  test('has one path beside them to a reauthorization, two doses and five exclusions', () => {
    const count = (expression: Expression | undefined) =>
      expression === undefined ? 0n : countWays(decisionOf(kernel, expression).formula);
    expect([kernel.reauthorization, kernel.dosing, kernel.exclusions].map(count)).toEqual([1n, 2n, 5n]);
  });
});

const letter = (name: string): Formula => ({ kind: 'literal', literal: { clause: name, met: true } });

describe('counting', () => {
  test('is exact where listing is out of the question, and the first ways cost nothing', () => {
    const tens: Formula = {
      kind: 'all',
      of: Array.from({ length: 200 }, (_, group) => ({
        kind: 'any' as const,
        of: Array.from({ length: 10 }, (_, index) => letter(`${group}.${index}`)),
      })),
    };
    expect(countWays(tens)).toBe(10n ** 200n);
    const ways = waysOf(tens);
    expect(ways.next().value).toHaveLength(200);
    const half: Formula = {
      kind: 'atLeast',
      count: 500,
      of: Array.from({ length: 1000 }, (_, index) => letter(String(index))),
    };
    expect(countWays(half) % 1_000_000_007n).toBe(159835829n);
    expect(waysOf(half).next().value).toHaveLength(500);
  });

  test('agrees with the list, whose ways are different and none of which holds another', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (choices) => {
        const { formula } = decisionOf({ ...kernel, clauses: [] }, grown(choices));
        const ways = [...waysOf(formula)].map((way) => new Set(way.map(({ part }) => part)));
        expect(countWays(formula)).toBe(BigInt(ways.length));
        for (const [index, way] of ways.entries()) {
          const held = ways.some((other, at) => at !== index && [...other].every((part) => way.has(part)));
          expect(held).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('each way', () => {
  test('is enough, and no clause of it can be left out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (choices) => {
        const expression = grown(choices);
        const { formula } = decisionOf({ ...kernel, clauses: [] }, expression);
        const ways = [...waysOf(formula)].slice(0, 50);
        const asksMet = new Map([...waysOf(formula)].flat().map(({ part, met }) => [part, met]));
        for (const way of ways) {
          // Every question but those of the way is answered against it.
          const holds = (kept: typeof way) =>
            truthOf(expression, (part) => {
              const wanted = asksMet.get(part) ?? true;
              return kept.some((literal) => literal.part === part) ? wanted : !wanted;
            });
          expect(holds(way)).toBe(true);
          for (const left of way) expect(holds(way.filter((literal) => literal !== left))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** A two-valued reading of an expression whose questions are numbered as they are met. */
function truthOf(expression: Expression, answer: (part: number) => boolean): boolean {
  let part = 0;
  const truth = (each: Expression): boolean => {
    switch (each.kind) {
      case 'all':
        return each.of.map(truth).every(Boolean);
      case 'any':
        return each.of.map(truth).some(Boolean);
      case 'atLeast':
        return each.of.map(truth).filter(Boolean).length >= each.count;
      case 'not':
        return !truth(each.of);
      default:
        part += 1;
        return answer(part);
    }
  };
  return truth(expression);
}

/** An expression of all connectives, its shape drawn from numbers. */
function grown(choices: readonly number[]): Expression {
  const [first = 0, ...rest] = choices;
  const leaf: Expression = {
    kind: 'threshold',
    quantity: 'age',
    unit: 'years',
    at: 'dateOfService',
    bounds: { least: first % 90 },
  };
  if (rest.length === 0) return leaf;
  const size = 1 + (first % 4);
  const of = Array.from({ length: size }, (_, index) => rest.filter((_, at) => at % size === index)).map(
    (part) => grown(part.length === 0 ? [first] : part),
  );
  switch (first % 5) {
    case 0:
      return { kind: 'all', of };
    case 1:
      return { kind: 'any', of };
    case 2:
      return { kind: 'not', of: { kind: 'any', of } };
    default:
      return { kind: 'atLeast', count: 1 + (first % size), of };
  }
}

describe('ways in which a clause occurs twice', () => {
  const letters = ['a', 'b', 'c', 'd'];
  const literal = fc.record({ clause: fc.constantFrom(...letters), met: fc.constant(true) });

  test('are cut down to those that hold no other, each once, as trying every set of clauses finds them', () => {
    fc.assert(
      fc.property(fc.array(fc.array(literal, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (ways) => {
        const sets = Array.from({ length: 16 }, (_, bits) => letters.filter((_, at) => (bits >> at) & 1));
        const isEnough = (held: readonly string[]) =>
          ways.some((way) => way.every(({ clause }) => held.includes(clause)));
        const minimal = sets.filter(
          (held) => isEnough(held) && held.every((name) => !isEnough(held.filter((other) => other !== name))),
        );
        const found = minimalWays(ways).map((way) => way.map(({ clause }) => clause).sort());
        expect(found.map((way) => way.join('')).sort()).toEqual(minimal.map((way) => way.join('')).sort());
      }),
      { numRuns: 500 },
    );
  });

  test('never ask of one clause that it is met and that it is not', () => {
    const [met, not] = [true, false].map((each) => ({ clause: 'a', met: each }));
    if (met === undefined || not === undefined) throw new Error('There are two.');
    expect(minimalWays([[met, not], [not]])).toEqual([[not]]);
  });
});

describe('negation', () => {
  const clause = (id: string, expression: Expression): Clause => ({
    id,
    number: id,
    text: id,
    section: 'medicalNecessity',
    expression,
  });
  const leaf: Expression = { kind: 'finding', finding: 'hiv-infection', grade: 'plain' };
  const refer = (id: string): Expression => ({ kind: 'clause', id });

  test('asks that clauses are not met, and turns a count round', () => {
    const clauses = ['a', 'b', 'c'].map((id) => clause(id, leaf));
    const twoOfThree: Expression = { kind: 'atLeast', count: 2, of: ['a', 'b', 'c'].map(refer) };
    const { formula } = decisionOf({ ...kernel, clauses }, { kind: 'not', of: twoOfThree });
    const ways = [...waysOf(formula)].map((way) =>
      way.map(({ clause: id, met }) => `${met ? '' : '!'}${id}`).join(''),
    );
    expect(ways).toEqual(['!a!b', '!a!c', '!b!c']);
  });

  test('a clause that is read twice is told, since the count is a bound then', () => {
    const clauses = [clause('a', leaf)];
    expect(decisionOf({ ...kernel, clauses }, { kind: 'any', of: [refer('a'), refer('a')] }).readsOnce).toBe(
      false,
    );
  });
});
