import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluator, type Assignment } from '../../../compiler/logic/evaluate.ts';
import { createPrinter, parseValue } from '../../../compiler/logic/smtlib.ts';
import { loadSolver, type Solver } from '../../../compiler/logic/solver.ts';
import * as terms from '../../../compiler/logic/term.ts';
import {
  real,
  truth,
  variable,
  whole,
  type Sort,
  type Term,
  type Value,
} from '../../../compiler/logic/term.ts';
import { propertySeed } from '../../support/seed.ts';

/** Numbers near which 32 bits turn, and small ones. */
const wholes = fc.oneof(
  fc.integer({ min: -40, max: 40 }),
  fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 65_535, 65_536, -65_536),
);
/** Fractions that binary holds exactly, so that sums and products of a few are exact as the solver's are. */
const reals = fc.integer({ min: -64, max: 64 }).map((number) => number / 8);

const names: Readonly<Record<Sort, readonly string[]>> = {
  truth: ['truth.a', 'truth.b', 'truth.c'],
  whole: ['whole.a', 'whole.b', 'whole.c'],
  real: ['real.a', 'real.b', 'real.c'],
};
const assignments: fc.Arbitrary<Assignment> = fc
  .record({
    truths: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    wholes: fc.array(wholes, { minLength: 3, maxLength: 3 }),
    reals: fc.array(reals, { minLength: 3, maxLength: 3 }),
  })
  .map(
    (drawn) =>
      new Map<string, Value>([
        ...drawn.truths.map((value, place) => [names.truth[place] ?? '', value] as const),
        ...drawn.wholes.map((value, place) => [names.whole[place] ?? '', value] as const),
        ...drawn.reals.map((value, place) => [names.real[place] ?? '', value] as const),
      ]),
  );
const allVariables = (['truth', 'whole', 'real'] as const).flatMap((sort) =>
  names[sort].map((name) => variable(name, sort)),
);

/** A term as its builder makes it, and as an application that nothing was folded in. */
interface Twin {
  readonly folded: Term;
  readonly plain: Term;
}

function applied(sort: Sort, operator: terms.Operator, of: readonly Twin[], count?: number): Term {
  return {
    kind: 'application',
    sort,
    operator,
    of: of.map(({ plain }) => plain),
    ...(count === undefined ? {} : { count }),
  };
}

const variableOf = (sort: Sort): fc.Arbitrary<Twin> =>
  fc.constantFrom(...names[sort]).map((name) => {
    const term = variable(name, sort);
    return { folded: term, plain: term };
  });
const constantOf = (term: Term): Twin => ({ folded: term, plain: term });

const comparisons = { less: terms.less, atMost: terms.atMost, equal: terms.equal };
const connectives = { and: terms.and, or: terms.or };
const onWholes = ['add', 'subtract', 'multiply', 'divide', 'remainder', 'bitAnd', 'bitOr', 'bitXor'] as const;

