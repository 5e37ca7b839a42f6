// Generated from policies/bcnc-zolgensma/policy.ts by Triplicate: do not edit.
// Digest 708c46c746593d772e336a6765981f8cb5f6de544532bfb4dd849a0a2e854ff4
// It supports a coverage decision and does not replace one.

/** The policy that this module decides by. */
export const policy = {
  number: 'BCNC-ZOLGENSMA',
  title: 'Onasemnogene abeparvovec',
  effective: '2021-01-01',
  products: ['zolgensma'],
  digest: '708c46c746593d772e336a6765981f8cb5f6de544532bfb4dd849a0a2e854ff4',
} as const;

/** The number of leaves that `encode` writes, and of clauses that `decide` writes. */
export const leafCount = 28;
export const clauseCount = 36;

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
    readonly 'smn1-homozygous-deletion'?: FindingEntry;
    readonly 'smn1-compound-heterozygote'?: FindingEntry;
    readonly 'complete-limb-paralysis'?: FindingEntry;
    readonly 'invasive-ventilation'?: FindingEntry;
    readonly 'premature-neonate'?: FindingEntry;
  };
  readonly judgements?: {
    readonly 'nc-benefit-criterion'?: JudgementEntry;
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
  readonly attributes?: {
    readonly 'prescriber-certification'?: string;
    readonly 'practice-setting'?: string;
    readonly 'member-benefit'?: string;
  };
  readonly commitments?: {
    readonly 'prednisolone-course'?: boolean;
    readonly 'liver-function-test-before-infusion'?: boolean;
    readonly 'platelet-count-before-infusion'?: boolean;
    readonly 'troponin-i-test-before-infusion'?: boolean;
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
  const c0 = (clauses[0] = (leaves[3]! & 3)); // age
  const c1 = (clauses[1] = (leaves[4]! & 3)); // smn1.homozygousDeletion
  const c2 = (clauses[2] = (leaves[5]! & 3)); // smn1.compoundHeterozygote
  const c3 = (clauses[3] = (c1 | c2)); // smn1
  const c4 = (clauses[4] = (leaves[6]! & 3)); // smn2
  const c5 = (clauses[5] = (leaves[7]! & 3)); // antibodies
  const c6 = (clauses[6] = (leaves[8]! & 3)); // notAdvanced.paralysis
  const c7 = (clauses[7] = (leaves[9]! & 3)); // notAdvanced.ventilation.invasive
  const c8 = (clauses[8] = (leaves[10]! & 3)); // notAdvanced.ventilation.prolonged
  const c9 = (clauses[9] = (c7 | c8)); // notAdvanced.ventilation
  const c10 = (clauses[10] = not((c6 | c9))); // notAdvanced
  const c11 = (clauses[11] = (leaves[11]! & 3)); // steroid
  const c12 = (clauses[12] = (leaves[12]! & 3)); // labs.liver.done
  const c13 = (clauses[13] = (leaves[13]! & 3)); // labs.liver.planned
  const c14 = (clauses[14] = (c12 | c13)); // labs.liver
  const c15 = (clauses[15] = (leaves[14]! & 3)); // labs.platelets.done
  const c16 = (clauses[16] = (leaves[15]! & 3)); // labs.platelets.planned
  const c17 = (clauses[17] = (c15 | c16)); // labs.platelets
  const c18 = (clauses[18] = (leaves[16]! & 3)); // labs.troponin.done
  const c19 = (clauses[19] = (leaves[17]! & 3)); // labs.troponin.planned
  const c20 = (clauses[20] = (c18 | c19)); // labs.troponin
  const c21 = (clauses[21] = (c14 & c17 & c20)); // labs
  const c22 = (clauses[22] = not((leaves[18]! & 3))); // notPremature
  const c23 = (clauses[23] = not((leaves[19]! & 3))); // neverReceived
  const c24 = (clauses[24] = not((leaves[20]! & 3))); // notCombined
  const c25 = (clauses[25] = (leaves[21]! & 3)); // prescriber.certified.neurology
  const c26 = (clauses[26] = (leaves[22]! & 3)); // prescriber.certified.pediatricNeurology
  const c27 = (clauses[27] = (c25 | c26)); // prescriber.certified
  const c28 = (clauses[28] = (leaves[23]! & 3)); // prescriber.academic
  const c29 = (clauses[29] = (c27 & c28)); // prescriber
  const c30 = (clauses[30] = (leaves[24]! & 3)); // benefit.other
  const c31 = (clauses[31] = (leaves[25]! & 3)); // benefit.stateCriterion
  const c32 = (clauses[32] = (c30 | c31)); // benefit
  const c33 = (clauses[33] = (leaves[26]! & 3)); // dose
  const c34 = (clauses[34] = (c0 & c3 & c4 & c5 & c10 & c11 & c21 & c22 & c23 & c24 & c29 & c32 & c33)); // indication
  const c35 = (clauses[35] = not((leaves[27]! & 3))); // exclusions.otherUse
  const coverage = (c34 & not(c35));
  const dosing = 3;
  const layer = leaves[0]! | (leaves[1]! << 2) | (leaves[2]! << 4);
  return conclusions[layer | (coverage << 6) | (dosing << 8)]!;
}

const table0 = Uint8Array.from([0, 3, 0, 3, 0, 0]);
const selection1: Selection = {
  kinds: [1],
  bounds: [{ unit: 1, least: -Infinity, above: -Infinity, most: 4, below: Infinity }],
  limit: 0,
  yes: 0,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection2: Selection = {
  kinds: [2],
  limit: 0,
  yes: 0,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection3: Selection = {
  kinds: [3],
  bounds: [{ unit: 3, least: 16, above: -Infinity, most: Infinity, below: Infinity }],
  limit: 0,
  yes: 0,
  no: 3,
  span: { anchor: 0, from: { count: -24, months: true, inclusive: true }, to: { count: 0, months: false, inclusive: true } },
  shownBy: -1,
  reported: 3,
};
const selection4: Selection = {
  kinds: [4],
  limit: 0,
  yes: 0,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection5: Selection = {
  kinds: [5],
  limit: 0,
  yes: 0,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection6: Selection = {
  kinds: [6],
  limit: 0,
  yes: 0,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection7: Selection = {
  kinds: [7],
  limit: 0,
  yes: 0,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection8: Selection = {
  kinds: [8],
  limit: 0,
  yes: 0,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const table9 = Uint8Array.from([0, 0, 3, 0, 3, 0]);

/** The spellings of the products that the policy is about. */
const productNames = new Set<string>(['zolgensma', 'Zolgensma']);

/** Indications by id and by name. */
const indicationNames = new Map<string, number>([
  ['spinal-muscular-atrophy', 1],
  ['Spinal Muscular Atrophy', 1],
  ['spinal muscular atrophy', 1],
]);

/** Values by id and by name. */
const attributeNames0 = new Map<string, number>([
  ['neurology', 1],
  ['pediatric-neurology', 2],
  ['pediatric neurology', 2],
  ['neither', 3],
]);

/** Values by id and by name. */
const attributeNames1 = new Map<string, number>([
  ['research-academic', 1],
  ['a research academic setting', 1],
  ['other', 2],
  ['another setting', 2],
]);

/** Values by id and by name. */
const attributeNames2 = new Map<string, number>([
  ['certain-nc', 1],
  ['one of certain North Carolina benefits', 1],
  ['one of certain north carolina benefits', 1],
  ['other', 2],
  ['another benefit', 2],
]);

/** The days that windows are counted from, the date of service first; 0 where unknown. */
const anchors = new Int32Array(1);

/** Kinds of events by their place. */
const eventNames = new Map<string, number>([
  ['smn2-copies', 1],
  ['anti-aav9-titer', 2],
  ['respiratory-assistance', 3],
  ['liver-function-test', 4],
  ['platelet-count', 5],
  ['troponin-i-test', 6],
  ['onasemnogene-infusion', 7],
  ['body-weight', 8],
]);

/** Units by their place. */
const eventUnitNames = new Map<string, number>([
  ['{copies}', 1],
  ['{titer}', 2],
  ['h', 3],
  ['kg', 4],
  ['g', 5],
]);

const eventConditions: readonly string[] = ['acute-reversible-illness', 'perioperative'];

/** Of which kinds the list of events is whole. */
const eventsListed = new Uint8Array(9);

/** How much of the first unit one of a unit is, by kind of event and by unit; 0 where it is not measured in it. */
const eventUnitCount = 6;
const eventFactors = Float64Array.from([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0.001]);

/** Products and ingredients by id and by name. */
const agentNames = new Map<string, number>([
  ['ampyra', 5],
  ['Ampyra', 5],
  ['aubagio', 5],
  ['Aubagio', 5],
  ['avonex', 5],
  ['Avonex', 5],
  ['bafiertam', 5],
  ['Bafiertam', 5],
  ['betaseron', 5],
  ['Betaseron', 5],
  ['briumvi', 5],
  ['Briumvi', 5],
  ['campath', 5],
  ['Campath', 5],
  ['copaxone', 5],
  ['Copaxone', 5],
  ['extavia', 5],
  ['Extavia', 5],
  ['gilenya', 5],
  ['Gilenya', 5],
  ['glatopa', 5],
  ['Glatopa', 5],
  ['kesimpta', 5],
  ['Kesimpta', 5],
  ['lemtrada', 5],
  ['Lemtrada', 5],
  ['mavenclad', 5],
  ['Mavenclad', 5],
  ['mayzent', 5],
  ['Mayzent', 5],
  ['ocrevus', 5],
  ['Ocrevus', 5],
  ['ocrevus-zunovo', 5],
  ['Ocrevus Zunovo', 5],
  ['ocrevus zunovo', 5],
  ['plegridy', 5],
  ['Plegridy', 5],
  ['ponvory', 5],
  ['Ponvory', 5],
  ['rebif', 5],
  ['Rebif', 5],
  ['tascenso-odt', 5],
  ['Tascenso ODT', 5],
  ['tascenso odt', 5],
  ['tecfidera', 5],
  ['Tecfidera', 5],
  ['tyruko', 5],
  ['Tyruko', 5],
  ['tysabri', 5],
  ['Tysabri', 5],
  ['vumerity', 5],
  ['Vumerity', 5],
  ['zeposia', 5],
  ['Zeposia', 5],
  ['ozempic', 5],
  ['Ozempic', 5],
  ['trulicity', 5],
  ['Trulicity', 5],
  ['victoza', 5],
  ['Victoza', 5],
  ['glucophage', 5],
  ['Glucophage', 5],
  ['xolair', 5],
  ['Xolair', 5],
  ['zyrtec', 5],
  ['Zyrtec', 5],
  ['dupixent', 5],
  ['Dupixent', 5],
  ['spinraza', 1],
  ['Spinraza', 1],
  ['zolgensma', 2],
  ['Zolgensma', 2],
  ['actos', 5],
  ['Actos', 5],
  ['amaryl', 5],
  ['Amaryl', 5],
  ['glucotrol', 5],
  ['Glucotrol', 5],
  ['januvia', 5],
  ['Januvia', 5],
  ['jardiance', 5],
  ['Jardiance', 5],
  ['remicade', 5],
  ['Remicade', 5],
  ['inflectra', 5],
  ['Inflectra', 5],
  ['renflexis', 5],
  ['Renflexis', 5],
  ['avsola', 5],
  ['Avsola', 5],
  ['humira', 5],
  ['Humira', 5],
  ['enbrel', 5],
  ['Enbrel', 5],
  ['naprosyn', 5],
  ['Naprosyn', 5],
  ['cpap-device', 5],
  ['continuous positive airway pressure (CPAP) device', 5],
  ['continuous positive airway pressure (cpap) device', 5],
  ['bilevel-pap-device', 5],
  ['bilevel positive airway pressure device', 5],
  ['oral-appliance', 5],
  ['oral appliance for sleep apnea', 5],
  ['home-oxygen', 5],
  ['oxygen for home use', 5],
  ['continuous-glucose-monitor', 5],
  ['continuous glucose monitor', 5],
  ['blood-glucose-meter', 5],
  ['blood glucose meter', 5],
  ['roux-en-y-gastric-bypass', 5],
  ['Roux-en-Y gastric bypass', 5],
  ['roux-en-y gastric bypass', 5],
  ['gastric-banding', 5],
  ['gastric banding', 5],
  ['biliopancreatic-diversion-duodenal-switch', 5],
  ['biliopancreatic diversion with duodenal switch', 5],
  ['sleeve-gastrectomy', 5],
  ['sleeve gastrectomy', 5],
  ['vertical-banded-gastroplasty', 5],
  ['vertical banded gastroplasty', 5],
  ['gastric-balloon', 5],
  ['gastric balloon', 5],
  ['intestinal-bypass', 5],
  ['intestinal bypass', 5],
  ['alemtuzumab', 5],
  ['cladribine', 5],
  ['dalfampridine', 5],
  ['dimethyl-fumarate', 5],
  ['dimethyl fumarate', 5],
  ['diroximel-fumarate', 5],
  ['diroximel fumarate', 5],
  ['fingolimod', 5],
  ['glatiramer-acetate', 5],
  ['glatiramer acetate', 5],
  ['interferon-beta-1a', 5],
  ['interferon beta-1a', 5],
  ['interferon-beta-1b', 5],
  ['interferon beta-1b', 5],
  ['monomethyl-fumarate', 5],
  ['monomethyl fumarate', 5],
  ['natalizumab', 5],
  ['ocrelizumab', 5],
  ['ofatumumab', 5],
  ['ozanimod', 5],
  ['peginterferon-beta-1a', 5],
  ['peginterferon beta-1a', 5],
  ['ponesimod', 5],
  ['siponimod', 5],
  ['teriflunomide', 5],
  ['ublituximab', 5],
  ['metformin', 5],
  ['glipizide', 5],
  ['glimepiride', 5],
  ['pioglitazone', 5],
  ['sitagliptin', 5],
  ['empagliflozin', 5],
  ['semaglutide', 5],
  ['dulaglutide', 5],
  ['liraglutide', 5],
  ['budesonide', 5],
  ['fluticasone', 5],
  ['mometasone', 5],
  ['omalizumab', 5],
  ['dupilumab', 5],
  ['mepolizumab', 5],
  ['reslizumab', 5],
  ['benralizumab', 5],
  ['tezepelumab', 5],
  ['cetirizine', 5],
  ['levocetirizine', 5],
  ['loratadine', 5],
  ['desloratadine', 5],
  ['fexofenadine', 5],
  ['diphenhydramine', 5],
  ['hydroxyzine', 5],
  ['chlorpheniramine', 5],
  ['famotidine', 5],
  ['cimetidine', 5],
  ['montelukast', 5],
  ['zafirlukast', 5],
  ['nusinersen', 3],
  ['onasemnogene-abeparvovec', 4],
  ['onasemnogene abeparvovec', 4],
  ['budesonide-formoterol', 5],
  ['budesonide with formoterol', 5],
  ['fluticasone-salmeterol', 5],
  ['fluticasone with salmeterol', 5],
  ['methotrexate', 5],
  ['leflunomide', 5],
  ['sulfasalazine', 5],
  ['hydroxychloroquine', 5],
  ['cyclosporine', 5],
  ['acitretin', 5],
  ['ibuprofen', 5],
  ['naproxen', 5],
  ['diclofenac', 5],
  ['celecoxib', 5],
  ['indomethacin', 5],
  ['infliximab', 5],
  ['adalimumab', 5],
  ['etanercept', 5],
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

function isAmountPer(
  quantity: Facts['request']['quantity'],
  unit: string,
  bounds: Bounds,
  selection: Selection,
  packageSize: number,
): number {
  if (quantity?.value === undefined || quantity.unit !== unit || !isListed(selection.kinds)) return 1;
  markEvents(selection, eventMarks, 0);
  if (!keepLast(eventMarks, false)) return 1;
  let every = 3;
  let some = 0;
  for (let index = 0; index < eventCount; index += 1) {
    if (eventMarks[index] === 0) continue;
    const mark = allowanceMark(quantity.value, firstValue(index), bounds, packageSize);
    every &= mark;
    some |= mark;
  }
  return agreedMark(every, some);
}

function allowanceMark(asked: number, value: number, { unit, least, above, most, below }: Bounds, packageSize: number): number {
  if (Number.isNaN(value)) return 1;
  return isInBounds(asked, {
    unit,
    least: allowance(least, value, packageSize),
    above: allowance(above, value, packageSize),
    most: allowance(most, value, packageSize),
    below: allowance(below, value, packageSize),
  });
}

/** So much for each unit of the value, in whole packages, to 12 digits; a bound that does not bind stays so. */
function allowance(bound: number, value: number, packageSize: number): number {
  if (Math.abs(bound) === Infinity) return bound;
  return packageSize === 0 ? bound * value : Math.ceil(Number(((bound * value) / packageSize).toPrecision(12))) * packageSize;
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

/** The value of an entry in the first unit of its event; not a number where it has none. */
function firstValue(index: number): number {
  const factor = eventFactors[eventKinds[index]! * eventUnitCount + eventUnits[index]!]!;
  return factor === 0 ? NaN : eventValues[index]! * factor;
}

/** Leaves marked those alone that may be the latest, or the earliest; tells whether some entry surely is one of all. */
function keepLast(marks: Uint8Array, isEarliest: boolean): boolean {
  let isSure = false;
  let last = 0;
  for (let index = 0; index < eventCount; index += 1) {
    if (marks[index] !== 3) continue;
    isSure = true;
    const date = eventDays[index]!;
    if (date !== 0 && (last === 0 || (isEarliest ? date < last : date > last))) last = date;
  }
  if (last === 0) return isSure;
  for (let index = 0; index < eventCount; index += 1) {
    const date = eventDays[index]!;
    if (date !== 0 && (isEarliest ? date > last : date < last)) marks[index] = 0;
  }
  return isSure;
}

/** What verdicts agree on whose bits were put together by "and" and by "or". */
function agreedMark(every: number, some: number): number {
  return every === 3 ? 3 : some === 0 ? 0 : 1;
}

function isLast(selection: Selection, bounds: readonly Bounds[], limit: number, isEarliest: boolean): number {
  if (!isListed(selection.kinds)) return 1;
  markEvents(selection, eventMarks, 0);
  const isSure = keepLast(eventMarks, isEarliest);
  let every = isSure ? 3 : 0;
  let some = 0;
  for (let index = 0; index < eventCount; index += 1) {
    if (eventMarks[index] === 0) continue;
    const mark = valueMark(index, bounds, limit);
    every &= mark;
    some |= mark;
  }
  return agreedMark(every, some);
}

/** Whether some run of consecutive days within the window, none after the date of service, has so many that qualify. */
function hasRun(selection: Selection, days: number, needed: number, on: number): number {
  markEvents(selection, eventMarks, 0);
  if (spanIsUnknown) return 1;
  const last = Math.min(spanLast, dayNumber(on));
  if (last - spanFirst + 1 < days) return 0;
  if (bestRun(days, spanFirst, last, 2) >= needed) return 3;
  let undated = 0;
  for (let index = 0; index < eventCount; index += 1) if (eventMarks[index] !== 0 && eventDays[index] === 0) undated += 1;
  return isListed(selection.kinds) && bestRun(days, spanFirst, last, 1) + undated < needed ? 0 : 1;
}

/** The most days that qualify in a run: the best begins on one of them, or ends with the window. */
function bestRun(days: number, first: number, last: number, bit: number): number {
  let best = 0;
  for (let index = 0; index < eventCount; index += 1) {
    const date = eventDays[index]!;
    if ((eventMarks[index]! & bit) === 0 || date === 0 || !isFirstOfDay(index, bit)) continue;
    best = Math.max(best, daysBetween(Math.max(first, Math.min(date, last - days + 1)), days, bit));
  }
  return best;
}

function daysBetween(first: number, days: number, bit: number): number {
  let count = 0;
  for (let index = 0; index < eventCount; index += 1) {
    const date = eventDays[index]!;
    if ((eventMarks[index]! & bit) !== 0 && date >= first && date < first + days && isFirstOfDay(index, bit)) count += 1;
  }
  return count;
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

const effective = day('2021-01-01');

/**
 * Reads a case into `leaves`, one small integer a leaf: 0 not met, 1 unknown, 3 met, 5 unknown and for a reviewer to
 * judge. Names are resolved, dates compared and histories gone through here, once. The case must be a valid one.
 */
export function encode(facts: Facts, leaves: Uint8Array): void {
  if (leaves.length < leafCount) throw new RangeError('The buffer is too short.');
  const { request, patient, findings, judgements, commitments } = facts;
  const { product, mandate, planDocument } = request;
  const on = day(request.dateOfService);
  leaves[0] = on < effective ? 0 : product === undefined ? 1 : isProduct(product) ? 3 : 0;
  leaves[1] = mandate === 'requires' ? 3 : 0;
  leaves[2] = planDocument === 'covers' ? 1 : planDocument === 'excludes' ? 2 : 0;
  const indication = placeIn(indicationNames, request.indication);
  const attribute0 = placeIn(attributeNames0, facts.attributes?.['prescriber-certification']);
  const attribute1 = placeIn(attributeNames1, facts.attributes?.['practice-setting']);
  const attribute2 = placeIn(attributeNames2, facts.attributes?.['member-benefit']);
  anchors[0] = on;
  readEvents(facts, on);
  leaves[3] = isAged(patient?.birthDate, on, 384, 0, 1); // age
  leaves[4] = findingOf(findings?.['smn1-homozygous-deletion'], 1, on); // smn1.homozygousDeletion
  leaves[5] = findingOf(findings?.['smn1-compound-heterozygote'], 1, on); // smn1.compoundHeterozygote
  leaves[6] = areCounted(selection1, 1, false); // smn2
  leaves[7] = isLast(selection2, [{ unit: 2, least: -Infinity, above: -Infinity, most: 50, below: Infinity }], 0, false); // antibodies
  leaves[8] = findingOf(findings?.['complete-limb-paralysis'], 3, on); // notAdvanced.paralysis
  leaves[9] = findingOf(findings?.['invasive-ventilation'], 3, on); // notAdvanced.ventilation.invasive
  leaves[10] = hasRun(selection3, 14, 14, on); // notAdvanced.ventilation.prolonged
  leaves[11] = yesOrNo(commitments?.['prednisolone-course']); // steroid
  leaves[12] = areCounted(selection4, 1, false); // labs.liver.done
  leaves[13] = yesOrNo(commitments?.['liver-function-test-before-infusion']); // labs.liver.planned
  leaves[14] = areCounted(selection5, 1, false); // labs.platelets.done
  leaves[15] = yesOrNo(commitments?.['platelet-count-before-infusion']); // labs.platelets.planned
  leaves[16] = areCounted(selection6, 1, false); // labs.troponin.done
  leaves[17] = yesOrNo(commitments?.['troponin-i-test-before-infusion']); // labs.troponin.planned
  leaves[18] = findingOf(findings?.['premature-neonate'], 3, on); // notPremature
  leaves[19] = areCounted(selection7, 1, false); // neverReceived
  leaves[21] = attribute0 === -1 ? 1 : attribute0 === 1 ? 3 : 0; // prescriber.certified.neurology
  leaves[22] = attribute0 === -1 ? 1 : attribute0 === 2 ? 3 : 0; // prescriber.certified.pediatricNeurology
  leaves[23] = attribute1 === -1 ? 1 : attribute1 === 1 ? 3 : 0; // prescriber.academic
  leaves[24] = attribute2 === -1 ? 1 : attribute2 === 2 ? 3 : 0; // benefit.other
  leaves[25] = judged(judgements?.['nc-benefit-criterion'], 3); // benefit.stateCriterion
  leaves[26] = isAmountPer(request.quantity, '{vg}', { unit: 0, least: -Infinity, above: -Infinity, most: 110000000000000, below: Infinity }, selection8, 55000000000000); // dose
  leaves[27] = indication === -1 ? 1 : indication === 1 ? 3 : 0; // exclusions.otherUse
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

function latestLastDay(index: number, on: number): number {
  const end = drugEnds[index]!;
  return end === 0 ? on : Math.min(end, on);
}

/** Whether it is being taken on the date of service: the end decides before the flag. */
function isOngoing(drug: DrugEntry, index: number, on: number): number {
  const end = drugEnds[index]!;
  return end !== 0 ? (end >= on ? 3 : 0) : yesOrNo(drug.current);
}

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
  { id: 'age', number: 'A', text: 'Younger than 2 years of age' },
  { id: 'smn1.homozygousDeletion', number: 'B.1', text: 'Homozygous deletion of SMN1 by genetic test' },
  { id: 'smn1.compoundHeterozygote', number: 'B.2', text: 'Compound heterozygosity of SMN1 by genetic test' },
  { id: 'smn1', number: 'B', text: 'Both copies of SMN1 are lost or changed, with documentation of ONE of the following:' },
  { id: 'smn2', number: 'C', text: 'Number of copies of SMN2 of at most 4 copies, in at least ONE measurement' },
  { id: 'antibodies', number: 'D', text: 'Anti-AAV9 antibody titre of at most 1:50, in the LATEST measurement' },
  { id: 'notAdvanced.paralysis', number: 'E.1', text: 'Complete paralysis of the limbs' },
  { id: 'notAdvanced.ventilation.invasive', number: 'E.2.a', text: 'Invasive ventilation' },
  { id: 'notAdvanced.ventilation.prolonged', number: 'E.2.b', text: 'At least 16 hours of respiratory assistance a day, neither during an acute reversible illness nor around an operation, on each of some 14 consecutive days, from 24 months before the date of service to that date, both included' },
  { id: 'notAdvanced.ventilation', number: 'E.2', text: 'Permanent ventilation, that is, ONE of the following:' },
  { id: 'notAdvanced', number: 'E', text: 'NOT: advanced spinal muscular atrophy, that is, ONE of the following:' },
  { id: 'steroid', number: 'F', text: 'Will take prednisolone, or its equivalent, at 1 mg/kg a day from the day before the infusion, for 30 days' },
  { id: 'labs.liver.done', number: 'G.1.a', text: 'At least ONE liver function test' },
  { id: 'labs.liver.planned', number: 'G.1.b', text: 'Will have a liver function test before the infusion' },
  { id: 'labs.liver', number: 'G.1', text: 'ONE of the following:' },
  { id: 'labs.platelets.done', number: 'G.2.a', text: 'At least ONE platelet count' },
  { id: 'labs.platelets.planned', number: 'G.2.b', text: 'Will have a platelet count before the infusion' },
  { id: 'labs.platelets', number: 'G.2', text: 'ONE of the following:' },
  { id: 'labs.troponin.done', number: 'G.3.a', text: 'At least ONE troponin I test' },
  { id: 'labs.troponin.planned', number: 'G.3.b', text: 'Will have a troponin I test before the infusion' },
  { id: 'labs.troponin', number: 'G.3', text: 'ONE of the following:' },
  { id: 'labs', number: 'G', text: 'The laboratory tests before the infusion are done or will be: ALL of the following:' },
  { id: 'notPremature', number: 'H', text: 'NOT: a premature neonate, not yet at full term' },
  { id: 'neverReceived', number: 'I', text: 'Has NEVER had any infusion of onasemnogene abeparvovec' },
  { id: 'notCombined', number: 'J', text: 'NOT: concurrent use of nusinersen' },
  { id: 'prescriber.certified.neurology', number: 'K.1.a', text: 'Board-certified in neurology' },
  { id: 'prescriber.certified.pediatricNeurology', number: 'K.1.b', text: 'Board-certified in pediatric neurology' },
  { id: 'prescriber.certified', number: 'K.1', text: 'ONE of the following:' },
  { id: 'prescriber.academic', number: 'K.2', text: 'Practises in a research academic setting' },
  { id: 'prescriber', number: 'K', text: 'The prescriber meets ALL of the following:' },
  { id: 'benefit.other', number: 'L.1', text: 'The member\'s benefit is none of certain North Carolina benefits' },
  { id: 'benefit.stateCriterion', number: 'L.2', text: 'Fulfilment of the further criterion for members with certain North Carolina benefits, as judged by the member\'s benefit document' },
  { id: 'benefit', number: 'L', text: 'ONE of the following:' },
  { id: 'dose', number: 'M', text: 'The dose asked for is at most 1.1 × 10^14 vector genomes (vg) for each kg of the latest body weight, rounded up to a multiple of 5.5 × 10^13 vg, which is the dose for half a kilogram' },
  { id: 'indication', number: 'Spinal Muscular Atrophy', text: 'Spinal Muscular Atrophy. Individual meets ALL of the following criteria:' },
  { id: 'exclusions.otherUse', number: 'exclusions.otherUse', text: 'Any other use' },
];

/** The same in printed order, by their places. */
const printed: readonly number[] = [34, 0, 3, 1, 2, 4, 5, 10, 6, 9, 7, 8, 11, 21, 14, 12, 13, 17, 15, 16, 20, 18, 19, 22, 23, 24, 29, 27, 25, 26, 28, 32, 30, 31, 33, 35];

const productName: string = 'Zolgensma';

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
  leafAt(3), // age
  leafAt(4), // smn1.homozygousDeletion
  leafAt(5), // smn1.compoundHeterozygote
  anyOf(clauseAt(1), clauseAt(2)), // smn1
  leafAt(6), // smn2
  leafAt(7), // antibodies
  leafAt(8), // notAdvanced.paralysis
  leafAt(9), // notAdvanced.ventilation.invasive
  leafAt(10), // notAdvanced.ventilation.prolonged
  anyOf(clauseAt(7), clauseAt(8)), // notAdvanced.ventilation
  swapOf(anyOf(clauseAt(6), clauseAt(9))), // notAdvanced
  leafAt(11), // steroid
  leafAt(12), // labs.liver.done
  leafAt(13), // labs.liver.planned
  anyOf(clauseAt(12), clauseAt(13)), // labs.liver
  leafAt(14), // labs.platelets.done
  leafAt(15), // labs.platelets.planned
  anyOf(clauseAt(15), clauseAt(16)), // labs.platelets
  leafAt(16), // labs.troponin.done
  leafAt(17), // labs.troponin.planned
  anyOf(clauseAt(18), clauseAt(19)), // labs.troponin
  allOf(clauseAt(14), clauseAt(17), clauseAt(20)), // labs
  swapOf(leafAt(18)), // notPremature
  swapOf(leafAt(19)), // neverReceived
  swapOf(leafAt(20)), // notCombined
  leafAt(21), // prescriber.certified.neurology
  leafAt(22), // prescriber.certified.pediatricNeurology
  anyOf(clauseAt(25), clauseAt(26)), // prescriber.certified
  leafAt(23), // prescriber.academic
  allOf(clauseAt(27), clauseAt(28)), // prescriber
  leafAt(24), // benefit.other
  leafAt(25), // benefit.stateCriterion
  anyOf(clauseAt(30), clauseAt(31)), // benefit
  leafAt(26), // dose
  allOf(clauseAt(0), clauseAt(3), clauseAt(4), clauseAt(5), clauseAt(10), clauseAt(11), clauseAt(21), clauseAt(22), clauseAt(23), clauseAt(24), clauseAt(29), clauseAt(32), clauseAt(33)), // indication
  swapOf(leafAt(27)), // exclusions.otherUse
];

const coverage = allOf(clauseAt(34), swapOf(anyOf(clauseAt(35))));

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

/** What is open of a treatment: whether it is of the set, and whether it was given. */
function askTreatment(index: number, verdict: number, what: string): Ask[] {
  const given = drugsGiven[index] === 1;
  return [
    ...(verdict === 5 ? [ask('drugs[' + index + '].agent', what, true)] : []),
    ...(given ? [ask('drugs[' + index + '].evidence', 'How it is known that it was given: by a record or a statement')] : []),
  ];
}

function askAmount({ facts }: Matter, unit: string): Ask[] {
  const { value, unit: given } = facts.request.quantity ?? {};
  return value === undefined || given !== unit ? [ask('request.quantity', 'The quantity asked for, in ' + unit)] : [];
}

function askAmountPer(matter: Matter, unit: string, selection: Selection): readonly Ask[] {
  const asked = askAmount(matter, unit);
  markEvents(selection, eventMarks, 0);
  const isSure = keepLast(eventMarks, false);
  const entries = askLastOf(matter, selection, eventMarks, askFirstValue);
  const whole = askWhole(selection);
  const open = [...asked, ...entries, ...whole];
  return isSure || entries.length > 0 ? askOr(open, matter, eventMarks, selection.kinds) : [...open, ...askNone(selection.kinds)];
}

function askNone(kinds: readonly number[]): Ask[] {
  return [ask('events', 'The latest ' + kindWords(kinds) + ', which the quantity depends on')];
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

/** What is open of a value that is to be told in the first unit of its event. */
function askFirstValue(entry: EventEntry, index: number): Ask[] {
  const path = 'events[' + index + '].';
  const what = entryWords(entry, index);
  const factor = eventFactors[eventKinds[index]! * eventUnitCount + eventUnits[index]!]!;
  return [
    ...(entry.value === undefined ? [ask(path + 'value', 'The value of the ' + what)] : []),
    ...(factor === 0 ? [ask(path + 'unit', 'The value of the ' + what + ' in a unit that it is measured in')] : []),
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

/** What is asked; where the entries contradict each other, which of them is right. */
function askOr(asked: readonly Ask[], matter: Matter, marks: Uint8Array, kinds: readonly number[]): readonly Ask[] {
  if (asked.length > 0) return asked;
  const marked = markedEvents(matter, marks);
  if (marked.length === 0) return [ask('events', 'The ' + kindWords(kinds) + ': none is on file')];
  return marked.map(({ entry, index }) =>
    ask('events[' + index + '].value', 'Which is right: the ' + entryWords(entry, index) + ' or what is on file beside it'),
  );
}

/** What is open of the entries that may be the latest, or the earliest; their values are held against something else. */
function askLastOf(
  matter: Matter,
  selection: Selection,
  marks: Uint8Array,
  valueAsks: (entry: EventEntry, index: number) => Ask[],
): Ask[] {
  const marked = markedEvents(matter, marks);
  return marked.flatMap(({ entry, index, mark }) => [
    ...(eventDays[index] === 0 && marked.length > 1 ? askDay(entry, index) : []),
    ...(mark === 1 ? askEntry(entry, index, selection) : []),
    ...valueAsks(entry, index),
  ]);
}

function askLast(
  matter: Matter,
  selection: Selection,
  bounds: readonly Bounds[],
  limit: number,
  isEarliest: boolean,
): readonly Ask[] {
  markEvents(selection, eventMarks, 0);
  keepLast(eventMarks, isEarliest);
  const entries = askLastOf(matter, selection, eventMarks, (entry, index) => askValue(entry, index, bounds, limit));
  return askOr([...entries, ...askWhole(selection)], matter, eventMarks, selection.kinds);
}

function askRun(matter: Matter, selection: Selection): readonly Ask[] {
  markEvents(selection, eventMarks, 0);
  const marked = markedEvents(matter, eventMarks);
  const isOnSureDay = (index: number) =>
    eventDays[index] !== 0 && marked.some((other) => other.mark === 3 && eventDays[other.index] === eventDays[index]);
  const entries = marked.flatMap(({ entry, index, mark }) =>
    mark === 1 && !isOnSureDay(index) ? askEntry(entry, index, selection) : [],
  );
  return [...entries, ...askWhole(selection)];
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

const eventWords: readonly string[] = ['', 'number of copies of SMN2', 'anti-AAV9 antibody titre', 'respiratory assistance in a day', 'liver function test', 'platelet count', 'troponin I test', 'infusion of onasemnogene abeparvovec', 'body weight'];
const conditionWords: readonly string[] = ['during an acute reversible illness', 'around an operation'];

const anchorWords: readonly string[] = ['the date of service'];
const anchorFacts: readonly string[] = [''];

const ownProduct = table9;

/** What would settle each leaf. */
const questions: readonly ((matter: Matter) => readonly Ask[])[] = [
  () => [],
  () => [],
  () => [],
  (matter) => askBirth(matter), // age
  (matter) => askFinding(matter.facts.findings?.['smn1-homozygous-deletion'], 'findings.smn1-homozygous-deletion', 'homozygous deletion of SMN1 by genetic test', true, matter.on), // smn1.homozygousDeletion
  (matter) => askFinding(matter.facts.findings?.['smn1-compound-heterozygote'], 'findings.smn1-compound-heterozygote', 'compound heterozygosity of SMN1 by genetic test', true, matter.on), // smn1.compoundHeterozygote
  (matter) => askCounted(matter, selection1, false), // smn2
  (matter) => askLast(matter, selection2, [{ unit: 2, least: -Infinity, above: -Infinity, most: 50, below: Infinity }], 0, false), // antibodies
  (matter) => askFinding(matter.facts.findings?.['complete-limb-paralysis'], 'findings.complete-limb-paralysis', 'complete paralysis of the limbs', false, matter.on), // notAdvanced.paralysis
  (matter) => askFinding(matter.facts.findings?.['invasive-ventilation'], 'findings.invasive-ventilation', 'invasive ventilation', false, matter.on), // notAdvanced.ventilation.invasive
  (matter) => askRun(matter, selection3), // notAdvanced.ventilation.prolonged
  () => [ask('commitments.prednisolone-course', 'Whether this is so: will take prednisolone, or its equivalent, at 1 mg/kg a day from the day before the infusion, for 30 days')], // steroid
  (matter) => askCounted(matter, selection4, false), // labs.liver.done
  () => [ask('commitments.liver-function-test-before-infusion', 'Whether this is so: will have a liver function test before the infusion')], // labs.liver.planned
  (matter) => askCounted(matter, selection5, false), // labs.platelets.done
  () => [ask('commitments.platelet-count-before-infusion', 'Whether this is so: will have a platelet count before the infusion')], // labs.platelets.planned
  (matter) => askCounted(matter, selection6, false), // labs.troponin.done
  () => [ask('commitments.troponin-i-test-before-infusion', 'Whether this is so: will have a troponin I test before the infusion')], // labs.troponin.planned
  (matter) => askFinding(matter.facts.findings?.['premature-neonate'], 'findings.premature-neonate', 'a premature neonate, not yet at full term', false, matter.on), // notPremature
  (matter) => askCounted(matter, selection7, false), // neverReceived
  (matter) => askConcurrent(matter, table0, 'nusinersen'), // notCombined
  () => [ask('attributes.prescriber-certification', 'The board certification of the prescriber: neurology, pediatric neurology or neither')], // prescriber.certified.neurology
  () => [ask('attributes.prescriber-certification', 'The board certification of the prescriber: neurology, pediatric neurology or neither')], // prescriber.certified.pediatricNeurology
  () => [ask('attributes.practice-setting', 'The practice setting of the prescriber: a research academic setting or another setting')], // prescriber.academic
  () => [ask('attributes.member-benefit', 'The benefit of the member: one of certain North Carolina benefits or another benefit')], // benefit.other
  (matter) => askJudgement(matter.facts.judgements?.['nc-benefit-criterion'], 'judgements.nc-benefit-criterion', 'fulfilment of the further criterion for members with certain North Carolina benefits', false), // benefit.stateCriterion
  (matter) => askAmountPer(matter, '{vg}', selection8), // dose
  () => [ask('request.indication', 'What it is asked for: the indication')], // exclusions.otherUse
];

/** Maxima, in months. */
const durations: { readonly initial?: number; readonly reauthorization?: number } = {
  initial: 1,
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
  { leaves: [21, 22], answers: [[3, 0], [0, 3], [0, 0]] },
];

/** For every leaf, the first that is about the same: to have several of one matter otherwise is one change. */
const matterOf: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 21, 23, 24, 25, 26, 27];

/** The leaves that are of no topic and asked in one place: what they are matters there alone. */
const aloneLeaves = new Set<number>([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 23, 24, 25, 26, 27]);

/** What of an entry may each by itself turn out otherwise than looked for: the value together with its unit and its limit. */
function failings(asked: readonly Ask[]): readonly (readonly Said[])[] {
  const measured = asked.filter(isOfValue);
  const others = asked.filter((each) => !isOfValue(each)).map((each) => saying([each], 0));
  return measured.length === 0 ? others : [...others, saying(measured, 0)];
}

function isOfValue({ fact }: Ask): boolean {
  return fact.endsWith('.value') || fact.endsWith('.unit') || fact.endsWith('.reference');
}

/**
 * The answers that a fact can have, as bits: those by which it speaks against what a leaf looks for, and those by which it
 * speaks for it. None where it is not gone into: it may then be anything.
 */
type Saying = (fact: string) => readonly [against: number, inFavour: number] | undefined;

/** The value of the one entry that may be the last; of several, all that is open. */
function byLast(selection: Selection, isEarliest: boolean): Settling {
  return (asked, wanted) => {
    markEvents(selection, eventMarks, 0);
    keepLast(eventMarks, isEarliest);
    if (entriesMarked(1) !== 1 || entriesIn(asked).whole.length > 0) return byHistory(asked);
    return wanted === 3 ? [saying(asked, 3)] : failings(asked);
  };
}

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
  [byAll, byAll], // age
  [byAll, byAll], // smn1.homozygousDeletion
  [byAll, byAll], // smn1.compoundHeterozygote
  [byEntry, byNone], // smn2
  [byLast(selection2, false), byLast(selection2, false)], // antibodies
  [byAll, byAll], // notAdvanced.paralysis
  [byAll, byAll], // notAdvanced.ventilation.invasive
  [byHistory, byNone], // notAdvanced.ventilation.prolonged
  [byAll, byAll], // steroid
  [byEntry, byNone], // labs.liver.done
  [byAll, byAll], // labs.liver.planned
  [byEntry, byNone], // labs.platelets.done
  [byAll, byAll], // labs.platelets.planned
  [byEntry, byNone], // labs.troponin.done
  [byAll, byAll], // labs.troponin.planned
  [byAll, byAll], // notPremature
  [byEntry, byNone], // neverReceived
  [byEntry, byNone], // notCombined
  [byAll, byAll], // prescriber.certified.neurology
  [byAll, byAll], // prescriber.certified.pediatricNeurology
  [byAll, byAll], // prescriber.academic
  [byAll, byAll], // benefit.other
  [byAll, byVerdict], // benefit.stateCriterion
  [byAll, byAll], // dose
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
  (matter, wanted) => ageProspect(matter, 384, 0, 1, wanted), // age
  (_, wanted) => (wanted === 3 ? staysSo('findings.smn1-homozygous-deletion', 'Known not to be so: homozygous deletion of SMN1 by genetic test') : staysSo('findings.smn1-homozygous-deletion', 'On file: homozygous deletion of SMN1 by genetic test')), // smn1.homozygousDeletion
  (_, wanted) => (wanted === 3 ? staysSo('findings.smn1-compound-heterozygote', 'Known not to be so: compound heterozygosity of SMN1 by genetic test') : staysSo('findings.smn1-compound-heterozygote', 'On file: compound heterozygosity of SMN1 by genetic test')), // smn1.compoundHeterozygote
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: number of copies of SMN2') : staysSo('events', 'It took place: number of copies of SMN2')), // smn2
  () => staysSo('events', 'What was measured: anti-AAV9 antibody titre'), // antibodies
  (_, wanted) => (wanted === 3 ? staysSo('findings.complete-limb-paralysis', 'Known not to be so: complete paralysis of the limbs') : staysSo('findings.complete-limb-paralysis', 'On file: complete paralysis of the limbs')), // notAdvanced.paralysis
  (_, wanted) => (wanted === 3 ? staysSo('findings.invasive-ventilation', 'Known not to be so: invasive ventilation') : staysSo('findings.invasive-ventilation', 'On file: invasive ventilation')), // notAdvanced.ventilation.invasive
  (_, wanted) => (wanted === 3 ? mayChange('events', 'Further days can be recorded: respiratory assistance in a day') : mayChange('events', 'Time will pass: later it will lie too far back: respiratory assistance in a day')), // notAdvanced.ventilation.prolonged
  () => mayChange('commitments.prednisolone-course', 'It can be undertaken or not: will take prednisolone, or its equivalent, at 1 mg/kg a day from the day before the infusion, for 30 days'), // steroid
  (_, wanted) => (wanted === 3 ? mayChange('events', 'It can still take place: liver function test') : staysSo('events', 'It took place: liver function test')), // labs.liver.done
  () => mayChange('commitments.liver-function-test-before-infusion', 'It can be undertaken or not: will have a liver function test before the infusion'), // labs.liver.planned
  (_, wanted) => (wanted === 3 ? mayChange('events', 'It can still take place: platelet count') : staysSo('events', 'It took place: platelet count')), // labs.platelets.done
  () => mayChange('commitments.platelet-count-before-infusion', 'It can be undertaken or not: will have a platelet count before the infusion'), // labs.platelets.planned
  (_, wanted) => (wanted === 3 ? mayChange('events', 'It can still take place: troponin I test') : staysSo('events', 'It took place: troponin I test')), // labs.troponin.done
  () => mayChange('commitments.troponin-i-test-before-infusion', 'It can be undertaken or not: will have a troponin I test before the infusion'), // labs.troponin.planned
  (_, wanted) => (wanted === 3 ? staysSo('findings.premature-neonate', 'Known not to be so: a premature neonate, not yet at full term') : staysSo('findings.premature-neonate', 'On file: a premature neonate, not yet at full term')), // notPremature
  (_, wanted) => (wanted === 3 ? mayChange('events', 'It can still take place: infusion of onasemnogene abeparvovec') : staysSo('events', 'It took place: infusion of onasemnogene abeparvovec')), // neverReceived
  (_, wanted) => (wanted === 3 ? mayChange('drugs', 'nusinersen can be begun') : mayChange('drugs', 'nusinersen can be stopped')), // notCombined
  () => staysSo('attributes.prescriber-certification', 'The board certification of the prescriber'), // prescriber.certified.neurology
  () => staysSo('attributes.prescriber-certification', 'The board certification of the prescriber'), // prescriber.certified.pediatricNeurology
  () => staysSo('attributes.practice-setting', 'The practice setting of the prescriber'), // prescriber.academic
  () => staysSo('attributes.member-benefit', 'The benefit of the member'), // benefit.other
  () => mayChange('judgements.nc-benefit-criterion', 'A reviewer can judge otherwise on further records of fulfilment of the further criterion for members with certain North Carolina benefits'), // benefit.stateCriterion
  () => mayChange('request.quantity', 'Another quantity can be asked for'), // dose
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

function servesAsSample(_matter: Matter, _drug: DrugEntry, _index: number, _agent: number): boolean {
  return false;
}

function warningsOf(matter: Matter): Remark[] {
  return [
    ...birthWarnings(matter),
    ...drugWarnings(matter, (drug, index, agent) => servesAsSample(matter, drug, index, agent)),
    ...eventWarnings(matter),
    ...findingWarnings(matter.facts.findings?.['smn1-homozygous-deletion'], 'findings.smn1-homozygous-deletion', 'homozygous deletion of SMN1 by genetic test', matter.on),
    ...findingWarnings(matter.facts.findings?.['smn1-compound-heterozygote'], 'findings.smn1-compound-heterozygote', 'compound heterozygosity of SMN1 by genetic test', matter.on),
    ...findingWarnings(matter.facts.findings?.['complete-limb-paralysis'], 'findings.complete-limb-paralysis', 'complete paralysis of the limbs', matter.on),
    ...findingWarnings(matter.facts.findings?.['invasive-ventilation'], 'findings.invasive-ventilation', 'invasive ventilation', matter.on),
    ...findingWarnings(matter.facts.findings?.['premature-neonate'], 'findings.premature-neonate', 'a premature neonate, not yet at full term', matter.on),
  ];
}
