import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile, CompiledPolicy } from '../../compiler/compiled-policy.ts';
import { differences } from '../../compiler/compare-case.ts';
import { evaluator } from '../../compiler/emit/evaluator/evaluator.ts';
import { matrixOf } from '../../compiler/emit/matrix/matrix.ts';
import { loadEvaluator, type EvaluatorModule } from '../../compiler/load-evaluator.ts';
import { compile } from '../../compiler/pipeline.ts';
import { meaningOf } from '../../dsl/kernel/meaning.ts';
import { outline } from '../../dsl/policy/outline.ts';
import { clausesOf } from '../../dsl/policy/outline-clause.ts';
import { projectRoot } from '../support/compiled-ip0213.ts';

/** Every policy of the library, as its folder is called. */
const names = [
  'aetna-home-oxygen',
  'anthem-home-oxygen',
  'bcbsnd-alemtuzumab-2023',
  'bcbsnd-alemtuzumab-2024',
  'bcbsnd-nusinersen-2022',
  'bcbsnd-nusinersen-2024',
  'bcnc-infliximab',
  'bcnc-zolgensma',
  'cms-l33822-cgm',
  'cms-ncd-100-1-bariatric',
  'ip0213-alemtuzumab',
  'medstar-pap',
  'uhc-xolair-2023',
  'uhc-xolair-2024',
  'westernhealth-glp1',
  'westernhealth-zolgensma',
];

/** What a naive language gets wrong in each of the published policies; every one is a case of these folders at least. */
const probes: readonly (readonly [probe: string, ...folders: readonly string[]])[] = [
  ['`failure of N` versus `contraindication to ALL` in one sentence', 'bcbsnd-alemtuzumab-2023'],
  ["'information provided' versus 'prescriber states'", 'bcbsnd-alemtuzumab-2023', 'bcbsnd-alemtuzumab-2024'],
  ['Diff of two published versions of one policy', 'bcbsnd-alemtuzumab-2023', 'bcbsnd-alemtuzumab-2024'],
  ['Distinctness over a derived attribute (drug class)', 'bcbsnd-alemtuzumab-2024'],
  [
    'Age *at an event*, in months, with overlapping bands',
    'bcbsnd-nusinersen-2022',
    'bcbsnd-nusinersen-2024',
  ],
  ["'has not received' ever", 'bcbsnd-nusinersen-2022', 'bcbsnd-nusinersen-2024'],
  ['Response must be compared with the SAME instrument', 'bcbsnd-nusinersen-2022'],
  ["'at least a 4-week TOTAL trial' over two drugs", 'bcnc-infliximab'],
  ["Dose reached within a trial ('titrated to')", 'bcnc-infliximab'],
  ["'unless' attached to a future commitment", 'bcnc-infliximab'],
  ['Criterion 5 refers to criteria 1-4 (self-reference)', 'cms-l33822-cgm'],
  ['Dual units (54 mg/dL = 3.0 mmol/L)', 'cms-l33822-cgm'],
  ["'more than one event' with a persistence clause; one severe event is enough", 'cms-l33822-cgm'],
  ['Anchor date is the ORDER date, not today', 'cms-l33822-cgm'],
  ['Coverage depends on procedure AND approach', 'cms-ncd-100-1-bariatric'],
  ['Provider/facility fact with an effective date', 'cms-ncd-100-1-bariatric'],
  ['Precedence among determinations: blanket non-coverage beats criteria', 'cms-ncd-100-1-bariatric'],
  ['Band gap: 14 < AHI < 15 (14.6?) falls in no band', 'medstar-pap'],
  ['Window with both ends, anchored on therapy start', 'medstar-pap'],
  ['Sliding window over daily device data', 'medstar-pap'],
  ['Band pairs with a gap between 55 and 56', 'aetna-home-oxygen', 'anthem-home-oxygen'],
  ['Conditions of the test are part of the criterion', 'aetna-home-oxygen', 'anthem-home-oxygen'],
  ['Range with two inclusive bounds and a unit', 'uhc-xolair-2023', 'uhc-xolair-2024'],
  ["One-phrase change between versions ('for the same indication')", 'uhc-xolair-2023', 'uhc-xolair-2024'],
  ['Cross-policy reference for dose limits', 'uhc-xolair-2023', 'uhc-xolair-2024'],
  ['Four thresholds with different units and different test conditions', 'westernhealth-glp1'],
  ["'minimum 30-day trial and failure, contraindication, or intolerance'", 'westernhealth-glp1'],
  ["Titre '<= 1:50' orders by the denominator", 'bcnc-zolgensma', 'westernhealth-zolgensma'],
  ['Nested exception inside a negation inside a definition', 'bcnc-zolgensma', 'westernhealth-zolgensma'],
  [
    'Age evaluated at which date: request, decision or infusion?',
    'bcnc-zolgensma',
    'westernhealth-zolgensma',
  ],
  [
    'Lifetime limit needs history across authorizations and payers',
    'bcnc-zolgensma',
    'westernhealth-zolgensma',
  ],
];