const twins = fc.letrec<{ truth: Twin; whole: Twin; real: Twin }>((tie) => {
  const compared = (sort: 'whole' | 'real') =>
    fc
      .tuple(fc.constantFrom('less' as const, 'atMost' as const, 'equal' as const), tie(sort), tie(sort))
      .map(([operator, one, two]): Twin => ({
        folded: comparisons[operator](one.folded, two.folded),
        plain: applied('truth', operator, [one, two]),
      }));
  const chosen = (sort: Sort) =>
    fc.tuple(tie('truth'), tie(sort), tie(sort)).map(([condition, then, otherwise]): Twin => ({
      folded: terms.choose(condition.folded, then.folded, otherwise.folded),
      plain: applied(sort, 'choose', [condition, then, otherwise]),
    }));
  const several = fc.array(tie('truth'), { minLength: 1, maxLength: 4 });
  return {
    truth: fc.oneof(
      { maxDepth: 4 },
      fc.boolean().map((value) => constantOf(truth(value))),
      variableOf('truth'),
      tie('truth').map((one): Twin => ({
        folded: terms.not(one.folded),
        plain: applied('truth', 'not', [one]),
      })),
      fc.tuple(fc.constantFrom('and' as const, 'or' as const), several).map(([operator, of]): Twin => ({
        folded: connectives[operator](...of.map(({ folded }) => folded)),
        plain: applied('truth', operator, of),
      })),
      fc.tuple(fc.integer({ min: 1, max: 4 }), several).map(([count, of]): Twin => ({
        folded: terms.atLeast(
          count,
          of.map(({ folded }) => folded),
        ),
        plain: applied('truth', 'atLeast', of, count),
      })),
      fc.tuple(tie('truth'), tie('truth')).map(([one, two]): Twin => ({
        folded: terms.equal(one.folded, two.folded),
        plain: applied('truth', 'equal', [one, two]),
      })),
      compared('whole'),
      compared('real'),
      chosen('truth'),
    ),
    whole: fc.oneof(
      { maxDepth: 4 },
      wholes.map((value) => constantOf(whole(value))),
      variableOf('whole'),
      fc
        .tuple(fc.constantFrom(...onWholes), tie('whole'), tie('whole'))
        .map(([operator, one, two]): Twin => ({
          folded: terms.arithmetic(operator, one.folded, two.folded),
          plain: applied('whole', operator, [one, two]),
        })),
      fc
        .tuple(
          fc.constantFrom('shiftLeft' as const, 'shiftRight' as const),
          tie('whole'),
          fc.integer({ min: 0, max: 31 }).map((count) => constantOf(whole(count))),
        )
        .map(([operator, one, two]): Twin => ({
          folded: terms.arithmetic(operator, one.folded, two.folded),
          plain: applied('whole', operator, [one, two]),
        })),
      chosen('whole'),
    ),
    real: fc.oneof(
      { maxDepth: 3 },
      reals.map((value) => constantOf(real(value))),
      variableOf('real'),
      fc
        .tuple(fc.constantFrom('add' as const, 'subtract' as const), tie('real'), tie('real'))
        .map(([operator, one, two]): Twin => ({
          folded: terms.arithmetic(operator, one.folded, two.folded),
          plain: applied('real', operator, [one, two]),
        })),
      fc
        .tuple(
          fc.constantFrom('multiply' as const, 'divide' as const),
          tie('real'),
          fc.constantFrom(-4, -2, 2, 0.5),
        )
        .map(([operator, one, by]): Twin => ({
          folded: terms.arithmetic(operator, one.folded, real(by)),
          plain: applied('real', operator, [one, constantOf(real(by))]),
        })),
      tie('real').map((one): Twin => ({
        folded: terms.ceiling(one.folded),
        plain: applied('real', 'ceiling', [one]),
      })),
      chosen('real'),
    ),
  };
});

const anyTwin = fc.oneof(twins.truth, twins.whole, twins.real);
/** Of no sign: what is 0 is 0. */
const unsigned = (value: Value): Value => (value === 0 ? 0 : value);

test('what is folded comes to what it came to before', () => {
  let folded = 0;
  fc.assert(
    fc.property(anyTwin, assignments, (twin, assignment) => {
      const value = evaluator(assignment);
      expect(unsigned(value(twin.folded))).toBe(unsigned(value(twin.plain)));
      if (twin.folded.kind === 'constant' && twin.plain.kind !== 'constant') folded += 1;
    }),
    { seed: propertySeed, numRuns: 4_000 },
  );
  expect(folded).toBeGreaterThan(200);
});

test('a constant that changes nothing, or leaves nothing, is folded away, and no other', () => {
  const assignment = new Map<string, Value>([['x', 1_000_003]]);
  const x = variable('x', 'whole');
  for (const operator of [...onWholes, 'shiftLeft', 'shiftRight'] as const)
    for (const number of [-1, 0, 1, 2, 31]) {
      if (operator.startsWith('shift') && number < 0) continue;
      const plain: Term = { kind: 'application', sort: 'whole', operator, of: [x, whole(number)] };
      const value = evaluator(assignment);
      expect(value(terms.arithmetic(operator, x, whole(number)))).toBe(value(plain));
    }
  expect(terms.arithmetic('bitAnd', x, whole(-1))).toBe(x);
  expect(terms.add(whole(0), x)).toBe(x);
});

test('an assignment that lacks a fact is an error', () => {
  expect(() => evaluator(new Map())(variable('nothing', 'truth'))).toThrow('The assignment lacks nothing.');
});

test.each([
  ['true', true],
  ['false', false],
  ['#x00000010', 16],
  ['#xffffffff', -1],
  ['3.0', 3],
  ['(/ 1.0 4.0)', 0.25],
  ['(- 2.5)', -2.5],
  ['(- (/ 1.0 3.0))', -1 / 3],
  ['(/ (- 1.0) 4.0)', -0.25],
  ['(/ 11400000000000001.0 10000000000000000.0)', 1.1400000000000001],
])('%s is read as a value', (text, value) => {
  expect(parseValue(text)).toBe(value);
});

test.each([
  [real(0.1), '0.1'],
  [real(-2), '(- 2.0)'],
  [real(1e21), '(/ (* 1.0 1000000000000000000000.0) 1.0)'],
  [real(1.5e-7), '(/ 15.0 100000000.0)'],
  [whole(-1), '#xffffffff'],
])('a number is printed as it is written', (term, text) => {
  expect(createPrinter().print([term]).names).toEqual([text]);
});

