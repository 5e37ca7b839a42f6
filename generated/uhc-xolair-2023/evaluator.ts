// Generated from policies/uhc-xolair-2023/policy.ts by Triplicate: do not edit.
// Digest 064fb212d0208b8013634701f46e4dfdb6f58881cd6f7a4dcdfad8c840816e3e
// It supports a coverage decision and does not replace one.

/** The policy that this module decides by. */
export const policy = {
  number: 'UHC-XOLAIR',
  title: 'Omalizumab',
  effective: '2023-01-01',
  products: ['xolair'],
  digest: '064fb212d0208b8013634701f46e4dfdb6f58881cd6f7a4dcdfad8c840816e3e',
} as const;

/** The number of leaves that `encode` writes, and of clauses that `decide` writes. */
export const leafCount = 42;
export const clauseCount = 51;

/** The part of a case that this policy reads. A key that is left out is unknown; dates are `YYYY-MM-DD`. */
export interface Facts {
  readonly request: {
    readonly kind?: 'initial' | 'reauthorization';
    readonly product?: string;
    readonly indication?: string;
    readonly dateOfService: string;
    readonly regimen?: { readonly mgPerDay?: number; readonly days?: number };
    readonly quantity?: { readonly value?: number; readonly unit?: string };
    readonly planDocument?: 'silent' | 'covers' | 'excludes';
    readonly mandate?: 'none' | 'requires';
  };
  readonly patient?: { readonly birthDate?: string };
  readonly prescriber?: {
    readonly specialties?: {
      readonly 'allergy'?: boolean;
      readonly 'immunology'?: boolean;
      readonly 'pulmonology'?: boolean;
    };
    readonly consultations?: {
      readonly 'allergy'?: boolean;
      readonly 'immunology'?: boolean;
      readonly 'pulmonology'?: boolean;
    };
  };
  readonly drugs?: readonly {
    readonly agent: string;
    readonly outcome?: 'failure' | 'intolerance' | 'contraindication' | 'none' | 'unknown';
    readonly evidence?: 'documented' | 'reported' | 'absent';
    readonly source?: 'supplied' | 'sample';
    readonly from?: string;
    readonly to?: string;
    readonly current?: boolean;
    readonly shownBy?: 'record' | 'claim' | 'laboratory' | 'prescriber' | 'attestation';
    readonly doseReached?: { readonly value?: number; readonly unit?: string };
    readonly indication?: string;
  }[];
  readonly drugsComplete?: boolean;
  readonly findings?: {
    readonly 'established-on-requested-drug'?: FindingEntry;
    readonly 'moderate-to-severe-persistent-asthma'?: FindingEntry;
    readonly 'poor-asthma-control'?: FindingEntry;
    readonly 'dependent-on-oral-steroids'?: FindingEntry;
    readonly 'positive-skin-test-to-perennial-allergen'?: FindingEntry;
    readonly 'positive-in-vitro-test-to-perennial-allergen'?: FindingEntry;
    readonly 'on-maximal-ics-laba'?: FindingEntry;
    readonly 'on-maximal-ics-with-another-controller'?: FindingEntry;
    readonly 'history-of-type-1-reaction-to-food'?: FindingEntry;
    readonly 'positive-skin-test-to-food'?: FindingEntry;
    readonly 'positive-specific-ige-to-food'?: FindingEntry;
    readonly 'positive-oral-food-challenge'?: FindingEntry;
    readonly 'epinephrine-available'?: FindingEntry;
  };
  readonly judgements?: {
    readonly 'beneficial-response'?: JudgementEntry;
    readonly 'within-maximum-dose'?: JudgementEntry;
    readonly 'nasal-polyps-criteria'?: JudgementEntry;
  };
  readonly events?: readonly {
    readonly event: string;
    readonly on?: string;
    readonly value?: number;
    readonly unit?: string;
    readonly reference?: { readonly lower?: number; readonly upper?: number };
    readonly conditions?: Readonly<Record<string, boolean>>;
    readonly evidence?: 'documented' | 'reported' | 'absent';
    readonly shownBy?: 'record' | 'claim' | 'laboratory' | 'prescriber' | 'attestation';
  }[];
  readonly complete?: readonly string[];
  readonly dates?: {
    readonly 'first-dose'?: string;
  };
  readonly commitments?: {
    readonly 'food-allergen-avoidance'?: boolean;
  };
}

type Evidence = 'documented' | 'reported' | 'absent';
type FindingEntry = Evidence | { readonly evidence?: Evidence; readonly on?: string };
type JudgementEntry = { readonly papers?: Evidence; readonly verdict?: 'met' | 'not-met' };
type DrugEntry = NonNullable<Facts['drugs']>[number];
type EventEntry = NonNullable<Facts['events']>[number];

/** The outcomes, by the code that `decide` returns. */
export const outcomes = ['notApplicable', 'pended', 'denied', 'modified', 'approved'] as const;

/** The place of the leaf that tells whether the policy speaks of the product and is in force. */
const scopeLeaf = 0;

/** The places of the leaves that tell whether a mandate requires it (3), and what the plan says (1 covers, 2 excludes). */
const mandateLeaf = 1;
const planLeaf = 2;

/** The layers, by their code. */
const layers = ['scope', 'mandate', 'plan', 'policy'] as const;

/** Swaps met and not met, and leaves unknown: 0b0111 holds the three answers, two bits each. */
function not(status: number): number {
  return (0b0111 >> (status << 1)) & 3;
}

/** What follows from each layer: scope and coverage and dosing in two bits, whether a mandate requires, what the plan says. */
const conclusions = Uint8Array.from({ length: 1024 }, (_, index) =>
  conclusion(index & 3, (index >> 2) & 3, (index >> 4) & 3, (index >> 6) & 3, index >> 8),
);

function conclusion(scope: number, mandate: number, plan: number, coverage: number, dosing: number): number {
  const by = (layer: (typeof layers)[number], outcome: (typeof outcomes)[number]) =>
    outcomes.indexOf(outcome) | (layers.indexOf(layer) << 3);
  if (scope !== 3) return by('scope', scope === 0 ? 'notApplicable' : 'pended');
  if (mandate === 3) return by('mandate', 'approved');
  if (plan === 2) return by('plan', 'denied');
  if (coverage === 1) return by('policy', 'pended');
  if (coverage === 0) return plan === 1 ? by('plan', 'approved') : by('policy', 'denied');
  if (dosing === 1) return by('policy', 'pended');
  return by('policy', dosing === 3 ? 'approved' : 'modified');
}

/**
 * Decides from encoded leaves: returns the outcome's code and leaves the status of every clause in `clauses`
 * (0 not met, 1 unknown, 3 met). It allocates nothing, and what it takes does not depend on the case.
 */
export function decide(leaves: Uint8Array, clauses: Uint8Array): number {
  return conclude(leaves, clauses) & 7;
}

/** The code of the outcome, and above its three bits that of the layer that decided. */
function conclude(leaves: Uint8Array, clauses: Uint8Array): number {
  if (leaves.length < leafCount || clauses.length < clauseCount) throw new RangeError('The buffers are too short.');
  const c0 = (clauses[0] = (leaves[3]! & 3)); // asthma.course.continuing.authorization
  const c1 = (clauses[1] = (leaves[4]! & 3)); // asthma.course.continuing.established
  const c2 = (clauses[2] = (leaves[5]! & 3)); // asthma.course.continuing.response
  const c3 = (clauses[3] = (leaves[6]! & 3)); // asthma.course.continuing.controller
  const c4 = (clauses[4] = not((leaves[7]! & 3))); // asthma.course.continuing.notCombined
  const c5 = (clauses[5] = (c0 & c1 & c2 & c3 & c4)); // asthma.course.continuing
  const c6 = (clauses[6] = (leaves[8]! & 3)); // asthma.course.starting.severity
  const c7 = (clauses[7] = (leaves[9]! & 3)); // asthma.course.starting.uncontrolled.control
  const c8 = (clauses[8] = (leaves[10]! & 3)); // asthma.course.starting.uncontrolled.bursts
  const c9 = (clauses[9] = (leaves[11]! & 3)); // asthma.course.starting.uncontrolled.urgentVisit
  const c10 = (clauses[10] = (leaves[12]! & 3)); // asthma.course.starting.uncontrolled.fev1
  const c11 = (clauses[11] = (leaves[13]! & 3)); // asthma.course.starting.uncontrolled.oralSteroids
  const c12 = (clauses[12] = (c7 | c8 | c9 | c10 | c11)); // asthma.course.starting.uncontrolled
  const c13 = (clauses[13] = (leaves[14]! & 3)); // asthma.course.starting.ige
  const c14 = (clauses[14] = (leaves[15]! & 3)); // asthma.course.starting.allergen.skinTest
  const c15 = (clauses[15] = (leaves[16]! & 3)); // asthma.course.starting.allergen.inVitroTest
  const c16 = (clauses[16] = (c14 | c15)); // asthma.course.starting.allergen
  const c17 = (clauses[17] = (leaves[17]! & 3)); // asthma.course.starting.controller.icsLaba
  const c18 = (clauses[18] = (leaves[18]! & 3)); // asthma.course.starting.controller.icsAndOther
  const c19 = (clauses[19] = (c17 | c18)); // asthma.course.starting.controller
  const c20 = (clauses[20] = not((leaves[7]! & 3))); // asthma.course.starting.notCombined
  const c21 = (clauses[21] = ((leaves[19]! & 3) | (leaves[20]! & 3))); // asthma.course.starting.specialist.allergy
  const c22 = (clauses[22] = ((leaves[21]! & 3) | (leaves[22]! & 3))); // asthma.course.starting.specialist.immunology
  const c23 = (clauses[23] = ((leaves[23]! & 3) | (leaves[24]! & 3))); // asthma.course.starting.specialist.pulmonology
  const c24 = (clauses[24] = (c21 | c22 | c23)); // asthma.course.starting.specialist
  const c25 = (clauses[25] = (c6 & c12 & c13 & c16 & c19 & c20 & c24)); // asthma.course.starting
  const c26 = (clauses[26] = (c5 | c25)); // asthma.course
  const c27 = (clauses[27] = (leaves[25]! & 3)); // asthma.dose
  const c28 = (clauses[28] = (c26 & c27)); // asthma
  const c29 = (clauses[29] = (leaves[26]! & 3)); // urticaria.despite.twoAntihistamines
  const c30 = (clauses[30] = (leaves[27]! & 3)); // urticaria.despite.secondGenerationAndOther.secondGeneration
  const c31 = (clauses[31] = (leaves[28]! & 3)); // urticaria.despite.secondGenerationAndOther.different
  const c32 = (clauses[32] = (c30 & c31)); // urticaria.despite.secondGenerationAndOther
  const c33 = (clauses[33] = (c29 | c32)); // urticaria.despite
  const c34 = (clauses[34] = (leaves[25]! & 3)); // urticaria.dose
  const c35 = (clauses[35] = (c33 & c34)); // urticaria
  const c36 = (clauses[36] = (leaves[29]! & 3)); // foodAllergy.age
  const c37 = (clauses[37] = (leaves[30]! & 3)); // foodAllergy.confirmed.history
  const c38 = (clauses[38] = (leaves[31]! & 3)); // foodAllergy.confirmed.test.skinTest
  const c39 = (clauses[39] = (leaves[32]! & 3)); // foodAllergy.confirmed.test.ige
  const c40 = (clauses[40] = (leaves[33]! & 3)); // foodAllergy.confirmed.test.challenge
  const c41 = (clauses[41] = (c38 | c39 | c40)); // foodAllergy.confirmed.test
  const c42 = (clauses[42] = (c37 & c41)); // foodAllergy.confirmed
  const c43 = (clauses[43] = (leaves[34]! & 3)); // foodAllergy.avoidance
  const c44 = (clauses[44] = (leaves[35]! & 3)); // foodAllergy.epinephrine
  const c45 = (clauses[45] = (leaves[25]! & 3)); // foodAllergy.dose
  const c46 = (clauses[46] = (c36 & c42 & c43 & c44 & c45)); // foodAllergy
  const c47 = (clauses[47] = (leaves[36]! & 3)); // nasalPolyps.criteria
  const c48 = (clauses[48] = c47); // nasalPolyps
  const c49 = (clauses[49] = ((not((leaves[37]! & 3)) | c28) & (not((leaves[38]! & 3)) | c35) & (not((leaves[39]! & 3)) | c46) & (not((leaves[40]! & 3)) | c48))); // indication
  const c50 = (clauses[50] = not((leaves[41]! & 3))); // exclusions.otherUse
  const coverage = (c49 & not(c50));
  const dosing = 3;
  const layer = leaves[0]! | (leaves[1]! << 2) | (leaves[2]! << 4);
  return conclusions[layer | (coverage << 6) | (dosing << 8)]!;
}