/**
 * Two versions of one policy, how many years apart the same facts stand in their cases, and the cases on which they
 * differ, by file name, with what each decides.
 */
const versions = [
  {
    older: 'bcbsnd-alemtuzumab-2023',
    newer: 'bcbsnd-alemtuzumab-2024',
    yearsApart: 0,
    flips: {
      'probe-version-flip-two-failures-not-highly-active': ['approved', 'pended'],
      'version-flip-brand-limb-judged-not-met': ['approved', 'denied'],
      'probe-version-flip-one-failure-highly-active': ['denied', 'approved'],
      'probe-contraindication-to-two-only-highly-active': ['denied', 'approved'],
      'one-failure-and-one-contraindication': ['denied', 'approved'],
      'same-ingredient-twice': ['denied', 'approved'],
      'second-failure-on-a-sample': ['denied', 'approved'],
      'probe-contraindication-to-all': ['approved', 'pended'],
      'reasons-against-all-mixed': ['approved', 'pended'],
      'reasons-against-all-but-one': ['denied', 'pended'],
      'no-steroid-premedication': ['denied', 'approved'],
      'live-vaccine-planned': ['denied', 'approved'],
      'prophylaxis-left-out': ['pended', 'approved'],
      'mri-abnormalities-left-out': ['pended', 'approved'],
      'version-flip-a-day-before-the-newer-version': ['approved', 'notApplicable'],
    },
  },
  {
    older: 'bcbsnd-nusinersen-2022',
    newer: 'bcbsnd-nusinersen-2024',
    yearsApart: 0,
    flips: {
      'version-flip-continuation-one-less': ['denied', 'approved'],
      'probe-version-flip-other-instrument': ['denied', 'approved'],
      'probe-two-instruments-both-fell': ['denied', 'approved'],
      'continuation-latest-follow-up-rules': ['denied', 'approved'],
      'continuation-no-follow-up': ['denied', 'approved'],
      'continuation-assessment-on-the-day-of-the-first-dose': ['denied', 'approved'],
      'probe-version-flip-other-instrument-lists-not-whole': ['pended', 'approved'],
      'version-flip-continuation-reported-only': ['pended', 'approved'],
      'continuation-follow-up-without-unit': ['pended', 'approved'],
      'continuation-list-not-whole': ['pended', 'approved'],
      'version-flip-a-day-before-the-newer-version': ['approved', 'notApplicable'],
    },
  },
  {
    older: 'uhc-xolair-2023',
    newer: 'uhc-xolair-2024',
    yearsApart: 1,
    flips: {
      'probe-dupilumab-for-atopic-dermatitis': ['denied', 'approved'],
      'probe-dupilumab-indication-left-out': ['denied', 'pended'],
      'probe-dose-under-the-older-judgement-only': ['approved', 'pended'],
    },
  },
] as const;

let policies: ReadonlyMap<string, CompiledPolicy> = new Map();
const evaluators = new Map<string, EvaluatorModule>();

beforeAll(async () => {
  const { policies: compiled, diagnostics } = await compile({ root: projectRoot });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  policies = new Map(compiled.map((policy) => [policy.name, policy]));
  for (const policy of compiled) evaluators.set(policy.name, await loadEvaluator(evaluator(policy)));
}, 300_000);

function policyOf(name: string): CompiledPolicy {
  const found = policies.get(name);
  if (found === undefined) throw new Error(`There is no policy ${name}.`);
  return found;
}

function evaluatorOf(name: string): EvaluatorModule {
  const found = evaluators.get(name);
  if (found === undefined) throw new Error(`There is no evaluator of ${name}.`);
  return found;
}

