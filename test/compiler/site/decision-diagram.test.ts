import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decisionDiagrams,
  type DecisionDiagram,
  type DiagramStep,
  type Target,
} from '../../../compiler/site/decision-diagram.ts';
import type { CompiledPolicy } from '../../../compiler/compiled-policy.ts';
import { bottomClauses } from '../../../dsl/kernel/facts.ts';
import type { Clause, Kernel, Section } from '../../../dsl/kernel/kernel.ts';
import { meaningOf, type Meaning } from '../../../dsl/kernel/meaning.ts';
import type { Truth } from '../../../dsl/kernel/truth.ts';
import { allOf, finding, oneOf } from '../../../dsl/index.ts';
import { withCriteria, withKernel } from '../../support/analysed.ts';
import { compiledByHand, compiledIp0213 } from '../../support/compiled-ip0213.ts';
import { askable, caseWith, type Askable } from '../../support/put-statuses.ts';
import { anyLeaf } from '../../support/random-leaves.ts';
import { kernelOf } from '../../support/random-policy.ts';
import { propertySeed } from '../../support/seed.ts';
import { shippedPolicies, type Shipped } from '../../support/shipped.ts';

let walks = 0;
const ends = new Map<string, number>();
let shipped: readonly Shipped[] = [];

beforeAll(async () => {
  shipped = await shippedPolicies();
});

afterAll(() => {
  const counts = [...ends].sort().map(([end, count]) => `${end} ${count}`);
  console.log(`decision diagram: seed ${propertySeed}, ${walks} walks (${counts.join(', ')})`);
});

describe('the diagrams of a policy', () => {
  it('come to what the meaning says, whatever the statuses, for every policy of the project', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(16);
    for (const { policy, kernel } of shipped) walkAll({ ...compiledByHand(policy), kernel }, 400);
  });

  it('come to what the meaning says for random policies, with clauses that are shared and counted', () => {
    fc.assert(
      fc.property(kernelOf(anyLeaf), (kernel) => walkAll(withKernel(inClauses(kernel)), 15)),
      { seed: propertySeed, numRuns: 300, endOnFailure: true },
    );
  });

  it('ask for each clause of IP0213 once, in printed order', () => {
    const [first, renewal] = decisionDiagrams(compiledIp0213);
    const { kernel } = compiledIp0213;
    const bottom = bottomClauses(kernel);
    const printed = (sections: readonly Section[]) =>
      sections.flatMap((section) =>
        kernel.printed.filter((id) => bottom.some((each) => each.id === id && each.section === section)),
      );
    const asked = (diagram: DecisionDiagram | undefined) =>
      diagram?.steps.flatMap((step) => (step.kind === 'question' ? [step.clause] : []));
    expect(asked(first)).toEqual(printed(['medicalNecessity', 'exclusions', 'dosing']));
    expect(asked(renewal)).toEqual(printed(['medicalNecessity', 'reauthorization', 'exclusions', 'dosing']));
    expect(first?.steps[1]).toEqual({
      kind: 'question',
      stage: 'criteria',
      clause: 'diagnosis.activeSpms',
      met: 3,
      notMet: 2,
    });
  });

  it('ask for no more than each needs: no question leads to the same both ways, and no two are the same', () => {
    for (const { policy, kernel } of shipped) {
      for (const { steps } of decisionDiagrams({ ...compiledByHand(policy), kernel })) {
        const questions = steps.filter((step) => step.kind === 'question');
        expect(questions.filter(({ met, notMet }) => met === notMet)).toEqual([]);
        expect(new Set(questions.map((step) => JSON.stringify(step))).size).toBe(questions.length);
      }
    }
  });

  it('go one level up where the clauses are too many for a picture, and say so', () => {
    const signs = (group: string, count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `s${index}`,
          finding({ id: `${group}-${index}`, name: `Sign ${group} ${index}` }),
        ]),
      );
    const wide = withCriteria(
      allOf({
        one: oneOf(signs('one', 80)),
        either: oneOf(signs('either', 100)),
        few: oneOf(signs('few', 3)),
      }),
    );
    const [diagram] = decisionDiagrams(wide);
    expect(diagram?.grouped).toEqual(['criteria']);
    expect(diagram?.steps.flatMap((step) => (step.kind === 'question' ? [step.clause] : []))).toEqual([
      'one',
      'either',
      'few',
      'exclusions.otherUse',
    ]);
    walkAll(wide, 300);
  });

  it('stay small for a list of thousands of clauses', () => {
    const many = withCriteria(
      allOf(
        Object.fromEntries(
          Array.from({ length: 3000 }, (_, index) => [
            `s${index}`,
            finding({ id: `sign-${index}`, name: `Sign ${index}` }),
          ]),
        ),
      ),
    );
    const [diagram] = decisionDiagrams(many);
    expect(diagram?.steps.length).toBeLessThanOrEqual(150);
    expect(diagram?.grouped).toEqual(['criteria']);
  });
});

