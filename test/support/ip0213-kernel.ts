import type { Expression, Leaf } from '../../dsl/kernel/expression.ts';
import type { Clause, Kernel, Section, Tables } from '../../dsl/kernel/kernel.ts';

/**
 * IP0213 as a kernel, written by hand from the seed: what the policy's source must elaborate to. The evaluator's
 * tests run on it, so that they do not depend on the reader.
 */

const fumarates = ['dimethyl-fumarate', 'diroximel-fumarate', 'monomethyl-fumarate'];
const interferons = ['interferon-beta-1a', 'peginterferon-beta-1a'];

const products: readonly (readonly [id: string, name: string, ingredient: string])[] = [
  ['aubagio', 'Aubagio', 'teriflunomide'],
  ['avonex', 'Avonex', 'interferon-beta-1a'],
  ['bafiertam', 'Bafiertam', 'monomethyl-fumarate'],
  ['betaseron', 'Betaseron', 'interferon-beta-1b'],
  ['briumvi', 'Briumvi', 'ublituximab'],
  ['campath', 'Campath', 'alemtuzumab'],
  ['copaxone', 'Copaxone', 'glatiramer'],
  ['extavia', 'Extavia', 'interferon-beta-1b'],
  ['gilenya', 'Gilenya', 'fingolimod'],
  ['glatopa', 'Glatopa', 'glatiramer'],
  ['kesimpta', 'Kesimpta', 'ofatumumab'],
  ['lemtrada', 'Lemtrada', 'alemtuzumab'],
  ['mavenclad', 'Mavenclad', 'cladribine'],
  ['mayzent', 'Mayzent', 'siponimod'],
  ['ocrevus', 'Ocrevus', 'ocrelizumab'],
  ['ocrevus-zunovo', 'Ocrevus Zunovo', 'ocrelizumab'],
  ['plegridy', 'Plegridy', 'peginterferon-beta-1a'],
  ['ponvory', 'Ponvory', 'ponesimod'],
  ['rebif', 'Rebif', 'interferon-beta-1a'],
  ['tascenso-odt', 'Tascenso ODT', 'fingolimod'],
  ['tecfidera', 'Tecfidera', 'dimethyl-fumarate'],
  ['tyruko', 'Tyruko', 'natalizumab'],
  ['tysabri', 'Tysabri', 'natalizumab'],
  ['vumerity', 'Vumerity', 'diroximel-fumarate'],
  ['zeposia', 'Zeposia', 'ozanimod'],
  ['ampyra', 'Ampyra', 'dalfampridine'],
];

const ingredientIds = [...new Set(products.map(([, , ingredient]) => ingredient))].sort();

const agents = ingredientIds.filter((id) => id !== 'alemtuzumab' && id !== 'dalfampridine');

const states = [
  { id: 'rrms', name: 'relapsing-remitting MS', condition: 'rrms', prevails: false, settledBy: [] },
  {
    id: 'active-spms',
    name: 'active secondary progressive MS',
    condition: 'spms',
    activity: 'active' as const,
    prevails: false,
    settledBy: ['disabling-relapse', 'mri-highly-active'],
  },
  {
    id: 'nonactive-spms',
    name: 'secondary progressive MS that is not active',
    condition: 'spms',
    activity: 'nonactive' as const,
    prevails: true,
    settledBy: ['disabling-relapse', 'mri-highly-active'],
  },
  { id: 'ppms', name: 'primary progressive MS', condition: 'ppms', prevails: true, settledBy: [] },
  { id: 'cis', name: 'clinically isolated syndrome', condition: 'cis', prevails: true, settledBy: [] },
];

const split = '2025-10-01';

/** The vocabulary of multiple sclerosis, as far as IP0213 reads it. */
export const tables: Tables = {
  products: products.map(([id, name, ingredient]) => ({ id, name, ingredient })),
  ingredients: ingredientIds.map((id) => ({
    id,
    name: id.replace(/-(?!1)/g, ' '),
    similar:
      [fumarates, interferons].find((group) => group.includes(id))?.filter((other) => other !== id) ?? [],
  })),
  axes: [
    {
      id: 'multiple-sclerosis-course',
      name: 'course of multiple sclerosis',
      states,
      codes: [
        { code: 'G35', until: split, states: ['rrms', 'active-spms', 'nonactive-spms', 'ppms'] },
        { code: 'G35.A', from: split, states: ['rrms'] },
        { code: 'G35.B0', from: split, states: ['ppms'] },
        { code: 'G35.B1', from: split, states: ['ppms'] },
        { code: 'G35.B2', from: split, states: ['ppms'] },
        { code: 'G35.C0', from: split, states: ['active-spms', 'nonactive-spms'] },
        { code: 'G35.C1', from: split, states: ['active-spms'] },
        { code: 'G35.C2', from: split, states: ['nonactive-spms'] },
        { code: 'G35.D', from: split, states: ['rrms', 'active-spms', 'nonactive-spms', 'ppms'] },
      ],
    },
  ],
  findings: [
    {
      id: 'rapidly-advancing-deterioration',
      name: 'rapidly advancing deterioration in physical functioning',
    },
    { id: 'disabling-relapse', name: 'disabling relapse' },
    { id: 'mri-highly-active', name: 'MRI findings of highly active disease' },
    { id: 'cognitive-impairment', name: 'cognitive impairment' },
    { id: 'hiv-infection', name: 'HIV infection' },
  ],
  judgements: [{ id: 'beneficial-response', name: 'beneficial response' }],
  specialties: [{ id: 'neurology', name: 'neurologist' }],
  indications: [
    { id: 'multiple-sclerosis', name: 'Multiple Sclerosis' },
    { id: 'rheumatoid-arthritis', name: 'Rheumatoid Arthritis' },
  ],
};

