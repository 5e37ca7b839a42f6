// Generated from policies/bcbsnd-alemtuzumab-2024/policy.ts by Triplicate: do not edit.
// Digest 45d1fd213dfedce4f7884813c44f89bac2fff04bdeb4e5341f1cc71883f7e6a3
// It supports a coverage decision and does not replace one.

/** The policy that this module decides by. */
export const policy = {
  number: 'BCBSND-ALEMTUZUMAB',
  title: 'Alemtuzumab (Lemtrada)',
  effective: '2024-07-01',
  products: ['lemtrada'],
  digest: '45d1fd213dfedce4f7884813c44f89bac2fff04bdeb4e5341f1cc71883f7e6a3',
} as const;

/** The number of leaves that `encode` writes, and of clauses that `decide` writes. */
export const leafCount = 22;
export const clauseCount = 29;

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
  readonly prescriber?: {
    readonly specialties?: {
      readonly 'neurology'?: boolean;
    };
    readonly consultations?: {
      readonly 'neurology'?: boolean;
    };
  };
  readonly diagnoses?: readonly {
    readonly condition?: string;
    readonly activity?: 'active' | 'nonactive' | 'unspecified';
    readonly icd10?: string;
    readonly evidence?: 'documented' | 'reported' | 'absent';
    readonly on?: string;
  }[];
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
    readonly 'change-of-therapy-risk'?: FindingEntry;
    readonly 'highly-active-disease'?: FindingEntry;
    readonly 't2-lesion-load-increase'?: FindingEntry;
    readonly 'hiv-infection'?: FindingEntry;
  };
  readonly judgements?: {
    readonly 'preferred-brand-limb'?: JudgementEntry;
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
}

type Evidence = 'documented' | 'reported' | 'absent';
type FindingEntry = Evidence | { readonly evidence?: Evidence; readonly on?: string };
type JudgementEntry = { readonly papers?: Evidence; readonly verdict?: 'met' | 'not-met' };
type DiagnosisEntry = NonNullable<Facts['diagnoses']>[number];
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
  const c0 = (clauses[0] = (leaves[3]! & 3)); // need.shown
  const c1 = (clauses[1] = (leaves[4]! & 3)); // need.stated.treatment
  const c2 = (clauses[2] = (leaves[5]! & 3)); // need.stated.risk
  const c3 = (clauses[3] = (c1 & c2)); // need.stated
  const c4 = (clauses[4] = (leaves[6]! & 3)); // need.relapsing.diagnosis.activeSpms
  const c5 = (clauses[5] = (leaves[7]! & 3)); // need.relapsing.diagnosis.rrms
  const c6 = (clauses[6] = (c4 | c5)); // need.relapsing.diagnosis
  const c7 = (clauses[7] = (leaves[8]! & 3)); // need.relapsing.basis.highlyActive.disease
  const c8 = (clauses[8] = (leaves[9]! & 3)); // need.relapsing.basis.highlyActive.relapses
  const c9 = (clauses[9] = (leaves[10]! & 3)); // need.relapsing.basis.highlyActive.mri.enhancing
  const c10 = (clauses[10] = (leaves[11]! & 3)); // need.relapsing.basis.highlyActive.mri.t2Increase.increase
  const c11 = (clauses[11] = (leaves[12]! & 3)); // need.relapsing.basis.highlyActive.mri.t2Increase.comparison
  const c12 = (clauses[12] = (c10 & c11)); // need.relapsing.basis.highlyActive.mri.t2Increase
  const c13 = (clauses[13] = (c9 | c12)); // need.relapsing.basis.highlyActive.mri
  const c14 = (clauses[14] = (c7 & c8 & c13)); // need.relapsing.basis.highlyActive
  const c15 = (clauses[15] = (leaves[13]! & 3)); // need.relapsing.basis.threeClasses
  const c16 = (clauses[16] = (leaves[14]! & 3)); // need.relapsing.basis.preferred.generic.inadequateResponse
  const c17 = (clauses[17] = (leaves[15]! & 3)); // need.relapsing.basis.preferred.generic.reasonsAgainstAll
  const c18 = (clauses[18] = (c16 | c17)); // need.relapsing.basis.preferred.generic
  const c19 = (clauses[19] = (leaves[16]! & 3)); // need.relapsing.basis.preferred.brand
  const c20 = (clauses[20] = (c18 & c19)); // need.relapsing.basis.preferred
  const c21 = (clauses[21] = (c14 | c15 | c20)); // need.relapsing.basis
  const c22 = (clauses[22] = (c6 & c21)); // need.relapsing
  const c23 = (clauses[23] = (c0 | c3 | c22)); // need
  const c24 = (clauses[24] = ((leaves[17]! & 3) | (leaves[18]! & 3))); // specialist
  const c25 = (clauses[25] = not((leaves[19]! & 3))); // hivNegative
  const c26 = (clauses[26] = not((leaves[20]! & 3))); // notCombined
  const c27 = (clauses[27] = (c23 & c24 & c25 & c26)); // indication
  const c28 = (clauses[28] = not((leaves[21]! & 3))); // exclusions.otherUse
  const coverage = (c27 & not(c28));
  const dosing = 3;
  const layer = leaves[0]! | (leaves[1]! << 2) | (leaves[2]! << 4);
  return conclusions[layer | (coverage << 6) | (dosing << 8)]!;
}