/** How a case comes out otherwise than was worked out by hand, by the evaluator and by the reference interpreter. */
function disagreements(name: string, { record, expected, name: file }: CaseFile): readonly string[] {
  const determination = evaluatorOf(name).determine(record);
  const { outcome, layer, clauses } = meaningOf(policyOf(name).kernel, record);
  const flat = Object.fromEntries(determination.clauses.map(({ id, status }) => [id, status]));
  const meant = Object.fromEntries([...clauses].map(([id, { truth }]) => [id, truth]));
  const isSame =
    outcome === determination.outcome &&
    layer === determination.layer &&
    Object.keys(meant).every((id) => meant[id] === flat[id]);
  return [
    ...differences(determination, expected).map((each) => `${file}: ${each}`),
    ...(isSame ? [] : [`${file}: the reference interpreter and the evaluator differ`]),
  ];
}

/** The same facts so many years later, but for the patient's birth. */
function later(record: CaseFile['record'], years: number): unknown {
  const { patient, ...rest } = record;
  const moved: unknown = JSON.parse(
    JSON.stringify(rest).replaceAll(
      /"(\d{4})(-\d\d-\d\d")/g,
      (_, year: string, day: string) => `"${Number(year) + years}${day}`,
    ),
  );
  return { ...Object(moved), ...(patient === undefined ? {} : { patient }) };
}

describe('the library', () => {
  it('holds the policies that are listed here', () => {
    expect([...policies.keys()].sort()).toEqual(names);
  });

  it.each(names)('%s decides its cases as they were worked out by hand', (name) => {
    const { cases } = policyOf(name);
    expect(cases.length).toBeGreaterThanOrEqual(12);
    expect(cases.filter(({ about }) => !/made-up/.test(about)).map((file) => file.name)).toEqual([]);
    expect(cases.flatMap((file) => disagreements(name, file))).toEqual([]);
  });

  it.each(names)('%s tells its clauses in the order in which they print', (name) => {
    const { policy, cases } = policyOf(name);
    const [first] = cases;
    if (first === undefined) throw new Error(`${name} has no case.`);
    const told = evaluatorOf(name)
      .determine(first.record)
      .clauses.map(({ id }) => id);
    expect(told).toEqual(clausesOf(outline(policy)).map(({ id }) => id));
  });
});

describe('the coverage matrix', () => {
  // Counted by hand from the criteria: of each indication the product of its alternatives.
  it.each([
    ['uhc-xolair-2024', { asthma: 61n, urticaria: 2n, foodAllergy: 3n, nasalPolyps: 1n }],
    [
      'bcnc-infliximab',
      { rheumatoidArthritis: 10n, plaquePsoriasis: 7n, ankylosingSpondylitis: 3n, crohns: 1n },
    ],
  ] as const)('%s has the ways of each indication apart', (name, counts) => {
    const { ways } = matrixOf(policyOf(name), new Map());
    const found = ways.flatMap(({ indication, count, exact }) =>
      indication === undefined ? [] : [[indication, exact ? count : 'a bound'] as const],
    );
    expect(Object.fromEntries(found)).toEqual(counts);
  });

  it('cms-l33822-cgm has 6 ways, though the visit refers to the criteria before it', () => {
    const [criteria] = matrixOf(policyOf('cms-l33822-cgm'), new Map()).ways;
    expect([criteria?.count, criteria?.exact]).toEqual([6n, true]);
  });
});

describe('a probe', () => {
  it.each(probes)('%s', (probe, ...folders) => {
    for (const folder of folders) {
      const cases = policyOf(folder).cases.filter(({ about }) => about.startsWith(`Probe: ${probe}`));
      expect([folder, cases.length > 0]).toEqual([folder, true]);
      expect(cases.flatMap((file) => disagreements(folder, file))).toEqual([]);
    }
  });
});

describe('two versions of one policy', () => {
  it.each(versions)(
    '$older and $newer differ on these cases and on no other',
    ({ older, newer, yearsApart, flips }) => {
      const [before, after] = [older, newer].map(
        (name) => new Map(policyOf(name).cases.map((file) => [file.name, file])),
      );
      const differing = [...(before ?? [])].flatMap(
        ([
          file,
          {
            record,
            expected: { outcome },
          },
        ]) => {
          const now = after?.get(file);
          return now === undefined || now.expected.outcome === outcome
            ? []
            : [[file, { outcomes: [outcome, now.expected.outcome], now: now.record, record }] as const];
        },
      );
      expect(Object.fromEntries(differing.map(([file, { outcomes }]) => [file, outcomes]))).toEqual(flips);
      for (const [, { record, now }] of differing) expect(now).toEqual(later(record, yearsApart));
    },
  );
});