const all = (...of: readonly Expression[]): Expression => ({ kind: 'all', of });
const any = (...of: readonly Expression[]): Expression => ({ kind: 'any', of });
const not = (of: Expression): Expression => ({ kind: 'not', of });
const refer = (id: string): Expression => ({ kind: 'clause', id });

const lemtrada = { products: ['lemtrada'], siblings: 'different' } as const;
const everyAgent = { ingredients: agents, open: true };
const named = { ingredients: ['dimethyl-fumarate', 'fingolimod'], open: false };

const course = (grade: 'plain' | 'documented', ...among: readonly string[]): Leaf => ({
  kind: 'classified',
  axis: 'multiple-sclerosis-course',
  among,
  grade,
});
const finding = (id: string, grade: 'plain' | 'documented' = 'documented'): Leaf => ({
  kind: 'finding',
  finding: id,
  grade,
});
const interval: Leaf = { kind: 'elapsed', products: lemtrada, months: 12 };
const priorCourse: Leaf = { kind: 'treated', products: lemtrada, samples: true };
const regimen = (days: number): Leaf => ({ kind: 'regimen', mgPerDay: 12, days });
const reasons = ['failure', 'contraindication', 'intolerance'] as const;

const clause = (
  section: Section,
  id: string,
  number: string,
  text: string,
  expression: Expression,
): Clause => ({
  id,
  number,
  text,
  section,
  expression,
});

const medical = (id: string, number: string, text: string, expression: Expression) =>
  clause('medicalNecessity', id, number, text, expression);

