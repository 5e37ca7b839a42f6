import fc from 'fast-check';
import type { CaseRecord, Evidence, FindingEntry, JudgementEntry } from '../../dsl/kernel/case.ts';
import type { BoundsIn, Expression, Leaf, Selection } from '../../dsl/kernel/expression.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { coverage } from '../../dsl/kernel/meaning.ts';
import { simpleLeaves } from './random-leaves.ts';

/**
 * A small world in which every way to complete a case can be tried: a few facts, a few values of each, and policies that
 * read no other.
 */

/** What is known of a case, by fact; a fact that is not there is unknown. */
export type Known = Readonly<Record<string, string>>;

/** Every fact that the small policies read, and the values that may complete it. */
export const domains: Readonly<Record<string, readonly string[]>> = {
  'request.kind': ['initial', 'reauthorization'],
  'request.indication': ['headache', 'fever', 'cough'],
  'request.regimen.mgPerDay': ['12', '24', '36'],
  'request.regimen.days': ['3', '5', '7'],
  // On the date of service of 44 and 27 years, of 17, of a day less, of 14, and of 14 days.
  'patient.birthDate': ['1980-01-01', '1997-05-20', '2007-01-01', '2007-06-04', '2010-01-01', '2024-05-20'],
  'prescriber.specialties.specialty-0': ['true', 'false'],
  'prescriber.specialties.specialty-1': ['true', 'false'],
  'prescriber.consultations.specialty-0': ['true', 'false'],
  'prescriber.consultations.specialty-1': ['true', 'false'],
  'findings.finding-0': ['documented', 'absent'],
  'findings.finding-1': ['documented', 'absent'],
  'judgements.judgement-0.verdict': ['met', 'not-met'],
  'judgements.judgement-1.verdict': ['met', 'not-met'],
  // Papers that never come leave a judgement open.
  'judgements.judgement-0.papers': ['documented', 'absent'],
  'judgements.judgement-1.papers': ['documented', 'absent'],
  'attributes.approach': ['open', 'scope', 'other'],
  'commitments.with-drug': ['true', 'false'],
  // From the youth of those born first to what is still to come.
  'dates.order': ['1997-06-04', '2007-06-04', '2024-06-03', '2028-06-04'],
  // The one entry of a history that is whole.
  'events[0].value': ['100', '126', '140'],
  'events[0].evidence': ['documented', 'absent'],
  'events[0].conditions.fasting': ['true', 'false'],
};

const sugar = (conditions: Readonly<Record<string, boolean>>): Selection => ({
  events: ['sugar'],
  conditions,
  grade: 'plain',
});
const from126: readonly BoundsIn[] = [{ unit: 'mg/dL', least: 126 }];

/** Leaves of the other node kinds whose every open fact has a domain above. */
const grownLeaves = fc.constantFrom<Leaf>(
  { kind: 'choice', field: 'attributes.approach', among: ['open'] },
  { kind: 'choice', field: 'attributes.approach', among: ['open', 'scope'] },
  { kind: 'affirmed', register: 'commitments', id: 'with-drug' },
  { kind: 'threshold', quantity: 'age', unit: 'months', at: 'dates.order', bounds: { least: 1, below: 216 } },
  { kind: 'counted', of: { ...sugar({}), bounds: from126 }, least: 1, distinct: 'day' },
  { kind: 'counted', of: { ...sugar({ fasting: true }), bounds: from126 }, least: 1, distinct: 'entry' },
  { kind: 'counted', of: sugar({ fasting: false }), least: 1, distinct: 'entry' },
  { kind: 'reading', of: sugar({}), which: 'latest', minimum: 1, bounds: from126 },
  { kind: 'reading', of: sugar({ fasting: true }), which: 'every', minimum: 1, bounds: from126 },
);
/** Leaves whose every open fact has a domain. */
export const closedLeaves = fc.oneof(
  { weight: 3, arbitrary: simpleLeaves },
  { weight: 2, arbitrary: grownLeaves },
);

const facts = Object.keys(domains);

/** What may be known of a case at random, in lots of so many. */
export function randomKnown(count: number) {
  return fc.array(
    fc.record(
      Object.fromEntries(
        facts.map((fact) => [fact, fc.option(fc.constantFrom(...(domains[fact] ?? [])), { freq: 2 })]),
      ),
    ),
    { minLength: count, maxLength: count, size: 'max' },
  );
}

/** Papers that were not sent may still come. */
export function isPaperOpen(fact: string, known: Known): boolean {
  return fact.endsWith('.papers') && known[fact] !== 'documented';
}

/** Every way to complete what is known by the open facts. */
export function completions(open: readonly string[], known: Known): readonly Known[] {
  return open.reduce<readonly Known[]>(
    (all, fact) => all.flatMap((each) => (domains[fact] ?? []).map((value) => ({ ...each, [fact]: value }))),
    [known],
  );
}

/** The facts that decide a policy's request, each as often as it is read. */
export function readsOf(kernel: Kernel): readonly string[] {
  const reads = (expression: Expression): readonly string[] => {
    switch (expression.kind) {
      case 'all':
      case 'any':
      case 'atLeast':
        return expression.of.flatMap(reads);
      case 'not':
        return reads(expression.of);
      case 'clause': {
        const clause = kernel.clauses.find(({ id }) => id === expression.id);
        return clause === undefined ? [] : reads(clause.expression);
      }
      default:
        return factsOf(expression);
    }
  };
  return [...reads(coverage(kernel)), ...(kernel.dosing === undefined ? [] : reads(kernel.dosing))];
}