const table0 = Uint8Array.from([0, 0, 0, 0, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 0]);
const table1 = Uint8Array.from([0, 0, 0, 3, 0, 0, 0, 0, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const table2 = Uint8Array.from([0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0]);
const table3 = Int32Array.from([-1, -1, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 1, 2, 3, 4, 5, 6, 7, -1, -1, -1, -1, -1, -1, -1]);
const trials4: Trials = {
  agents: table2,
  keys: table3,
  keyCount: 8,
  similar: [],
  isGraded: false,
  lasting: { count: 14, months: false, binds: 4 },
  doseUnit: '',
  shownBy: -1,
};
const table5 = Uint8Array.from([0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const table6 = Int32Array.from([-1, -1, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 1, 2, 3, 4, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1]);
const trials7: Trials = {
  agents: table5,
  keys: table6,
  keyCount: 5,
  similar: [],
  isGraded: false,
  lasting: { count: 14, months: false, binds: 4 },
  doseUnit: '',
  shownBy: -1,
};
const table8 = Uint8Array.from([0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0]);
const table9 = Int32Array.from([-1, -1, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -1, -1, -1]);
const trials10: Trials = {
  agents: table8,
  keys: table9,
  keyCount: 12,
  similar: [],
  isGraded: false,
  lasting: { count: 14, months: false, binds: 4 },
  doseUnit: '',
  shownBy: -1,
};
const selection11: Selection = {
  kinds: [1],
  limit: 0,
  yes: 7,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection12: Selection = {
  kinds: [2],
  limit: 0,
  yes: 0,
  no: 0,
  span: { anchor: 0, from: { count: -12, months: true, inclusive: true }, to: { count: 0, months: false, inclusive: true } },
  shownBy: -1,
  reported: 3,
};
const selection13: Selection = {
  kinds: [3, 4, 5],
  limit: 0,
  yes: 0,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection14: Selection = {
  kinds: [6],
  bounds: [{ unit: 3, least: -Infinity, above: -Infinity, most: Infinity, below: 80 }],
  limit: 0,
  yes: 0,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection15: Selection = {
  kinds: [7],
  bounds: [{ unit: 1, least: 30, above: -Infinity, most: 1300, below: Infinity }, { unit: 2, least: 30, above: -Infinity, most: 1300, below: Infinity }],
  limit: 0,
  yes: 0,
  no: 0,
  span: { anchor: 1, to: { count: 0, months: false, inclusive: false } },
  shownBy: -1,
  reported: 3,
};
const table16 = Uint8Array.from([0, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

/** The spellings of the products that the policy is about. */
const productNames = new Set<string>(['xolair', 'Xolair']);

/** Indications by id and by name. */
const indicationNames = new Map<string, number>([
  ['asthma', 1],
  ['Asthma', 1],
  ['chronic-spontaneous-urticaria', 2],
  ['Chronic Spontaneous Urticaria', 2],
  ['chronic spontaneous urticaria', 2],
  ['ige-mediated-food-allergy', 3],
  ['IgE-Mediated Food Allergy', 3],
  ['ige-mediated food allergy', 3],
  ['chronic-rhinosinusitis-with-nasal-polyps', 4],
  ['Chronic Rhinosinusitis with Nasal Polyps', 4],
  ['chronic rhinosinusitis with nasal polyps', 4],
]);

/** The days that windows are counted from, the date of service first; 0 where unknown. */
const anchors = new Int32Array(2);

/** Kinds of events by their place. */
const eventNames = new Map<string, number>([
  ['prior-authorization', 1],
  ['systemic-steroid-burst', 2],
  ['emergency-visit-for-asthma', 3],
  ['hospital-admission-for-asthma', 4],
  ['urgent-visit-for-asthma', 5],
  ['fev1-percent-predicted', 6],
  ['total-ige', 7],
]);

/** Units by their place. */
const eventUnitNames = new Map<string, number>([
  ['[IU]/mL', 1],
  ['k[IU]/L', 2],
  ['%', 3],
]);

const eventConditions: readonly string[] = ['this-payer', 'medical-benefit', 'active'];

/** Of which kinds the list of events is whole. */
const eventsListed = new Uint8Array(8);

/** How much of the first unit one of a unit is, by kind of event and by unit; 0 where it is not measured in it. */
const eventUnitCount = 4;
const eventFactors = Float64Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0]);

/** Products and ingredients by id and by name. */
const agentNames = new Map<string, number>([
  ['ampyra', 27],
  ['Ampyra', 27],
  ['aubagio', 27],
  ['Aubagio', 27],
  ['avonex', 27],
  ['Avonex', 27],
  ['bafiertam', 27],
  ['Bafiertam', 27],
  ['betaseron', 27],
  ['Betaseron', 27],
  ['briumvi', 27],
  ['Briumvi', 27],
  ['campath', 27],
  ['Campath', 27],
  ['copaxone', 27],
  ['Copaxone', 27],
  ['extavia', 27],
  ['Extavia', 27],
  ['gilenya', 27],
  ['Gilenya', 27],
  ['glatopa', 27],
  ['Glatopa', 27],
  ['kesimpta', 27],
  ['Kesimpta', 27],
  ['lemtrada', 27],
  ['Lemtrada', 27],
  ['mavenclad', 27],
  ['Mavenclad', 27],
  ['mayzent', 27],
  ['Mayzent', 27],
  ['ocrevus', 27],
  ['Ocrevus', 27],
  ['ocrevus-zunovo', 27],
  ['Ocrevus Zunovo', 27],
  ['ocrevus zunovo', 27],
  ['plegridy', 27],
  ['Plegridy', 27],
  ['ponvory', 27],
  ['Ponvory', 27],
  ['rebif', 27],
  ['Rebif', 27],
  ['tascenso-odt', 27],
  ['Tascenso ODT', 27],
  ['tascenso odt', 27],
  ['tecfidera', 27],
  ['Tecfidera', 27],
  ['tyruko', 27],
  ['Tyruko', 27],
  ['tysabri', 27],
  ['Tysabri', 27],
  ['vumerity', 27],
  ['Vumerity', 27],
  ['zeposia', 27],
  ['Zeposia', 27],
  ['ozempic', 27],
  ['Ozempic', 27],
  ['trulicity', 27],
  ['Trulicity', 27],
  ['victoza', 27],
  ['Victoza', 27],
  ['glucophage', 27],
  ['Glucophage', 27],
  ['xolair', 1],
  ['Xolair', 1],
  ['zyrtec', 2],
  ['Zyrtec', 2],
  ['dupixent', 3],
  ['Dupixent', 3],
  ['spinraza', 27],
  ['Spinraza', 27],
  ['zolgensma', 27],
  ['Zolgensma', 27],
  ['actos', 27],
  ['Actos', 27],
  ['amaryl', 27],
  ['Amaryl', 27],
  ['glucotrol', 27],
  ['Glucotrol', 27],
  ['januvia', 27],
  ['Januvia', 27],
  ['jardiance', 27],
  ['Jardiance', 27],
  ['remicade', 27],
  ['Remicade', 27],
  ['inflectra', 27],
  ['Inflectra', 27],
  ['renflexis', 27],
  ['Renflexis', 27],
  ['avsola', 27],
  ['Avsola', 27],
  ['humira', 27],
  ['Humira', 27],
  ['enbrel', 27],
  ['Enbrel', 27],
  ['naprosyn', 27],
  ['Naprosyn', 27],
  ['cpap-device', 27],
  ['continuous positive airway pressure (CPAP) device', 27],
  ['continuous positive airway pressure (cpap) device', 27],
  ['bilevel-pap-device', 27],
  ['bilevel positive airway pressure device', 27],
  ['oral-appliance', 27],
  ['oral appliance for sleep apnea', 27],
  ['home-oxygen', 27],
  ['oxygen for home use', 27],
  ['continuous-glucose-monitor', 27],
  ['continuous glucose monitor', 27],
  ['blood-glucose-meter', 27],
  ['blood glucose meter', 27],
  ['roux-en-y-gastric-bypass', 27],
  ['Roux-en-Y gastric bypass', 27],
  ['roux-en-y gastric bypass', 27],
  ['gastric-banding', 27],
  ['gastric banding', 27],
  ['biliopancreatic-diversion-duodenal-switch', 27],
  ['biliopancreatic diversion with duodenal switch', 27],
  ['sleeve-gastrectomy', 27],
  ['sleeve gastrectomy', 27],
  ['vertical-banded-gastroplasty', 27],
  ['vertical banded gastroplasty', 27],
  ['gastric-balloon', 27],
  ['gastric balloon', 27],
  ['intestinal-bypass', 27],
  ['intestinal bypass', 27],
  ['alemtuzumab', 27],
  ['cladribine', 27],
  ['dalfampridine', 27],
  ['dimethyl-fumarate', 27],
  ['dimethyl fumarate', 27],
  ['diroximel-fumarate', 27],
  ['diroximel fumarate', 27],
  ['fingolimod', 27],
  ['glatiramer-acetate', 27],
  ['glatiramer acetate', 27],
  ['interferon-beta-1a', 27],
  ['interferon beta-1a', 27],
  ['interferon-beta-1b', 27],
  ['interferon beta-1b', 27],
  ['monomethyl-fumarate', 27],
  ['monomethyl fumarate', 27],
  ['natalizumab', 27],
  ['ocrelizumab', 27],
  ['ofatumumab', 27],
  ['ozanimod', 27],
  ['peginterferon-beta-1a', 27],
  ['peginterferon beta-1a', 27],
  ['ponesimod', 27],
  ['siponimod', 27],
  ['teriflunomide', 27],
  ['ublituximab', 27],
  ['metformin', 27],
  ['glipizide', 27],
  ['glimepiride', 27],
  ['pioglitazone', 27],
  ['sitagliptin', 27],
  ['empagliflozin', 27],
  ['semaglutide', 27],
  ['dulaglutide', 27],
  ['liraglutide', 27],
  ['budesonide', 4],
  ['fluticasone', 5],
  ['mometasone', 6],
  ['omalizumab', 7],
  ['dupilumab', 8],
  ['mepolizumab', 9],
  ['reslizumab', 10],
  ['benralizumab', 11],
  ['tezepelumab', 12],
  ['cetirizine', 13],
  ['levocetirizine', 14],
  ['loratadine', 15],
  ['desloratadine', 16],
  ['fexofenadine', 17],
  ['diphenhydramine', 18],
  ['hydroxyzine', 19],
  ['chlorpheniramine', 20],
  ['famotidine', 21],
  ['cimetidine', 22],
  ['montelukast', 23],
  ['zafirlukast', 24],
  ['nusinersen', 27],
  ['onasemnogene-abeparvovec', 27],
  ['onasemnogene abeparvovec', 27],
  ['budesonide-formoterol', 25],
  ['budesonide with formoterol', 25],
  ['fluticasone-salmeterol', 26],
  ['fluticasone with salmeterol', 26],
  ['methotrexate', 27],
  ['leflunomide', 27],
  ['sulfasalazine', 27],
  ['hydroxychloroquine', 27],
  ['cyclosporine', 27],
  ['acitretin', 27],
  ['ibuprofen', 27],
  ['naproxen', 27],
  ['diclofenac', 27],
  ['celecoxib', 27],
  ['indomethacin', 27],
  ['infliximab', 27],
  ['adalimumab', 27],
  ['etanercept', 27],
]);

/** A date as a number that orders as dates do: 32 to a month and 384 to a year, so that months are added by adding. */
function day(date: string): number {
  const year = date.charCodeAt(0) * 1000 + date.charCodeAt(1) * 100 + date.charCodeAt(2) * 10 + date.charCodeAt(3);
  const month = date.charCodeAt(5) * 10 + date.charCodeAt(6);
  return (year - 53328) * 384 + (month - 529) * 32 + date.charCodeAt(8) * 10 + date.charCodeAt(9) - 528;
}

/** A name as it is compared: without case, trademark signs and surplus space. */
function fold(name: string): string {
  return name.replace(/[\u00ae\u2122\u00a9]/g, '').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Whether the policy speaks of this product. */
function isProduct(name: string): boolean {
  return productNames.has(name) || productNames.has(fold(name));
}

/** The place of what is named; 0 for what the vocabulary lacks, -1 for none. */
function placeIn(names: ReadonlyMap<string, number>, name: string | undefined): number {
  if (name === undefined) return -1;
  return names.get(name) ?? names.get(fold(name)) ?? 0;
}

/** Whether an age on a day, 0 where that is unknown, is so much: in years where a unit is 384, in months where it is 32. */
function isAged(birthDate: string | undefined, at: number, unit: number, least: number, most: number): number {
  if (birthDate === undefined || at === 0) return 1;
  const born = day(birthDate);
  // Born after that day: a contradiction, so unknown. A birthday that a month lacks falls on the first of the next.
  if (born > at) return 1;
  const age = Math.floor((at - born) / unit);
  return age >= least && age <= most ? 3 : 0;
}

/** A yes-or-no fact: left out, it is unknown. */
function yesOrNo(fact: boolean | undefined): number {
  return fact === undefined ? 1 : fact ? 3 : 0;
}

/** A finding, of which 1 is unknown: dated after the date of service it does not count. */
function findingOf(entry: FindingEntry | undefined, reported: number, on: number): number {
  if (entry === undefined) return 1;
  if (typeof entry === 'string') return gradeOf(entry, reported);
  return entry.on !== undefined && day(entry.on) > on ? 1 : gradeOf(entry.evidence, reported);
}

function gradeOf(evidence: Evidence | undefined, reported: number): number {
  return evidence === 'documented' ? 3 : evidence === 'absent' ? 0 : evidence === undefined ? 1 : reported;
}

/** A reviewer's judgement: a no stands whatever the papers, and without a verdict it is for a reviewer. */
function judged(entry: JudgementEntry | undefined, withoutPapers: number): number {
  if (entry?.verdict === undefined) return 5;
  if (entry.verdict === 'not-met') return 0;
  return entry.papers === 'documented' ? 3 : withoutPapers;
}

function monthLength(month: number): number {
  const year = Math.floor(month / 12);
  const place = month - year * 12;
  if (place === 1) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return place === 3 || place === 5 || place === 8 || place === 10 ? 30 : 31;
}

/** Bounds in one unit, by its place; infinite where they do not bind. */
interface Bounds {
  readonly unit: number;
  readonly least: number;
  readonly above: number;
  readonly most: number;
  readonly below: number;
}

function isInBounds(value: number, { least, above, most, below }: Bounds): number {
  return value >= least && value > above && value <= most && value < below ? 3 : 0;
}

/** The number of a day, counted on without gaps: of it days can be added. 0 stays 0, which is an unknown day. */
function dayNumber(date: number): number {
  if (date === 0) return 0;
  // Counted from March, so that a leap day is the last of its year.
  const month = (date >> 5) - 2;
  const year = Math.floor(month / 12);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leaps + Math.floor((153 * (month - year * 12) + 2) / 5) + (date & 31);
}

/** The day so many months later; a day that its month lacks becomes the month's last. */
function monthsAfter(from: number, months: number): number {
  const month = (from >> 5) + months;
  return month * 32 + Math.min(from & 31, monthLength(month));
}

function dayOrNone(date: string | undefined): number {
  return date === undefined ? 0 : day(date);
}

type EvidenceSource = 'record' | 'claim' | 'laboratory' | 'prescriber' | 'attestation';

/** What shows a fact, as a bit; 0 where that is left out. */
function sourceBit(source: EvidenceSource | undefined): number {
  switch (source) {
    case 'record':
      return 1;
    case 'claim':
      return 2;
    case 'laboratory':
      return 4;
    case 'prescriber':
      return 8;
    case 'attestation':
      return 16;
    default:
      return 0;
  }
}

/** A window of days: its anchor by place, and its sides. */
interface Span {
  readonly anchor: number;
  readonly from?: Side;
  readonly to?: Side;
}

/** A day so many days or months from the anchor. */
interface Side {
  readonly count: number;
  readonly months: boolean;
  readonly inclusive: boolean;
}

/** The window that is open at present: its first and its last day, by number, and whether its anchor is unknown. */
let spanFirst = 0;
let spanLast = 0;
let spanIsUnknown = false;

/** Reckons the days of a window; of none, all. */
function openSpan(span: Span | undefined): void {
  spanFirst = -0x40000000;
  spanLast = 0x40000000;
  spanIsUnknown = false;
  if (span === undefined) return;
  const anchor = anchors[span.anchor]!;
  spanIsUnknown = anchor === 0;
  if (spanIsUnknown) return;
  if (span.from !== undefined) spanFirst = sideDay(anchor, span.from) + (span.from.inclusive ? 0 : 1);
  if (span.to !== undefined) spanLast = sideDay(anchor, span.to) - (span.to.inclusive ? 0 : 1);
}

function sideDay(anchor: number, { count, months }: Side): number {
  return months ? dayNumber(monthsAfter(anchor, count)) : dayNumber(anchor) + count;
}

/** Whether a day, 0 where unknown, lies within the window that is open. */
function isWithinSpan(date: number, span: Span | undefined): number {
  if (span === undefined) return 3;
  if (spanIsUnknown || date === 0) return 1;
  return date >= spanFirst && date <= spanLast ? 3 : 0;
}

/** Whether there are so many: bit 2 of a mark is that of a sure entry, bit 1 that of a possible one. */
function areCounted(selection: Selection, least: number, byDay: boolean): number {
  markEvents(selection, eventMarks, 0);
  const sure = byDay ? daysMarked(2) : entriesMarked(2);
  if (sure >= least) return 3;
  const possible = byDay ? daysMarked(1) : entriesMarked(1);
  return isListed(selection.kinds) && possible < least ? 0 : 1;
}

function entriesMarked(bit: number): number {
  let count = 0;
  for (let index = 0; index < eventCount; index += 1) if ((eventMarks[index]! & bit) !== 0) count += 1;
  return count;
}

/** How many days: of sure entries without a date all may lie on one, of possible ones each on its own. */
function daysMarked(bit: number): number {
  let dated = 0;
  let undated = 0;
  for (let index = 0; index < eventCount; index += 1) {
    if ((eventMarks[index]! & bit) === 0) continue;
    if (eventDays[index] === 0) undated += 1;
    else if (isFirstOfDay(index, bit)) dated += 1;
  }
  return bit === 1 ? dated + undated : dated === 0 && undated > 0 ? 1 : dated;
}

/** Whether no earlier entry that is marked alike lies on the same day. */
function isFirstOfDay(index: number, bit: number): boolean {
  for (let other = 0; other < index; other += 1) {
    if ((eventMarks[other]! & bit) !== 0 && eventDays[other] === eventDays[index]) return false;
  }
  return true;
}

const noEvents: readonly EventEntry[] = [];

let eventCount = 0;
/** The kind of event; 0 where the policy reads none such, or it is dated after the date of service. */
let eventKinds = new Uint16Array(16);
/** Its day by number; 0 where unknown. */
let eventDays = new Int32Array(16);
/** Its value and the laboratory's limits, not a number where unknown; and the place of its unit. */
let eventValues = new Float64Array(16);
let eventLowers = new Float64Array(16);
let eventUppers = new Float64Array(16);
let eventUnits = new Uint16Array(16);
/** Its evidence: 0 absent, 1 left out, 2 reported, 3 documented; and what shows it, as a bit. */
let eventGrades = new Uint8Array(16);
let eventSources = new Uint8Array(16);
/** The conditions known to hold and those known not to, as bits. */
let eventYes = new Int32Array(16);
let eventNo = new Int32Array(16);
/** What a selection makes of it. */
let eventMarks = new Uint8Array(16);

function reserveEvents(count: number): void {
  eventCount = count;
  if (count <= eventKinds.length) return;
  const length = count * 2;
  eventKinds = new Uint16Array(length);
  eventDays = new Int32Array(length);
  eventValues = new Float64Array(length);
  eventLowers = new Float64Array(length);
  eventUppers = new Float64Array(length);
  eventUnits = new Uint16Array(length);
  eventGrades = new Uint8Array(length);
  eventSources = new Uint8Array(length);
  eventYes = new Int32Array(length);
  eventNo = new Int32Array(length);
  eventMarks = new Uint8Array(length);
}

/** Reads the events, and of which kinds the list is whole. */
function readEvents(facts: Facts, on: number): void {
  const events = facts.events ?? noEvents;
  reserveEvents(events.length);
  for (let index = 0; index < eventCount; index += 1) readEvent(events[index]!, index, on);
  eventsListed.fill(0);
  if (facts.complete !== undefined) for (const id of facts.complete) eventsListed[eventNames.get(id) ?? 0] = 1;
}

function readEvent(entry: EventEntry, index: number, on: number): void {
  const date = dayOrNone(entry.on);
  const kind = eventNames.get(entry.event) ?? 0;
  eventKinds[index] = date > on ? 0 : kind;
  if (kind === 0 || date > on) return;
  const { value, unit, reference, conditions, evidence } = entry;
  eventDays[index] = dayNumber(date);
  eventValues[index] = value ?? NaN;
  eventLowers[index] = reference?.lower ?? NaN;
  eventUppers[index] = reference?.upper ?? NaN;
  eventUnits[index] = unit === undefined ? 0 : (eventUnitNames.get(unit) ?? 0);
  eventGrades[index] = evidence === 'documented' ? 3 : evidence === 'reported' ? 2 : evidence === 'absent' ? 0 : 1;
  eventSources[index] = sourceBit(entry.shownBy);
  let yes = 0;
  let no = 0;
  if (conditions !== undefined) {
    for (let place = 0; place < eventConditions.length; place += 1) {
      const holds = conditions[eventConditions[place]!];
      if (holds === true) yes |= 1 << place;
      else if (holds === false) no |= 1 << place;
    }
  }
  eventYes[index] = yes;
  eventNo[index] = no;
}

/** Which events are meant: kinds by place, conditions and sources as bits, and what a reported entry counts for. */
interface Selection {
  readonly kinds: readonly number[];
  readonly bounds?: readonly Bounds[];
  /** The limit that values are a multiple of: 0 none, 1 the lower, 2 the upper. */
  readonly limit: number;
  readonly yes: number;
  readonly no: number;
  readonly span?: Span;
  /** The sources that show it; -1 where any does. */
  readonly shownBy: number;
  readonly reported: number;
}

/** Marks what a selection makes of each entry, of all its kinds or of one. */
function markEvents(selection: Selection, marks: Uint8Array, kind: number): void {
  openSpan(selection.span);
  for (let index = 0; index < eventCount; index += 1) {
    const own = eventKinds[index]!;
    const counts = own !== 0 && (kind === 0 ? selection.kinds.includes(own) : own === kind);
    marks[index] = counts ? entryMark(index, selection) : 0;
  }
}

/** Whether an entry is one of those meant, its window being open. */
function entryMark(index: number, selection: Selection): number {
  const { bounds, yes, no, shownBy } = selection;
  return (
    isWithinSpan(eventDays[index]!, selection.span) &
    (bounds === undefined ? 3 : valueMark(index, bounds, selection.limit)) &
    conditionMark(index, yes, no) &
    (shownBy === -1 || (eventSources[index]! & shownBy) !== 0 ? 3 : 1) &
    (eventGrades[index] === 2 ? selection.reported : eventGrades[index]!)
  );
}

function conditionMark(index: number, yes: number, no: number): number {
  if (((eventNo[index]! & yes) | (eventYes[index]! & no)) !== 0) return 0;
  return ((yes & ~eventYes[index]!) | (no & ~eventNo[index]!)) === 0 ? 3 : 1;
}

/** Whether the value of an entry lies within the bounds of its unit, or its multiple of a limit within the only ones. */
function valueMark(index: number, bounds: readonly Bounds[], limit: number): number {
  const value = eventValues[index]!;
  if (Number.isNaN(value)) return 1;
  if (limit !== 0) {
    const reference = limit === 1 ? eventLowers[index]! : eventUppers[index]!;
    const [only] = bounds;
    return Number.isNaN(reference) || reference === 0 || only === undefined ? 1 : isInBounds(value / reference, only);
  }
  for (const each of bounds) if (each.unit === eventUnits[index]) return isInBounds(value, each);
  return 1;
}

/** Whether the list is whole for each kind. */
function isListed(kinds: readonly number[]): boolean {
  for (const kind of kinds) if (eventsListed[kind] === 0) return false;
  return true;
}

const effective = day('2023-01-01');

/**
 * Reads a case into `leaves`, one small integer a leaf: 0 not met, 1 unknown, 3 met, 5 unknown and for a reviewer to
 * judge. Names are resolved, dates compared and histories gone through here, once. The case must be a valid one.
 */
export function encode(facts: Facts, leaves: Uint8Array): void {
  if (leaves.length < leafCount) throw new RangeError('The buffer is too short.');
  const { request, patient, findings, judgements, commitments } = facts;
  const { product, mandate, planDocument } = request;
  const prescriber = facts.prescriber;
  const specialties = prescriber?.specialties;
  const consultations = prescriber?.consultations;
  const on = day(request.dateOfService);
  leaves[0] = on < effective ? 0 : product === undefined ? 1 : isProduct(product) ? 3 : 0;
  leaves[1] = mandate === 'requires' ? 3 : 0;
  leaves[2] = planDocument === 'covers' ? 1 : planDocument === 'excludes' ? 2 : 0;
  const indication = placeIn(indicationNames, request.indication);
  anchors[0] = on;
  anchors[1] = dayOrNone(facts.dates?.['first-dose']);
  readEvents(facts, on);
  leaves[3] = areCounted(selection11, 1, false); // asthma.course.continuing.authorization
  leaves[4] = findingOf(findings?.['established-on-requested-drug'], 3, on); // asthma.course.continuing.established
  leaves[5] = judged(judgements?.['beneficial-response'], 3); // asthma.course.continuing.response
  leaves[8] = findingOf(findings?.['moderate-to-severe-persistent-asthma'], 3, on); // asthma.course.starting.severity
  leaves[9] = findingOf(findings?.['poor-asthma-control'], 3, on); // asthma.course.starting.uncontrolled.control
  leaves[10] = areCounted(selection12, 2, false); // asthma.course.starting.uncontrolled.bursts
  leaves[11] = areCounted(selection13, 1, false); // asthma.course.starting.uncontrolled.urgentVisit
  leaves[12] = areCounted(selection14, 1, false); // asthma.course.starting.uncontrolled.fev1
  leaves[13] = findingOf(findings?.['dependent-on-oral-steroids'], 3, on); // asthma.course.starting.uncontrolled.oralSteroids
  leaves[14] = areCounted(selection15, 1, false); // asthma.course.starting.ige
  leaves[15] = findingOf(findings?.['positive-skin-test-to-perennial-allergen'], 3, on); // asthma.course.starting.allergen.skinTest
  leaves[16] = findingOf(findings?.['positive-in-vitro-test-to-perennial-allergen'], 3, on); // asthma.course.starting.allergen.inVitroTest
  leaves[17] = findingOf(findings?.['on-maximal-ics-laba'], 3, on); // asthma.course.starting.controller.icsLaba
  leaves[18] = findingOf(findings?.['on-maximal-ics-with-another-controller'], 3, on); // asthma.course.starting.controller.icsAndOther
  leaves[19] = yesOrNo(specialties?.['allergy']); // asthma.course.starting.specialist.allergy
  leaves[20] = yesOrNo(consultations?.['allergy']); // asthma.course.starting.specialist.allergy
  leaves[21] = yesOrNo(specialties?.['immunology']); // asthma.course.starting.specialist.immunology
  leaves[22] = yesOrNo(consultations?.['immunology']); // asthma.course.starting.specialist.immunology
  leaves[23] = yesOrNo(specialties?.['pulmonology']); // asthma.course.starting.specialist.pulmonology
  leaves[24] = yesOrNo(consultations?.['pulmonology']); // asthma.course.starting.specialist.pulmonology
  leaves[25] = judged(judgements?.['within-maximum-dose'], 3); // asthma.dose, urticaria.dose, foodAllergy.dose
  leaves[29] = isAged(patient?.birthDate, on, 384, 1, 2147483647); // foodAllergy.age
  leaves[30] = findingOf(findings?.['history-of-type-1-reaction-to-food'], 3, on); // foodAllergy.confirmed.history
  leaves[31] = findingOf(findings?.['positive-skin-test-to-food'], 3, on); // foodAllergy.confirmed.test.skinTest
  leaves[32] = findingOf(findings?.['positive-specific-ige-to-food'], 3, on); // foodAllergy.confirmed.test.ige
  leaves[33] = findingOf(findings?.['positive-oral-food-challenge'], 3, on); // foodAllergy.confirmed.test.challenge
  leaves[34] = yesOrNo(commitments?.['food-allergen-avoidance']); // foodAllergy.avoidance
  leaves[35] = findingOf(findings?.['epinephrine-available'], 3, on); // foodAllergy.epinephrine
  leaves[36] = judged(judgements?.['nasal-polyps-criteria'], 3); // nasalPolyps.criteria
  leaves[37] = indication === -1 ? 1 : indication === 1 ? 3 : 0; // indication
  leaves[38] = indication === -1 ? 1 : indication === 2 ? 3 : 0; // indication
  leaves[39] = indication === -1 ? 1 : indication === 3 ? 3 : 0; // indication
  leaves[40] = indication === -1 ? 1 : indication === 4 ? 3 : 0; // indication
  leaves[41] = indication === -1 ? 1 : indication === 1 || indication === 2 || indication === 3 || indication === 4 ? 3 : 0; // exclusions.otherUse
  encodeDrugs(facts, on, leaves);
}

/** The lesser of two verdicts. Bit 2, which only an unknown has, says that a reviewer must judge. */
function both(first: number, second: number): number {
  const status = first & second & 3;
  return status | ((first | second) & (((status & 1) ^ (status >> 1)) << 2));
}

/** The greatest of verdicts whose bits were put together. */
function greatest(together: number): number {
  return (together & 2) !== 0 ? 3 : together;
}

const noDrugs: readonly DrugEntry[] = [];

/** The entry's agent, or -1 where the entry does not count: it began after the date of service. */
let drugAgents = new Int32Array(16);
/** Whether it was taken. */
let drugsGiven = new Uint8Array(16);
/** Its outcome, evidence and source, as a place in a table of 60. */
let drugMarks = new Uint8Array(16);
/** Its first and its last day; 0 where unknown. */
let drugStarts = new Int32Array(16);
let drugEnds = new Int32Array(16);

function reserveDrugs(count: number): void {
  if (count <= drugAgents.length) return;
  const length = count * 2;
  drugAgents = new Int32Array(length);
  drugsGiven = new Uint8Array(length);
  drugMarks = new Uint8Array(length);
  drugStarts = new Int32Array(length);
  drugEnds = new Int32Array(length);
}

/** The code of an agent; 0 for a name that the vocabulary lacks. */
function agentOf(name: string): number {
  return agentNames.get(name) ?? agentNames.get(fold(name)) ?? 0;
}

/** Reads one entry into the columns; tells whether it counts. */
function readDrug(drug: DrugEntry, index: number, on: number): boolean {
  let start = drug.from === undefined ? 0 : day(drug.from);
  if (start > on) {
    drugAgents[index] = -1;
    return false;
  }
  let end = drug.to === undefined ? 0 : day(drug.to);
  // An end before its beginning is a contradiction: both are then unknown.
  if (end !== 0 && end < start) start = end = 0;
  const { outcome, evidence, source } = drug;
  const outcomeCode =
    outcome === 'none' ? 1 : outcome === 'failure' ? 2 : outcome === 'intolerance' ? 3 : outcome === 'contraindication' ? 4 : 0;
  const evidenceCode = evidence === 'documented' ? 3 : evidence === 'reported' ? 2 : evidence === 'absent' ? 1 : 0;
  const sourceCode = source === 'supplied' ? 1 : source === 'sample' ? 2 : 0;
  const untried = start === 0 && end === 0 && sourceCode === 0 && drug.current !== true;
  // An entry that says neither when it was taken nor what came of it may be no more than a contraindication.
  const given = untried && outcomeCode === 4 ? 0 : evidenceCode === 0 || (untried && outcomeCode === 0) ? 1 : 3;
  drugAgents[index] = agentOf(drug.agent);
  drugsGiven[index] = evidenceCode === 1 ? 0 : given;
  drugMarks[index] = outcomeCode * 12 + evidenceCode * 3 + sourceCode;
  drugStarts[index] = start;
  drugEnds[index] = end;
  return true;
}

/** The first day that the last dose may have been given on, 0 where that is unknown; and the last such day. */
function earliestLastDay(index: number, on: number): number {
  const end = drugEnds[index]!;
  return end === 0 ? drugStarts[index]! : Math.min(end, on);
}

function latestLastDay(index: number, on: number): number {
  const end = drugEnds[index]!;
  return end === 0 ? on : Math.min(end, on);
}

/** Whether it is being taken on the date of service: the end decides before the flag. */
function isOngoing(drug: DrugEntry, index: number, on: number): number {
  const end = drugEnds[index]!;
  return end !== 0 ? (end >= on ? 3 : 0) : yesOrNo(drug.current);
}

/** What an entry shows of reasons, by its outcome, evidence and source. */
function reasonTable(failure: boolean, intolerance: boolean, contraindication: boolean, reported: number): Uint8Array {
  const counted = [false, false, failure, intolerance, contraindication];
  return Uint8Array.from({ length: 60 }, (_, mark) => {
    const [outcome, evidence, source] = [Math.floor(mark / 12), Math.floor(mark / 3) % 4, mark % 3];
    if (evidence === 1) return 0;
    if (outcome === 0) return 1;
    if (counted[outcome] !== true) return 0;
    // On a sample a failure does not count, an intolerance is for the reviewer, a contraindication needs no trial.
    const origin = outcome === 4 || source === 1 ? 3 : source === 0 ? 1 : outcome === 3 ? 5 : 0;
    return both(origin, evidence === 3 ? 3 : evidence === 2 ? reported : 1);
  });
}

/** Whether it was supplied: a sample never helps a criterion. */
function isSupplied(index: number): number {
  const source = drugMarks[index]! % 3;
  return source === 1 ? 3 : source === 0 ? 1 : 0;
}

/** Whether courses of so many distinct agents count. */
function areTried(
  trials: Trials,
  table: Uint8Array | undefined,
  least: number,
  drugs: readonly DrugEntry[],
  on: number,
  unlisted: number,
): number {
  markTrials(trials, table, drugs, on);
  gatherKeys(trials, drugs.length);
  let sure = 0;
  let possible = strangeAgents(drugs);
  let review = possible === 0 ? 0 : strangeReview(drugs);
  for (let key = 0; key < trials.keyCount; key += 1) {
    const mark = greatest(keyMarks[key]!);
    if (mark === 3) sure += 1;
    if (mark !== 0) possible += 1;
    review |= mark & 4;
  }
  const apart = distinctKeys(trials, sure);
  if (apart >= least) return 3;
  if (unlisted === 0 && possible < least) return 0;
  return 1 | review | (sure >= least ? 4 : 0);
}

/** Which agents that surely count are taken to be one. */
let keyGroups = new Int32Array(16);

/** How many agents surely count where those that are alike are taken to be one. */
function distinctKeys({ similar, keyCount }: Trials, sure: number): number {
  if (sure < 2 || similar.length === 0) return sure;
  if (keyGroups.length < keyCount) keyGroups = new Int32Array(keyCount);
  for (let key = 0; key < keyCount; key += 1) keyGroups[key] = key;
  let count = sure;
  for (const [first = 0, second = 0] of similar) {
    if ((keyMarks[first]! & keyMarks[second]! & 2) === 0) continue;
    const [kept, gone] = [keyGroups[first]!, keyGroups[second]!];
    if (kept === gone) continue;
    for (let key = 0; key < keyCount; key += 1) if (keyGroups[key] === gone) keyGroups[key] = kept;
    count -= 1;
  }
  return count;
}

/** How many names that the vocabulary lacks may count, each once. */
function strangeAgents(drugs: readonly DrugEntry[]): number {
  let count = 0;
  for (let index = 0; index < drugs.length; index += 1) {
    if (drugAgents[index] === 0 && trialMarks[index] !== 0 && isFirstName(drugs, index)) count += 1;
  }
  return count;
}

function isFirstName(drugs: readonly DrugEntry[], index: number): boolean {
  const name = fold(drugs[index]!.agent);
  for (let other = 0; other < index; other += 1) {
    if (drugAgents[other] === 0 && trialMarks[other] !== 0 && fold(drugs[other]!.agent) === name) return false;
  }
  return true;
}

function strangeReview(drugs: readonly DrugEntry[]): number {
  let review = 0;
  for (let index = 0; index < drugs.length; index += 1) if (drugAgents[index] === 0) review |= trialMarks[index]! & 4;
  return review;
}

/** The last day of a course by number; 0 where its days are not known. */
function courseEnd({ current }: DrugEntry, index: number, on: number): number {
  const end = drugEnds[index]!;
  if (drugStarts[index] === 0 || (end === 0 && current !== true)) return 0;
  return dayNumber(end === 0 ? on : Math.min(end, on));
}

/**
 * Which courses count. Agents and keys are by the agent's code. A length binds the outcomes whose bit, by their code in
 * the columns, is set; that of the unknown outcome, where it binds all that count.
 */
interface Trials {
  readonly agents: Uint8Array;
  /** What tells agents apart; a name that the vocabulary lacks is told by itself. */
  readonly keys: Int32Array;
  readonly keyCount: number;
  /** Pairs of keys of which a reviewer must say whether they are one. */
  readonly similar: readonly (readonly number[])[];
  readonly isGraded: boolean;
  readonly lasting?: { readonly count: number; readonly months: boolean; readonly binds: number };
  readonly dose?: Bounds;
  readonly doseUnit: string;
  readonly span?: Span;
  readonly shownBy: number;
}

/** What each entry of the drug history counts for, and its agents by their keys. */
let trialMarks = new Uint8Array(16);
let keyMarks = new Uint8Array(16);

/** Marks what each entry counts for; with a table of reasons those alone, else any supplied treatment. */
function markTrials(trials: Trials, table: Uint8Array | undefined, drugs: readonly DrugEntry[], on: number): void {
  if (trialMarks.length < drugs.length) trialMarks = new Uint8Array(drugs.length * 2);
  openSpan(trials.span);
  for (let index = 0; index < drugs.length; index += 1) {
    const agent = drugAgents[index]!;
    const listed = agent < 0 ? 0 : trials.agents[agent]!;
    trialMarks[index] = listed === 0 ? 0 : both(listed, courseMark(drugs[index]!, index, trials, table, on));
  }
}

/** What a course counts for, whichever its agent. */
function courseMark(drug: DrugEntry, index: number, trials: Trials, table: Uint8Array | undefined, on: number): number {
  const shown = table === undefined ? suppliedMark(index, trials.isGraded) : table[drugMarks[index]!]!;
  const status =
    lastingMark(drug, index, trials, on) &
    doseMark(drug, trials) &
    lastDayMark(drug, index, trials.span, on) &
    (trials.shownBy === -1 || (sourceBit(drug.shownBy) & trials.shownBy) !== 0 ? 3 : 1);
  return both(shown, status);
}

/** Whether it was a supplied treatment, on record where that is asked for. */
function suppliedMark(index: number, isGraded: boolean): number {
  const evidence = Math.floor(drugMarks[index]! / 3) % 4;
  return both(drugsGiven[index]!, isSupplied(index)) & (isGraded && evidence !== 3 ? 1 : 3);
}

/** Whether it lasted as long as courses that ended so must. */
function lastingMark({ current }: DrugEntry, index: number, { lasting }: Trials, on: number): number {
  if (lasting === undefined) return 3;
  const outcome = Math.floor(drugMarks[index]! / 12);
  if (outcome !== 0 && ((lasting.binds >> outcome) & 1) === 0) return 3;
  const start = drugStarts[index]!;
  const end = drugEnds[index]!;
  if (start === 0) return 1;
  const isLong = hasLasted(start, end === 0 ? on : Math.min(end, on), lasting.count, lasting.months);
  const isEndKnown = end !== 0 || current === true;
  // Where the outcome is open, it may be one that asks for no length.
  const mayBeShort = outcome === 0 && (lasting.binds & 1) === 0;
  return isLong ? (isEndKnown ? 3 : 1) : mayBeShort ? 1 : 0;
}

/** Whether so many days or months went by, the first and the last day included. */
function hasLasted(start: number, end: number, count: number, months: boolean): boolean {
  const after = dayNumber(end) + 1;
  return (months ? dayNumber(monthsAfter(start, count)) : dayNumber(start) + count) <= after;
}

function doseMark({ doseReached }: DrugEntry, { dose, doseUnit }: Trials): number {
  if (dose === undefined) return 3;
  return doseReached?.value === undefined || doseReached.unit !== doseUnit ? 1 : isInBounds(doseReached.value, dose);
}

/** Whether the last day of a course lies within the window that is open. */
function lastDayMark({ current }: DrugEntry, index: number, span: Span | undefined, on: number): number {
  if (span === undefined) return 3;
  if (spanIsUnknown) return 1;
  const last = dayNumber(latestLastDay(index, on));
  const earliest = current === true && drugEnds[index] === 0 ? on : earliestLastDay(index, on);
  const first = dayNumber(earliest);
  if (earliest === 0) return last < spanFirst ? 0 : 1;
  if (first >= spanFirst && last <= spanLast) return 3;
  return first > spanLast || last < spanFirst ? 0 : 1;
}

/** Puts together what entries count for by agent; names that the vocabulary lacks are left out. */
function gatherKeys({ keys, keyCount }: Trials, count: number): void {
  if (keyMarks.length < keyCount) keyMarks = new Uint8Array(keyCount);
  keyMarks.fill(0);
  for (let index = 0; index < count; index += 1) {
    const key = trialMarks[index] === 0 ? -1 : keys[drugAgents[index]!]!;
    if (key >= 0) keyMarks[key] = keyMarks[key]! | trialMarks[index]!;
  }
}

const reasons0 = reasonTable(true, true, false, 3);

/** One pass over the drug history, for all leaves that read it. */
function encodeDrugs(facts: Facts, on: number, leaves: Uint8Array): void {
  const drugs = facts.drugs ?? noDrugs;
  reserveDrugs(drugs.length);
  // What the list leaves out may be anything, unless it is the whole history.
  const unlisted = facts.drugsComplete === true ? 0 : 1;
  let l6 = unlisted;
  let l7 = unlisted;
  for (let index = 0; index < drugs.length; index += 1) {
    const drug = drugs[index]!;
    if (!readDrug(drug, index, on)) continue;
    const agent = drugAgents[index]!;
    const given = drugsGiven[index]!;
    l6 |= both(both(table0[agent]!, given), isOngoing(drug, index, on));
    l7 |= both(both(table1[agent]!, given), isOngoing(drug, index, on));
  }
  leaves[6] = greatest(l6); // asthma.course.continuing.controller
  leaves[7] = greatest(l7); // asthma.course.continuing.notCombined, asthma.course.starting.notCombined
  leaves[26] = areTried(trials4, reasons0, 2, drugs, on, unlisted); // urticaria.despite.twoAntihistamines
  leaves[27] = areTried(trials7, reasons0, 1, drugs, on, unlisted); // urticaria.despite.secondGenerationAndOther.secondGeneration
  leaves[28] = areTried(trials10, reasons0, 2, drugs, on, unlisted); // urticaria.despite.secondGenerationAndOther.different
}

/** The answer to a request. */
export interface Determination {
  readonly outcome: (typeof outcomes)[number];
  /** The layer that decided. */
  readonly layer: (typeof layers)[number];
  /** Every clause, in printed order. */
  readonly clauses: readonly {
    readonly id: string;
    readonly number: string;
    readonly text: string;
    readonly status: Status;
    readonly needsReview: boolean;
  }[];
  readonly reasons: readonly Reason[];
  /** For a pended request, the facts that can still change the outcome. */
  readonly missing: readonly {
    readonly clause: string;
    readonly number: string;
    readonly fact: string;
    readonly settle: string;
    readonly needsReview: boolean;
  }[];
  /** For a pended request, what to ask next. */
  readonly next?: {
    readonly first: Determination['missing'][number];
    /** The fewest facts that, answered favourably, lead to `leadsTo`. */
    readonly shortest: Determination['missing'];
    readonly leadsTo?: 'approved' | 'modified';
  };
  /** For a denied request, the least that would have to be otherwise. */
  readonly nearest?: {
    /** Whether all of it can still change. */
    readonly isOpen: boolean;
    readonly changes: readonly Change[];
    /** Facts that have to come in as well. */
    readonly missing: Determination['missing'];
    readonly leadsTo?: 'approved' | 'modified';
  };
  readonly approval?: Approval;
  readonly warnings: readonly Remark[];
  readonly assumptions: readonly Remark[];
  readonly policy: { readonly number: string; readonly effective: string; readonly digest: string };
}

type Status = 'met' | 'unknown' | 'not-met';

interface Reason {
  readonly clause?: string;
  readonly number?: string;
  readonly text: string;
}

interface Change {
  readonly clause: string;
  readonly number: string;
  readonly fact: string;
  readonly kind: 'can change' | 'cannot change';
  readonly text: string;
  readonly from?: string;
}

interface Approval {
  readonly months?: number;
  readonly regimen?: { readonly clause: string; readonly mgPerDay: number; readonly days: number; readonly totalMg: number };
  readonly units?: number;
  readonly code?: string;
  readonly notBefore?: string;
}

/** The clauses, in the order of the buffer that `decide` writes. */
export const clauses: readonly { readonly id: string; readonly number: string; readonly text: string }[] = [
  { id: 'asthma.course.continuing.authorization', number: 'Asthma.A.1.i', text: 'An active authorization of the drug from this payer, under its medical benefit' },
  { id: 'asthma.course.continuing.established', number: 'Asthma.A.1.ii', text: 'Treatment established on the requested drug' },
  { id: 'asthma.course.continuing.response', number: 'Asthma.A.1.iii', text: 'Beneficial response' },
  { id: 'asthma.course.continuing.controller', number: 'Asthma.A.1.iv', text: 'Concurrent use of an inhaled corticosteroid: budesonide, fluticasone or mometasone, alone or with a long-acting beta agonist' },
  { id: 'asthma.course.continuing.notCombined', number: 'Asthma.A.1.v', text: 'NOT: concurrent use of a drug against interleukin 4 (dupilumab), interleukin 5 (mepolizumab, reslizumab or benralizumab) or TSLP (tezepelumab)' },
  { id: 'asthma.course.continuing', number: 'Asthma.A.1', text: 'Going on with the drug: ALL of the following:' },
  { id: 'asthma.course.starting.severity', number: 'Asthma.A.2.i', text: 'Moderate to severe persistent asthma' },
  { id: 'asthma.course.starting.uncontrolled.control', number: 'Asthma.A.2.ii.a', text: 'Poor control of asthma' },
  { id: 'asthma.course.starting.uncontrolled.bursts', number: 'Asthma.A.2.ii.b', text: 'At least TWO bursts of systemic corticosteroids, from 12 months before the date of service to the date of service, both days included' },
  { id: 'asthma.course.starting.uncontrolled.urgentVisit', number: 'Asthma.A.2.ii.c', text: 'At least ONE emergency visit for asthma, hospital admission for asthma, or urgent visit for asthma' },
  { id: 'asthma.course.starting.uncontrolled.fev1', number: 'Asthma.A.2.ii.d', text: 'Forced expiratory volume in one second (FEV1) as percent of predicted of less than 80%, in at least ONE measurement' },
  { id: 'asthma.course.starting.uncontrolled.oralSteroids', number: 'Asthma.A.2.ii.e', text: 'Dependence on oral corticosteroids' },
  { id: 'asthma.course.starting.uncontrolled', number: 'Asthma.A.2.ii', text: 'The asthma is uncontrolled, as shown by ONE of the following:' },
  { id: 'asthma.course.starting.ige', number: 'Asthma.A.2.iii', text: 'Total IgE of between 30 IU/mL and 1300 IU/mL, both included, in at least ONE measurement, taken before the first dose, that day not included' },
  { id: 'asthma.course.starting.allergen.skinTest', number: 'Asthma.A.2.iv.a', text: 'A positive skin test to a perennial allergen' },
  { id: 'asthma.course.starting.allergen.inVitroTest', number: 'Asthma.A.2.iv.b', text: 'A positive in-vitro test to a perennial allergen' },
  { id: 'asthma.course.starting.allergen', number: 'Asthma.A.2.iv', text: 'Sensitivity to a perennial allergen, as shown by ONE of the following:' },
  { id: 'asthma.course.starting.controller.icsLaba', number: 'Asthma.A.2.v.a', text: 'A maximal dose of an inhaled corticosteroid with a long-acting beta agonist' },
  { id: 'asthma.course.starting.controller.icsAndOther', number: 'Asthma.A.2.v.b', text: 'A maximal dose of an inhaled corticosteroid with another controller' },
  { id: 'asthma.course.starting.controller', number: 'Asthma.A.2.v', text: 'Controllers are at their maximum, as shown by ONE of the following:' },
  { id: 'asthma.course.starting.notCombined', number: 'Asthma.A.2.vi', text: 'NOT: concurrent use of a drug against interleukin 4 (dupilumab), interleukin 5 (mepolizumab, reslizumab or benralizumab) or TSLP (tezepelumab)' },
  { id: 'asthma.course.starting.specialist.allergy', number: 'Asthma.A.2.vii.a', text: 'Medication is being prescribed by, or in consultation with, an allergist' },
  { id: 'asthma.course.starting.specialist.immunology', number: 'Asthma.A.2.vii.b', text: 'Medication is being prescribed by, or in consultation with, an immunologist' },
  { id: 'asthma.course.starting.specialist.pulmonology', number: 'Asthma.A.2.vii.c', text: 'Medication is being prescribed by, or in consultation with, a pulmonologist' },
  { id: 'asthma.course.starting.specialist', number: 'Asthma.A.2.vii', text: 'ONE of the following:' },
  { id: 'asthma.course.starting', number: 'Asthma.A.2', text: 'Starting the drug: ALL of the following:' },
  { id: 'asthma.course', number: 'Asthma.A', text: 'ONE of the following:' },
  { id: 'asthma.dose', number: 'Asthma.B', text: 'A dose within the maximum doses that this policy states, as a reviewer judges' },
  { id: 'asthma', number: 'Asthma', text: 'Asthma. Individual meets ALL of the following criteria:' },
  { id: 'urticaria.despite.twoAntihistamines', number: 'Chronic Spontaneous Urticaria.A.1', text: 'Failure or intolerance to at least TWO of cetirizine, levocetirizine, loratadine, desloratadine, fexofenadine, diphenhydramine, hydroxyzine, or chlorpheniramine, each of another ingredient; for failure each course must have lasted at least 14 days (this binds failure alone)' },
  { id: 'urticaria.despite.secondGenerationAndOther.secondGeneration', number: 'Chronic Spontaneous Urticaria.A.2.i', text: 'Failure or intolerance to at least ONE of cetirizine, levocetirizine, loratadine, desloratadine, or fexofenadine; for failure the course must have lasted at least 14 days (this binds failure alone)' },
  { id: 'urticaria.despite.secondGenerationAndOther.different', number: 'Chronic Spontaneous Urticaria.A.2.ii', text: 'Failure or intolerance to at least TWO of cetirizine, levocetirizine, loratadine, desloratadine, fexofenadine, diphenhydramine, hydroxyzine, chlorpheniramine, famotidine, cimetidine, montelukast, or zafirlukast, each of another ingredient; for failure each course must have lasted at least 14 days (this binds failure alone)' },
  { id: 'urticaria.despite.secondGenerationAndOther', number: 'Chronic Spontaneous Urticaria.A.2', text: 'ALL of the following:' },
  { id: 'urticaria.despite', number: 'Chronic Spontaneous Urticaria.A', text: 'The urticaria gives symptoms despite ONE of the following:' },
  { id: 'urticaria.dose', number: 'Chronic Spontaneous Urticaria.B', text: 'A dose within the maximum doses that this policy states, as a reviewer judges' },
  { id: 'urticaria', number: 'Chronic Spontaneous Urticaria', text: 'Chronic Spontaneous Urticaria. Individual meets ALL of the following criteria:' },
  { id: 'foodAllergy.age', number: 'IgE-Mediated Food Allergy.A', text: '1 year of age or older' },
  { id: 'foodAllergy.confirmed.history', number: 'IgE-Mediated Food Allergy.B.1', text: 'A history of type I allergic reactions to the food' },
  { id: 'foodAllergy.confirmed.test.skinTest', number: 'IgE-Mediated Food Allergy.B.2.a', text: 'A positive skin test to the food' },
  { id: 'foodAllergy.confirmed.test.ige', number: 'IgE-Mediated Food Allergy.B.2.b', text: 'Positive specific IgE to the food' },
  { id: 'foodAllergy.confirmed.test.challenge', number: 'IgE-Mediated Food Allergy.B.2.c', text: 'A positive oral food challenge' },
  { id: 'foodAllergy.confirmed.test', number: 'IgE-Mediated Food Allergy.B.2', text: 'ONE of the following:' },
  { id: 'foodAllergy.confirmed', number: 'IgE-Mediated Food Allergy.B', text: 'The allergy is confirmed by ALL of the following:' },
  { id: 'foodAllergy.avoidance', number: 'IgE-Mediated Food Allergy.C', text: 'Will use the drug together with avoidance of the food' },
  { id: 'foodAllergy.epinephrine', number: 'IgE-Mediated Food Allergy.D', text: 'Epinephrine at hand' },
  { id: 'foodAllergy.dose', number: 'IgE-Mediated Food Allergy.E', text: 'A dose within the maximum doses that this policy states, as a reviewer judges' },
  { id: 'foodAllergy', number: 'IgE-Mediated Food Allergy', text: 'IgE-Mediated Food Allergy. Individual meets ALL of the following criteria:' },
  { id: 'nasalPolyps.criteria', number: 'Chronic Rhinosinusitis with Nasal Polyps.A', text: 'Fulfilment of the payer\'s criteria for nasal polyps' },
  { id: 'nasalPolyps', number: 'Chronic Rhinosinusitis with Nasal Polyps', text: 'Chronic Rhinosinusitis with Nasal Polyps. Individual meets ALL of the following criteria:' },
  { id: 'indication', number: 'Indication', text: 'Individual meets the criteria under the heading of the use that is asked for: Asthma, Chronic Spontaneous Urticaria, IgE-Mediated Food Allergy, or Chronic Rhinosinusitis with Nasal Polyps' },
  { id: 'exclusions.otherUse', number: 'exclusions.otherUse', text: 'Any other use' },
];

/** The same in printed order, by their places. */
const printed: readonly number[] = [49, 28, 26, 5, 0, 1, 2, 3, 4, 25, 6, 12, 7, 8, 9, 10, 11, 13, 16, 14, 15, 19, 17, 18, 20, 24, 21, 22, 23, 27, 35, 33, 29, 32, 30, 31, 34, 46, 36, 42, 37, 41, 38, 39, 40, 43, 44, 45, 48, 47, 50];

const productName: string = 'Xolair';

/** An expression as data: a leaf or a clause by its place, the n-th greatest of parts, or a swap. */
type Part =
  | { readonly leaf: number }
  | { readonly clause: number }
  | { readonly count: number; readonly of: readonly Part[] }
  | { readonly swap: Part };

const leafAt = (leaf: number): Part => ({ leaf });
const clauseAt = (clause: number): Part => ({ clause });
const allOf = (...of: readonly Part[]): Part => ({ count: of.length, of });
const anyOf = (...of: readonly Part[]): Part => ({ count: 1, of });
const swapOf = (part: Part): Part => ({ swap: part });

/** A case while it is determined. */
interface Matter {
  readonly facts: Facts;
  readonly on: number;
  readonly leaves: Uint8Array;
  readonly statuses: Uint8Array;
  readonly reviews: boolean[];
  /** What each leaf asks for, once it was asked. */
  readonly asked: (readonly Ask[])[];
}

function statusOf(part: Part, matter: Matter): number {
  if ('leaf' in part) return matter.leaves[part.leaf]! & 3;
  if ('clause' in part) return matter.statuses[part.clause]!;
  if ('swap' in part) return opposite(statusOf(part.swap, matter));
  const statuses = part.of.map((each) => statusOf(each, matter));
  if (statuses.filter((status) => status === 3).length >= part.count) return 3;
  return statuses.filter((status) => status !== 0).length < part.count ? 0 : 1;
}

function opposite(status: number): number {
  return status === 1 ? 1 : 3 - status;
}

/** Whether an unknown part waits for a reviewer: one of its unknown parts does. */
function needsReview(part: Part, matter: Matter): boolean {
  if (statusOf(part, matter) !== 1) return false;
  if ('leaf' in part) return matter.leaves[part.leaf] === 5;
  if ('clause' in part) return matter.reviews[part.clause] === true;
  if ('swap' in part) return needsReview(part.swap, matter);
  return part.of.some((each) => needsReview(each, matter));
}

/**
 * Visits the leaves that make a part what it is, through parts of the same status, each with the innermost clause
 * that it belongs to, or -1.
 */
function walk(part: Part, status: number, matter: Matter, visit: (leaf: number, clause: number) => void): void {
  const seen = new Set<number>();
  const step = (each: Part, wanted: number, clause: number): void => {
    if (statusOf(each, matter) !== wanted) return;
    if ('leaf' in each) visit(each.leaf, clause);
    else if ('swap' in each) step(each.swap, opposite(wanted), clause);
    else if ('of' in each) for (const inner of each.of) step(inner, wanted, clause);
    else if (!seen.has(each.clause)) {
      seen.add(each.clause);
      step(parts[each.clause]!, wanted, each.clause);
    }
  };
  step(part, status, -1);
}

const parts: readonly Part[] = [
  leafAt(3), // asthma.course.continuing.authorization
  leafAt(4), // asthma.course.continuing.established
  leafAt(5), // asthma.course.continuing.response
  leafAt(6), // asthma.course.continuing.controller
  swapOf(leafAt(7)), // asthma.course.continuing.notCombined
  allOf(clauseAt(0), clauseAt(1), clauseAt(2), clauseAt(3), clauseAt(4)), // asthma.course.continuing
  leafAt(8), // asthma.course.starting.severity
  leafAt(9), // asthma.course.starting.uncontrolled.control
  leafAt(10), // asthma.course.starting.uncontrolled.bursts
  leafAt(11), // asthma.course.starting.uncontrolled.urgentVisit
  leafAt(12), // asthma.course.starting.uncontrolled.fev1
  leafAt(13), // asthma.course.starting.uncontrolled.oralSteroids
  anyOf(clauseAt(7), clauseAt(8), clauseAt(9), clauseAt(10), clauseAt(11)), // asthma.course.starting.uncontrolled
  leafAt(14), // asthma.course.starting.ige
  leafAt(15), // asthma.course.starting.allergen.skinTest
  leafAt(16), // asthma.course.starting.allergen.inVitroTest
  anyOf(clauseAt(14), clauseAt(15)), // asthma.course.starting.allergen
  leafAt(17), // asthma.course.starting.controller.icsLaba
  leafAt(18), // asthma.course.starting.controller.icsAndOther
  anyOf(clauseAt(17), clauseAt(18)), // asthma.course.starting.controller
  swapOf(leafAt(7)), // asthma.course.starting.notCombined
  anyOf(leafAt(19), leafAt(20)), // asthma.course.starting.specialist.allergy
  anyOf(leafAt(21), leafAt(22)), // asthma.course.starting.specialist.immunology
  anyOf(leafAt(23), leafAt(24)), // asthma.course.starting.specialist.pulmonology
  anyOf(clauseAt(21), clauseAt(22), clauseAt(23)), // asthma.course.starting.specialist
  allOf(clauseAt(6), clauseAt(12), clauseAt(13), clauseAt(16), clauseAt(19), clauseAt(20), clauseAt(24)), // asthma.course.starting
  anyOf(clauseAt(5), clauseAt(25)), // asthma.course
  leafAt(25), // asthma.dose
  allOf(clauseAt(26), clauseAt(27)), // asthma
  leafAt(26), // urticaria.despite.twoAntihistamines
  leafAt(27), // urticaria.despite.secondGenerationAndOther.secondGeneration
  leafAt(28), // urticaria.despite.secondGenerationAndOther.different
  allOf(clauseAt(30), clauseAt(31)), // urticaria.despite.secondGenerationAndOther
  anyOf(clauseAt(29), clauseAt(32)), // urticaria.despite
  leafAt(25), // urticaria.dose
  allOf(clauseAt(33), clauseAt(34)), // urticaria
  leafAt(29), // foodAllergy.age
  leafAt(30), // foodAllergy.confirmed.history
  leafAt(31), // foodAllergy.confirmed.test.skinTest
  leafAt(32), // foodAllergy.confirmed.test.ige
  leafAt(33), // foodAllergy.confirmed.test.challenge
  anyOf(clauseAt(38), clauseAt(39), clauseAt(40)), // foodAllergy.confirmed.test
  allOf(clauseAt(37), clauseAt(41)), // foodAllergy.confirmed
  leafAt(34), // foodAllergy.avoidance
  leafAt(35), // foodAllergy.epinephrine
  leafAt(25), // foodAllergy.dose
  allOf(clauseAt(36), clauseAt(42), clauseAt(43), clauseAt(44), clauseAt(45)), // foodAllergy
  leafAt(36), // nasalPolyps.criteria
  allOf(clauseAt(47)), // nasalPolyps
  allOf(anyOf(swapOf(leafAt(37)), clauseAt(28)), anyOf(swapOf(leafAt(38)), clauseAt(35)), anyOf(swapOf(leafAt(39)), clauseAt(46)), anyOf(swapOf(leafAt(40)), clauseAt(48))), // indication
  swapOf(leafAt(41)), // exclusions.otherUse
];

const coverage = allOf(clauseAt(49), swapOf(anyOf(clauseAt(50))));

const dosing = allOf();

/** What must hold beside the product and the date for the policy to apply. */
const scope = allOf();

function askBirth({ facts }: Matter): Ask[] {
  const given = facts.patient?.birthDate !== undefined;
  const settle = given ? 'The right date of birth: the one on file is after the date of service' : 'The date of birth';
  return [ask('patient.birthDate', settle)];
}

function askFinding(entry: FindingEntry | undefined, fact: string, name: string, graded: boolean, on: number): Ask[] {
  const { evidence, on: date } = typeof entry === 'object' ? { evidence: entry.evidence, on: entry.on } : { evidence: entry, on: undefined };
  if (date !== undefined && day(date) > on) {
    return [ask(fact, 'Whether the patient had ' + name + ' by the date of service: what is on file is dated after it')];
  }
  if (evidence === 'reported') return [ask(fact, 'A record that documents ' + name + ', which is only reported')];
  return [ask(fact, 'Whether the patient has ' + name + (graded ? ', and the record that documents it' : ''))];
}

function askJudgement(entry: JudgementEntry | undefined, fact: string, name: string, graded: boolean): Ask[] {
  const lacksPapers = graded && entry?.papers !== 'documented';
  const papers = lacksPapers ? [ask(fact + '.papers', 'Records that document ' + name)] : [];
  if (entry?.verdict !== undefined) return papers;
  const also = lacksPapers ? '; the records for it are missing too' : '';
  return [ask(fact + '.verdict', 'A reviewer has to judge whether there is ' + name + also, true), ...papers];
}

/** A fact that is missing, where in the case it belongs, and what would settle it. */
interface Ask {
  readonly fact: string;
  readonly settle: string;
  readonly needsReview: boolean;
}

function ask(fact: string, settle: string, review = false): Ask {
  return { fact, settle, needsReview: review };
}

function askConcurrent(matter: Matter, set: Uint8Array, names: string): Ask[] {
  const entries = countedDrugs(matter).flatMap(({ drug, index, agent }) => {
    const taken = isOngoing(drug, index, matter.on);
    if (both(both(set[agent]!, drugsGiven[index]!), taken) === 0) return [];
    const about = askTreatment(index, set[agent]!, 'Whether ' + drug.agent + ' counts as ' + names);
    const end = 'Whether ' + drug.agent + ' is still taken, or the day it was stopped';
    return [...about, ...(taken === 1 ? [ask('drugs[' + index + '].current', end)] : [])];
  });
  return [...entries, ...askHistory(matter, 'whether ' + names + ' is taken now')];
}

/** The entries that count on the date of service, by their place on file. */
function countedDrugs(matter: Matter): readonly { readonly drug: DrugEntry; readonly index: number; readonly agent: number }[] {
  return (matter.facts.drugs ?? noDrugs)
    .map((drug, index) => ({ drug, index, agent: drugAgents[index]! }))
    .filter(({ agent }) => agent >= 0);
}

function askHistory({ facts }: Matter, what: string): Ask[] {
  return facts.drugsComplete === true ? [] : [ask('drugsComplete', 'The complete drug history: ' + what)];
}

/** Whether the product was given before, of any source: 0 not, 1 unknown, 3 given. */
function priorCourse(matter: Matter): number {
  const listed = countedDrugs(matter).map(({ index, agent }) => both(ownProduct[agent]!, drugsGiven[index]!));
  const unlisted = matter.facts.drugsComplete === true ? 0 : 1;
  return greatest(listed.reduce((sum, verdict) => sum | verdict, unlisted));
}

const outcomeWords = ['', '', 'failure of', 'intolerance to', 'contraindication to'];

/** What is open of the reason that an entry shows. */
function askShown(drug: DrugEntry, index: number, table: Uint8Array, graded: boolean, reasons: string): Ask[] {
  const mark = drugMarks[index]!;
  if ((table[mark]! & 3) !== 1) return [];
  const [outcome, evidence, source] = [Math.floor(mark / 12), Math.floor(mark / 3) % 4, mark % 3];
  const path = 'drugs[' + index + '].';
  const what = (outcomeWords[outcome] ?? '') === '' ? 'what ' + drug.agent + ' led to' : 'the ' + (outcomeWords[outcome] ?? '') + ' ' + drug.agent;
  const onSample = 'Whether the intolerance to ' + drug.agent + ' counts, which came to light on a sample';
  const needsRecord = evidence === 0 || (evidence === 2 && graded);
  return [
    ...(outcome === 0 ? [ask(path + 'outcome', 'Whether ' + drug.agent + ' ' + reasons)] : []),
    ...(outcome === 3 && source === 2 ? [ask(path + 'outcome', onSample, true)] : []),
    ...(outcome !== 4 && source === 0 ? [ask(path + 'source', 'Whether ' + drug.agent + ' was supplied or a sample')] : []),
    ...(needsRecord ? [ask(path + 'evidence', 'A record that documents ' + what)] : []),
  ];
}

function askSource(drug: DrugEntry, index: number): Ask[] {
  if (isSupplied(index) !== 1) return [];
  return [ask('drugs[' + index + '].source', 'Whether ' + drug.agent + ' was supplied or a sample')];
}

/** What is open of a treatment: whether it is of the set, and whether it was given. */
function askTreatment(index: number, verdict: number, what: string): Ask[] {
  const given = drugsGiven[index] === 1;
  return [
    ...(verdict === 5 ? [ask('drugs[' + index + '].agent', what, true)] : []),
    ...(given ? [ask('drugs[' + index + '].evidence', 'How it is known that it was given: by a record or a statement')] : []),
  ];
}

function askAnchor(span: Span | undefined): Ask[] {
  return span === undefined || anchors[span.anchor] !== 0 ? [] : askMilestone(span.anchor);
}

function askMilestone(anchor: number): Ask[] {
  return [ask(anchorFacts[anchor]!, 'The date of ' + anchorWords[anchor]!)];
}

function askCounted(matter: Matter, selection: Selection, byDay: boolean): readonly Ask[] {
  markEvents(selection, eventMarks, 0);
  const marked = markedEvents(matter, eventMarks);
  const isOnSureDay = (index: number) =>
    eventDays[index] !== 0 && marked.some((other) => other.mark === 3 && eventDays[other.index] === eventDays[index]);
  const entries = marked.flatMap(({ entry, index, mark }) => [
    ...(byDay && eventDays[index] === 0 ? askDay(entry, index) : []),
    ...(mark === 1 && !(byDay && isOnSureDay(index)) ? askEntry(entry, index, selection) : []),
  ]);
  return [...entries, ...askWhole(selection)];
}

/** The entries that are marked, by their place on file. */
function markedEvents(matter: Matter, marks: Uint8Array): readonly { readonly entry: EventEntry; readonly index: number; readonly mark: number }[] {
  return (matter.facts.events ?? noEvents).flatMap((entry, index) => {
    const mark = marks[index]!;
    return mark === 0 ? [] : [{ entry, index, mark }];
  });
}

/** An entry in words, as far as it is known. */
function entryWords({ value, unit, on }: EventEntry, index: number): string {
  const measured = value === undefined ? '' : ' of ' + value + (unit === undefined ? '' : ' ' + unit);
  return eventWords[eventKinds[index]!]! + measured + (on === undefined ? '' : ' on ' + on);
}

function kindWords(kinds: readonly number[]): string {
  return kinds.map((kind) => eventWords[kind]!).join(' or ');
}

/** What is open of an entry that may be one of those meant. */
function askEntry(entry: EventEntry, index: number, selection: Selection): Ask[] {
  const { bounds, limit, yes, no, span, shownBy, reported } = selection;
  const path = 'events[' + index + '].';
  const what = entryWords(entry, index);
  const unsaid = (yes | no) & ~(eventYes[index]! | eventNo[index]!);
  const grade = eventGrades[index]!;
  return [
    ...(span !== undefined && eventDays[index] === 0 ? askDay(entry, index) : []),
    ...(bounds !== undefined ? askValue(entry, index, bounds, limit) : []),
    ...eventConditions.flatMap((id, bit) =>
      ((unsaid >> bit) & 1) === 1 ? [ask(path + 'conditions.' + id, 'Whether the ' + what + ' was ' + conditionWords[bit]!)] : [],
    ),
    ...(shownBy !== -1 && (eventSources[index]! & shownBy) === 0 ? askShownBy(path, shownBy, what) : []),
    ...(grade === 1 || (grade === 2 && reported === 1) ? [ask(path + 'evidence', 'A record that documents the ' + what)] : []),
  ];
}

function askDay(entry: EventEntry, index: number): Ask[] {
  return [ask('events[' + index + '].on', 'The date of the ' + entryWords(entry, index))];
}

/** What is open of a value that is held against bounds. */
function askValue(entry: EventEntry, index: number, bounds: readonly Bounds[], limit: number): Ask[] {
  if (valueMark(index, bounds, limit) !== 1) return [];
  const path = 'events[' + index + '].';
  const what = entryWords(entry, index);
  const isMeasured = entry.value !== undefined;
  const isOtherUnit = limit === 0 && !bounds.some(({ unit }) => unit === eventUnits[index]);
  const reference = limit === 1 ? entry.reference?.lower : entry.reference?.upper;
  const limitName = limit === 1 ? 'lower' : 'upper';
  return [
    ...(isMeasured ? [] : [ask(path + 'value', 'The value of the ' + what)]),
    ...(isOtherUnit ? [ask(path + 'unit', 'The value of the ' + what + ' in a unit that the policy names')] : []),
    ...(limit !== 0 && (reference === undefined || reference === 0)
      ? [ask(path + 'reference', "The laboratory's " + limitName + ' limit for the ' + what)]
      : []),
  ];
}

/** What an incomplete history leaves open. */
function wholeWords(kinds: readonly number[], span: Span | undefined): string {
  return 'Further entries of ' + kindWords(kinds) + spanWords(span) + ', or the word that the list of them is complete';
}

/** The rest of the history, and the day that its window is counted from. */
function askWhole(selection: Selection): Ask[] {
  const open = selection.kinds.filter((kind) => eventsListed[kind] === 0);
  const settle = wholeWords(open, selection.span);
  return [...askAnchor(selection.span), ...(open.length === 0 ? [] : [ask('complete', settle)])];
}

const sourceWords = ['a medical record', 'a paid claim', "a laboratory's report", "the prescriber's statement", 'an attestation'];

function askShownBy(path: string, shownBy: number, what: string): Ask[] {
  const wanted = sourceWords.filter((_, bit) => ((shownBy >> bit) & 1) === 1);
  return [ask(path + 'shownBy', 'Proof of the ' + what + ' by ' + wanted.join(' or '))];
}

/** A window in words, with a space before it; of none, nothing. */
function spanWords(span: Span | undefined): string {
  if (span === undefined) return '';
  const { from, to } = span;
  const name = anchorWords[span.anchor]!;
  const start = from === undefined ? '' : (from.inclusive ? ' from ' : ' after ') + sideWords(from, name);
  if (to === undefined) return start;
  const isOpen = from === undefined;
  return start + (to.inclusive ? (isOpen ? ' up to ' : ' to ') : isOpen ? ' before ' : ' and before ') + sideWords(to, name);
}

function sideWords({ count, months }: Side, anchor: string): string {
  if (count === 0) return anchor;
  const size = Math.abs(count);
  return size + (months ? ' month' : ' day') + (size === 1 ? '' : 's') + (count < 0 ? ' before ' : ' after ') + anchor;
}

/** What is open of courses: entry by entry, as far as it can change how many count, and the rest of the history. */
function askTrials(
  matter: Matter,
  trials: Trials,
  table: Uint8Array | undefined,
  least: number,
  inDays: boolean,
  reasons: string,
  names: string,
): Ask[] {
  const drugs = matter.facts.drugs ?? noDrugs;
  markTrials(trials, table, drugs, matter.on);
  gatherKeys(trials, drugs.length);
  const isCounted = (agent: number) => !inDays && trials.keys[agent]! >= 0 && (keyMarks[trials.keys[agent]!]! & 2) !== 0;
  const entries = countedDrugs(matter).flatMap(({ drug, index, agent }) => {
    const mark = trialMarks[index]!;
    const days = inDays && mark !== 0 && courseEnd(drug, index, matter.on) === 0 ? askCourseDays(drug, index) : [];
    if ((mark & 1) === 0 || mark === 3 || isCounted(agent)) return days;
    const counts = 'Whether ' + drug.agent + ' counts as ' + names;
    return [
      ...(trials.agents[agent] === 5 ? [ask('drugs[' + index + '].agent', counts, true)] : []),
      ...(table === undefined ? askSupplied(drug, index, trials) : askShown(drug, index, table, trials.isGraded, reasons)),
      ...askTrialCourse(drug, index, trials, matter.on),
      ...days,
    ];
  });
  return [...entries, ...askAlike(matter, trials, least), ...askHistory(matter, 'whether ' + names + ' ' + reasons)];
}

/** Whether it was given, from which source, and the record of it. */
function askSupplied(drug: DrugEntry, index: number, { isGraded }: Trials): Ask[] {
  const isReported = isGraded && drug.evidence === 'reported';
  const isUnsaid = drug.evidence === undefined;
  const outcome = (drug.outcome ?? 'unknown') === 'unknown' && drugsGiven[index] === 1 && !isUnsaid;
  return [
    ...(outcome ? [ask('drugs[' + index + '].outcome', 'Whether ' + drug.agent + ' was taken, and what it led to')] : []),
    ...askSource(drug, index),
    ...(isReported || isUnsaid ? [ask('drugs[' + index + '].evidence', 'A record that ' + drug.agent + ' was taken')] : []),
  ];
}

/** What is open of the length, the dose, the last day and the proof of a course. */
function askTrialCourse(drug: DrugEntry, index: number, trials: Trials, on: number): Ask[] {
  const path = 'drugs[' + index + '].';
  const { lasting, dose, doseUnit, span, shownBy } = trials;
  openSpan(span);
  const isLengthOpen = lasting !== undefined && lastingMark(drug, index, trials, on) === 1;
  const isOutcomeOpen = isLengthOpen && (lasting.binds & 1) === 0 && (drug.outcome ?? 'unknown') === 'unknown';
  const isLastDayOpen = span !== undefined && lastDayMark(drug, index, span, on) === 1;
  const isEndOpen = drugEnds[index] === 0 && (isLastDayOpen || (isLengthOpen && drug.current !== true));
  return [
    ...(isOutcomeOpen ? [ask(path + 'outcome', 'What ' + drug.agent + ' led to')] : []),
    ...(isLengthOpen && drugStarts[index] === 0 ? [ask(path + 'from', 'The day on which ' + drug.agent + ' was begun')] : []),
    ...(isEndOpen ? [ask(path + 'to', 'The day of the last dose of ' + drug.agent)] : []),
    ...(isLastDayOpen ? askAnchor(span) : []),
    ...(dose !== undefined && doseMark(drug, trials) === 1
      ? [ask(path + 'doseReached', 'The highest dose of ' + drug.agent + ' that was reached and held, in ' + doseUnit)]
      : []),
    ...(shownBy !== -1 && (sourceBit(drug.shownBy) & shownBy) === 0 ? askShownBy(path, shownBy, 'course of ' + drug.agent) : []),
  ];
}

function askCourseDays(drug: DrugEntry, index: number): Ask[] {
  return [
    ...(drugStarts[index] === 0 ? [ask('drugs[' + index + '].from', 'The day on which ' + drug.agent + ' was begun')] : []),
    ...(drugEnds[index] === 0 && drug.current !== true
      ? [ask('drugs[' + index + '].to', 'The day of the last dose of ' + drug.agent)]
      : []),
  ];
}

/** Agents that count and that may be one: a reviewer decides. */
function askAlike(matter: Matter, trials: Trials, least: number): Ask[] {
  const { similar, keys } = trials;
  const sure = keyMarks.subarray(0, trials.keyCount).filter((mark) => (mark & 2) !== 0).length;
  if (distinctKeys(trials, sure) >= least) return [];
  const alike = similar.filter(([first = 0, second = 0]) => (keyMarks[first]! & keyMarks[second]! & 2) !== 0);
  return countedDrugs(matter).flatMap(({ drug, index, agent }) =>
    trialMarks[index] === 3 && alike.some(([_, second]) => second === keys[agent])
      ? [ask('drugs[' + index + '].agent', 'Whether ' + drug.agent + ' counts as another agent than the one that is like it', true)]
      : [],
  );
}

const eventWords: readonly string[] = ['', 'authorization of the drug', 'burst of systemic corticosteroids', 'emergency visit for asthma', 'hospital admission for asthma', 'urgent visit for asthma', 'forced expiratory volume in one second (FEV1) as percent of predicted', 'total IgE'];
const conditionWords: readonly string[] = ['from this payer', 'under the medical benefit', 'active'];

const anchorWords: readonly string[] = ['the date of service', 'the first dose'];
const anchorFacts: readonly string[] = ['', 'dates.first-dose'];

const ownProduct = table16;

/** What would settle each leaf. */
const questions: readonly ((matter: Matter) => readonly Ask[])[] = [
  () => [],
  () => [],
  () => [],
  (matter) => askCounted(matter, selection11, false), // asthma.course.continuing.authorization
  (matter) => askFinding(matter.facts.findings?.['established-on-requested-drug'], 'findings.established-on-requested-drug', 'treatment established on the requested drug', false, matter.on), // asthma.course.continuing.established
  (matter) => askJudgement(matter.facts.judgements?.['beneficial-response'], 'judgements.beneficial-response', 'beneficial response', false), // asthma.course.continuing.response
  (matter) => askConcurrent(matter, table0, 'budesonide, fluticasone, mometasone, budesonide with formoterol or fluticasone with salmeterol'), // asthma.course.continuing.controller
  (matter) => askConcurrent(matter, table1, 'dupilumab, mepolizumab, reslizumab, benralizumab or tezepelumab'), // asthma.course.continuing.notCombined, asthma.course.starting.notCombined
  (matter) => askFinding(matter.facts.findings?.['moderate-to-severe-persistent-asthma'], 'findings.moderate-to-severe-persistent-asthma', 'moderate to severe persistent asthma', false, matter.on), // asthma.course.starting.severity
  (matter) => askFinding(matter.facts.findings?.['poor-asthma-control'], 'findings.poor-asthma-control', 'poor control of asthma', false, matter.on), // asthma.course.starting.uncontrolled.control
  (matter) => askCounted(matter, selection12, false), // asthma.course.starting.uncontrolled.bursts
  (matter) => askCounted(matter, selection13, false), // asthma.course.starting.uncontrolled.urgentVisit
  (matter) => askCounted(matter, selection14, false), // asthma.course.starting.uncontrolled.fev1
  (matter) => askFinding(matter.facts.findings?.['dependent-on-oral-steroids'], 'findings.dependent-on-oral-steroids', 'dependence on oral corticosteroids', false, matter.on), // asthma.course.starting.uncontrolled.oralSteroids
  (matter) => askCounted(matter, selection15, false), // asthma.course.starting.ige
  (matter) => askFinding(matter.facts.findings?.['positive-skin-test-to-perennial-allergen'], 'findings.positive-skin-test-to-perennial-allergen', 'a positive skin test to a perennial allergen', false, matter.on), // asthma.course.starting.allergen.skinTest
  (matter) => askFinding(matter.facts.findings?.['positive-in-vitro-test-to-perennial-allergen'], 'findings.positive-in-vitro-test-to-perennial-allergen', 'a positive in-vitro test to a perennial allergen', false, matter.on), // asthma.course.starting.allergen.inVitroTest
  (matter) => askFinding(matter.facts.findings?.['on-maximal-ics-laba'], 'findings.on-maximal-ics-laba', 'a maximal dose of an inhaled corticosteroid with a long-acting beta agonist', false, matter.on), // asthma.course.starting.controller.icsLaba
  (matter) => askFinding(matter.facts.findings?.['on-maximal-ics-with-another-controller'], 'findings.on-maximal-ics-with-another-controller', 'a maximal dose of an inhaled corticosteroid with another controller', false, matter.on), // asthma.course.starting.controller.icsAndOther
  () => [ask('prescriber.specialties.allergy', 'Whether the prescriber is an allergist')], // asthma.course.starting.specialist.allergy
  () => [ask('prescriber.consultations.allergy', 'Whether an allergist was consulted')], // asthma.course.starting.specialist.allergy
  () => [ask('prescriber.specialties.immunology', 'Whether the prescriber is an immunologist')], // asthma.course.starting.specialist.immunology
  () => [ask('prescriber.consultations.immunology', 'Whether an immunologist was consulted')], // asthma.course.starting.specialist.immunology
  () => [ask('prescriber.specialties.pulmonology', 'Whether the prescriber is a pulmonologist')], // asthma.course.starting.specialist.pulmonology
  () => [ask('prescriber.consultations.pulmonology', 'Whether a pulmonologist was consulted')], // asthma.course.starting.specialist.pulmonology
  (matter) => askJudgement(matter.facts.judgements?.['within-maximum-dose'], 'judgements.within-maximum-dose', 'a dose within the maximum that this policy states', false), // asthma.dose, urticaria.dose, foodAllergy.dose
  (matter) => askTrials(matter, trials4, reasons0, 2, false, 'failed or was not tolerated', 'one of the agents on the policy\'s list'), // urticaria.despite.twoAntihistamines
  (matter) => askTrials(matter, trials7, reasons0, 1, false, 'failed or was not tolerated', 'cetirizine, levocetirizine, loratadine, desloratadine or fexofenadine'), // urticaria.despite.secondGenerationAndOther.secondGeneration
  (matter) => askTrials(matter, trials10, reasons0, 2, false, 'failed or was not tolerated', 'one of the agents on the policy\'s list'), // urticaria.despite.secondGenerationAndOther.different
  (matter) => askBirth(matter), // foodAllergy.age
  (matter) => askFinding(matter.facts.findings?.['history-of-type-1-reaction-to-food'], 'findings.history-of-type-1-reaction-to-food', 'a history of type I allergic reactions to the food', false, matter.on), // foodAllergy.confirmed.history
  (matter) => askFinding(matter.facts.findings?.['positive-skin-test-to-food'], 'findings.positive-skin-test-to-food', 'a positive skin test to the food', false, matter.on), // foodAllergy.confirmed.test.skinTest
  (matter) => askFinding(matter.facts.findings?.['positive-specific-ige-to-food'], 'findings.positive-specific-ige-to-food', 'positive specific IgE to the food', false, matter.on), // foodAllergy.confirmed.test.ige
  (matter) => askFinding(matter.facts.findings?.['positive-oral-food-challenge'], 'findings.positive-oral-food-challenge', 'a positive oral food challenge', false, matter.on), // foodAllergy.confirmed.test.challenge
  () => [ask('commitments.food-allergen-avoidance', 'Whether this is so: will use the drug together with avoidance of the food')], // foodAllergy.avoidance
  (matter) => askFinding(matter.facts.findings?.['epinephrine-available'], 'findings.epinephrine-available', 'epinephrine at hand', false, matter.on), // foodAllergy.epinephrine
  (matter) => askJudgement(matter.facts.judgements?.['nasal-polyps-criteria'], 'judgements.nasal-polyps-criteria', 'fulfilment of the payer\'s criteria for nasal polyps', false), // nasalPolyps.criteria
  () => [ask('request.indication', 'What it is asked for: the indication')], // indication
  () => [ask('request.indication', 'What it is asked for: the indication')], // indication
  () => [ask('request.indication', 'What it is asked for: the indication')], // indication
  () => [ask('request.indication', 'What it is asked for: the indication')], // indication
  () => [ask('request.indication', 'What it is asked for: the indication')], // exclusions.otherUse
];

/** Maxima, in months. */
const durations: { readonly initial?: number; readonly reauthorization?: number } = {
  initial: 12,
};

const recommended: readonly Recommended[] = [

];

/** Decides a case and says why, what is missing and what is approved. The case must be a valid one. */
export function determine(facts: Facts): Determination {
  const leaves = new Uint8Array(leafCount);
  const statuses = new Uint8Array(clauseCount);
  encode(facts, leaves);
  const conclusion = conclude(leaves, statuses);
  const outcome = outcomes[conclusion & 7]!;
  const layer = layers[conclusion >> 3]!;
  const matter: Matter = { facts, on: day(facts.request.dateOfService), leaves, statuses, reviews: [], asked: [] };
  for (const part of parts) matter.reviews.push(needsReview(part, matter));
  // Warnings come last: to weigh a limb they encode the case again.
  const missing = outcome === 'pended' ? missingOf(matter, layer) : [];
  const ahead = outcome === 'pended' ? nextOf(matter, layer) : outcome === 'denied' ? nearestOf(matter, layer) : {};
  const approval = outcome === 'approved' || outcome === 'modified' ? { approval: approvalOf(matter, outcome) } : {};
  return {
    outcome,
    layer,
    clauses: printed.map((index) => ({
      ...clauses[index]!,
      status: statusName(statuses[index]!),
      needsReview: matter.reviews[index] === true,
    })),
    reasons: reasonsOf(matter, outcome, layer),
    missing,
    ...ahead,
    ...approval,
    warnings: warningsOf(matter),
    assumptions: assumptionsOf(matter),
    policy: { number: policy.number, effective: policy.effective, digest: policy.digest },
  };
}

function statusName(status: number): Status {
  return status === 3 ? 'met' : status === 1 ? 'unknown' : 'not-met';
}

function assumptionsOf({ facts }: Matter): Remark[] {
  const { planDocument, mandate } = facts.request;
  return [
    ...(planDocument === undefined ? [warn('plan-document-silent', 'The plan document is taken to be silent on this request.')] : []),
    ...(mandate === undefined ? [warn('no-mandate', 'No federal or state mandate is taken to control this request.')] : []),
  ];
}

function reasonsOf(matter: Matter, outcome: Determination['outcome'], layer: (typeof layers)[number]): Reason[] {
  if (layer === 'scope') return scopeReasons(matter, outcome);
  if (layer === 'mandate') return [{ text: 'A federal or state mandate requires coverage; it comes before the plan and this policy.' }];
  if (layer === 'plan') {
    const excludes = 'The plan document excludes it; the plan document comes before this policy.';
    const covers = 'The plan document covers it; the plan document comes before this policy, by which it would be denied.';
    return [{ text: outcome === 'denied' ? excludes : covers }];
  }
  if (outcome === 'pended') {
    return [{ text: 'It cannot be decided yet: the facts listed as missing can still change the outcome.' }];
  }
  if (outcome === 'denied') return denialReasons(matter);
  return [...metReasons(coverage, matter), ...(outcome === 'modified' ? dosingReasons(matter) : metReasons(dosing, matter))];
}

function scopeReasons(matter: Matter, outcome: Determination['outcome']): Reason[] {
  const { facts, on, leaves } = matter;
  const isProductOpen = leaves[scopeLeaf] === 1;
  if (outcome === 'pended') {
    const what = isProductOpen ? 'The product asked for is not said' : 'What is listed as missing is not said';
    return [{ text: what + ', so it is not known whether this policy applies.' }];
  }
  if (on < effective) {
    return [{ text: 'The date of service is before ' + policy.effective + ', on which this policy takes effect.' }];
  }
  if (leaves[scopeLeaf] === 0) {
    return [{ text: 'This policy is about ' + productName + '; the request is for ' + (facts.request.product ?? '') + '.' }];
  }
  return [{ text: 'This policy does not apply to this request: it is not one of those that the policy is limited to.' }];
}

/** The innermost clauses for which coverage is not met: criteria that fail, exclusions that apply. */
function denialReasons(matter: Matter): Reason[] {
  const found = new Set<number>();
  walk(coverage, 0, matter, (_, clause) => found.add(clause));
  const named = printed.filter((index) => found.has(index));
  const reasons = named.map((index) => clauseReason(index, matter.statuses[index] === 3 ? 'Applies' : 'Not met'));
  return reasons.length > 0 ? reasons : [{ text: 'The criteria of this policy are not met.' }];
}

/** Why the dose asked for is modified, and to what. */
function dosingReasons(matter: Matter): Reason[] {
  const { mgPerDay, days } = matter.facts.request.regimen ?? {};
  const asked = mgPerDay === undefined || days === undefined ? 'The regimen asked for' : mgPerDay + ' mg a day on ' + days + ' days';
  const chosen = regimenOf(matter, 'modified');
  if (chosen === undefined) return [{ text: asked + ' is not what this policy recommends here.' }];
  const isEarly = chosen.mgPerDay === mgPerDay && chosen.days === days;
  const why = isEarly ? asked + ' is recommended, but not yet on the date of service.' : asked + ' is not what this policy recommends here.';
  return [{ text: why }, clauseReason(chosen.clause, 'Recommended')];
}

/** The innermost clauses by which a part is met. */
function metReasons(part: Part, matter: Matter): Reason[] {
  const found = new Set<number>();
  walk(part, 3, matter, (_, clause) => found.add(clause));
  return printed
    .filter((index) => found.has(index) && matter.statuses[index] === 3)
    .map((index) => clauseReason(index, 'Met'));
}

function clauseReason(index: number, prefix: string): Reason {
  const { id, number, text } = clauses[index]!;
  return { clause: id, number, text: prefix + ': ' + text };
}

/** A regimen that the policy recommends: after an earlier course or before any. */
interface Recommended {
  readonly clause: number;
  readonly mgPerDay: number;
  readonly days: number;
  readonly units?: number;
  readonly code?: string;
  readonly course: 'first' | 'additional';
  /** Months that must have passed since the last dose. */
  readonly interval: number;
}

function approvalOf(matter: Matter, outcome: Determination['outcome']): Approval {
  const { initial, reauthorization } = durations;
  const { kind } = matter.facts.request;
  const months = kind === 'initial' ? [initial] : kind === 'reauthorization' ? [reauthorization] : [initial, reauthorization];
  const known = months.filter((each) => each !== undefined);
  const limit = known.length === 0 ? {} : { months: Math.min(...known) };
  const chosen = regimenOf(matter, outcome);
  if (chosen === undefined) return limit;
  const { clause, mgPerDay, days, units, code } = chosen;
  return {
    ...limit,
    regimen: { clause: clauses[clause]!.id, mgPerDay, days, totalMg: mgPerDay * days },
    ...(units === undefined ? {} : { units }),
    ...(code === undefined ? {} : { code }),
    ...notBefore(matter, chosen),
  };
}

/** The regimen that is met; where another was asked for, the one that applies by the number of earlier courses. */
function regimenOf(matter: Matter, outcome: Determination['outcome']): Recommended | undefined {
  const asked = recommended.find(({ clause }) => matter.statuses[clause] === 3);
  if (asked !== undefined || outcome !== 'modified') return asked;
  const prior = courseNumber(matter);
  return prior === undefined ? undefined : recommended.find(({ course }) => course === prior);
}

function dateOf(date: number): string {
  const month = date >> 5;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return pad(Math.floor(month / 12), 4) + '-' + pad((month % 12) + 1, 2) + '-' + pad(date & 31, 2);
}

/** What would settle a leaf. */
function askedOf(leaf: number, matter: Matter): readonly Ask[] {
  return (matter.asked[leaf] ??= leaf === scopeLeaf ? askProduct() : questions[leaf]!(matter));
}

function askProduct(): readonly Ask[] {
  return [ask('request.product', 'Which product is asked for: the policy is about ' + productName)];
}

/** The clause for which a fact is asked; what belongs to the request or to no clause stands for itself. */
function ownerOf({ fact }: Ask, clause: number): { readonly id: string; readonly number: string; readonly place: number } {
  if (fact === 'request.kind') return { id: fact, number: '', place: -1 };
  if (clause < 0) return { id: fact, number: '', place: clauseCount };
  const { id, number } = clauses[clause]!;
  return { id, number, place: printed.indexOf(clause) };
}

/** What the leaves that are visited ask for, in printed order, what belongs to the request itself first. */
function listOpen(matter: Matter, visit: (note: (leaf: number, clause: number) => void) => void): Determination['missing'] {
  const found = new Map<string, { readonly place: number; readonly item: Determination['missing'][number] }>();
  visit((leaf, clause) => {
    for (const each of askedOf(leaf, matter)) {
      const { id, number, place } = ownerOf(each, clause);
      const key = id + ' ' + each.fact;
      const known = found.get(key)?.item ?? { clause: id, number, ...each };
      found.set(key, { place, item: each.needsReview ? { ...known, needsReview: true } : known });
    }
  });
  return [...found.values()].sort((first, second) => first.place - second.place).map(({ item }) => item);
}

function missingOf(matter: Matter, layer: (typeof layers)[number]): Determination['missing'] {
  if (layer === 'scope') return missingOfScope(matter);
  return listOpen(matter, (note) => {
    walk(coverage, 1, matter, note);
    // Where coverage is not met, no dose changes the outcome.
    if (statusOf(coverage, matter) !== 0) walk(dosing, 1, matter, note);
  });
}

/** What is missing to tell whether the policy applies at all: each fact stands for itself. */
function missingOfScope(matter: Matter): Determination['missing'] {
  const found: Ask[] = [];
  walk(allOf(leafAt(scopeLeaf), scope), 1, matter, (leaf) => found.push(...askedOf(leaf, matter)));
  return found
    .filter(({ fact }, place, all) => all.findIndex((other) => other.fact === fact) === place)
    .map((each) => ({ clause: each.fact, number: '', ...each }));
}

const topics: readonly Topic[] = [
  { leaves: [37, 38, 39, 40, 41], answers: [[3, 0, 0, 0, 3], [0, 3, 0, 0, 3], [0, 0, 3, 0, 3], [0, 0, 0, 3, 3], [0, 0, 0, 0, 0]] },
];

/** For every leaf, the first that is about the same: to have several of one matter otherwise is one change. */
const matterOf: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 37, 37, 37, 37];

/** The leaves that are of no topic and asked in one place: what they are matters there alone. */
const aloneLeaves = new Set<number>([3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36]);

/**
 * The answers that a fact can have, as bits: those by which it speaks against what a leaf looks for, and those by which it
 * speaks for it. None where it is not gone into: it may then be anything.
 */
type Saying = (fact: string) => readonly [against: number, inFavour: number] | undefined;

/** A fact that is asked for, and whether it has to speak for what the leaf looks for (3), against it (0), or either (1). */
interface Said {
  readonly ask: Ask;
  readonly says: number;
}

/** The ways to settle a leaf as wanted, each as the facts that it takes, out of what it asks for. */
type Settling = (asked: readonly Ask[], wanted: number) => readonly (readonly Said[])[];

function saying(asked: readonly Ask[], says: number): readonly Said[] {
  return asked.map((ask) => ({ ask, says }));
}

function byAll(asked: readonly Ask[], wanted: number): readonly (readonly Said[])[] {
  return asked.length === 0 ? [] : [saying(asked, asked.length === 1 ? wanted : 1)];
}

function byEach(asked: readonly Ask[]): readonly (readonly Said[])[] {
  return asked.map((each) => saying([each], 1));
}

/** By a reviewer's word alone. */
function byVerdict(asked: readonly Ask[]): readonly (readonly Said[])[] {
  return byEach(asked.filter(({ needsReview }) => needsReview));
}

/** By what is open of any one entry, or by an entry that the history lacks. */
function byEntry(asked: readonly Ask[]): readonly (readonly Said[])[] {
  const { common, whole, entries } = entriesIn(asked);
  const groups = [...entries, ...whole.map((each) => [each])];
  return groups.length === 0 ? (common.length === 0 ? [] : [saying(common, 1)]) : groups.map((facts) => saying([...common, ...facts], 3));
}

/** By the rest of the history and the days that are open; without it, by all. */
function byHistory(asked: readonly Ask[]): readonly (readonly Said[])[] {
  const { common, whole } = entriesIn(asked);
  const facts = whole.length === 0 ? asked : [...common, ...whole, ...asked.filter(({ fact }) => fact.endsWith('.on'))];
  return facts.length === 0 ? [] : [saying(facts, 1)];
}

/** By the rest of the history and one fact of every entry, so that none counts; as many such sets as ways are kept. */
function byNone(asked: readonly Ask[]): readonly (readonly Said[])[] {
  const { common, whole, entries } = entriesIn(asked);
  return eachOf([saying([...common, ...whole], 1)], entries.map((entry) => entry.map((each) => saying([each], 0))));
}

/** Each set with a choice of every lot; as many as ways are kept. */
function eachOf(sets: readonly (readonly Said[])[], lots: readonly (readonly (readonly Said[])[])[]): readonly (readonly Said[])[] {
  return lots.reduce((all, choices) => choices.flatMap((choice) => all.map((set) => [...set, ...choice])).slice(0, mostWays), sets);
}

/** The facts that stand for a history as a whole, or for an entry that it lacks. */
const wholeFacts: readonly string[] = ['drugsComplete', 'complete', 'drugs', 'events'];

/** What is asked: of single entries; of the whole history; and what is needed beside every entry, as the day that a window is counted from. */
function entriesIn(asked: readonly Ask[]) {
  const common = asked.filter(({ fact }) => fact.startsWith('dates.') || fact.startsWith('request.'));
  const whole = asked.filter(({ fact }) => wholeFacts.includes(fact));
  const entries = new Map<string, Ask[]>();
  for (const each of asked.filter((other) => !common.includes(other) && !whole.includes(other))) {
    const entry = each.fact.slice(0, each.fact.indexOf(']') + 1);
    entries.set(entry, [...(entries.get(entry) ?? []), each]);
  }
  return { common, whole, entries: [...entries.values()] };
}

/** Leaves that one matter answers together: the answers it can have, and what each leaf is under each. */
interface Topic {
  readonly leaves: readonly number[];
  readonly answers: readonly (readonly number[])[];
}

/** A topic that a leaf is of: its place, and the answers, as bits, under which the leaf is not met and met. */
interface Binding {
  readonly topic: number;
  readonly notMet: number;
  readonly met: number;
}

const bindings: readonly (readonly Binding[])[] = Array.from({ length: leafCount }, (_, leaf) =>
  topics.flatMap(({ leaves, answers }, topic) => {
    const column = leaves.indexOf(leaf);
    const under = (status: number) => answers.reduce((mask, answer, bit) => (answer[column] === status ? mask | (1 << bit) : mask), 0);
    return column < 0 ? [] : [{ topic, notMet: under(0), met: under(3) }];
  }),
);

/** The answers of a topic under which a leaf has a status. */
function answersFor({ notMet, met }: Binding, status: number): number {
  return status === 3 ? met : notMet;
}

/** The answers of each topic that agree with its leaves that are decided; where they contradict each other, all. */
function openAnswers({ leaves }: Matter): readonly number[] {
  return topics.map((topic, place) => {
    const all = 2 ** topic.answers.length - 1;
    const decided = topic.leaves.filter((each) => (leaves[each]! & 3) !== 1);
    return decided.reduce((mask, each) => mask & answersFor(bindings[each]!.find((own) => own.topic === place)!, leaves[each]! & 3), all) || all;
  });
}

/** One way to an outcome. */
interface Way {
  /** Facts to come in, by number, and by their places in the list of what is open. */
  readonly facts: readonly number[];
  readonly listed: Later;
  /** What is decided and would have to be otherwise: leaf, clause and status in one number. */
  readonly changes: Later;
  /** Matters that would have to be otherwise: those that cannot, and those that can. */
  readonly stuck: readonly number[];
  readonly movable: readonly number[];
  /** Topics, leaves of none, the date of birth and facts of entries, in order, each followed by the answers that remain to it. */
  readonly held: Later;
}

/** Numbers that are worked out when they are first asked for: most ways are dropped before that. */
type Later = () => readonly number[];

function later(make: Later): Later {
  let made: readonly number[] | undefined;
  return () => (made ??= make());
}

const nothing: Later = () => [];

/** A search for ways: through what is open alone, or through what is decided as well. */
interface Search {
  readonly matter: Matter;
  readonly isChanging: boolean;
  readonly list: FactList;
  /** The answers that are open to each topic. */
  readonly open: readonly number[];
  readonly found: Map<number, readonly Way[]>;
}

function searchFor(matter: Matter, isChanging: boolean, items: Determination['missing']): Search {
  return { matter, isChanging, list: factList(items), open: openAnswers(matter), found: new Map() };
}

/** What is open, in printed order; the place of each by clause and fact; and the number of its fact, one for all clauses that it serves. */
interface FactList {
  readonly items: Determination['missing'];
  readonly places: ReadonlyMap<string, number>;
  readonly numbers: readonly number[];
}

/** Of the ways to a part so many are kept, the least first: the search is exact up to there. */
const mostWays = 12;

const noStep: Way = { facts: [], listed: nothing, changes: nothing, stuck: [], movable: [], held: nothing };

/** Lists of events are asked for kind by kind, whatever the window. */
function factKey({ fact, settle }: Ask): string {
  return fact === 'complete' ? fact + eventWords.filter((name) => settle.includes(name)).join() : fact;
}

function factList(items: Determination['missing']): FactList {
  const keys = items.map(factKey);
  const numbers = new Map([...new Set(keys)].map((key, number) => [key, number]));
  return {
    items,
    places: new Map(items.map(({ clause, fact }, place) => [clause + ' ' + fact, place])),
    numbers: keys.map((key) => numbers.get(key)!),
  };
}

/** The places of the facts that a leaf asks for. */
function placesOf(asked: readonly Ask[], clause: number, { places }: FactList): readonly number[] {
  return inOrder(asked.map((each) => places.get(ownerOf(each, clause).id + ' ' + each.fact)!));
}

/** The least ways to make a part met or not met, the least first. */
function waysTo(part: Part, wanted: number, clause: number, search: Search): readonly Way[] {
  const status = statusOf(part, search.matter);
  // What is decided stays so, whatever comes in.
  if (!search.isChanging && status !== 1) return status === wanted ? [noStep] : [];
  if ('leaf' in part) return leafWays(part.leaf, wanted, clause, search);
  if ('swap' in part) return waysTo(part.swap, opposite(wanted), clause, search);
  if ('of' in part) {
    const needed = wanted === 3 ? part.count : part.of.length - part.count + 1;
    return waysToSome(needed, part.of.map((each) => waysTo(each, wanted, clause, search)));
  }
  const key = part.clause * 4 + wanted;
  const known = search.found.get(key);
  if (known !== undefined) return known;
  const found = waysTo(parts[part.clause]!, wanted, part.clause, search);
  search.found.set(key, found);
  return found;
}

function leafWays(leaf: number, wanted: number, clause: number, search: Search): readonly Way[] {
  const { matter, list, isChanging } = search;
  const status = matter.leaves[leaf]! & 3;
  const bound: number[] = [];
  for (const binding of bindings[leaf]!) {
    const answers = answersFor(binding, wanted) & (isChanging ? -1 : search.open[binding.topic]!);
    if (answers === 0) return [];
    bound.push(binding.topic, answers);
  }
  // What an answer is to other leaves matters only where there are such.
  if (bound.length === 0 && !aloneLeaves.has(leaf)) bound.push(topics.length + leaf, wanted === 3 ? 1 : 2);
  const aged = ageSayings[leaf]?.(wanted, search);
  if (aged === 0) return [];
  if (aged !== undefined) bound.push(topics.length + leafCount, aged);
  const held = bound.length === 0 ? nothing : () => bound;
  if (status === wanted) return [bound.length === 0 ? noStep : { ...noStep, held }];
  if (status !== 1) return [changeOf(leaf, wanted, clause, held, matter)];
  const settling = settlings[leaf]![wanted === 3 ? 0 : 1];
  const settled = settling(askedOf(leaf, matter), wanted).flatMap((said): readonly Way[] => {
    const turned = heldByFacts(leaf, clause, said, search);
    if (turned === undefined) return [];
    const listed = placesOf(said.map(({ ask }) => ask), clause, list);
    const all = turned.length === 0 ? held : () => [...bound, ...turned];
    return [{ ...noStep, held: all, listed: () => listed, facts: inOrder(listed.map((place) => list.numbers[place]!)) }];
  });
  // What no fact that comes in settles so can yet be changed, as a reviewer's word.
  if (settled.length === 0 && isChanging) return [changeOf(leaf, wanted, clause, held, matter)];
  return leastWays(settled);
}

function changeOf(leaf: number, wanted: number, clause: number, held: Later, matter: Matter): Way {
  const matters = [matterOf[leaf]!];
  const { can } = prospects[leaf]!(matter, wanted);
  const changes = [(leaf * (clauseCount + 1) + clause + 1) * 4 + wanted];
  return { ...noStep, held, changes: () => changes, stuck: can ? [] : matters, movable: can ? matters : [] };
}

/** How the facts of a settling have to turn out, as far as that binds other leaves; undefined where they cannot. */
function heldByFacts(leaf: number, clause: number, said: readonly Said[], { list }: Search): readonly number[] | undefined {
  const says = sayings[leaf];
  if (says === undefined) return [];
  const held = new Map<number, number>();
  for (const each of said) {
    const answers = each.says === 1 ? undefined : says(each.ask.fact)?.[each.says === 3 ? 1 : 0];
    if (answers === 0) return undefined;
    if (answers === undefined) continue;
    const [place] = placesOf([each.ask], clause, list);
    held.set(topics.length + leafCount + 1 + list.numbers[place!]!, answers);
  }
  return [...held].sort(([first], [second]) => first - second).flat();
}

/** The least ways in which so many of several parts are as wanted. */
function waysToSome(needed: number, choices: readonly (readonly Way[])[]): readonly Way[] {
  if (needed <= 0) return [noStep];
  let rows: readonly (readonly Way[])[] = [[noStep]];
  choices.forEach((choice, place) => {
    const left = choices.length - place - 1;
    rows = Array.from({ length: Math.min(needed, place + 1) + 1 }, (_, count) => {
      if (count < needed - left) return [];
      const without = rows[count] ?? [];
      return count === 0 ? without : leastWays([...without, ...together(rows[count - 1] ?? [], choice)]);
    });
  });
  return rows[needed] ?? [];
}

/** Each way of the one with each of the other, where their answers agree. */
function together(firsts: readonly Way[], seconds: readonly Way[]): readonly Way[] {
  return firsts.flatMap((first) => seconds.flatMap((second) => joined(first, second)));
}

function joined(first: Way, second: Way): readonly Way[] {
  if (second === noStep) return [first];
  if (first === noStep) return [second];
  if (!agree(first.held(), second.held())) return [];
  const stuck = merged(first.stuck, second.stuck);
  return [
    {
      facts: merged(first.facts, second.facts),
      listed: later(() => merged(first.listed(), second.listed())),
      changes: later(() => merged(first.changes(), second.changes())),
      stuck,
      movable: apart(merged(first.movable, second.movable), stuck),
      held: later(() => heldByBoth(first.held(), second.held())),
    },
  ];
}

/** Whether every topic of both has an answer left. */
function agree(first: readonly number[], second: readonly number[]): boolean {
  let place = 0;
  for (let own = 0; own < second.length; own += 2) {
    while (place < first.length && first[place]! < second[own]!) place += 2;
    if (first[place] === second[own] && (first[place + 1]! & second[own + 1]!) === 0) return false;
  }
  return true;
}

/** The answers that remain by both. */
function heldByBoth(first: readonly number[], second: readonly number[]): readonly number[] {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const both: number[] = [];
  let place = 0;
  for (let own = 0; own < first.length; own += 2) {
    const topic = first[own]!;
    while (place < second.length && second[place]! < topic) both.push(second[place++]!, second[place++]!);
    const isShared = second[place] === topic;
    both.push(topic, isShared ? first[own + 1]! & second[place + 1]! : first[own + 1]!);
    if (isShared) place += 2;
  }
  while (place < second.length) both.push(second[place++]!);
  return both;
}

/** Whether each topic that the first holds is held by the second as well, to no other answers. */
function holdsNoLess(first: readonly number[], second: readonly number[]): boolean {
  let place = 0;
  for (let own = 0; own < first.length; own += 2) {
    while (place < second.length && second[place]! < first[own]!) place += 2;
    const answers = second[place] === first[own] ? second[place + 1]! : -1;
    if ((answers & ~first[own + 1]!) !== 0) return false;
  }
  return true;
}

/** The ways that no lesser one makes needless. */
function leastWays(all: readonly Way[]): readonly Way[] {
  if (all.length < 2) return all;
  if (all.includes(noStep)) return [noStep];
  const kept: Way[] = [];
  for (const way of [...all].sort(compareWays)) {
    if (kept.length === mostWays) break;
    if (!kept.some((less) => takesNoMore(less, way))) kept.push(way);
  }
  return kept;
}

/** First what cannot change, then what can, then the facts to come in; then printed order. */
function compareWays(first: Way, second: Way): number {
  return (
    first.stuck.length - second.stuck.length ||
    first.movable.length - second.movable.length ||
    first.facts.length - second.facts.length ||
    compareNumbers(first.facts, second.facts) ||
    compareNumbers(first.changes(), second.changes())
  );
}

function compareNumbers(first: readonly number[], second: readonly number[]): number {
  const place = first.findIndex((number, index) => number !== second[index]);
  return place < 0 ? first.length - second.length : first[place]! - (second[place] ?? -1);
}

/** Whether a way takes nothing that the other does not, and leaves at least its answers. */
function takesNoMore(less: Way, way: Way): boolean {
  return (
    hasNoOther(less.facts, way.facts) &&
    hasNoOther(less.stuck, way.stuck) &&
    hasNoOther(less.movable, way.movable) &&
    holdsNoLess(less.held(), way.held())
  );
}

/** Numbers from the least on, each once. */
function inOrder(numbers: readonly number[]): readonly number[] {
  return numbers.length < 2 ? numbers : [...new Set(numbers)].sort((first, second) => first - second);
}

/** Numbers of two lists that are in order, in order and each once. */
function merged(first: readonly number[], second: readonly number[]): readonly number[] {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const all: number[] = [];
  let place = 0;
  for (const number of first) {
    while (place < second.length && second[place]! < number) all.push(second[place++]!);
    if (second[place] === number) place += 1;
    all.push(number);
  }
  while (place < second.length) all.push(second[place++]!);
  return all;
}

/** Whether a list that is in order has every number of another that is. */
function hasNoOther(some: readonly number[], all: readonly number[]): boolean {
  if (some.length > all.length) return false;
  let place = 0;
  for (const number of some) {
    while (place < all.length && all[place]! < number) place += 1;
    if (all[place] !== number) return false;
  }
  return true;
}

/** A list without the numbers of another. */
function apart(numbers: readonly number[], others: readonly number[]): readonly number[] {
  return others.length === 0 ? numbers : numbers.filter((number) => !others.includes(number));
}

/** How likely a part is to be met, how many questions settle it, and the leaf to begin with. */
interface Weight {
  readonly met: number;
  readonly cost: number;
  readonly leaf: number;
  readonly clause: number;
}

/** How many open leaves ask for each fact, by its number. */
type Shares = readonly number[];

/**
 * The leaf to begin with, after the rule that is exact for independent questions: of parts that must all be met, the one
 * most likely to fail for what it costs; of parts of which one is enough, the one most likely to be met for it. Each
 * answer that is still open to a leaf is taken to be as likely as another, and a fact that several leaves ask for costs
 * each of them its part.
 */
function weigh(part: Part, clause: number, search: Search, shares: Shares, known: Map<number, Weight>): Weight {
  const status = statusOf(part, search.matter);
  if (status !== 1) return { met: status === 3 ? 1 : 0, cost: 0, leaf: -1, clause };
  if ('leaf' in part) return leafWeight(part.leaf, clause, search, shares);
  if ('swap' in part) {
    const weight = weigh(part.swap, clause, search, shares, known);
    return { ...weight, met: 1 - weight.met };
  }
  if ('of' in part) {
    const open = part.of.filter((each) => statusOf(each, search.matter) === 1);
    const sure = part.of.filter((each) => statusOf(each, search.matter) === 3).length;
    return weightOfSome(
      part.count - sure,
      open.map((each) => weigh(each, clause, search, shares, known)),
    );
  }
  const weight = known.get(part.clause) ?? weigh(parts[part.clause]!, part.clause, search, shares, known);
  known.set(part.clause, weight);
  return weight;
}

function leafWeight(leaf: number, clause: number, { matter, list, open }: Search, shares: Shares): Weight {
  const [binding] = bindings[leaf]!;
  const share = (answers: number) => (binding === undefined ? 1 : bitsIn(answers & open[binding.topic]!));
  const [met, failed] = [share(binding?.met ?? 0), share(binding?.notMet ?? 0)];
  const costs = placesOf(askedOf(leaf, matter), clause, list).map((place) => 1 / shares[list.numbers[place]!]!);
  return { met: met + failed === 0 ? 0.5 : met / (met + failed), cost: costs.reduce((sum, each) => sum + each, 0), leaf, clause };
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Of several open parts, so many of which must be met: the order in which they are asked, and what that comes to. */
function weightOfSome(needed: number, open: readonly Weight[]): Weight {
  const worth = ({ met, cost }: Weight) => (needed * 2 > open.length ? 1 - met : met) / Math.max(cost, 1e-9);
  const ordered = open
    .map((weight, place) => ({ weight, place }))
    .sort((first, second) => worth(second.weight) - worth(first.weight) || first.place - second.place)
    .map(({ weight }) => weight);
  // How likely it is that so many of those asked were met.
  let chances = [1];
  let cost = 0;
  ordered.forEach(({ met, cost: own }, asked) => {
    const undecided = chances.filter((_, count) => count < needed && asked - count <= open.length - needed);
    cost += own * undecided.reduce((sum, each) => sum + each, 0);
    chances = Array.from({ length: asked + 2 }, (_, count) => (chances[count] ?? 0) * (1 - met) + (chances[count - 1] ?? 0) * met);
  });
  const [first] = ordered;
  const met = chances.slice(Math.max(0, needed)).reduce((sum, each) => sum + each, 0);
  return { met, cost, leaf: first?.leaf ?? -1, clause: first?.clause ?? -1 };
}

/** The fact to ask first to settle a part: of those that its first leaf asks for, the one that serves most leaves. */
function firstTo(part: Part, search: Search): Determination['missing'][number] | undefined {
  const { matter, list } = search;
  const serves = list.items.map(() => new Set<number>());
  walk(part, 1, matter, (leaf, clause) => {
    for (const place of placesOf(askedOf(leaf, matter), clause, list)) serves[list.numbers[place]!]!.add(leaf);
  });
  const shares = serves.map(({ size }) => Math.max(1, size));
  const { leaf, clause } = weigh(part, -1, search, shares, new Map());
  if (leaf < 0) return undefined;
  const share = (place: number) => shares[list.numbers[place]!]!;
  const [first] = [...placesOf(askedOf(leaf, matter), clause, list)].sort((one, other) => share(other) - share(one));
  return first === undefined ? undefined : list.items[first];
}

/** Visits every open leaf of a part, through what is decided too, with the innermost clause that it belongs to. */
function visitOpen(part: Part, matter: Matter, visit: (leaf: number, clause: number) => void): void {
  const seen = new Set<number>();
  const step = (each: Part, clause: number): void => {
    if ('leaf' in each) {
      if ((matter.leaves[each.leaf]! & 3) === 1) visit(each.leaf, clause);
    } else if ('swap' in each) step(each.swap, clause);
    else if ('of' in each) for (const inner of each.of) step(inner, clause);
    else if (!seen.has(each.clause)) {
      seen.add(each.clause);
      step(parts[each.clause]!, each.clause);
    }
  };
  step(part, -1);
}

function nearestOf(matter: Matter, layer: (typeof layers)[number]): Pick<Determination, 'nearest'> {
  const items = listOpen(matter, (note) => {
    visitOpen(coverage, matter, note);
    visitOpen(dosing, matter, note);
  });
  const search = searchFor(matter, true, items);
  const found = (['approved', 'modified'] as const).flatMap((leadsTo) => {
    const target = allOf(coverage, leadsTo === 'approved' ? dosing : swapOf(dosing));
    return waysTo(target, 3, -1, search).slice(0, 1).map((way) => ({ leadsTo, way }));
  });
  const weight = ({ stuck, movable }: Way) => stuck.length * 4096 + movable.length;
  const [best] = found.sort((first, second) => weight(first.way) - weight(second.way));
  if (best === undefined) return { nearest: { isOpen: false, changes: [], missing: [] } };
  const { leadsTo, way } = best;
  const excluded = layer === 'plan' ? [planChange] : [];
  return {
    nearest: {
      isOpen: excluded.length === 0 && way.stuck.length === 0,
      changes: [...excluded, ...changesOf(way, matter)],
      missing: factsOfWay(way, search.list),
      leadsTo,
    },
  };
}

const planChange: Change = {
  clause: 'request.planDocument',
  number: '',
  fact: 'request.planDocument',
  kind: 'cannot change',
  text: 'The plan document excludes it',
};

/** What a way would change, in printed order. */
function changesOf({ changes }: Way, matter: Matter): readonly Change[] {
  const told = changes().map((change) => {
    const wanted = change & 3;
    const rest = change >> 2;
    const clause = (rest % (clauseCount + 1)) - 1;
    const { fact, can, text, from } = prospects[Math.floor(rest / (clauseCount + 1))]!(matter, wanted);
    const { id, number } = clause < 0 ? { id: fact, number: '' } : clauses[clause]!;
    const kind = can ? ('can change' as const) : ('cannot change' as const);
    const place = clause < 0 ? -1 : printed.indexOf(clause);
    return { place, item: { clause: id, number, fact, kind, text, ...(from === undefined ? {} : { from: dateOf(from) }) } };
  });
  return told.sort((first, second) => first.place - second.place).map(({ item }) => item);
}

/** What must hold for an approval as asked for, and for one as modified. */
function targetsOf({ leaves }: Matter): readonly (readonly ['approved' | 'modified', Part])[] {
  const inScope = allOf(leafAt(scopeLeaf), scope);
  if (leaves[mandateLeaf] === 3) return [['approved', inScope]];
  if (leaves[planLeaf] === 2) return [];
  const covered = allOf(coverage, dosing);
  // Where the plan document covers it, what this policy denies is approved.
  const approved = leaves[planLeaf] === 1 ? anyOf(covered, swapOf(coverage)) : covered;
  return [
    ['approved', allOf(inScope, approved)],
    ['modified', allOf(inScope, coverage, swapOf(dosing))],
  ];
}

/** The facts of a way, each for the first clause that it serves there. */
function factsOfWay({ facts, listed }: Way, { items, numbers }: FactList): Determination['missing'] {
  const places = listed();
  return facts
    .map((number) => places.find((place) => numbers[place] === number)!)
    .sort((first, second) => first - second)
    .map((place) => items[place]!);
}

/** What is open of some parts and not yet decided, in printed order. */
function searchOpen(matter: Matter, open: readonly Part[]): Search {
  const items = listOpen(matter, (note) => {
    for (const part of open) walk(part, 1, matter, note);
  });
  return searchFor(matter, false, items);
}

function nextOf(matter: Matter, layer: (typeof layers)[number]): Pick<Determination, 'next'> {
  const isScope = layer === 'scope';
  const asked = isScope ? allOf(leafAt(scopeLeaf), scope) : statusOf(coverage, matter) === 1 ? coverage : dosing;
  const search = searchOpen(matter, [...(isScope ? [asked] : []), coverage, dosing]);
  const first = firstTo(asked, search);
  if (first === undefined) return {};
  for (const [leadsTo, target] of targetsOf(matter)) {
    const [way] = waysTo(target, 3, -1, search);
    if (way !== undefined) return { next: { first, shortest: factsOfWay(way, search.list), leadsTo } };
  }
  return { next: { first, shortest: [] } };
}

/** An age on the date of service: time brings it to a bound, and never back. A birthday that a month lacks falls on the first of the next. */
function ageProspect({ facts, on }: Matter, unit: number, least: number, most: number, wanted: number): Prospect {
  const born = day(facts.patient!.birthDate!);
  const age = Math.floor((on - born) / unit);
  const reached = wanted === 3 ? (age < least ? least : 0) : most < 0x7fffffff ? most + 1 : 0;
  if (reached === 0) return staysSo('patient.birthDate', wanted === 3 ? 'The age is past' : 'The age has been reached');
  const birthday = born + reached * unit;
  const from = (birthday & 31) > monthLength(birthday >> 5) ? ((birthday >> 5) + 1) * 32 + 1 : birthday;
  return { ...mayChange('patient.birthDate', 'Time will pass: the age is reached'), from };
}

/** Whether what is decided can change, and how; where time alone does it, from which date of service. */
interface Prospect {
  readonly fact: string;
  readonly can: boolean;
  readonly text: string;
  readonly from?: number;
}

function mayChange(fact: string, text: string): Prospect {
  return { fact, can: true, text };
}

function staysSo(fact: string, text: string): Prospect {
  return { fact, can: false, text };
}

/** Which of the facts asked for settle each leaf as met, and as not met. */
const settlings: readonly (readonly [met: Settling, notMet: Settling])[] = [
  [byAll, byAll],
  [byAll, byAll],
  [byAll, byAll],
  [byEntry, byNone], // asthma.course.continuing.authorization
  [byAll, byAll], // asthma.course.continuing.established
  [byAll, byVerdict], // asthma.course.continuing.response
  [byEntry, byNone], // asthma.course.continuing.controller
  [byEntry, byNone], // asthma.course.continuing.notCombined, asthma.course.starting.notCombined
  [byAll, byAll], // asthma.course.starting.severity
  [byAll, byAll], // asthma.course.starting.uncontrolled.control
  [byHistory, byNone], // asthma.course.starting.uncontrolled.bursts
  [byEntry, byNone], // asthma.course.starting.uncontrolled.urgentVisit
  [byEntry, byNone], // asthma.course.starting.uncontrolled.fev1
  [byAll, byAll], // asthma.course.starting.uncontrolled.oralSteroids
  [byEntry, byNone], // asthma.course.starting.ige
  [byAll, byAll], // asthma.course.starting.allergen.skinTest
  [byAll, byAll], // asthma.course.starting.allergen.inVitroTest
  [byAll, byAll], // asthma.course.starting.controller.icsLaba
  [byAll, byAll], // asthma.course.starting.controller.icsAndOther
  [byAll, byAll], // asthma.course.starting.specialist.allergy
  [byAll, byAll], // asthma.course.starting.specialist.allergy
  [byAll, byAll], // asthma.course.starting.specialist.immunology
  [byAll, byAll], // asthma.course.starting.specialist.immunology
  [byAll, byAll], // asthma.course.starting.specialist.pulmonology
  [byAll, byAll], // asthma.course.starting.specialist.pulmonology
  [byAll, byVerdict], // asthma.dose, urticaria.dose, foodAllergy.dose
  [byHistory, byNone], // urticaria.despite.twoAntihistamines
  [byEntry, byNone], // urticaria.despite.secondGenerationAndOther.secondGeneration
  [byHistory, byNone], // urticaria.despite.secondGenerationAndOther.different
  [byAll, byAll], // foodAllergy.age
  [byAll, byAll], // foodAllergy.confirmed.history
  [byAll, byAll], // foodAllergy.confirmed.test.skinTest
  [byAll, byAll], // foodAllergy.confirmed.test.ige
  [byAll, byAll], // foodAllergy.confirmed.test.challenge
  [byAll, byAll], // foodAllergy.avoidance
  [byAll, byAll], // foodAllergy.epinephrine
  [byAll, byVerdict], // nasalPolyps.criteria
  [byAll, byAll], // indication
  [byAll, byAll], // indication
  [byAll, byAll], // indication
  [byAll, byAll], // indication
  [byAll, byAll], // exclusions.otherUse
];

/** How the facts that a leaf asks for speak to it, where other leaves ask for them too. */
const sayings: Readonly<Record<number, Saying>> = {

};

/** Which moments give an age the answer that is wanted, where one date of birth answers for several days. */
const ageSayings: Readonly<Record<number, (wanted: number, search: Search) => number | undefined>> = {

};

/** How each leaf may come to be otherwise than it is decided. */
const prospects: readonly ((matter: Matter, wanted: number) => Prospect)[] = [
  () => staysSo('request', 'What is asked for'),
  () => staysSo('request', 'What is asked for'),
  () => staysSo('request', 'What is asked for'),
  (_, wanted) => (wanted === 3 ? mayChange('events', 'It can still take place: authorization of the drug') : staysSo('events', 'It took place: authorization of the drug')), // asthma.course.continuing.authorization
  (_, wanted) => (wanted === 3 ? staysSo('findings.established-on-requested-drug', 'Known not to be so: treatment established on the requested drug') : staysSo('findings.established-on-requested-drug', 'On file: treatment established on the requested drug')), // asthma.course.continuing.established
  () => mayChange('judgements.beneficial-response', 'A reviewer can judge otherwise on further records of beneficial response'), // asthma.course.continuing.response
  (_, wanted) => (wanted === 3 ? mayChange('drugs', 'budesonide, fluticasone, mometasone, budesonide with formoterol or fluticasone with salmeterol can be begun') : mayChange('drugs', 'budesonide, fluticasone, mometasone, budesonide with formoterol or fluticasone with salmeterol can be stopped')), // asthma.course.continuing.controller
  (_, wanted) => (wanted === 3 ? mayChange('drugs', 'dupilumab, mepolizumab, reslizumab, benralizumab or tezepelumab can be begun') : mayChange('drugs', 'dupilumab, mepolizumab, reslizumab, benralizumab or tezepelumab can be stopped')), // asthma.course.continuing.notCombined, asthma.course.starting.notCombined
  (_, wanted) => (wanted === 3 ? staysSo('findings.moderate-to-severe-persistent-asthma', 'Known not to be so: moderate to severe persistent asthma') : staysSo('findings.moderate-to-severe-persistent-asthma', 'On file: moderate to severe persistent asthma')), // asthma.course.starting.severity
  (_, wanted) => (wanted === 3 ? staysSo('findings.poor-asthma-control', 'Known not to be so: poor control of asthma') : staysSo('findings.poor-asthma-control', 'On file: poor control of asthma')), // asthma.course.starting.uncontrolled.control
  (_, wanted) => (wanted === 3 ? mayChange('events', 'It can still take place: burst of systemic corticosteroids') : mayChange('events', 'Time will pass: later it will lie too far back: burst of systemic corticosteroids')), // asthma.course.starting.uncontrolled.bursts
  (_, wanted) => (wanted === 3 ? mayChange('events', 'It can still take place: emergency visit for asthma, hospital admission for asthma or urgent visit for asthma') : staysSo('events', 'It took place: emergency visit for asthma, hospital admission for asthma or urgent visit for asthma')), // asthma.course.starting.uncontrolled.urgentVisit
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: forced expiratory volume in one second (FEV1) as percent of predicted') : staysSo('events', 'It took place: forced expiratory volume in one second (FEV1) as percent of predicted')), // asthma.course.starting.uncontrolled.fev1
  (_, wanted) => (wanted === 3 ? staysSo('findings.dependent-on-oral-steroids', 'Known not to be so: dependence on oral corticosteroids') : staysSo('findings.dependent-on-oral-steroids', 'On file: dependence on oral corticosteroids')), // asthma.course.starting.uncontrolled.oralSteroids
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: total IgE') : staysSo('events', 'It took place: total IgE')), // asthma.course.starting.ige
  (_, wanted) => (wanted === 3 ? staysSo('findings.positive-skin-test-to-perennial-allergen', 'Known not to be so: a positive skin test to a perennial allergen') : staysSo('findings.positive-skin-test-to-perennial-allergen', 'On file: a positive skin test to a perennial allergen')), // asthma.course.starting.allergen.skinTest
  (_, wanted) => (wanted === 3 ? staysSo('findings.positive-in-vitro-test-to-perennial-allergen', 'Known not to be so: a positive in-vitro test to a perennial allergen') : staysSo('findings.positive-in-vitro-test-to-perennial-allergen', 'On file: a positive in-vitro test to a perennial allergen')), // asthma.course.starting.allergen.inVitroTest
  (_, wanted) => (wanted === 3 ? staysSo('findings.on-maximal-ics-laba', 'Known not to be so: a maximal dose of an inhaled corticosteroid with a long-acting beta agonist') : staysSo('findings.on-maximal-ics-laba', 'On file: a maximal dose of an inhaled corticosteroid with a long-acting beta agonist')), // asthma.course.starting.controller.icsLaba
  (_, wanted) => (wanted === 3 ? staysSo('findings.on-maximal-ics-with-another-controller', 'Known not to be so: a maximal dose of an inhaled corticosteroid with another controller') : staysSo('findings.on-maximal-ics-with-another-controller', 'On file: a maximal dose of an inhaled corticosteroid with another controller')), // asthma.course.starting.controller.icsAndOther
  () => mayChange('prescriber.specialties.allergy', 'Another can prescribe it: allergist'), // asthma.course.starting.specialist.allergy
  () => mayChange('prescriber.consultations.allergy', 'Another can be consulted: allergist'), // asthma.course.starting.specialist.allergy
  () => mayChange('prescriber.specialties.immunology', 'Another can prescribe it: immunologist'), // asthma.course.starting.specialist.immunology
  () => mayChange('prescriber.consultations.immunology', 'Another can be consulted: immunologist'), // asthma.course.starting.specialist.immunology
  () => mayChange('prescriber.specialties.pulmonology', 'Another can prescribe it: pulmonologist'), // asthma.course.starting.specialist.pulmonology
  () => mayChange('prescriber.consultations.pulmonology', 'Another can be consulted: pulmonologist'), // asthma.course.starting.specialist.pulmonology
  () => mayChange('judgements.within-maximum-dose', 'A reviewer can judge otherwise on further records of a dose within the maximum that this policy states'), // asthma.dose, urticaria.dose, foodAllergy.dose
  (_, wanted) => (wanted === 3 ? mayChange('drugs', 'A course can still be completed: one of the agents on the policy\'s list failed or was not tolerated') : staysSo('drugs', 'On file is that one of the agents on the policy\'s list failed or was not tolerated')), // urticaria.despite.twoAntihistamines
  (_, wanted) => (wanted === 3 ? mayChange('drugs', 'A course can still be completed: cetirizine, levocetirizine, loratadine, desloratadine or fexofenadine failed or was not tolerated') : staysSo('drugs', 'On file is that cetirizine, levocetirizine, loratadine, desloratadine or fexofenadine failed or was not tolerated')), // urticaria.despite.secondGenerationAndOther.secondGeneration
  (_, wanted) => (wanted === 3 ? mayChange('drugs', 'A course can still be completed: one of the agents on the policy\'s list failed or was not tolerated') : staysSo('drugs', 'On file is that one of the agents on the policy\'s list failed or was not tolerated')), // urticaria.despite.secondGenerationAndOther.different
  (matter, wanted) => ageProspect(matter, 384, 1, 2147483647, wanted), // foodAllergy.age
  (_, wanted) => (wanted === 3 ? staysSo('findings.history-of-type-1-reaction-to-food', 'Known not to be so: a history of type I allergic reactions to the food') : staysSo('findings.history-of-type-1-reaction-to-food', 'On file: a history of type I allergic reactions to the food')), // foodAllergy.confirmed.history
  (_, wanted) => (wanted === 3 ? staysSo('findings.positive-skin-test-to-food', 'Known not to be so: a positive skin test to the food') : staysSo('findings.positive-skin-test-to-food', 'On file: a positive skin test to the food')), // foodAllergy.confirmed.test.skinTest
  (_, wanted) => (wanted === 3 ? staysSo('findings.positive-specific-ige-to-food', 'Known not to be so: positive specific IgE to the food') : staysSo('findings.positive-specific-ige-to-food', 'On file: positive specific IgE to the food')), // foodAllergy.confirmed.test.ige
  (_, wanted) => (wanted === 3 ? staysSo('findings.positive-oral-food-challenge', 'Known not to be so: a positive oral food challenge') : staysSo('findings.positive-oral-food-challenge', 'On file: a positive oral food challenge')), // foodAllergy.confirmed.test.challenge
  () => mayChange('commitments.food-allergen-avoidance', 'It can be undertaken or not: will use the drug together with avoidance of the food'), // foodAllergy.avoidance
  (_, wanted) => (wanted === 3 ? staysSo('findings.epinephrine-available', 'Known not to be so: epinephrine at hand') : staysSo('findings.epinephrine-available', 'On file: epinephrine at hand')), // foodAllergy.epinephrine
  () => mayChange('judgements.nasal-polyps-criteria', 'A reviewer can judge otherwise on further records of fulfilment of the payer\'s criteria for nasal polyps'), // nasalPolyps.criteria
  () => staysSo('request.indication', 'What it is asked for: the indication'), // indication
  () => staysSo('request.indication', 'What it is asked for: the indication'), // indication
  () => staysSo('request.indication', 'What it is asked for: the indication'), // indication
  () => staysSo('request.indication', 'What it is asked for: the indication'), // indication
  () => staysSo('request.indication', 'What it is asked for: the indication'), // exclusions.otherUse
];

function courseNumber(matter: Matter): Recommended['course'] | undefined {
  const prior = priorCourse(matter);
  return prior === 1 ? undefined : prior === 3 ? 'additional' : 'first';
}

/** The first day on which an additional course may be given, where it is known and after the date of service. */
function notBefore(matter: Matter, { course, interval }: Recommended): { notBefore?: string } {
  if (course === 'first' || interval === 0) return {};
  const courses = countedDrugs(matter).filter(({ index, agent }) => both(ownProduct[agent]!, drugsGiven[index]!) === 3);
  if (courses.length === 0 || courses.some(({ index }) => drugEnds[index] === 0)) return {};
  const last = Math.max(...courses.map(({ index }) => latestLastDay(index, matter.on)));
  const first = monthsAfter(last, interval);
  return first > matter.on ? { notBefore: dateOf(first) } : {};
}

function birthWarnings({ facts, on }: Matter): Remark[] {
  const birthDate = facts.patient?.birthDate;
  if (birthDate === undefined || day(birthDate) <= on) return [];
  return [warn('contradiction', 'patient.birthDate: the date of birth is after the date of service.')];
}

function drugWarnings(matter: Matter, servesAsSample: (drug: DrugEntry, index: number, agent: number) => boolean): Remark[] {
  const after = (matter.facts.drugs ?? noDrugs).flatMap((drug, index) =>
    drugAgents[index]! >= 0
      ? []
      : [warn('dated-after-service', 'drugs[' + index + ']: ' + drug.agent + ' was begun after the date of service and does not count.')],
  );
  const others = countedDrugs(matter).flatMap(({ drug, index, agent }) => {
    const what = 'drugs[' + index + ']: ' + drug.agent;
    const { from, to } = drug;
    const reversed = from !== undefined && to !== undefined && day(to) < day(from);
    const stops = drug.current === true && !reversed && to !== undefined && day(to) < matter.on;
    return [
      ...(reversed ? [warn('contradiction', what + ' ends before it begins; both dates are set aside.')] : []),
      ...(stops ? [warn('planned-stop', what + ' is marked as current but ends before the date of service; the stop is planned.')] : []),
      ...(agent === 0 ? [warn('unknown-agent', what + ' is not an agent that the vocabulary knows.')] : []),
      ...(drug.source === 'sample' && servesAsSample(drug, index, agent)
        ? [warn('sample-set-aside', what + ' was received as a sample, which satisfies no criterion.')]
        : []),
    ];
  });
  return [...after, ...others];
}

function eventWarnings({ facts, on }: Matter): Remark[] {
  return (facts.events ?? noEvents).flatMap((entry, index) => {
    const kind = eventNames.get(entry.event) ?? 0;
    if (kind === 0) return [];
    const what = 'events[' + index + '] (' + eventWords[kind]! + ')';
    if (entry.on !== undefined && day(entry.on) > on) {
      return [warn('dated-after-service', what + ' is dated after the date of service and does not count.')];
    }
    const unit = eventUnitNames.get(entry.unit ?? '') ?? 0;
    const isMeasured = entry.value !== undefined && entry.unit !== undefined;
    return isMeasured && eventFactors[kind * eventUnitCount + unit] === 0
      ? [warn('unit-not-known', what + ' is not measured in ' + entry.unit + '; its value is set aside.')]
      : [];
  });
}

function findingWarnings(entry: FindingEntry | undefined, fact: string, name: string, on: number): Remark[] {
  if (typeof entry !== 'object' || entry.on === undefined || day(entry.on) <= on) return [];
  return [warn('dated-after-service', fact + ' (' + name + ') is dated after the date of service and does not count.')];
}

interface Remark {
  readonly code: string;
  readonly text: string;
}

function warn(code: string, text: string): Remark {
  return { code, text };
}

function servesAsSample(_matter: Matter, _drug: DrugEntry, index: number, agent: number): boolean {
  return (
    (table2[agent] !== 0 && reasons0[drugMarks[index]!] === 0 && reasons0[drugMarks[index]! - 1] !== 0) ||
    (table5[agent] !== 0 && reasons0[drugMarks[index]!] === 0 && reasons0[drugMarks[index]! - 1] !== 0) ||
    (table8[agent] !== 0 && reasons0[drugMarks[index]!] === 0 && reasons0[drugMarks[index]! - 1] !== 0)
  );
}

function warningsOf(matter: Matter): Remark[] {
  return [
    ...birthWarnings(matter),
    ...drugWarnings(matter, (drug, index, agent) => servesAsSample(matter, drug, index, agent)),
    ...eventWarnings(matter),
    ...findingWarnings(matter.facts.findings?.['established-on-requested-drug'], 'findings.established-on-requested-drug', 'treatment established on the requested drug', matter.on),
    ...findingWarnings(matter.facts.findings?.['moderate-to-severe-persistent-asthma'], 'findings.moderate-to-severe-persistent-asthma', 'moderate to severe persistent asthma', matter.on),
    ...findingWarnings(matter.facts.findings?.['poor-asthma-control'], 'findings.poor-asthma-control', 'poor control of asthma', matter.on),
    ...findingWarnings(matter.facts.findings?.['dependent-on-oral-steroids'], 'findings.dependent-on-oral-steroids', 'dependence on oral corticosteroids', matter.on),
    ...findingWarnings(matter.facts.findings?.['positive-skin-test-to-perennial-allergen'], 'findings.positive-skin-test-to-perennial-allergen', 'a positive skin test to a perennial allergen', matter.on),
    ...findingWarnings(matter.facts.findings?.['positive-in-vitro-test-to-perennial-allergen'], 'findings.positive-in-vitro-test-to-perennial-allergen', 'a positive in-vitro test to a perennial allergen', matter.on),
    ...findingWarnings(matter.facts.findings?.['on-maximal-ics-laba'], 'findings.on-maximal-ics-laba', 'a maximal dose of an inhaled corticosteroid with a long-acting beta agonist', matter.on),
    ...findingWarnings(matter.facts.findings?.['on-maximal-ics-with-another-controller'], 'findings.on-maximal-ics-with-another-controller', 'a maximal dose of an inhaled corticosteroid with another controller', matter.on),
    ...findingWarnings(matter.facts.findings?.['history-of-type-1-reaction-to-food'], 'findings.history-of-type-1-reaction-to-food', 'a history of type I allergic reactions to the food', matter.on),
    ...findingWarnings(matter.facts.findings?.['positive-skin-test-to-food'], 'findings.positive-skin-test-to-food', 'a positive skin test to the food', matter.on),
    ...findingWarnings(matter.facts.findings?.['positive-specific-ige-to-food'], 'findings.positive-specific-ige-to-food', 'positive specific IgE to the food', matter.on),
    ...findingWarnings(matter.facts.findings?.['positive-oral-food-challenge'], 'findings.positive-oral-food-challenge', 'a positive oral food challenge', matter.on),
    ...findingWarnings(matter.facts.findings?.['epinephrine-available'], 'findings.epinephrine-available', 'epinephrine at hand', matter.on),
  ];
}