const table0 = Uint8Array.from([5, 3, 3, 3, 3, 3, 0, 3, 3, 3, 3, 3, 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0]);
const table1 = Uint8Array.from([0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const table2 = Int32Array.from([-1, -1, -1, -1, -1, -1, 0, -1, -1, -1, -1, -1, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1]);
const trials3: Trials = {
  agents: table1,
  keys: table2,
  keyCount: 1,
  similar: [],
  isGraded: true,
  doseUnit: '',
  span: { anchor: 0, from: { count: -90, months: false, inclusive: true }, to: { count: 0, months: false, inclusive: true } },
  shownBy: -1,
};
const trials4: Trials = {
  agents: table1,
  keys: table2,
  keyCount: 1,
  similar: [],
  isGraded: false,
  doseUnit: '',
  span: { anchor: 0, from: { count: -90, months: false, inclusive: true }, to: { count: 0, months: false, inclusive: true } },
  shownBy: -1,
};
const table5 = Int32Array.from([-1, 0, 1, 2, 1, 3, -1, 4, 1, 5, 4, 3, -1, 6, 5, 3, 3, 1, 5, 1, 5, 2, 7, 7, 2, 5, -1, 6, 2, 2, 5, 4, 1, 1, 2, 7, 3, 3, 5, 1, 5, 5, 0, 3, -1]);
const trials6: Trials = {
  agents: table0,
  keys: table5,
  keyCount: 8,
  similar: [],
  isGraded: false,
  doseUnit: '',
  shownBy: -1,
};
const table7 = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 3, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 3, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const table8 = Int32Array.from([-1, -1, -1, -1, -1, -1, -1, 0, -1, 1, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1, 2, -1, -1, -1, -1, -1, -1, 2, -1, 1, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1]);
const trials9: Trials = {
  agents: table7,
  keys: table8,
  keyCount: 3,
  similar: [],
  isGraded: false,
  doseUnit: '',
  shownBy: -1,
};
const selection10: Selection = {
  kinds: [1],
  limit: 0,
  yes: 0,
  no: 0,
  span: { anchor: 0, from: { count: -12, months: true, inclusive: true }, to: { count: 0, months: false, inclusive: true } },
  shownBy: -1,
  reported: 3,
};
const selection11: Selection = {
  kinds: [2],
  bounds: [{ unit: 1, least: 1, above: -Infinity, most: Infinity, below: Infinity }],
  limit: 0,
  yes: 0,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection12: Selection = {
  kinds: [3],
  limit: 0,
  yes: 0,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const table13 = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

/** The spellings of the products that the policy is about. */
const productNames = new Set<string>(['lemtrada', 'Lemtrada']);

/** Indications by id and by name. */
const indicationNames = new Map<string, number>([
  ['multiple-sclerosis', 1],
  ['Multiple Sclerosis', 1],
  ['multiple sclerosis', 1],
]);

/** The days that windows are counted from, the date of service first; 0 where unknown. */
const anchors = new Int32Array(1);

/** Kinds of events by their place. */
const eventNames = new Map<string, number>([
  ['relapse', 1],
  ['gadolinium-enhancing-lesions', 2],
  ['brain-mri', 3],
]);

/** Units by their place. */
const eventUnitNames = new Map<string, number>([
  ['{lesions}', 1],
]);

const eventConditions: readonly string[] = [];

/** Of which kinds the list of events is whole. */
const eventsListed = new Uint8Array(4);

/** How much of the first unit one of a unit is, by kind of event and by unit; 0 where it is not measured in it. */
const eventUnitCount = 2;
const eventFactors = Float64Array.from([0, 0, 0, 0, 0, 1, 0, 0]);

/** Products and ingredients by id and by name. */
const agentNames = new Map<string, number>([
  ['ampyra', 44],
  ['Ampyra', 44],
  ['aubagio', 1],
  ['Aubagio', 1],
  ['avonex', 2],
  ['Avonex', 2],
  ['bafiertam', 3],
  ['Bafiertam', 3],
  ['betaseron', 4],
  ['Betaseron', 4],
  ['briumvi', 5],
  ['Briumvi', 5],
  ['campath', 6],
  ['Campath', 6],
  ['copaxone', 7],
  ['Copaxone', 7],
  ['extavia', 8],
  ['Extavia', 8],
  ['gilenya', 9],
  ['Gilenya', 9],
  ['glatopa', 10],
  ['Glatopa', 10],
  ['kesimpta', 11],
  ['Kesimpta', 11],
  ['lemtrada', 12],
  ['Lemtrada', 12],
  ['mavenclad', 13],
  ['Mavenclad', 13],
  ['mayzent', 14],
  ['Mayzent', 14],
  ['ocrevus', 15],
  ['Ocrevus', 15],
  ['ocrevus-zunovo', 16],
  ['Ocrevus Zunovo', 16],
  ['ocrevus zunovo', 16],
  ['plegridy', 17],
  ['Plegridy', 17],
  ['ponvory', 18],
  ['Ponvory', 18],
  ['rebif', 19],
  ['Rebif', 19],
  ['tascenso-odt', 20],
  ['Tascenso ODT', 20],
  ['tascenso odt', 20],
  ['tecfidera', 21],
  ['Tecfidera', 21],
  ['tyruko', 22],
  ['Tyruko', 22],
  ['tysabri', 23],
  ['Tysabri', 23],
  ['vumerity', 24],
  ['Vumerity', 24],
  ['zeposia', 25],
  ['Zeposia', 25],
  ['ozempic', 44],
  ['Ozempic', 44],
  ['trulicity', 44],
  ['Trulicity', 44],
  ['victoza', 44],
  ['Victoza', 44],
  ['glucophage', 44],
  ['Glucophage', 44],
  ['xolair', 44],
  ['Xolair', 44],
  ['zyrtec', 44],
  ['Zyrtec', 44],
  ['dupixent', 44],
  ['Dupixent', 44],
  ['spinraza', 44],
  ['Spinraza', 44],
  ['zolgensma', 44],
  ['Zolgensma', 44],
  ['actos', 44],
  ['Actos', 44],
  ['amaryl', 44],
  ['Amaryl', 44],
  ['glucotrol', 44],
  ['Glucotrol', 44],
  ['januvia', 44],
  ['Januvia', 44],
  ['jardiance', 44],
  ['Jardiance', 44],
  ['remicade', 44],
  ['Remicade', 44],
  ['inflectra', 44],
  ['Inflectra', 44],
  ['renflexis', 44],
  ['Renflexis', 44],
  ['avsola', 44],
  ['Avsola', 44],
  ['humira', 44],
  ['Humira', 44],
  ['enbrel', 44],
  ['Enbrel', 44],
  ['naprosyn', 44],
  ['Naprosyn', 44],
  ['cpap-device', 44],
  ['continuous positive airway pressure (CPAP) device', 44],
  ['continuous positive airway pressure (cpap) device', 44],
  ['bilevel-pap-device', 44],
  ['bilevel positive airway pressure device', 44],
  ['oral-appliance', 44],
  ['oral appliance for sleep apnea', 44],
  ['home-oxygen', 44],
  ['oxygen for home use', 44],
  ['continuous-glucose-monitor', 44],
  ['continuous glucose monitor', 44],
  ['blood-glucose-meter', 44],
  ['blood glucose meter', 44],
  ['roux-en-y-gastric-bypass', 44],
  ['Roux-en-Y gastric bypass', 44],
  ['roux-en-y gastric bypass', 44],
  ['gastric-banding', 44],
  ['gastric banding', 44],
  ['biliopancreatic-diversion-duodenal-switch', 44],
  ['biliopancreatic diversion with duodenal switch', 44],
  ['sleeve-gastrectomy', 44],
  ['sleeve gastrectomy', 44],
  ['vertical-banded-gastroplasty', 44],
  ['vertical banded gastroplasty', 44],
  ['gastric-balloon', 44],
  ['gastric balloon', 44],
  ['intestinal-bypass', 44],
  ['intestinal bypass', 44],
  ['alemtuzumab', 26],
  ['cladribine', 27],
  ['dalfampridine', 44],
  ['dimethyl-fumarate', 28],
  ['dimethyl fumarate', 28],
  ['diroximel-fumarate', 29],
  ['diroximel fumarate', 29],
  ['fingolimod', 30],
  ['glatiramer-acetate', 31],
  ['glatiramer acetate', 31],
  ['interferon-beta-1a', 32],
  ['interferon beta-1a', 32],
  ['interferon-beta-1b', 33],
  ['interferon beta-1b', 33],
  ['monomethyl-fumarate', 34],
  ['monomethyl fumarate', 34],
  ['natalizumab', 35],
  ['ocrelizumab', 36],
  ['ofatumumab', 37],
  ['ozanimod', 38],
  ['peginterferon-beta-1a', 39],
  ['peginterferon beta-1a', 39],
  ['ponesimod', 40],
  ['siponimod', 41],
  ['teriflunomide', 42],
  ['ublituximab', 43],
  ['metformin', 44],
  ['glipizide', 44],
  ['glimepiride', 44],
  ['pioglitazone', 44],
  ['sitagliptin', 44],
  ['empagliflozin', 44],
  ['semaglutide', 44],
  ['dulaglutide', 44],
  ['liraglutide', 44],
  ['budesonide', 44],
  ['fluticasone', 44],
  ['mometasone', 44],
  ['omalizumab', 44],
  ['dupilumab', 44],
  ['mepolizumab', 44],
  ['reslizumab', 44],
  ['benralizumab', 44],
  ['tezepelumab', 44],
  ['cetirizine', 44],
  ['levocetirizine', 44],
  ['loratadine', 44],
  ['desloratadine', 44],
  ['fexofenadine', 44],
  ['diphenhydramine', 44],
  ['hydroxyzine', 44],
  ['chlorpheniramine', 44],
  ['famotidine', 44],
  ['cimetidine', 44],
  ['montelukast', 44],
  ['zafirlukast', 44],
  ['nusinersen', 44],
  ['onasemnogene-abeparvovec', 44],
  ['onasemnogene abeparvovec', 44],
  ['budesonide-formoterol', 44],
  ['budesonide with formoterol', 44],
  ['fluticasone-salmeterol', 44],
  ['fluticasone with salmeterol', 44],
  ['methotrexate', 44],
  ['leflunomide', 44],
  ['sulfasalazine', 44],
  ['hydroxychloroquine', 44],
  ['cyclosporine', 44],
  ['acitretin', 44],
  ['ibuprofen', 44],
  ['naproxen', 44],
  ['diclofenac', 44],
  ['celecoxib', 44],
  ['indomethacin', 44],
  ['infliximab', 44],
  ['adalimumab', 44],
  ['etanercept', 44],
]);

/** multiple-sclerosis-course: the states from the lowest bit on, as the vocabulary lists them. */
const axis0: Axis = {
  everything: 63,
  prevailing: 28,
  active: 2,
  nonactive: 4,
  conditions: new Map([
    ['rrms', 1],
    ['spms', 6],
    ['ppms', 8],
    ['cis', 16],
  ]),
  codes: new Map([
    ['G35', [{ from: 0, until: day('2025-10-01'), states: 15 }]],
    ['G35A', [{ from: day('2025-10-01'), until: 2147483647, states: 1 }]],
    ['G35.A', [{ from: day('2025-10-01'), until: 2147483647, states: 1 }]],
    ['G35B0', [{ from: day('2025-10-01'), until: 2147483647, states: 8 }]],
    ['G35.B0', [{ from: day('2025-10-01'), until: 2147483647, states: 8 }]],
    ['G35B1', [{ from: day('2025-10-01'), until: 2147483647, states: 8 }]],
    ['G35.B1', [{ from: day('2025-10-01'), until: 2147483647, states: 8 }]],
    ['G35B2', [{ from: day('2025-10-01'), until: 2147483647, states: 8 }]],
    ['G35.B2', [{ from: day('2025-10-01'), until: 2147483647, states: 8 }]],
    ['G35C0', [{ from: day('2025-10-01'), until: 2147483647, states: 6 }]],
    ['G35.C0', [{ from: day('2025-10-01'), until: 2147483647, states: 6 }]],
    ['G35C1', [{ from: day('2025-10-01'), until: 2147483647, states: 2 }]],
    ['G35.C1', [{ from: day('2025-10-01'), until: 2147483647, states: 2 }]],
    ['G35C2', [{ from: day('2025-10-01'), until: 2147483647, states: 4 }]],
    ['G35.C2', [{ from: day('2025-10-01'), until: 2147483647, states: 4 }]],
    ['G35D', [{ from: day('2025-10-01'), until: 2147483647, states: 15 }]],
    ['G35.D', [{ from: day('2025-10-01'), until: 2147483647, states: 15 }]],
  ]),
};

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

interface Axis {
  /** Every state, and above them that of a patient who has none of the disease. */
  readonly everything: number;
  /** States that win over others found on the same day. */
  readonly prevailing: number;
  readonly active: number;
  readonly nonactive: number;
  readonly conditions: ReadonlyMap<string, number>;
  readonly codes: ReadonlyMap<string, readonly DiagnosisCode[]>;
}

/** A diagnosis code, the days between which it exists, and the states that it leaves open. */
interface DiagnosisCode {
  readonly from: number;
  readonly until: number;
  readonly states: number;
}

/** The states that stay open; and, where two that prevail were found on one day, both, for each holds. */
interface Standing {
  open: number;
  readonly held: number[];
}

const noDiagnoses: readonly DiagnosisEntry[] = [];

/** What stands by the record alone, and by all that is on file. */
const onRecord: Standing = { open: 0, held: [] };
const onFile: Standing = { open: 0, held: [] };

/** The diagnoses that count, a column each: states left open, day (0 where undated), grade and place on file. */
let saidCount = 0;
let saidStates = new Int32Array(16);
let saidDays = new Int32Array(16);
let saidGrades = new Uint8Array(16);
let saidEntries = new Int32Array(16);

/** Grades of evidence; a statement whose code and condition exclude each other is of none. */
const gradeNone = 0;
const gradeAbsent = 1;
const gradeReported = 2;
const gradeDocumented = 3;
const gradeDisagreeing = 4;

function codesOf(axis: Axis, code: string | undefined): readonly DiagnosisCode[] | undefined {
  return code === undefined ? undefined : (axis.codes.get(code) ?? axis.codes.get(code.replace('.', '').toUpperCase()));
}

/** The states that a code leaves open: before it exists it says nothing. */
function statesOfCode(axis: Axis, code: string | undefined, on: number): number {
  return codesOf(axis, code)?.find(({ from }) => from <= on)?.states ?? 0;
}

function readStatements(axis: Axis, facts: Facts, on: number): void {
  const diagnoses = facts.diagnoses ?? noDiagnoses;
  if (diagnoses.length > saidStates.length) {
    const length = diagnoses.length * 2;
    saidStates = new Int32Array(length);
    saidDays = new Int32Array(length);
    saidGrades = new Uint8Array(length);
    saidEntries = new Int32Array(length);
  }
  saidCount = 0;
  for (let index = 0; index < diagnoses.length; index += 1) {
    const { condition, activity, icd10, evidence, on: date } = diagnoses[index]!;
    const when = date === undefined ? 0 : day(date);
    if (when > on) continue;
    const byCondition = condition === undefined ? 0 : (axis.conditions.get(condition) ?? 0);
    const byCode = icd10 === undefined ? 0 : statesOfCode(axis, icd10, on);
    const either = byCondition | byCode;
    if (either === 0) continue;
    const named = byCondition === 0 ? byCode : byCode === 0 ? byCondition : byCondition & byCode;
    const states = named & ~(activity === 'active' ? axis.nonactive : activity === 'nonactive' ? axis.active : 0);
    const grade =
      evidence === 'documented' ? gradeDocumented : evidence === 'reported' ? gradeReported : evidence === 'absent' ? gradeAbsent : gradeNone;
    saidStates[saidCount] = states === 0 ? either : states;
    saidDays[saidCount] = when;
    saidGrades[saidCount] = states === 0 ? gradeDisagreeing : grade;
    saidEntries[saidCount] = index;
    saidCount += 1;
  }
}

function clear(held: number[]): void {
  if (held.length !== 0) held.length = 0;
}

/** Reads what governs on the date of service into `onRecord` and `onFile`. */
function readCourse(axis: Axis, facts: Facts, on: number): void {
  readStatements(axis, facts, on);
  onRecord.open = axis.everything;
  clear(onRecord.held);
  addStatements(axis, onRecord, gradeDocumented, axis.everything);

  onFile.open = onRecord.open;
  clear(onFile.held);
  for (const states of onRecord.held) onFile.held.push(states);
  addStatements(axis, onFile, gradeReported, onRecord.open);

  let doubted = 0;
  let gone = 0;
  if (saidCount > 1 || saidGrades[0] !== gradeDocumented) {
    const latest = latestStatement();
    const open = onFile.open;
    for (let index = 0; index < saidCount; index += 1) {
      if (saidDays[index] !== 0 && saidDays[index]! < latest) continue;
      if (isDoubt(index, onRecord.open, open)) doubted |= saidStates[index]!;
      if (saidGrades[index] === gradeAbsent) gone |= saidStates[index]!;
    }
  }
  if (doubted !== 0) {
    onFile.open |= doubted;
    clear(onFile.held);
  }
  remove(axis, onFile, gone);
  remove(axis, onRecord, gone);
}

/** Whether a statement that is not of the record goes against what stands. */
function isDoubt(index: number, record: number, open: number): boolean {
  const grade = saidGrades[index];
  if (grade === gradeDisagreeing) return true;
  if (grade === gradeReported) return (saidStates[index]! & record) === 0;
  return grade === gradeNone && (saidStates[index]! & open) === 0;
}

/** The latest day on record, else the latest reported: what is older is no longer current. */
function latestStatement(): number {
  let onRecordLast = 0;
  let reportedLast = 0;
  for (let index = 0; index < saidCount; index += 1) {
    const when = saidDays[index]!;
    if (saidGrades[index] === gradeDocumented && when > onRecordLast) onRecordLast = when;
    if (saidGrades[index] === gradeReported && when > reportedLast) reportedLast = when;
  }
  return onRecordLast === 0 ? reportedLast : onRecordLast;
}

/** Adds the statements of one grade that do not exclude the bounds: day by day, then those without a date. */
function addStatements(axis: Axis, standing: Standing, grade: number, bounds: number): void {
  for (let when = nextDay(0, grade, bounds); when !== 0; when = nextDay(when, grade, bounds)) {
    addDay(axis, standing, when, grade, bounds);
  }
  let agreed = standing.open;
  let said = 0;
  for (let index = 0; index < saidCount; index += 1) {
    if (saidDays[index] !== 0 || saidGrades[index] !== grade) continue;
    const states = saidStates[index]! & bounds;
    if (states === 0) continue;
    agreed &= states;
    said |= states;
  }
  // An undated statement may be older or newer than any other: where it contradicts, all stay open.
  if (said === 0) return;
  if (agreed === 0) clear(standing.held);
  standing.open = agreed === 0 ? standing.open | said : agreed;
}

/** The first day after another on which a statement of the grade was made; 0 where there is none. */
function nextDay(after: number, grade: number, bounds: number): number {
  let next = 0;
  for (let index = 0; index < saidCount; index += 1) {
    const when = saidDays[index]!;
    if (when <= after || saidGrades[index] !== grade || (saidStates[index]! & bounds) === 0) continue;
    if (next === 0 || when < next) next = when;
  }
  return next;
}

function addDay(axis: Axis, standing: Standing, when: number, grade: number, bounds: number): void {
  let agreed = bounds;
  let said = 0;
  let winning = 0;
  let joint = bounds;
  for (let index = 0; index < saidCount; index += 1) {
    if (saidDays[index] !== when || saidGrades[index] !== grade) continue;
    const states = saidStates[index]! & bounds;
    if (states === 0) continue;
    agreed &= states;
    said |= states;
    if ((states & ~axis.prevailing) === 0) {
      winning |= states;
      joint &= states;
    }
  }
  if (agreed !== 0) {
    const narrowed = agreed & standing.open;
    if (narrowed === 0) clear(standing.held);
    standing.open = narrowed === 0 ? agreed : narrowed;
    return;
  }
  // Contradicting on one day: what prevails wins, whichever it is; among others all stays open.
  clear(standing.held);
  standing.open = winning === 0 ? said : joint !== 0 ? joint : winning;
  if (winning === 0 || joint !== 0) return;
  for (let index = 0; index < saidCount; index += 1) {
    const states = saidStates[index]! & bounds;
    const wins = states !== 0 && (states & ~axis.prevailing) === 0;
    if (wins && saidDays[index] === when && saidGrades[index] === grade) standing.held.push(states);
  }
}

/** Takes away states that are known to be absent; where nothing would be left, that is a contradiction and all is open. */
function remove(axis: Axis, standing: Standing, gone: number): void {
  if (gone === 0) return;
  const left = standing.open & ~gone;
  if (left !== 0 && standing.held.every((states) => (states & gone) === 0)) {
    standing.open = left;
    return;
  }
  standing.open = axis.everything;
  clear(standing.held);
}

/** Whether the state that governs is one of these. */
function isWithin({ open, held }: Standing, among: number): number {
  if ((open & ~among) === 0) return 3;
  for (const states of held) if ((states & ~among) === 0) return 3;
  return (open & among) === 0 ? 0 : 1;
}

const effective = day('2024-07-01');

/**
 * Reads a case into `leaves`, one small integer a leaf: 0 not met, 1 unknown, 3 met, 5 unknown and for a reviewer to
 * judge. Names are resolved, dates compared and histories gone through here, once. The case must be a valid one.
 */
export function encode(facts: Facts, leaves: Uint8Array): void {
  if (leaves.length < leafCount) throw new RangeError('The buffer is too short.');
  const { request, findings, judgements } = facts;
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
  readEvents(facts, on);
  leaves[5] = findingOf(findings?.['change-of-therapy-risk'], 3, on); // need.stated.risk
  leaves[8] = findingOf(findings?.['highly-active-disease'], 3, on); // need.relapsing.basis.highlyActive.disease
  leaves[9] = areCounted(selection10, 2, false); // need.relapsing.basis.highlyActive.relapses
  leaves[10] = areCounted(selection11, 1, false); // need.relapsing.basis.highlyActive.mri.enhancing
  leaves[11] = findingOf(findings?.['t2-lesion-load-increase'], 3, on); // need.relapsing.basis.highlyActive.mri.t2Increase.increase
  leaves[12] = areCounted(selection12, 2, true); // need.relapsing.basis.highlyActive.mri.t2Increase.comparison
  leaves[16] = judged(judgements?.['preferred-brand-limb'], 3); // need.relapsing.basis.preferred.brand
  leaves[17] = yesOrNo(specialties?.['neurology']); // specialist
  leaves[18] = yesOrNo(consultations?.['neurology']); // specialist
  leaves[19] = findingOf(findings?.['hiv-infection'], 3, on); // hivNegative
  leaves[21] = indication === -1 ? 1 : indication === 1 ? 3 : 0; // exclusions.otherUse
  readCourse(axis0, facts, on);
  leaves[6] = isWithin(onFile, 2); // need.relapsing.diagnosis.activeSpms
  leaves[7] = isWithin(onFile, 1); // need.relapsing.diagnosis.rrms
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

/** Whether courses of every agent of the set count. */
function isEachTried(
  trials: Trials,
  table: Uint8Array | undefined,
  members: readonly number[],
  drugs: readonly DrugEntry[],
  on: number,
  unlisted: number,
): number {
  markTrials(trials, table, drugs, on);
  gatherKeys(trials, drugs.length);
  let status = 3;
  let review = 0;
  for (const member of members) {
    const mark = greatest(keyMarks[member]! | unlisted);
    status &= mark & 3;
    review |= mark & 4;
  }
  return status === 1 ? 1 | review : status;
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

const reasons0 = reasonTable(true, false, false, 3);

const reasons1 = reasonTable(false, true, true, 3);

/** One pass over the drug history, for all leaves that read it. */
function encodeDrugs(facts: Facts, on: number, leaves: Uint8Array): void {
  const drugs = facts.drugs ?? noDrugs;
  reserveDrugs(drugs.length);
  // What the list leaves out may be anything, unless it is the whole history.
  const unlisted = facts.drugsComplete === true ? 0 : 1;
  let l20 = unlisted;
  for (let index = 0; index < drugs.length; index += 1) {
    const drug = drugs[index]!;
    if (!readDrug(drug, index, on)) continue;
    const agent = drugAgents[index]!;
    const given = drugsGiven[index]!;
    l20 |= both(both(table0[agent]!, given), isOngoing(drug, index, on));
  }
  leaves[20] = greatest(l20); // notCombined
  leaves[3] = areTried(trials3, undefined, 1, drugs, on, unlisted); // need.shown
  leaves[4] = areTried(trials4, undefined, 1, drugs, on, unlisted); // need.stated.treatment
  leaves[13] = areTried(trials6, undefined, 3, drugs, on, unlisted); // need.relapsing.basis.threeClasses
  leaves[14] = areTried(trials9, reasons0, 1, drugs, on, unlisted); // need.relapsing.basis.preferred.generic.inadequateResponse
  leaves[15] = isEachTried(trials9, reasons1, [2, 1, 0], drugs, on, unlisted); // need.relapsing.basis.preferred.generic.reasonsAgainstAll
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
  { id: 'need.shown', number: 'A.1', text: 'Information in the record shows a course of alemtuzumab whose last day is at most 90 days before the date of service' },
  { id: 'need.stated.treatment', number: 'A.2.a', text: 'A course of alemtuzumab whose last day is at most 90 days before the date of service' },
  { id: 'need.stated.risk', number: 'A.2.b', text: 'A risk to the patient from a change of therapy' },
  { id: 'need.stated', number: 'A.2', text: 'The prescriber states ALL of the following:' },
  { id: 'need.relapsing.diagnosis.activeSpms', number: 'A.3.a.i', text: 'Active Secondary Progressive Multiple Sclerosis (SPMS)' },
  { id: 'need.relapsing.diagnosis.rrms', number: 'A.3.a.ii', text: 'Relapsing-Remitting Multiple Sclerosis' },
  { id: 'need.relapsing.diagnosis', number: 'A.3.a', text: 'Diagnosis of ONE of the following:' },
  { id: 'need.relapsing.basis.highlyActive.disease', number: 'A.3.b.i.1', text: 'Highly active multiple sclerosis' },
  { id: 'need.relapsing.basis.highlyActive.relapses', number: 'A.3.b.i.2', text: 'At least TWO relapses, from 12 months before the date of service to the date of service, both days included' },
  { id: 'need.relapsing.basis.highlyActive.mri.enhancing', number: 'A.3.b.i.3.a', text: 'At least one gadolinium-enhancing lesion' },
  { id: 'need.relapsing.basis.highlyActive.mri.t2Increase.increase', number: 'A.3.b.i.3.b.i', text: 'A significant increase of T2 lesion load compared with a previous MRI' },
  { id: 'need.relapsing.basis.highlyActive.mri.t2Increase.comparison', number: 'A.3.b.i.3.b.ii', text: 'A previous MRI to compare with: brain MRIs on at least two separate days' },
  { id: 'need.relapsing.basis.highlyActive.mri.t2Increase', number: 'A.3.b.i.3.b', text: 'ALL of the following:' },
  { id: 'need.relapsing.basis.highlyActive.mri', number: 'A.3.b.i.3', text: 'Magnetic resonance imaging (MRI) shows ONE of the following:' },
  { id: 'need.relapsing.basis.highlyActive', number: 'A.3.b.i', text: 'The disease is highly active: ALL of the following:' },
  { id: 'need.relapsing.basis.threeClasses', number: 'A.3.b.ii', text: 'Trial of at least THREE other disease-modifying agents for multiple sclerosis, each of another drug class' },
  { id: 'need.relapsing.basis.preferred.generic.inadequateResponse', number: 'A.3.b.iii.1.a', text: 'Failure of at least ONE of dimethyl fumarate (generic for Tecfidera), fingolimod (generic for Gilenya), or glatiramer acetate' },
  { id: 'need.relapsing.basis.preferred.generic.reasonsAgainstAll', number: 'A.3.b.iii.1.b', text: 'Intolerance or contraindication to EVERY one of dimethyl fumarate (generic for Tecfidera), fingolimod (generic for Gilenya), and glatiramer acetate' },
  { id: 'need.relapsing.basis.preferred.generic', number: 'A.3.b.iii.1', text: 'ONE of the following:' },
  { id: 'need.relapsing.basis.preferred.brand', number: 'A.3.b.iii.2', text: 'Fulfilment of the limb on preferred brand agents, as judged by the published policy, whose text is cut off in the outline' },
  { id: 'need.relapsing.basis.preferred', number: 'A.3.b.iii', text: 'Preferred agents, generic and brand: ALL of the following:' },
  { id: 'need.relapsing.basis', number: 'A.3.b', text: 'ONE of the following:' },
  { id: 'need.relapsing', number: 'A.3', text: 'Relapsing multiple sclerosis, highly active or after other drugs: ALL of the following:' },
  { id: 'need', number: 'A', text: 'The ground of the request is ONE of the following:' },
  { id: 'specialist', number: 'B', text: 'Medication is being prescribed by, or in consultation with, a neurologist' },
  { id: 'hivNegative', number: 'C', text: 'The patient is HIV-negative' },
  { id: 'notCombined', number: 'D', text: 'Alemtuzumab is not combined with any other disease-modifying agent for multiple sclerosis (the Appendix has examples)' },
  { id: 'indication', number: 'Multiple Sclerosis', text: 'Multiple Sclerosis. Individual meets ALL of the following criteria:' },
  { id: 'exclusions.otherUse', number: 'exclusions.otherUse', text: 'Any other use' },
];

/** The same in printed order, by their places. */
const printed: readonly number[] = [27, 23, 0, 3, 1, 2, 22, 6, 4, 5, 21, 14, 7, 8, 13, 9, 12, 10, 11, 15, 20, 18, 16, 17, 19, 24, 25, 26, 28];

const productName: string = 'Lemtrada';

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
  leafAt(3), // need.shown
  leafAt(4), // need.stated.treatment
  leafAt(5), // need.stated.risk
  allOf(clauseAt(1), clauseAt(2)), // need.stated
  leafAt(6), // need.relapsing.diagnosis.activeSpms
  leafAt(7), // need.relapsing.diagnosis.rrms
  anyOf(clauseAt(4), clauseAt(5)), // need.relapsing.diagnosis
  leafAt(8), // need.relapsing.basis.highlyActive.disease
  leafAt(9), // need.relapsing.basis.highlyActive.relapses
  leafAt(10), // need.relapsing.basis.highlyActive.mri.enhancing
  leafAt(11), // need.relapsing.basis.highlyActive.mri.t2Increase.increase
  leafAt(12), // need.relapsing.basis.highlyActive.mri.t2Increase.comparison
  allOf(clauseAt(10), clauseAt(11)), // need.relapsing.basis.highlyActive.mri.t2Increase
  anyOf(clauseAt(9), clauseAt(12)), // need.relapsing.basis.highlyActive.mri
  allOf(clauseAt(7), clauseAt(8), clauseAt(13)), // need.relapsing.basis.highlyActive
  leafAt(13), // need.relapsing.basis.threeClasses
  leafAt(14), // need.relapsing.basis.preferred.generic.inadequateResponse
  leafAt(15), // need.relapsing.basis.preferred.generic.reasonsAgainstAll
  anyOf(clauseAt(16), clauseAt(17)), // need.relapsing.basis.preferred.generic
  leafAt(16), // need.relapsing.basis.preferred.brand
  allOf(clauseAt(18), clauseAt(19)), // need.relapsing.basis.preferred
  anyOf(clauseAt(14), clauseAt(15), clauseAt(20)), // need.relapsing.basis
  allOf(clauseAt(6), clauseAt(21)), // need.relapsing
  anyOf(clauseAt(0), clauseAt(3), clauseAt(22)), // need
  anyOf(leafAt(17), leafAt(18)), // specialist
  swapOf(leafAt(19)), // hivNegative
  swapOf(leafAt(20)), // notCombined
  allOf(clauseAt(23), clauseAt(24), clauseAt(25), clauseAt(26)), // indication
  swapOf(leafAt(21)), // exclusions.otherUse
];

const coverage = allOf(clauseAt(27), swapOf(anyOf(clauseAt(28))));

const dosing = allOf();

/** What must hold beside the product and the date for the policy to apply. */
const scope = allOf();

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

/** How the states of an axis are called, and the findings that may settle which of them holds. */
interface AxisNames {
  readonly states: readonly string[];
  readonly settling: readonly {
    readonly states: number;
    readonly name: string;
    readonly on: (facts: Facts, on: number) => number;
  }[];
}

function statesIn(names: AxisNames, states: number): string {
  const named = names.states.filter((_, place) => ((states >> place) & 1) === 1);
  return named.length === 0 ? 'none of them' : named.join(' or ');
}

/** The statements that count, by column. */
function statements(): readonly number[] {
  return Array.from({ length: saidCount }, (_, index) => index);
}

function isCurrent(index: number): boolean {
  return saidDays[index] === 0 || saidDays[index]! >= latestStatement();
}

/** What the record shows before states known to be absent are taken away. */
function recordBefore(axis: Axis): Standing {
  const standing: Standing = { open: axis.everything, held: [] };
  addStatements(axis, standing, gradeDocumented, axis.everything);
  return standing;
}

/** Statements that go against what stands. */
function doubtsOf(axis: Axis): readonly number[] {
  const record = recordBefore(axis);
  const file: Standing = { open: record.open, held: [...record.held] };
  addStatements(axis, file, gradeReported, record.open);
  return statements().filter((index) => isCurrent(index) && isDoubt(index, record.open, file.open));
}

function askCourse(matter: Matter, axis: Axis, names: AxisNames, among: number, graded: boolean): Ask[] {
  readCourse(axis, matter.facts, matter.on);
  const doubtful = askDoubts(matter, axis, names);
  if (doubtful.length > 0) return doubtful;
  const undated = askDates(names);
  if (undated.length > 0) return undated;
  if (graded && isWithin(onFile, among) === 3) return askRecord(names, among);
  return askState(matter, axis, names, among);
}

/** Statements that cast doubt: of codes against conditions, of reports against the record. */
function askDoubts({ facts }: Matter, axis: Axis, names: AxisNames): Ask[] {
  return doubtsOf(axis).map((index) => {
    const path = 'diagnoses[' + saidEntries[index] + ']';
    const what = statesIn(names, saidStates[index]!);
    if (saidGrades[index] === gradeDisagreeing) {
      const { condition, activity, icd10 } = facts.diagnoses?.[saidEntries[index]!] ?? {};
      const said = [condition, activity, icd10].filter((each) => each !== undefined);
      return ask(path, 'Which is right of what the entry says: ' + said.join(', ') + ' exclude each other');
    }
    const grade = saidGrades[index] === gradeReported ? 'it is only reported and goes against the record' : 'it is not said how it is known';
    return ask(path + '.evidence', 'A record that shows whether it is ' + what + ': ' + grade);
  });
}

/** Statements without a date that contradict others of their grade. */
function askDates(names: AxisNames): Ask[] {
  const graded = statements().filter((index) => saidGrades[index] === gradeDocumented || saidGrades[index] === gradeReported);
  return graded.flatMap((index) => {
    const contradicts = graded.some((other) => (saidStates[other]! & saidStates[index]!) === 0);
    if (saidDays[index] !== 0 || !contradicts) return [];
    return [ask('diagnoses[' + saidEntries[index] + '].on', 'The date of the diagnosis of ' + statesIn(names, saidStates[index]!))];
  });
}

/** A record of what is only reported. */
function askRecord(names: AxisNames, among: number): Ask[] {
  const settle = 'A record that documents the diagnosis of ' + statesIn(names, among);
  const unrecorded = statements().filter(
    (index) => saidGrades[index] === gradeReported && (saidStates[index]! & among) !== 0,
  );
  if (unrecorded.length === 0) return [ask('diagnoses', settle)];
  return unrecorded.map((index) => ask('diagnoses[' + saidEntries[index] + '].evidence', settle));
}

/** Which of the states that are left open it is. */
function askState({ facts, on }: Matter, axis: Axis, names: AxisNames, among: number): Ask[] {
  const open = onFile.open;
  const carriers = statements().filter(
    (index) => (saidGrades[index] === gradeDocumented || saidGrades[index] === gradeReported) && (saidStates[index]! & open) !== 0,
  );
  const carrier = carriers.at(-1);
  const ungradedOnes = statements().filter((index) => saidGrades[index] === gradeNone && (saidStates[index]! & open) !== 0);
  if (carrier === undefined) {
    if (ungradedOnes.length === 0) return [ask('diagnoses', 'A record of the diagnosis: whether it is ' + statesIn(names, among))];
    return ungradedOnes.map((index) =>
      ask('diagnoses[' + saidEntries[index] + '].evidence', 'A record of the diagnosis of ' + statesIn(names, saidStates[index]!)),
    );
  }
  const isActivity = [...axis.conditions.values()].some((states) => (open & ~states) === 0);
  const findings = names.settling
    .filter(({ states, on: isOn }) => isActivity && (states & open) !== 0 && isOn(facts, on) === 3)
    .map(({ name }) => name);
  const hint = findings.length === 0 ? '' : '; on file is ' + findings.join(', ') + ', which may settle it';
  const path = 'diagnoses[' + saidEntries[carrier] + '].' + (isActivity ? 'activity' : 'condition');
  return [ask(path, 'Which it is: ' + statesIn(names, open) + hint)];
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

const eventWords: readonly string[] = ['', 'relapse', 'number of gadolinium-enhancing lesions', 'brain MRI'];
const conditionWords: readonly string[] = [];

const anchorWords: readonly string[] = ['the date of service'];
const anchorFacts: readonly string[] = [''];

const ownProduct = table13;

const names0: AxisNames = {
  states: ['Relapsing-Remitting Multiple Sclerosis', 'Active Secondary Progressive Multiple Sclerosis (SPMS)', 'Non-active Secondary Progressive Multiple Sclerosis', 'Primary Progressive Multiple Sclerosis', 'Clinically Isolated Syndrome'],
  settling: [

  ],
};

/** What would settle each leaf. */
const questions: readonly ((matter: Matter) => readonly Ask[])[] = [
  () => [],
  () => [],
  () => [],
  (matter) => askTrials(matter, trials3, undefined, 1, false, 'was taken', 'alemtuzumab'), // need.shown
  (matter) => askTrials(matter, trials4, undefined, 1, false, 'was taken', 'alemtuzumab'), // need.stated.treatment
  (matter) => askFinding(matter.facts.findings?.['change-of-therapy-risk'], 'findings.change-of-therapy-risk', 'a risk to the patient from a change of therapy', false, matter.on), // need.stated.risk
  (matter) => askCourse(matter, axis0, names0, 2, false), // need.relapsing.diagnosis.activeSpms
  (matter) => askCourse(matter, axis0, names0, 1, false), // need.relapsing.diagnosis.rrms
  (matter) => askFinding(matter.facts.findings?.['highly-active-disease'], 'findings.highly-active-disease', 'highly active multiple sclerosis', false, matter.on), // need.relapsing.basis.highlyActive.disease
  (matter) => askCounted(matter, selection10, false), // need.relapsing.basis.highlyActive.relapses
  (matter) => askCounted(matter, selection11, false), // need.relapsing.basis.highlyActive.mri.enhancing
  (matter) => askFinding(matter.facts.findings?.['t2-lesion-load-increase'], 'findings.t2-lesion-load-increase', 'a significant increase of T2 lesion load compared with a previous MRI', false, matter.on), // need.relapsing.basis.highlyActive.mri.t2Increase.increase
  (matter) => askCounted(matter, selection12, true), // need.relapsing.basis.highlyActive.mri.t2Increase.comparison
  (matter) => askTrials(matter, trials6, undefined, 3, false, 'was taken', 'one of the agents on the policy\'s list'), // need.relapsing.basis.threeClasses
  (matter) => askTrials(matter, trials9, reasons0, 1, false, 'failed', 'dimethyl fumarate, fingolimod or glatiramer acetate'), // need.relapsing.basis.preferred.generic.inadequateResponse
  (matter) => askTrials(matter, trials9, reasons1, 0, false, 'was not tolerated or is contraindicated', 'dimethyl fumarate, fingolimod or glatiramer acetate'), // need.relapsing.basis.preferred.generic.reasonsAgainstAll
  (matter) => askJudgement(matter.facts.judgements?.['preferred-brand-limb'], 'judgements.preferred-brand-limb', 'fulfilment of the limb on preferred brand agents', false), // need.relapsing.basis.preferred.brand
  () => [ask('prescriber.specialties.neurology', 'Whether the prescriber is a neurologist')], // specialist
  () => [ask('prescriber.consultations.neurology', 'Whether a neurologist was consulted')], // specialist
  (matter) => askFinding(matter.facts.findings?.['hiv-infection'], 'findings.hiv-infection', 'human immunodeficiency virus (HIV) infection', false, matter.on), // hivNegative
  (matter) => askConcurrent(matter, table0, 'one of the agents on the policy\'s list'), // notCombined
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
  { leaves: [6, 7], answers: [[0, 3], [3, 0], [0, 0]] },
];

/** For every leaf, the first that is about the same: to have several of one matter otherwise is one change. */
const matterOf: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];

/** The leaves that are of no topic and asked in one place: what they are matters there alone. */
const aloneLeaves = new Set<number>([3, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);

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
  [byEntry, byNone], // need.shown
  [byEntry, byNone], // need.stated.treatment
  [byAll, byAll], // need.stated.risk
  [byAll, byAll], // need.relapsing.diagnosis.activeSpms
  [byAll, byAll], // need.relapsing.diagnosis.rrms
  [byAll, byAll], // need.relapsing.basis.highlyActive.disease
  [byHistory, byNone], // need.relapsing.basis.highlyActive.relapses
  [byEntry, byNone], // need.relapsing.basis.highlyActive.mri.enhancing
  [byAll, byAll], // need.relapsing.basis.highlyActive.mri.t2Increase.increase
  [byHistory, byNone], // need.relapsing.basis.highlyActive.mri.t2Increase.comparison
  [byHistory, byNone], // need.relapsing.basis.threeClasses
  [byEntry, byNone], // need.relapsing.basis.preferred.generic.inadequateResponse
  [byHistory, byNone], // need.relapsing.basis.preferred.generic.reasonsAgainstAll
  [byAll, byVerdict], // need.relapsing.basis.preferred.brand
  [byAll, byAll], // specialist
  [byAll, byAll], // specialist
  [byAll, byAll], // hivNegative
  [byEntry, byNone], // notCombined
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
  (_, wanted) => (wanted === 3 ? mayChange('drugs', 'A course can still be completed: alemtuzumab was taken') : staysSo('drugs', 'On file is that alemtuzumab was taken')), // need.shown
  (_, wanted) => (wanted === 3 ? mayChange('drugs', 'A course can still be completed: alemtuzumab was taken') : staysSo('drugs', 'On file is that alemtuzumab was taken')), // need.stated.treatment
  (_, wanted) => (wanted === 3 ? staysSo('findings.change-of-therapy-risk', 'Known not to be so: a risk to the patient from a change of therapy') : staysSo('findings.change-of-therapy-risk', 'On file: a risk to the patient from a change of therapy')), // need.stated.risk
  () => staysSo('diagnoses', 'The course of multiple sclerosis'), // need.relapsing.diagnosis.activeSpms
  () => staysSo('diagnoses', 'The course of multiple sclerosis'), // need.relapsing.diagnosis.rrms
  (_, wanted) => (wanted === 3 ? staysSo('findings.highly-active-disease', 'Known not to be so: highly active multiple sclerosis') : staysSo('findings.highly-active-disease', 'On file: highly active multiple sclerosis')), // need.relapsing.basis.highlyActive.disease
  (_, wanted) => (wanted === 3 ? mayChange('events', 'It can still take place: relapse') : mayChange('events', 'Time will pass: later it will lie too far back: relapse')), // need.relapsing.basis.highlyActive.relapses
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: number of gadolinium-enhancing lesions') : staysSo('events', 'It took place: number of gadolinium-enhancing lesions')), // need.relapsing.basis.highlyActive.mri.enhancing
  (_, wanted) => (wanted === 3 ? staysSo('findings.t2-lesion-load-increase', 'Known not to be so: a significant increase of T2 lesion load compared with a previous MRI') : staysSo('findings.t2-lesion-load-increase', 'On file: a significant increase of T2 lesion load compared with a previous MRI')), // need.relapsing.basis.highlyActive.mri.t2Increase.increase
  (_, wanted) => (wanted === 3 ? mayChange('events', 'It can still take place: brain MRI') : staysSo('events', 'It took place: brain MRI')), // need.relapsing.basis.highlyActive.mri.t2Increase.comparison
  (_, wanted) => (wanted === 3 ? mayChange('drugs', 'A course can still be completed: one of the agents on the policy\'s list was taken') : staysSo('drugs', 'On file is that one of the agents on the policy\'s list was taken')), // need.relapsing.basis.threeClasses
  (_, wanted) => (wanted === 3 ? mayChange('drugs', 'A course can still be completed: dimethyl fumarate, fingolimod or glatiramer acetate failed') : staysSo('drugs', 'On file is that dimethyl fumarate, fingolimod or glatiramer acetate failed')), // need.relapsing.basis.preferred.generic.inadequateResponse
  (_, wanted) => (wanted === 3 ? mayChange('drugs', 'A course can still be completed: dimethyl fumarate, fingolimod or glatiramer acetate was not tolerated or is contraindicated') : staysSo('drugs', 'On file is that dimethyl fumarate, fingolimod or glatiramer acetate was not tolerated or is contraindicated')), // need.relapsing.basis.preferred.generic.reasonsAgainstAll
  () => mayChange('judgements.preferred-brand-limb', 'A reviewer can judge otherwise on further records of fulfilment of the limb on preferred brand agents'), // need.relapsing.basis.preferred.brand
  () => mayChange('prescriber.specialties.neurology', 'Another can prescribe it: neurologist'), // specialist
  () => mayChange('prescriber.consultations.neurology', 'Another can be consulted: neurologist'), // specialist
  (_, wanted) => (wanted === 3 ? staysSo('findings.hiv-infection', 'Known not to be so: human immunodeficiency virus (HIV) infection') : staysSo('findings.hiv-infection', 'On file: human immunodeficiency virus (HIV) infection')), // hivNegative
  (_, wanted) => (wanted === 3 ? mayChange('drugs', 'one of the agents on the policy\'s list can be begun') : mayChange('drugs', 'one of the agents on the policy\'s list can be stopped')), // notCombined
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

function diagnosisWarnings(matter: Matter, axis: Axis, names: AxisNames): Remark[] {
  readCourse(axis, matter.facts, matter.on);
  return [...conflictWarnings(axis, names), ...absenceWarnings(axis), ...supersededWarnings(names)];
}

function placeOf(index: number): string {
  return 'diagnoses[' + saidEntries[index] + ']';
}

/** Statements that contradict themselves, each other on one day or without a date, or the record. */
function conflictWarnings(axis: Axis, names: AxisNames): Remark[] {
  const pairs = statements().flatMap((first) =>
    statements().flatMap((second) => {
      const undated = saidDays[first] === 0 || saidDays[second] === 0;
      const alike = saidGrades[first] === saidGrades[second] && (saidGrades[first] === gradeDocumented || saidGrades[first] === gradeReported);
      const apart = (saidStates[first]! & saidStates[second]!) === 0;
      if (first >= second || !alike || !apart || (!undated && saidDays[first] !== saidDays[second])) return [];
      const when = undated ? ' contradict each other and it is not said which is the later.' : ' contradict each other on one day.';
      return [warn('contradiction', placeOf(first) + ' and ' + placeOf(second) + when)];
    }),
  );
  const doubtful = doubtsOf(axis).map((index) =>
    saidGrades[index] === gradeDisagreeing
      ? warn('contradiction', placeOf(index) + ': the condition, its activity and the code exclude each other.')
      : warn('contradiction', placeOf(index) + ' casts doubt on what is on record: ' + statesIn(names, saidStates[index]!) + '.'),
  );
  const set = new Set(doubtsOf(axis));
  const older = statements()
    .filter((index) => saidGrades[index] === gradeDisagreeing && !set.has(index))
    .map((index) => warn('contradiction', placeOf(index) + ': the condition, its activity and the code exclude each other.'));
  return [...pairs, ...doubtful, ...older];
}

/** What is on record and said to be absent at once. */
function absenceWarnings(axis: Axis): Remark[] {
  const gone = statements().filter((index) => saidGrades[index] === gradeAbsent && isCurrent(index));
  const states = gone.reduce((sum, index) => sum | saidStates[index]!, 0);
  const { open, held } = recordBefore(axis);
  const conflicts = states !== 0 && ((open & ~states) === 0 || held.some((each) => (each & states) !== 0));
  return conflicts ? gone.map((index) => warn('contradiction', placeOf(index) + ' says that what is on record is absent.')) : [];
}

/** What was on record and a later record displaced. */
function supersededWarnings(names: AxisNames): Remark[] {
  const onRecordOnes = statements().filter((index) => saidGrades[index] === gradeDocumented && saidDays[index] !== 0);
  return onRecordOnes.flatMap((index) => {
    const later = onRecordOnes.find(
      (other) => saidDays[other]! > saidDays[index]! && (saidStates[other]! & saidStates[index]!) === 0,
    );
    if (later === undefined) return [];
    const text = placeOf(index) + ' (' + statesIn(names, saidStates[index]!) + ') gives way to ' + placeOf(later) + ', which is later.';
    return [warn('diagnosis-superseded', text)];
  });
}

/** Diagnoses dated after the date of service. */
function lateDiagnosisWarnings({ facts, on }: Matter): Remark[] {
  return (facts.diagnoses ?? noDiagnoses).flatMap((entry, index) =>
    entry.on === undefined || day(entry.on) <= on
      ? []
      : [warn('dated-after-service', 'diagnoses[' + index + '] is dated after the date of service and does not count.')],
  );
}

/** Codes that do not exist on the date of service. */
function codeWarnings({ facts, on }: Matter, axis: Axis): Remark[] {
  return (facts.diagnoses ?? noDiagnoses).flatMap(({ icd10 }, index) => {
    const rows = codesOf(axis, icd10);
    if (rows === undefined || rows.some(({ from, until }) => from <= on && on < until)) return [];
    const when = rows.every(({ from }) => from > on) ? ' does not exist yet' : ' no longer exists';
    return [warn('code-not-in-force', 'diagnoses[' + index + ']: the code ' + icd10 + when + ' on the date of service.')];
  });
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
    (table1[agent] !== 0 && drugsGiven[index] !== 0) ||
    (table1[agent] !== 0 && drugsGiven[index] !== 0) ||
    (table0[agent] !== 0 && drugsGiven[index] !== 0) ||
    (table7[agent] !== 0 && reasons0[drugMarks[index]!] === 0 && reasons0[drugMarks[index]! - 1] !== 0) ||
    (table7[agent] !== 0 && reasons1[drugMarks[index]!] === 0 && reasons1[drugMarks[index]! - 1] !== 0)
  );
}

function warningsOf(matter: Matter): Remark[] {
  return [
    ...lateDiagnosisWarnings(matter),
    ...codeWarnings(matter, axis0),
    ...diagnosisWarnings(matter, axis0, names0),
    ...drugWarnings(matter, (drug, index, agent) => servesAsSample(matter, drug, index, agent)),
    ...eventWarnings(matter),
    ...findingWarnings(matter.facts.findings?.['change-of-therapy-risk'], 'findings.change-of-therapy-risk', 'a risk to the patient from a change of therapy', matter.on),
    ...findingWarnings(matter.facts.findings?.['highly-active-disease'], 'findings.highly-active-disease', 'highly active multiple sclerosis', matter.on),
    ...findingWarnings(matter.facts.findings?.['t2-lesion-load-increase'], 'findings.t2-lesion-load-increase', 'a significant increase of T2 lesion load compared with a previous MRI', matter.on),
    ...findingWarnings(matter.facts.findings?.['hiv-infection'], 'findings.hiv-infection', 'human immunodeficiency virus (HIV) infection', matter.on),
  ];
}