const clauses: readonly Clause[] = [
  medical('age', 'A', '17 years of age or older', {
    kind: 'threshold',
    quantity: 'age',
    unit: 'years',
    least: 17,
  }),
  medical(
    'diagnosis.activeSpms',
    'B.a',
    'Active Secondary Progressive Multiple Sclerosis (SPMS)',
    course('documented', 'active-spms'),
  ),
  medical('diagnosis.rrms', 'B.b', 'Relapsing-Remitting Multiple Sclerosis', course('documented', 'rrms')),
  medical(
    'diagnosis',
    'B',
    'Documented diagnosis of ONE of the following:',
    any(refer('diagnosis.activeSpms'), refer('diagnosis.rrms')),
  ),
  medical('course.stepTherapy.first', 'C.i.a', 'dimethyl fumarate OR fingolimod', {
    kind: 'reason',
    reasons,
    agents: named,
    grade: 'documented',
  }),
  medical(
    'course.stepTherapy.other',
    'C.i.b',
    'ONE other disease modifying agent used for Multiple Sclerosis',
    {
      kind: 'reason',
      reasons,
      agents: everyAgent,
      otherThan: named,
      grade: 'documented',
    },
  ),
  medical(
    'course.stepTherapy',
    'C.i',
    'Documentation of failure, contraindication, or intolerance to BOTH of the following:',
    all(refer('course.stepTherapy.first'), refer('course.stepTherapy.other')),
  ),
  medical(
    'course.highEfficacy',
    'C.ii',
    'Previous treatment with Kesimpta, Tysabri, Tyruko, Briumvi, Mavenclad, or Ocrevus',
    {
      kind: 'treated',
      products: {
        products: ['kesimpta', 'tysabri', 'tyruko', 'briumvi', 'mavenclad', 'ocrevus'],
        siblings: 'review',
      },
      samples: false,
    },
  ),
  medical(
    'course.aggressive.decline',
    'C.iii.a',
    'Demonstration of rapidly-advancing deterioration(s) in physical functioning',
    finding('rapidly-advancing-deterioration'),
  ),
  medical(
    'course.aggressive.disablingRelapse',
    'C.iii.b',
    'Documentation of disabling relapse(s) with suboptimal response to systemic corticosteroids',
    finding('disabling-relapse'),
  ),
  medical(
    'course.aggressive.mri',
    'C.iii.c',
    'Magnetic resonance imaging (MRI) findings suggest highly-active or aggressive multiple sclerosis',
    finding('mri-highly-active'),
  ),
  medical(
    'course.aggressive.cognition',
    'C.iii.d',
    'Documentation of cognitive impairment related to multiple sclerosis',
    finding('cognitive-impairment'),
  ),
  medical(
    'course.aggressive',
    'C.iii',
    'Treatment of highly-active or aggressive multiple sclerosis documented by ONE of the following:',
    any(
      ...['decline', 'disablingRelapse', 'mri', 'cognition'].map((part) =>
        refer(`course.aggressive.${part}`),
      ),
    ),
  ),
  medical('course.continuing', 'C.iv', 'Currently receiving Lemtrada', {
    kind: 'receiving',
    products: lemtrada,
    months: 24,
    others: everyAgent,
  }),
  medical(
    'course',
    'C',
    'ONE of the following:',
    any(
      ...['stepTherapy', 'highEfficacy', 'aggressive', 'continuing'].map((part) => refer(`course.${part}`)),
    ),
  ),
  medical(
    'prescriber',
    'D',
    'Medication is being prescribed by, or in consultation with, a neurologist',
    any(
      { kind: 'affirmed', register: 'specialties', id: 'neurology' },
      { kind: 'affirmed', register: 'consultations', id: 'neurology' },
    ),
  ),
  medical(
    'indication',
    'Multiple Sclerosis',
    'Individual meets ALL of the following criteria:',
    all(refer('age'), refer('diagnosis'), refer('course'), refer('prescriber')),
  ),
  clause(
    'dosing',
    'dosing.first',
    'Dosing.A',
    'First treatment course is 12 mg/day by intravenous infusion on 5 consecutive days (60 mg total dose)',
    all(regimen(5), not(priorCourse)),
  ),
  clause(
    'dosing',
    'dosing.additional',
    'Dosing.B',
    'For additional treatment courses, the dose is 12 mg/day by intravenous infusion on 3 consecutive days (36 mg total dose) administered 12 months after the last Lemtrada treatment course',
    all(regimen(3), priorCourse, interval),
  ),
  clause(
    'dosing',
    'dosing',
    'Dosing',
    'The recommended dose of alemtuzumab (Lemtrada) is ONE of the following:',
    any(refer('dosing.first'), refer('dosing.additional')),
  ),
  clause(
    'reauthorization',
    'reauthorization.response',
    'Reauthorization.1',
    'Documentation of beneficial response',
    {
      kind: 'judgement',
      judgement: 'beneficial-response',
      grade: 'documented',
    },
  ),
  clause(
    'reauthorization',
    'reauthorization.interval',
    'Reauthorization.2',
    'At least 12 months has elapsed since the last dose of any prior Lemtrada treatment',
    interval,
  ),
  clause(
    'reauthorization',
    'reauthorization',
    'Reauthorization',
    'Continuation of alemtuzumab (Lemtrada) is considered medically necessary when the above criteria are met AND the following:',
    all(refer('reauthorization.response'), refer('reauthorization.interval')),
  ),
  clause(
    'exclusions',
    'exclusions.otherUse',
    'exclusions.otherUse',
    'Any other use',
    not({ kind: 'choice', field: 'indication', among: ['multiple-sclerosis'] }),
  ),
  clause(
    'exclusions',
    'exclusions.clinicallyIsolatedSyndrome',
    'exclusions.clinicallyIsolatedSyndrome',
    'Clinically Isolated Syndrome',
    course('plain', 'cis'),
  ),
  clause(
    'exclusions',
    'exclusions.concurrentUse',
    'exclusions.concurrentUse',
    'Concurrent Use with Other Disease-Modifying Agents Used for Multiple Sclerosis',
    { kind: 'concurrent', agents: everyAgent },
  ),
  clause(
    'exclusions',
    'exclusions.hivInfection',
    'exclusions.hivInfection',
    'Human Immunodeficiency Virus (HIV) Infection',
    finding('hiv-infection', 'plain'),
  ),
  clause(
    'exclusions',
    'exclusions.nonRelapsingForms',
    'exclusions.nonRelapsingForms',
    'Non-Relapsing Forms of Multiple Sclerosis',
    course('plain', 'nonactive-spms', 'ppms'),
  ),
];

/** The whole policy. */
export const ip0213: Kernel = {
  number: 'IP0213',
  title: 'Alemtuzumab',
  effective: '2024-03-01',
  nextReview: '2025-03-01',
  product: 'lemtrada',
  clauses,
  criteria: refer('indication'),
  reauthorization: refer('reauthorization'),
  exclusions: any(...clauses.filter(({ section }) => section === 'exclusions').map(({ id }) => refer(id))),
  dosing: refer('dosing'),
  regimens: [
    { clause: 'dosing.first', mgPerDay: 12, days: 5, units: 60, code: 'J0202', course: 'first' },
    { clause: 'dosing.additional', mgPerDay: 12, days: 3, units: 36, code: 'J0202', course: 'additional' },
  ],
  durations: { initial: 12, reauthorization: 12 },
  tables,
};