/** Walks every diagram of a policy with statuses at random, complete and with gaps, against the meaning. */
function walkAll(compiled: CompiledPolicy, times: number): void {
  const asking = askable(compiled.kernel);
  const diagrams = decisionDiagrams(compiled);
  const status = fc.constantFrom<Truth>('met', 'met', 'not-met');
  const gap = fc.constantFrom<Truth>('met', 'not-met', 'unknown');
  const statuses = (each: fc.Arbitrary<Truth>) =>
    fc.array(each, { minLength: asking.questions.length, maxLength: asking.questions.length, size: 'max' });
  fc.assert(
    fc.property(
      fc.oneof(statuses(status), statuses(gap)),
      fc.constantFrom(...diagrams),
      fc.constantFrom('initial' as const, 'reauthorization' as const),
      (drawn, diagram, anyKind) => {
        const kind = diagram.request === 'any' ? anyKind : diagram.request;
        const given = new Map(asking.questions.map((name, index) => [name, drawn[index] ?? 'unknown']));
        if (diagram.indication !== undefined) {
          // The request is for one indication: of the questions which it is, that one alone is met.
          const { medicalNecessity } = compiled.policy;
          const keys =
            medicalNecessity.kind === 'indications' ? Object.keys(medicalNecessity.indications) : [];
          keys.forEach((key, index) =>
            given.set(`indication#${index + 1}`, key === diagram.indication ? 'met' : 'not-met'),
          );
        }
        const meaning = meaningOf(asking.kernel, caseWith(asking, kind, given));
        const reached = endsOf(diagram, (step) => statusOf(step, asking, given, meaning));
        walks += 1;
        ends.set(meaning.outcome, (ends.get(meaning.outcome) ?? 0) + 1);
        const seen = { given: [...given], reached: [...reached], meaning: meaning.outcome };
        if (meaning.outcome !== 'pended') expect(seen).toEqual({ ...seen, reached: [meaning.outcome] });
        // Where all is known the meaning never pends.
        else expect([...given.values()]).toContain('unknown');
      },
    ),
    { seed: propertySeed, numRuns: times, endOnFailure: true },
  );
}

function statusOf(
  { clause, part, stage }: Extract<DiagramStep, { readonly kind: 'question' }>,
  { kernel }: Askable,
  given: ReadonlyMap<string, Truth>,
  { clauses }: Meaning,
): Truth {
  if (clause !== undefined)
    return part === undefined
      ? (clauses.get(clause)?.truth ?? 'unknown')
      : (given.get(`${clause}#${part}`) ?? 'unknown');
  expect(stage).toBe('exclusions');
  const vetoes = kernel.clauses.filter(({ section }) => section === 'exclusions');
  const truths = vetoes.map(({ id }) => clauses.get(id)?.truth ?? 'unknown');
  return truths.includes('met') ? 'not-met' : truths.includes('unknown') ? 'unknown' : 'met';
}

/** The ends that may be reached: both ways lead on from what is unknown. */
function endsOf(
  { start, steps }: DecisionDiagram,
  status: (step: Extract<DiagramStep, { readonly kind: 'question' }>) => Truth,
): ReadonlySet<string> {
  const reached = new Set<Target>([start]);
  for (const target of reached) {
    const step = typeof target === 'number' ? steps[target] : undefined;
    if (step === undefined) continue;
    if (step.kind === 'passed') {
      reached.add(step.next);
      continue;
    }
    const truth = status(step);
    if (truth !== 'not-met') reached.add(step.met);
    if (truth !== 'met') reached.add(step.notMet);
  }
  return new Set([...reached].filter((target) => typeof target === 'string'));
}

/** A random kernel as the elaboration makes them: each section a clause, and exclusions that name clauses. */
function inClauses(kernel: Kernel): Kernel {
  const { criteria, reauthorization, exclusions, dosing, clauses } = kernel;
  const clause = (id: string, section: Section, expression: Clause['expression']): Clause => ({
    id,
    number: id,
    text: id,
    section,
    expression,
  });
  const reference = (id: string) => ({ kind: 'clause' as const, id });
  const added = [
    clause('the criteria', 'medicalNecessity', criteria),
    ...(reauthorization === undefined ? [] : [clause('the renewal', 'reauthorization', reauthorization)]),
    clause('the exclusion', 'exclusions', exclusions),
    ...(dosing === undefined ? [] : [clause('the dose', 'dosing', dosing)]),
  ];
  return {
    ...kernel,
    clauses: [...clauses, ...added],
    printed: [...kernel.printed, ...added.map(({ id }) => id)],
    criteria: reference('the criteria'),
    ...(reauthorization === undefined ? {} : { reauthorization: reference('the renewal') }),
    exclusions: { kind: 'any', of: [reference('the exclusion')] },
    ...(dosing === undefined ? {} : { dosing: reference('the dose') }),
  };
}