describe('the solver', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await loadSolver();
  });
  afterAll(() => {
    solver.close();
  });

  test('says of terms without a free fact what is worked out without it', async () => {
    const drawn = fc.sample(fc.tuple(anyTwin, assignments), { seed: propertySeed, numRuns: 300 });
    const theory = drawn.map(([{ plain }, assignment]) => {
      const value = evaluator(assignment);
      // The facts are put in as constants, and nothing is folded.
      const ground = (term: Term): Term =>
        term.kind === 'application'
          ? { ...term, of: term.of.map(ground) }
          : term.kind === 'variable'
            ? constantFor(term.sort, assignment.get(term.name) ?? 0)
            : term;
      const wanted = constantFor(plain.sort, value(plain));
      const same: Term = {
        kind: 'application',
        sort: 'truth',
        operator: 'equal',
        of: [ground(plain), wanted],
      };
      return same;
    });
    const session = await solver.open([], [], 10_000);
    const answer = await session.check(theory);
    expect(answer).toMatchObject({ status: 'satisfiable' });
    const opposite = theory.slice(0, 30).map(terms.not);
    for (const each of opposite)
      expect(await session.check([each])).toMatchObject({ status: 'unsatisfiable' });
  });

  test('gives a value of every sort that makes the terms true', async () => {
    const drawn = fc.sample(fc.array(twins.truth, { minLength: 1, maxLength: 2 }), {
      seed: propertySeed,
      numRuns: 30,
    });
    let satisfiable = 0;
    for (const twin of drawn) {
      const session = await solver.open([], allVariables, 200);
      const assumptions = twin.map(({ folded }) => folded);
      const answer = await session.check(assumptions);
      if (answer.status !== 'satisfiable') continue;
      satisfiable += 1;
      const value = evaluator(answer.assignment);
      expect([...answer.assignment.keys()]).toEqual(allVariables.map(({ name }) => name));
      expect(assumptions.every((term) => value(term) === true)).toBe(true);
    }
    expect(satisfiable).toBeGreaterThan(10);
  });

  test('names the assumptions that exclude each other, and no other', async () => {
    const [number, flag] = [variable('a number', 'real'), variable('a flag', 'truth')];
    const session = await solver.open([terms.atMost(real(0), number)], [number, flag], 1_000);
    const answer = await session.check([
      flag,
      terms.less(real(14), number),
      terms.less(number, real(100)),
      terms.less(number, real(14)),
    ]);
    expect(answer).toEqual({ status: 'unsatisfiable', core: [1, 3] });
    // What was asked before does not bind what is asked next.
    const next = await session.check([terms.not(flag), terms.equal(number, real(-0.5 + 1))]);
    expect(next).toEqual({
      status: 'satisfiable',
      assignment: new Map<string, Value>([
        ['a number', 0.5],
        ['a flag', false],
      ]),
    });
    expect(await session.check([terms.less(number, real(0))])).toEqual({
      status: 'unsatisfiable',
      core: [0],
    });
  });

  test('reads negative numbers, fractions and bits back', async () => {
    const [fraction, bits] = [variable('x', 'real'), variable('y', 'whole')];
    const session = await solver.open([], [fraction, bits], 1_000);
    const triple = terms.arithmetic('multiply', fraction, real(3));
    const answer = await session.check([terms.equal(triple, real(-1)), terms.equal(bits, whole(-7))]);
    expect(answer).toEqual({
      status: 'satisfiable',
      assignment: new Map<string, Value>([
        ['x', -1 / 3],
        ['y', -7],
      ]),
    });
  });

  test('leaves undecided what takes too long', async () => {
    const [x, y] = [variable('x', 'whole'), variable('y', 'whole')];
    const session = await solver.open([], [x, y], 1);
    // The factors of a product of two primes, in 32 bits.
    const small = (term: Term) => terms.and(terms.less(whole(1), term), terms.less(term, whole(65_000)));
    const product = terms.arithmetic('multiply', x, y);
    const answer = await session.check([small(x), small(y), terms.equal(product, whole(46_337 * 46_327))]);
    expect(answer).toEqual({ status: 'undecided' });
  });

  test('says where it can not read what it is given', async () => {
    const broken: Term = {
      kind: 'application',
      sort: 'truth',
      operator: 'less',
      of: [variable('p', 'truth'), whole(1)],
    };
    await expect(solver.open([broken], [], 1_000)).rejects.toThrow("The solver can't read its input");
  });
});

function constantFor(sort: Sort, value: Value): Term {
  if (typeof value === 'boolean') return truth(value);
  return sort === 'whole' ? whole(value) : real(value);
}