function factsOf(leaf: Leaf): readonly string[] {
  switch (leaf.kind) {
    case 'threshold':
      return leaf.at === 'dateOfService' ? ['patient.birthDate'] : ['patient.birthDate', leaf.at];
    case 'counted':
    case 'reading':
      return eventFacts(leaf);
    case 'choice':
      // Whether it is this or that, where there is no third: a question that no answer changes counts as read twice.
      if (leaf.field === 'kind' && leaf.among.length > 1) return ['request.kind', 'request.kind'];
      return [leaf.field === 'attributes.approach' ? leaf.field : `request.${leaf.field}`];
    case 'affirmed':
      return [
        leaf.register === 'commitments' ? `commitments.${leaf.id}` : `prescriber.${leaf.register}.${leaf.id}`,
      ];
    case 'finding':
      return [`findings.${leaf.finding}`];
    case 'judgement':
      return [`judgements.${leaf.judgement}.verdict`, `judgements.${leaf.judgement}.papers`];
    case 'regimen':
      return ['request.regimen.mgPerDay', 'request.regimen.days'];
    default:
      return [];
  }
}

/** What is read of the one entry. */
function eventFacts(leaf: Extract<Leaf, { kind: 'counted' | 'reading' }>): readonly string[] {
  const isMeasured = leaf.kind === 'reading' || leaf.of.bounds !== undefined;
  return [
    ...(isMeasured ? ['events[0].value'] : []),
    'events[0].evidence',
    ...('fasting' in leaf.of.conditions ? ['events[0].conditions.fasting'] : []),
  ];
}

/** What is known, out of facts that may be null. */
export function present(state: Readonly<Record<string, string | null>>): Known {
  return Object.fromEntries(
    Object.entries(state).flatMap(([fact, value]) => (value === null ? [] : [[fact, value]])),
  );
}

/** A case with another entry of the history than the one that is known, a day later and in every state that is told apart. */
export function withAnother(record: CaseRecord): readonly CaseRecord[] {
  return ['100', '126'].flatMap((value) =>
    [true, false].map((fasting): CaseRecord => {
      const added = {
        event: 'sugar',
        on: '2024-05-02',
        unit: 'mg/dL',
        value: Number(value),
        conditions: { fasting },
      };
      return { ...record, events: [...(record.events ?? []), { ...added, evidence: 'documented' }] };
    }),
  );
}

/** The case in which these facts are known, in force and of the policy's product. */
export function recordOf(known: Known): CaseRecord {
  const value = <T extends string>(fact: string, ...values: readonly T[]): T | undefined =>
    values.find((each) => each === known[fact]);
  const flag = (fact: string) => (known[fact] === undefined ? undefined : known[fact] === 'true');
  const [kind, indication, birthDate] = [
    value('request.kind', 'initial', 'reauthorization'),
    known['request.indication'],
    known['patient.birthDate'],
  ];
  const [mgPerDay, days] = [known['request.regimen.mgPerDay'], known['request.regimen.days']];
  const evidence = (fact: string) => value<Evidence>(fact, 'documented', 'reported', 'absent');
  const register = (name: string) =>
    Object.fromEntries(
      ['specialty-0', 'specialty-1'].flatMap((id) => {
        const answer = flag(`prescriber.${name}.${id}`);
        return answer === undefined ? [] : [[id, answer]];
      }),
    );
  const findings = ['finding-0', 'finding-1'].flatMap((id): [string, FindingEntry][] => {
    const entry = evidence(`findings.${id}`);
    return entry === undefined ? [] : [[id, entry]];
  });
  const judgements = ['judgement-0', 'judgement-1'].map((id): [string, JudgementEntry] => {
    const [verdict, papers] = [
      value(`judgements.${id}.verdict`, 'met', 'not-met'),
      evidence(`judgements.${id}.papers`),
    ];
    return [
      id,
      { ...(verdict === undefined ? {} : { verdict }), ...(papers === undefined ? {} : { papers }) },
    ];
  });
  const [value0, fasting] = [known['events[0].value'], flag('events[0].conditions.fasting')];
  const [graded, approach, willTake, order] = [
    evidence('events[0].evidence'),
    known['attributes.approach'],
    flag('commitments.with-drug'),
    known['dates.order'],
  ];
  return {
    events: [
      {
        event: 'sugar',
        on: '2024-05-01',
        unit: 'mg/dL',
        ...(value0 === undefined ? {} : { value: Number(value0) }),
        ...(graded === undefined ? {} : { evidence: graded }),
        ...(fasting === undefined ? {} : { conditions: { fasting } }),
      },
    ],
    complete: ['sugar'],
    attributes: approach === undefined ? {} : { approach },
    commitments: willTake === undefined ? {} : { 'with-drug': willTake },
    dates: order === undefined ? {} : { order },
    request: {
      product: 'own',
      dateOfService: '2024-06-03',
      ...(kind === undefined ? {} : { kind }),
      ...(indication === undefined ? {} : { indication }),
      regimen: {
        ...(mgPerDay === undefined ? {} : { mgPerDay: Number(mgPerDay) }),
        ...(days === undefined ? {} : { days: Number(days) }),
      },
    },
    patient: birthDate === undefined ? {} : { birthDate },
    prescriber: { specialties: register('specialties'), consultations: register('consultations') },
    findings: Object.fromEntries(findings),
    judgements: Object.fromEntries(judgements),
  };
}
