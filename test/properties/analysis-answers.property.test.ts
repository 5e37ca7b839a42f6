import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { Analysis, Subject } from '../../compiler/check/analysis.ts';
import type { Condition } from '../../compiler/check/analysis/conditions.ts';
import { isWithinReach } from '../../compiler/check/analysis/reach.ts';
import { seenOf } from '../../compiler/check/analysis/seen.ts';
import { matters } from '../../compiler/check/never-matters/matters.ts';
import { expressionsById, factsOf } from '../../dsl/kernel/facts.ts';
import { meaningOf } from '../../dsl/kernel/meaning.ts';
import { expressionsOf } from '../../compiler/logic/world.ts';
import { excerptOf } from '../../compiler/logic/excerpt.ts';
import { not, type Term } from '../../compiler/logic/term.ts';
import { withFacts } from '../../compiler/suite/record-facts.ts';
import { analysing, withKernel } from '../support/analysed.ts';
import { randomCase } from '../support/random-case.ts';
import { eventLeaves, simpleLeaves } from '../support/random-leaves.ts';
import { kernelOf } from '../support/random-policy.ts';
import { propertySeed } from '../support/seed.ts';
import { isWritable } from '../support/writable.ts';

/** Questions about a policy's clauses, answered by the short ways first, and by the solver of the whole policy alone. */
const budget = { question: 100, policy: 2000 };
const [policies, questionsEach] = [40, 8];
const leaves = fc.oneof(simpleLeaves, eventLeaves).filter(isWritable);
const analyse = analysing();
const answers = new Map<string, number>();
const count = (what: string) => answers.set(what, (answers.get(what) ?? 0) + 1);

afterAll(() => {
  const counts = [...answers].sort().map(([what, times]) => `${what} ${times}`);
  console.log(`answers of the analyses: seed ${propertySeed}, ${counts.join(', ')}`);
});

/** What an analysis may do, for a test to do it. */
function probe(rule: (subject: Subject) => Promise<void>): readonly Analysis[] {
  return [
    {
      name: 'probe',
      rule: async (subject) => {
        await rule(subject);
        return [];
      },
    },
  ];
}

const picked = fc.array(
  fc.tuple(fc.nat(), fc.constantFrom('met' as const, 'not-met' as const, 'unmet' as const)),
  { minLength: 1, maxLength: 4 },
);

it('no short answer contradicts the solver asked of the whole policy', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      kernelOf(leaves, 6),
      fc.array(picked, { minLength: questionsEach, maxLength: questionsEach }),
      async (kernel, questions) => {
        const ids = kernel.clauses.map(({ id }) => id);
        await analyse(
          withKernel(kernel),
          probe(async ({ asking, inquiry, open }) => {
            for (const question of questions) {
              const conditions = question.map(([place, is]): Condition => {
                const id = ids[place % ids.length] ?? '';
                return { on: 'expression', expression: { kind: 'clause', id }, is, clause: id };
              });
              const short = await asking.canBe(conditions, conditions.slice(0, 1));
              const [logic] = inquiry.policies;
              const terms = conditions.map((condition): Term => {
                if (logic === undefined || condition.on === 'scope')
                  throw new Error('There is no such term.');
                const { met, notMet } = logic.verdictOf(condition.expression);
                return { met, 'not-met': notMet, unmet: not(met) }[condition.is];
              });
              const whole = await inquiry.ask(terms);
              // The part of the policy that reads what the first condition does, by itself.
              const expressions = question.map(([place]) => kernel.clauses[place % ids.length]?.expression);
              const [first, ...others] = expressions.flatMap((expression) => expression ?? []);
              const own = first === undefined ? [] : factsOf(first, expressionsById(kernel));
              const excerpt = excerptOf(
                kernel,
                [first, ...others].flatMap((each) => each ?? []),
                own,
                inquiry.world.bounds,
              );
              const asked = open(excerpt);
              const alone = await asked.askPlainly(
                expressions.flatMap((expression, place) => {
                  const is = question[place]?.[1];
                  if (expression === undefined || is === undefined) return [];
                  const { met, notMet } = excerpt.verdictOf(expression);
                  return [{ met, 'not-met': notMet, unmet: not(met) }[is]];
                }),
              );
              asked.close();
              count(`a part by itself ${alone.status}, as a whole ${whole.status}`);
              if (alone.status === 'impossible') expect(whole.status).not.toBe('possible');
              count(`${short.status}, as a whole ${whole.status}`);
              if (short.status === 'possible')
                expect(conditions.every(seenOf(kernel, short.record).holds)).toBe(true);
              if (short.status === 'impossible' && whole.status === 'possible')
                expect(conditions.every(seenOf(kernel, whole.record).holds)).toBe(false);
              // Of histories of a given length alone the solver says less than a longer one may show.
              if (short.status === 'possible' && whole.status === 'impossible') {
                const because = whole.because.flatMap((place) => conditions[place] ?? []);
                expect(isWithinReach(because, expressionsById(kernel), inquiry.world)).toBe(false);
              }
            }
          }),
          budget,
        );
      },
    ),
    { seed: propertySeed, numRuns: policies, endOnFailure: true },
  );
  expect(answers.get('impossible, as a whole impossible') ?? 0).toBeGreaterThan(20);
  expect(answers.get('possible, as a whole possible') ?? 0).toBeGreaterThan(100);
});

it('a fact that is said never to matter changes no random case', { timeout: 600_000 }, async () => {
  const attacks = 1000;
  const records = fc.sample(randomCase, { numRuns: attacks, seed: propertySeed });
  await fc.assert(
    fc.asyncProperty(kernelOf(leaves, 5), async (kernel) => {
      const facts = [...new Set(expressionsOf(kernel).flatMap((expression) => factsOf(expression)))];
      await analyse(
        withKernel(kernel),
        probe(async (subject) => {
          for (const fact of facts) {
            const clauses = kernel.clauses.flatMap(({ id, expression }) =>
              factsOf(expression).includes(fact) ? id : [],
            );
            const answer = await matters(fact, clauses, subject);
            count(`matters: ${answer}`);
            if (answer !== 'never') continue;
            const turned = records.find((record, place) => {
              const other = withFacts(record, [fact], records[(place + 1) % attacks] ?? record);
              return meaningOf(kernel, record).outcome !== meaningOf(kernel, other).outcome;
            });
            expect({ fact, turned }).toEqual({ fact, turned: undefined });
          }
        }),
        budget,
      );
    }),
    { seed: propertySeed, numRuns: 10, endOnFailure: true },
  );
  expect(answers.get('matters: never') ?? 0).toBeGreaterThan(5);
  expect(answers.get('matters: yes') ?? 0).toBeGreaterThan(5);
});
