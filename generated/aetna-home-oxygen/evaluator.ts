// Generated from policies/aetna-home-oxygen/policy.ts by Triplicate: do not edit.
// Digest 9926fa088bacf85982d24d014950b87238190743a8c2daa5b30facd5d9fdc8de
// It supports a coverage decision and does not replace one.

/** The policy that this module decides by. */
export const policy = {
  number: 'CPB 0002',
  title: 'Oxygen for home use',
  effective: '2020-01-01',
  products: ['home-oxygen'],
  digest: '9926fa088bacf85982d24d014950b87238190743a8c2daa5b30facd5d9fdc8de',
} as const;

/** The number of leaves that `encode` writes, and of clauses that `decide` writes. */
export const leafCount = 28;
export const clauseCount = 42;

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
  readonly findings?: {
    readonly 'severe-lung-disease'?: FindingEntry;
    readonly 'hypoxia-symptoms-expected-to-improve'?: FindingEntry;
    readonly 'cor-pulmonale'?: FindingEntry;
    readonly 'dependent-edema'?: FindingEntry;
    readonly 'erythrocythemia'?: FindingEntry;
    readonly 'chronic-stable-state'?: FindingEntry;
    readonly 'alternatives-tried-or-considered'?: FindingEntry;
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
    readonly 'discharge'?: string;
  };
  readonly attributes?: {
    readonly 'test-performer'?: string;
    readonly 'test-setting'?: string;
  };
}

type Evidence = 'documented' | 'reported' | 'absent';
type FindingEntry = Evidence | { readonly evidence?: Evidence; readonly on?: string };
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
  const c0 = (clauses[0] = (leaves[3]! & 3)); // need.lungDisease
  const c1 = (clauses[1] = (leaves[4]! & 3)); // need.symptoms
  const c2 = (clauses[2] = (c0 | c1)); // need
  const c3 = (clauses[3] = (leaves[5]! & 3)); // bloodGas.groupOne.pressure
  const c4 = (clauses[4] = (leaves[6]! & 3)); // bloodGas.groupOne.saturation
  const c5 = (clauses[5] = (c3 | c4)); // bloodGas.groupOne
  const c6 = (clauses[6] = (leaves[7]! & 3)); // bloodGas.groupTwo.level.pressure
  const c7 = (clauses[7] = (leaves[8]! & 3)); // bloodGas.groupTwo.level.saturation
  const c8 = (clauses[8] = (c6 | c7)); // bloodGas.groupTwo.level
  const c9 = (clauses[9] = (leaves[9]! & 3)); // bloodGas.groupTwo.complication.corPulmonale
  const c10 = (clauses[10] = (leaves[10]! & 3)); // bloodGas.groupTwo.complication.edema
  const c11 = (clauses[11] = (leaves[11]! & 3)); // bloodGas.groupTwo.complication.erythrocythemia
  const c12 = (clauses[12] = (c9 | c10 | c11)); // bloodGas.groupTwo.complication
  const c13 = (clauses[13] = (c8 & c12)); // bloodGas.groupTwo
  const c14 = (clauses[14] = (leaves[12]! & 3)); // bloodGas.sleep.fall.pressure
  const c15 = (clauses[15] = (leaves[13]! & 3)); // bloodGas.sleep.fall.saturation
  const c16 = (clauses[16] = (c14 | c15)); // bloodGas.sleep.fall
  const c17 = (clauses[17] = (leaves[14]! & 3)); // bloodGas.sleep.minutes
  const c18 = (clauses[18] = (c16 & c17)); // bloodGas.sleep
  const c19 = (clauses[19] = (leaves[15]! & 3)); // bloodGas.exercise.fall.pressure
  const c20 = (clauses[20] = (leaves[16]! & 3)); // bloodGas.exercise.fall.saturation
  const c21 = (clauses[21] = (c19 | c20)); // bloodGas.exercise.fall
  const c22 = (clauses[22] = (leaves[17]! & 3)); // bloodGas.exercise.minutes
  const c23 = (clauses[23] = (c21 & c22)); // bloodGas.exercise
  const c24 = (clauses[24] = (c5 | c13 | c18 | c23)); // bloodGas
  const c25 = (clauses[25] = (leaves[18]! & 3)); // performer
  const c26 = (clauses[26] = (leaves[19]! & 3)); // timing.inpatient.setting
  const c27 = (clauses[27] = (leaves[20]! & 3)); // timing.inpatient.test
  const c28 = (clauses[28] = (c26 & c27)); // timing.inpatient
  const c29 = (clauses[29] = (leaves[21]! & 3)); // timing.outpatient.setting
  const c30 = (clauses[30] = (leaves[22]! & 3)); // timing.outpatient.stable
  const c31 = (clauses[31] = (c29 & c30)); // timing.outpatient
  const c32 = (clauses[32] = (c28 | c31)); // timing
  const c33 = (clauses[33] = (leaves[23]! & 3)); // alternatives
  const c34 = (clauses[34] = (c2 & c24 & c25 & c32 & c33)); // indication
  const c35 = (clauses[35] = (leaves[24]! & 3)); // reauthorization.reassessment.withinThreeMonths
  const c36 = (clauses[36] = c5); // reauthorization.reassessment.groupOne.group
  const c37 = (clauses[37] = (leaves[25]! & 3)); // reauthorization.reassessment.groupOne.withinTwelveMonths
  const c38 = (clauses[38] = (c36 & c37)); // reauthorization.reassessment.groupOne
  const c39 = (clauses[39] = (c35 | c38)); // reauthorization.reassessment
  const c40 = (clauses[40] = c39); // reauthorization
  const c41 = (clauses[41] = not((leaves[26]! & 3))); // exclusions.otherUse
  const coverage = (c34 & ((leaves[27]! & 3) | c40) & not(c41));
  const dosing = 3;
  const layer = leaves[0]! | (leaves[1]! << 2) | (leaves[2]! << 4);
  return conclusions[layer | (coverage << 6) | (dosing << 8)]!;
}

const selection0: Selection = {
  kinds: [1],
  bounds: [{ unit: 1, least: -Infinity, above: -Infinity, most: 55, below: Infinity }, { unit: 2, least: -Infinity, above: -Infinity, most: 7.332710000187806, below: Infinity }],
  limit: 0,
  yes: 7,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection1: Selection = {
  kinds: [2],
  bounds: [{ unit: 3, least: -Infinity, above: -Infinity, most: 88, below: Infinity }],
  limit: 0,
  yes: 7,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection2: Selection = {
  kinds: [1],
  bounds: [{ unit: 1, least: 56, above: -Infinity, most: 59, below: Infinity }, { unit: 2, least: 7.466032000191221, above: -Infinity, most: 7.865998000201465, below: Infinity }],
  limit: 0,
  yes: 7,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection3: Selection = {
  kinds: [2],
  bounds: [{ unit: 3, least: 89, above: -Infinity, most: 89, below: Infinity }],
  limit: 0,
  yes: 7,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection4: Selection = {
  kinds: [3],
  bounds: [{ unit: 1, least: -Infinity, above: 10, most: Infinity, below: Infinity }, { unit: 2, least: -Infinity, above: 1.3332200000341465, most: Infinity, below: Infinity }],
  limit: 0,
  yes: 8,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection5: Selection = {
  kinds: [4],
  bounds: [{ unit: 3, least: -Infinity, above: 5, most: Infinity, below: Infinity }],
  limit: 0,
  yes: 8,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection6: Selection = {
  kinds: [5],
  bounds: [{ unit: 4, least: 5, above: -Infinity, most: Infinity, below: Infinity }],
  limit: 0,
  yes: 8,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection7: Selection = {
  kinds: [3],
  bounds: [{ unit: 1, least: -Infinity, above: 10, most: Infinity, below: Infinity }, { unit: 2, least: -Infinity, above: 1.3332200000341465, most: Infinity, below: Infinity }],
  limit: 0,
  yes: 16,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection8: Selection = {
  kinds: [4],
  bounds: [{ unit: 3, least: -Infinity, above: 5, most: Infinity, below: Infinity }],
  limit: 0,
  yes: 16,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection9: Selection = {
  kinds: [5],
  bounds: [{ unit: 4, least: 5, above: -Infinity, most: Infinity, below: Infinity }],
  limit: 0,
  yes: 16,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection10: Selection = {
  kinds: [6],
  limit: 0,
  yes: 0,
  no: 0,
  span: { anchor: 1, from: { count: -2, months: false, inclusive: true }, to: { count: 0, months: false, inclusive: true } },
  shownBy: -1,
  reported: 3,
};
const selection11: Selection = {
  kinds: [7],
  limit: 0,
  yes: 0,
  no: 0,
  span: { anchor: 0, from: { count: -3, months: true, inclusive: true }, to: { count: 0, months: false, inclusive: true } },
  shownBy: -1,
  reported: 3,
};
const selection12: Selection = {
  kinds: [7],
  limit: 0,
  yes: 0,
  no: 0,
  span: { anchor: 0, from: { count: -12, months: true, inclusive: true }, to: { count: 0, months: false, inclusive: true } },
  shownBy: -1,
  reported: 3,
};

/** The spellings of the products that the policy is about. */
const productNames = new Set<string>(['home-oxygen', 'oxygen for home use']);

/** Indications by id and by name. */
const indicationNames = new Map<string, number>([
  ['hypoxemia', 1],
  ['Hypoxemia', 1],
]);

/** Values by id and by name. */
const attributeNames0 = new Map<string, number>([
  ['qualified-laboratory', 1],
  ['a qualified laboratory that is not the supplier', 1],
  ['supplier', 2],
  ['the supplier', 2],
  ['other', 3],
  ['someone else', 3],
]);

/** Values by id and by name. */
const attributeNames1 = new Map<string, number>([
  ['inpatient', 1],
  ['outpatient', 2],
]);

/** The days that windows are counted from, the date of service first; 0 where unknown. */
const anchors = new Int32Array(2);

/** Kinds of events by their place. */
const eventNames = new Map<string, number>([
  ['arterial-oxygen-pressure', 1],
  ['arterial-oxygen-saturation', 2],
  ['oxygen-pressure-fall', 3],
  ['oxygen-saturation-fall', 4],
  ['oxygen-fall-duration', 5],
  ['blood-oxygen-test', 6],
  ['clinical-reevaluation', 7],
]);

/** Units by their place. */
const eventUnitNames = new Map<string, number>([
  ['mm[Hg]', 1],
  ['kPa', 2],
  ['%', 3],
  ['min', 4],
]);

const eventConditions: readonly string[] = ['rest', 'awake', 'room-air', 'asleep', 'exercising'];

/** Of which kinds the list of events is whole. */
const eventsListed = new Uint8Array(8);

/** How much of the first unit one of a unit is, by kind of event and by unit; 0 where it is not measured in it. */
const eventUnitCount = 5;
const eventFactors = Float64Array.from([0, 0, 0, 0, 0, 0, 1, 7.500637554, 0, 0, 0, 0, 0, 1, 0, 0, 1, 7.500637554, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

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

/** A finding, of which 1 is unknown: dated after the date of service it does not count. */
function findingOf(entry: FindingEntry | undefined, reported: number, on: number): number {
  if (entry === undefined) return 1;
  if (typeof entry === 'string') return gradeOf(entry, reported);
  return entry.on !== undefined && day(entry.on) > on ? 1 : gradeOf(entry.evidence, reported);
}

function gradeOf(evidence: Evidence | undefined, reported: number): number {
  return evidence === 'documented' ? 3 : evidence === 'absent' ? 0 : evidence === undefined ? 1 : reported;
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

const effective = day('2020-01-01');

/**
 * Reads a case into `leaves`, one small integer a leaf: 0 not met, 1 unknown, 3 met, 5 unknown and for a reviewer to
 * judge. Names are resolved, dates compared and histories gone through here, once. The case must be a valid one.
 */
export function encode(facts: Facts, leaves: Uint8Array): void {
  if (leaves.length < leafCount) throw new RangeError('The buffer is too short.');
  const { request, findings } = facts;
  const { kind, product, mandate, planDocument } = request;
  const on = day(request.dateOfService);
  leaves[0] = on < effective ? 0 : product === undefined ? 1 : isProduct(product) ? 3 : 0;
  leaves[1] = mandate === 'requires' ? 3 : 0;
  leaves[2] = planDocument === 'covers' ? 1 : planDocument === 'excludes' ? 2 : 0;
  const indication = placeIn(indicationNames, request.indication);
  const attribute0 = placeIn(attributeNames0, facts.attributes?.['test-performer']);
  const attribute1 = placeIn(attributeNames1, facts.attributes?.['test-setting']);
  anchors[0] = on;
  anchors[1] = dayOrNone(facts.dates?.['discharge']);
  readEvents(facts, on);
  leaves[3] = findingOf(findings?.['severe-lung-disease'], 3, on); // need.lungDisease
  leaves[4] = findingOf(findings?.['hypoxia-symptoms-expected-to-improve'], 3, on); // need.symptoms
  leaves[5] = areCounted(selection0, 1, false); // bloodGas.groupOne.pressure
  leaves[6] = areCounted(selection1, 1, false); // bloodGas.groupOne.saturation
  leaves[7] = areCounted(selection2, 1, false); // bloodGas.groupTwo.level.pressure
  leaves[8] = areCounted(selection3, 1, false); // bloodGas.groupTwo.level.saturation
  leaves[9] = findingOf(findings?.['cor-pulmonale'], 3, on); // bloodGas.groupTwo.complication.corPulmonale
  leaves[10] = findingOf(findings?.['dependent-edema'], 3, on); // bloodGas.groupTwo.complication.edema
  leaves[11] = findingOf(findings?.['erythrocythemia'], 3, on); // bloodGas.groupTwo.complication.erythrocythemia
  leaves[12] = areCounted(selection4, 1, false); // bloodGas.sleep.fall.pressure
  leaves[13] = areCounted(selection5, 1, false); // bloodGas.sleep.fall.saturation
  leaves[14] = areCounted(selection6, 1, false); // bloodGas.sleep.minutes
  leaves[15] = areCounted(selection7, 1, false); // bloodGas.exercise.fall.pressure
  leaves[16] = areCounted(selection8, 1, false); // bloodGas.exercise.fall.saturation
  leaves[17] = areCounted(selection9, 1, false); // bloodGas.exercise.minutes
  leaves[18] = attribute0 === -1 ? 1 : attribute0 === 1 ? 3 : 0; // performer
  leaves[19] = attribute1 === -1 ? 1 : attribute1 === 1 ? 3 : 0; // timing.inpatient.setting
  leaves[20] = areCounted(selection10, 1, false); // timing.inpatient.test
  leaves[21] = attribute1 === -1 ? 1 : attribute1 === 2 ? 3 : 0; // timing.outpatient.setting
  leaves[22] = findingOf(findings?.['chronic-stable-state'], 3, on); // timing.outpatient.stable
  leaves[23] = findingOf(findings?.['alternatives-tried-or-considered'], 3, on); // alternatives
  leaves[24] = areCounted(selection11, 1, false); // reauthorization.reassessment.withinThreeMonths
  leaves[25] = areCounted(selection12, 1, false); // reauthorization.reassessment.groupOne.withinTwelveMonths
  leaves[26] = indication === -1 ? 1 : indication === 1 ? 3 : 0; // exclusions.otherUse
  leaves[27] = kind === undefined ? 1 : kind === 'initial' ? 3 : 0;
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
  { id: 'need.lungDisease', number: 'A.1', text: 'Severe lung disease' },
  { id: 'need.symptoms', number: 'A.2', text: 'Symptoms of hypoxia that are expected to improve with oxygen' },
  { id: 'need', number: 'A', text: 'ONE of the following:' },
  { id: 'bloodGas.groupOne.pressure', number: 'B.1.a', text: 'Arterial oxygen pressure (PaO2) (at rest; awake; breathing room air) of at most 55 mm Hg, in at least ONE measurement' },
  { id: 'bloodGas.groupOne.saturation', number: 'B.1.b', text: 'Arterial oxygen saturation (SaO2) (at rest; awake; breathing room air) of at most 88%, in at least ONE measurement' },
  { id: 'bloodGas.groupOne', number: 'B.1', text: 'Group I: ONE of the following:' },
  { id: 'bloodGas.groupTwo.level.pressure', number: 'B.2.a.i', text: 'Arterial oxygen pressure (PaO2) (at rest; awake; breathing room air) of between 56 mm Hg and 59 mm Hg, both included, in at least ONE measurement' },
  { id: 'bloodGas.groupTwo.level.saturation', number: 'B.2.a.ii', text: 'Arterial oxygen saturation (SaO2) (at rest; awake; breathing room air) of 89%, in a measurement' },
  { id: 'bloodGas.groupTwo.level', number: 'B.2.a', text: 'ONE of the following:' },
  { id: 'bloodGas.groupTwo.complication.corPulmonale', number: 'B.2.b.i', text: 'Cor pulmonale' },
  { id: 'bloodGas.groupTwo.complication.edema', number: 'B.2.b.ii', text: 'Dependent edema' },
  { id: 'bloodGas.groupTwo.complication.erythrocythemia', number: 'B.2.b.iii', text: 'Erythrocythemia' },
  { id: 'bloodGas.groupTwo.complication', number: 'B.2.b', text: 'ONE of the following:' },
  { id: 'bloodGas.groupTwo', number: 'B.2', text: 'Group II: ALL of the following:' },
  { id: 'bloodGas.sleep.fall.pressure', number: 'B.3.a.i', text: 'Fall of arterial oxygen pressure from baseline (asleep) of more than 10 mm Hg, in at least ONE measurement' },
  { id: 'bloodGas.sleep.fall.saturation', number: 'B.3.a.ii', text: 'Fall of oxygen saturation from baseline (asleep) of more than 5%, in at least ONE measurement' },
  { id: 'bloodGas.sleep.fall', number: 'B.3.a', text: 'ONE of the following:' },
  { id: 'bloodGas.sleep.minutes', number: 'B.3.b', text: 'Duration of the fall (asleep) of at least 5 minutes, in at least ONE measurement' },
  { id: 'bloodGas.sleep', number: 'B.3', text: 'In sleep: ALL of the following:' },
  { id: 'bloodGas.exercise.fall.pressure', number: 'B.4.a.i', text: 'Fall of arterial oxygen pressure from baseline (in exercise) of more than 10 mm Hg, in at least ONE measurement' },
  { id: 'bloodGas.exercise.fall.saturation', number: 'B.4.a.ii', text: 'Fall of oxygen saturation from baseline (in exercise) of more than 5%, in at least ONE measurement' },
  { id: 'bloodGas.exercise.fall', number: 'B.4.a', text: 'ONE of the following:' },
  { id: 'bloodGas.exercise.minutes', number: 'B.4.b', text: 'Duration of the fall (in exercise) of at least 5 minutes, in at least ONE measurement' },
  { id: 'bloodGas.exercise', number: 'B.4', text: 'In exercise: ALL of the following:' },
  { id: 'bloodGas', number: 'B', text: 'The blood gas meets a threshold: ONE of the following:' },
  { id: 'performer', number: 'C', text: 'The performer of the test is a qualified laboratory that is not the supplier' },
  { id: 'timing.inpatient.setting', number: 'D.1.a', text: 'The setting of the test is inpatient' },
  { id: 'timing.inpatient.test', number: 'D.1.b', text: 'At least ONE test of blood oxygen, from 2 days before the discharge to the discharge, both days included' },
  { id: 'timing.inpatient', number: 'D.1', text: 'Inpatient: ALL of the following:' },
  { id: 'timing.outpatient.setting', number: 'D.2.a', text: 'The setting of the test is outpatient' },
  { id: 'timing.outpatient.stable', number: 'D.2.b', text: 'A chronic stable state when the test was done' },
  { id: 'timing.outpatient', number: 'D.2', text: 'Outpatient: ALL of the following:' },
  { id: 'timing', number: 'D', text: 'The test was done at a fit time: ONE of the following:' },
  { id: 'alternatives', number: 'E', text: 'Alternative treatments tried or considered' },
  { id: 'indication', number: 'Hypoxemia', text: 'Hypoxemia. Individual meets ALL of the following criteria:' },
  { id: 'reauthorization.reassessment.withinThreeMonths', number: 'Reauthorization.1.a', text: 'At least ONE clinical re-evaluation, from 3 months before the date of service to the date of service, both days included' },
  { id: 'reauthorization.reassessment.groupOne.group', number: 'Reauthorization.1.b.i', text: 'Criterion B.1 is met' },
  { id: 'reauthorization.reassessment.groupOne.withinTwelveMonths', number: 'Reauthorization.1.b.ii', text: 'At least ONE clinical re-evaluation, from 12 months before the date of service to the date of service, both days included' },
  { id: 'reauthorization.reassessment.groupOne', number: 'Reauthorization.1.b', text: 'ALL of the following:' },
  { id: 'reauthorization.reassessment', number: 'Reauthorization.1', text: 'The need was reassessed: ONE of the following:' },
  { id: 'reauthorization', number: 'Reauthorization', text: 'Continuation of oxygen for home use is considered medically necessary for Hypoxemia when the above medical necessity criteria are met AND the following:' },
  { id: 'exclusions.otherUse', number: 'exclusions.otherUse', text: 'Any other use' },
];

/** The same in printed order, by their places. */
const printed: readonly number[] = [34, 2, 0, 1, 24, 5, 3, 4, 13, 8, 6, 7, 12, 9, 10, 11, 18, 16, 14, 15, 17, 23, 21, 19, 20, 22, 25, 32, 28, 26, 27, 31, 29, 30, 33, 40, 39, 35, 38, 36, 37, 41];

const productName: string = 'oxygen for home use';

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
  leafAt(3), // need.lungDisease
  leafAt(4), // need.symptoms
  anyOf(clauseAt(0), clauseAt(1)), // need
  leafAt(5), // bloodGas.groupOne.pressure
  leafAt(6), // bloodGas.groupOne.saturation
  anyOf(clauseAt(3), clauseAt(4)), // bloodGas.groupOne
  leafAt(7), // bloodGas.groupTwo.level.pressure
  leafAt(8), // bloodGas.groupTwo.level.saturation
  anyOf(clauseAt(6), clauseAt(7)), // bloodGas.groupTwo.level
  leafAt(9), // bloodGas.groupTwo.complication.corPulmonale
  leafAt(10), // bloodGas.groupTwo.complication.edema
  leafAt(11), // bloodGas.groupTwo.complication.erythrocythemia
  anyOf(clauseAt(9), clauseAt(10), clauseAt(11)), // bloodGas.groupTwo.complication
  allOf(clauseAt(8), clauseAt(12)), // bloodGas.groupTwo
  leafAt(12), // bloodGas.sleep.fall.pressure
  leafAt(13), // bloodGas.sleep.fall.saturation
  anyOf(clauseAt(14), clauseAt(15)), // bloodGas.sleep.fall
  leafAt(14), // bloodGas.sleep.minutes
  allOf(clauseAt(16), clauseAt(17)), // bloodGas.sleep
  leafAt(15), // bloodGas.exercise.fall.pressure
  leafAt(16), // bloodGas.exercise.fall.saturation
  anyOf(clauseAt(19), clauseAt(20)), // bloodGas.exercise.fall
  leafAt(17), // bloodGas.exercise.minutes
  allOf(clauseAt(21), clauseAt(22)), // bloodGas.exercise
  anyOf(clauseAt(5), clauseAt(13), clauseAt(18), clauseAt(23)), // bloodGas
  leafAt(18), // performer
  leafAt(19), // timing.inpatient.setting
  leafAt(20), // timing.inpatient.test
  allOf(clauseAt(26), clauseAt(27)), // timing.inpatient
  leafAt(21), // timing.outpatient.setting
  leafAt(22), // timing.outpatient.stable
  allOf(clauseAt(29), clauseAt(30)), // timing.outpatient
  anyOf(clauseAt(28), clauseAt(31)), // timing
  leafAt(23), // alternatives
  allOf(clauseAt(2), clauseAt(24), clauseAt(25), clauseAt(32), clauseAt(33)), // indication
  leafAt(24), // reauthorization.reassessment.withinThreeMonths
  allOf(clauseAt(5)), // reauthorization.reassessment.groupOne.group
  leafAt(25), // reauthorization.reassessment.groupOne.withinTwelveMonths
  allOf(clauseAt(36), clauseAt(37)), // reauthorization.reassessment.groupOne
  anyOf(clauseAt(35), clauseAt(38)), // reauthorization.reassessment
  allOf(clauseAt(39)), // reauthorization
  swapOf(leafAt(26)), // exclusions.otherUse
];

const coverage = allOf(clauseAt(34), anyOf(leafAt(27), clauseAt(40)), swapOf(anyOf(clauseAt(41))));

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

/** A fact that is missing, where in the case it belongs, and what would settle it. */
interface Ask {
  readonly fact: string;
  readonly settle: string;
  readonly needsReview: boolean;
}

function ask(fact: string, settle: string, review = false): Ask {
  return { fact, settle, needsReview: review };
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

const eventWords: readonly string[] = ['', 'arterial oxygen pressure (PaO2)', 'arterial oxygen saturation (SaO2)', 'fall of arterial oxygen pressure from baseline', 'fall of oxygen saturation from baseline', 'duration of the fall', 'test of blood oxygen', 'clinical re-evaluation'];
const conditionWords: readonly string[] = ['at rest', 'awake', 'breathing room air', 'asleep', 'in exercise'];

const anchorWords: readonly string[] = ['the date of service', 'the discharge'];
const anchorFacts: readonly string[] = ['', 'dates.discharge'];

/** What would settle each leaf. */
const questions: readonly ((matter: Matter) => readonly Ask[])[] = [
  () => [],
  () => [],
  () => [],
  (matter) => askFinding(matter.facts.findings?.['severe-lung-disease'], 'findings.severe-lung-disease', 'severe lung disease', false, matter.on), // need.lungDisease
  (matter) => askFinding(matter.facts.findings?.['hypoxia-symptoms-expected-to-improve'], 'findings.hypoxia-symptoms-expected-to-improve', 'symptoms of hypoxia that are expected to improve with oxygen', false, matter.on), // need.symptoms
  (matter) => askCounted(matter, selection0, false), // bloodGas.groupOne.pressure
  (matter) => askCounted(matter, selection1, false), // bloodGas.groupOne.saturation
  (matter) => askCounted(matter, selection2, false), // bloodGas.groupTwo.level.pressure
  (matter) => askCounted(matter, selection3, false), // bloodGas.groupTwo.level.saturation
  (matter) => askFinding(matter.facts.findings?.['cor-pulmonale'], 'findings.cor-pulmonale', 'cor pulmonale', false, matter.on), // bloodGas.groupTwo.complication.corPulmonale
  (matter) => askFinding(matter.facts.findings?.['dependent-edema'], 'findings.dependent-edema', 'dependent edema', false, matter.on), // bloodGas.groupTwo.complication.edema
  (matter) => askFinding(matter.facts.findings?.['erythrocythemia'], 'findings.erythrocythemia', 'erythrocythemia', false, matter.on), // bloodGas.groupTwo.complication.erythrocythemia
  (matter) => askCounted(matter, selection4, false), // bloodGas.sleep.fall.pressure
  (matter) => askCounted(matter, selection5, false), // bloodGas.sleep.fall.saturation
  (matter) => askCounted(matter, selection6, false), // bloodGas.sleep.minutes
  (matter) => askCounted(matter, selection7, false), // bloodGas.exercise.fall.pressure
  (matter) => askCounted(matter, selection8, false), // bloodGas.exercise.fall.saturation
  (matter) => askCounted(matter, selection9, false), // bloodGas.exercise.minutes
  () => [ask('attributes.test-performer', 'The performer of the test: a qualified laboratory that is not the supplier, the supplier or someone else')], // performer
  () => [ask('attributes.test-setting', 'The setting of the test: inpatient or outpatient')], // timing.inpatient.setting
  (matter) => askCounted(matter, selection10, false), // timing.inpatient.test
  () => [ask('attributes.test-setting', 'The setting of the test: inpatient or outpatient')], // timing.outpatient.setting
  (matter) => askFinding(matter.facts.findings?.['chronic-stable-state'], 'findings.chronic-stable-state', 'a chronic stable state when the test was done', false, matter.on), // timing.outpatient.stable
  (matter) => askFinding(matter.facts.findings?.['alternatives-tried-or-considered'], 'findings.alternatives-tried-or-considered', 'alternative treatments tried or considered', false, matter.on), // alternatives
  (matter) => askCounted(matter, selection11, false), // reauthorization.reassessment.withinThreeMonths
  (matter) => askCounted(matter, selection12, false), // reauthorization.reassessment.groupOne.withinTwelveMonths
  () => [ask('request.indication', 'What it is asked for: the indication')], // exclusions.otherUse
  () => [ask('request.kind', 'Whether this is a first request or a reauthorization')],
];

/** Maxima, in months. */
const durations: { readonly initial?: number; readonly reauthorization?: number } = {
  initial: 12,
  reauthorization: 12,
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
  { leaves: [19, 21], answers: [[3, 0], [0, 3], [0, 0]] },
  { leaves: [24, 25], answers: [[0, 0], [3, 3], [0, 3]] },
];

/** For every leaf, the first that is about the same: to have several of one matter otherwise is one change. */
const matterOf: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 19, 22, 23, 24, 25, 26, 27];

/** The leaves that are of no topic and asked in one place: what they are matters there alone. */
const aloneLeaves = new Set<number>([3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 23, 26, 27]);

/** The place of the entry that a fact is of. */
function entryPlace(fact: string): number {
  return Number(fact.slice(fact.indexOf('[') + 1, fact.indexOf(']')));
}

function entrySays({ yes, no, shownBy, reported }: Selection, bounds: readonly Bounds[] | undefined, limit: number): Saying {
  return (fact) => {
    if (!fact.startsWith('events[')) return undefined;
    const name = fact.slice(fact.indexOf('].') + 2);
    // Documented, only reported, absent.
    if (name === 'evidence') return reported === 3 ? [4, 3] : [6, 1];
    if (name === 'shownBy') return [31 & ~shownBy, 31 & shownBy];
    if (name === 'value') return bounds === undefined || limit !== 0 ? undefined : valueSays(eventUnits[entryPlace(fact)]!, bounds);
    const bit = 1 << eventConditions.indexOf(name.slice('conditions.'.length));
    return (yes & bit) !== 0 ? [2, 1] : (no & bit) !== 0 ? [1, 2] : undefined;
  };
}

function valueSays(unit: number, bounds: readonly Bounds[]): readonly [number, number] | undefined {
  const own = bounds.find((each) => each.unit === unit);
  const steps = valueSteps[unit]!;
  if (own === undefined || steps.length === 0) return undefined;
  const within = steps.reduce((mask, value, bit) => (isInBounds(value, own) === 3 ? mask | (1 << bit) : mask), 0);
  return [(2 ** steps.length - 1) & ~within, within];
}

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

/** By what is open of any one entry, or by an entry that the history lacks. */
function byEntry(asked: readonly Ask[]): readonly (readonly Said[])[] {
  const { common, whole, entries } = entriesIn(asked);
  const groups = [...entries, ...whole.map((each) => [each])];
  return groups.length === 0 ? (common.length === 0 ? [] : [saying(common, 1)]) : groups.map((facts) => saying([...common, ...facts], 3));
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
  [byAll, byAll], // need.lungDisease
  [byAll, byAll], // need.symptoms
  [byEntry, byNone], // bloodGas.groupOne.pressure
  [byEntry, byNone], // bloodGas.groupOne.saturation
  [byEntry, byNone], // bloodGas.groupTwo.level.pressure
  [byEntry, byNone], // bloodGas.groupTwo.level.saturation
  [byAll, byAll], // bloodGas.groupTwo.complication.corPulmonale
  [byAll, byAll], // bloodGas.groupTwo.complication.edema
  [byAll, byAll], // bloodGas.groupTwo.complication.erythrocythemia
  [byEntry, byNone], // bloodGas.sleep.fall.pressure
  [byEntry, byNone], // bloodGas.sleep.fall.saturation
  [byEntry, byNone], // bloodGas.sleep.minutes
  [byEntry, byNone], // bloodGas.exercise.fall.pressure
  [byEntry, byNone], // bloodGas.exercise.fall.saturation
  [byEntry, byNone], // bloodGas.exercise.minutes
  [byAll, byAll], // performer
  [byAll, byAll], // timing.inpatient.setting
  [byEntry, byNone], // timing.inpatient.test
  [byAll, byAll], // timing.outpatient.setting
  [byAll, byAll], // timing.outpatient.stable
  [byAll, byAll], // alternatives
  [byEntry, byNone], // reauthorization.reassessment.withinThreeMonths
  [byEntry, byNone], // reauthorization.reassessment.groupOne.withinTwelveMonths
  [byAll, byAll], // exclusions.otherUse
  [byAll, byAll],
];

/** Values on either side of each bound, by unit. */
const valueSteps: readonly (readonly number[])[] = [[], [54.999945, 55, 55.000055, 55.999944, 56, 56.000056, 58.999941, 59, 59.000059, 9.99999, 10, 10.00001], [7.332702667477806, 7.332710000187806, 7.332717332897806, 7.466024534159221, 7.466032000191221, 7.46603946622322, 7.865990134203464, 7.865998000201465, 7.866005866199465, 1.3332186668141466, 1.3332200000341465, 1.3332213332541465], [87.999912, 88, 88.000088, 88.999911, 89, 89.000089, 4.999995, 5, 5.000005], [4.999995, 5, 5.000005]];

/** How the facts that a leaf asks for speak to it, where other leaves ask for them too. */
const sayings: Readonly<Record<number, Saying>> = {
  5: entrySays(selection0, [{ unit: 1, least: -Infinity, above: -Infinity, most: 55, below: Infinity }, { unit: 2, least: -Infinity, above: -Infinity, most: 7.332710000187806, below: Infinity }], 0),
  6: entrySays(selection1, [{ unit: 3, least: -Infinity, above: -Infinity, most: 88, below: Infinity }], 0),
  7: entrySays(selection2, [{ unit: 1, least: 56, above: -Infinity, most: 59, below: Infinity }, { unit: 2, least: 7.466032000191221, above: -Infinity, most: 7.865998000201465, below: Infinity }], 0),
  8: entrySays(selection3, [{ unit: 3, least: 89, above: -Infinity, most: 89, below: Infinity }], 0),
  12: entrySays(selection4, [{ unit: 1, least: -Infinity, above: 10, most: Infinity, below: Infinity }, { unit: 2, least: -Infinity, above: 1.3332200000341465, most: Infinity, below: Infinity }], 0),
  13: entrySays(selection5, [{ unit: 3, least: -Infinity, above: 5, most: Infinity, below: Infinity }], 0),
  14: entrySays(selection6, [{ unit: 4, least: 5, above: -Infinity, most: Infinity, below: Infinity }], 0),
  15: entrySays(selection7, [{ unit: 1, least: -Infinity, above: 10, most: Infinity, below: Infinity }, { unit: 2, least: -Infinity, above: 1.3332200000341465, most: Infinity, below: Infinity }], 0),
  16: entrySays(selection8, [{ unit: 3, least: -Infinity, above: 5, most: Infinity, below: Infinity }], 0),
  17: entrySays(selection9, [{ unit: 4, least: 5, above: -Infinity, most: Infinity, below: Infinity }], 0),
  24: entrySays(selection11, undefined, 0),
  25: entrySays(selection12, undefined, 0),
};

/** Which moments give an age the answer that is wanted, where one date of birth answers for several days. */
const ageSayings: Readonly<Record<number, (wanted: number, search: Search) => number | undefined>> = {

};

/** How each leaf may come to be otherwise than it is decided. */
const prospects: readonly ((matter: Matter, wanted: number) => Prospect)[] = [
  () => staysSo('request', 'What is asked for'),
  () => staysSo('request', 'What is asked for'),
  () => staysSo('request', 'What is asked for'),
  (_, wanted) => (wanted === 3 ? staysSo('findings.severe-lung-disease', 'Known not to be so: severe lung disease') : staysSo('findings.severe-lung-disease', 'On file: severe lung disease')), // need.lungDisease
  (_, wanted) => (wanted === 3 ? staysSo('findings.hypoxia-symptoms-expected-to-improve', 'Known not to be so: symptoms of hypoxia that are expected to improve with oxygen') : staysSo('findings.hypoxia-symptoms-expected-to-improve', 'On file: symptoms of hypoxia that are expected to improve with oxygen')), // need.symptoms
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: arterial oxygen pressure (PaO2)') : staysSo('events', 'It took place: arterial oxygen pressure (PaO2)')), // bloodGas.groupOne.pressure
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: arterial oxygen saturation (SaO2)') : staysSo('events', 'It took place: arterial oxygen saturation (SaO2)')), // bloodGas.groupOne.saturation
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: arterial oxygen pressure (PaO2)') : staysSo('events', 'It took place: arterial oxygen pressure (PaO2)')), // bloodGas.groupTwo.level.pressure
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: arterial oxygen saturation (SaO2)') : staysSo('events', 'It took place: arterial oxygen saturation (SaO2)')), // bloodGas.groupTwo.level.saturation
  (_, wanted) => (wanted === 3 ? staysSo('findings.cor-pulmonale', 'Known not to be so: cor pulmonale') : staysSo('findings.cor-pulmonale', 'On file: cor pulmonale')), // bloodGas.groupTwo.complication.corPulmonale
  (_, wanted) => (wanted === 3 ? staysSo('findings.dependent-edema', 'Known not to be so: dependent edema') : staysSo('findings.dependent-edema', 'On file: dependent edema')), // bloodGas.groupTwo.complication.edema
  (_, wanted) => (wanted === 3 ? staysSo('findings.erythrocythemia', 'Known not to be so: erythrocythemia') : staysSo('findings.erythrocythemia', 'On file: erythrocythemia')), // bloodGas.groupTwo.complication.erythrocythemia
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: fall of arterial oxygen pressure from baseline') : staysSo('events', 'It took place: fall of arterial oxygen pressure from baseline')), // bloodGas.sleep.fall.pressure
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: fall of oxygen saturation from baseline') : staysSo('events', 'It took place: fall of oxygen saturation from baseline')), // bloodGas.sleep.fall.saturation
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: duration of the fall') : staysSo('events', 'It took place: duration of the fall')), // bloodGas.sleep.minutes
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: fall of arterial oxygen pressure from baseline') : staysSo('events', 'It took place: fall of arterial oxygen pressure from baseline')), // bloodGas.exercise.fall.pressure
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: fall of oxygen saturation from baseline') : staysSo('events', 'It took place: fall of oxygen saturation from baseline')), // bloodGas.exercise.fall.saturation
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: duration of the fall') : staysSo('events', 'It took place: duration of the fall')), // bloodGas.exercise.minutes
  () => staysSo('attributes.test-performer', 'The performer of the test'), // performer
  () => staysSo('attributes.test-setting', 'The setting of the test'), // timing.inpatient.setting
  (_, wanted) => (wanted === 3 ? staysSo('events', 'Past: test of blood oxygen') : staysSo('events', 'It took place: test of blood oxygen')), // timing.inpatient.test
  () => staysSo('attributes.test-setting', 'The setting of the test'), // timing.outpatient.setting
  (_, wanted) => (wanted === 3 ? staysSo('findings.chronic-stable-state', 'Known not to be so: a chronic stable state when the test was done') : staysSo('findings.chronic-stable-state', 'On file: a chronic stable state when the test was done')), // timing.outpatient.stable
  (_, wanted) => (wanted === 3 ? staysSo('findings.alternatives-tried-or-considered', 'Known not to be so: alternative treatments tried or considered') : staysSo('findings.alternatives-tried-or-considered', 'On file: alternative treatments tried or considered')), // alternatives
  (_, wanted) => (wanted === 3 ? mayChange('events', 'It can still take place: clinical re-evaluation') : mayChange('events', 'Time will pass: later it will lie too far back: clinical re-evaluation')), // reauthorization.reassessment.withinThreeMonths
  (_, wanted) => (wanted === 3 ? mayChange('events', 'It can still take place: clinical re-evaluation') : mayChange('events', 'Time will pass: later it will lie too far back: clinical re-evaluation')), // reauthorization.reassessment.groupOne.withinTwelveMonths
  () => staysSo('request.indication', 'What it is asked for: the indication'), // exclusions.otherUse
  () => staysSo('request.kind', 'Whether it is a first request or a reauthorization'),
];

function courseNumber(_: Matter): Recommended['course'] | undefined {
  return undefined;
}

function notBefore(_: Matter, __: Recommended): { notBefore?: string } {
  return {};
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

function warningsOf(matter: Matter): Remark[] {
  return [
    ...eventWarnings(matter),
    ...findingWarnings(matter.facts.findings?.['severe-lung-disease'], 'findings.severe-lung-disease', 'severe lung disease', matter.on),
    ...findingWarnings(matter.facts.findings?.['hypoxia-symptoms-expected-to-improve'], 'findings.hypoxia-symptoms-expected-to-improve', 'symptoms of hypoxia that are expected to improve with oxygen', matter.on),
    ...findingWarnings(matter.facts.findings?.['cor-pulmonale'], 'findings.cor-pulmonale', 'cor pulmonale', matter.on),
    ...findingWarnings(matter.facts.findings?.['dependent-edema'], 'findings.dependent-edema', 'dependent edema', matter.on),
    ...findingWarnings(matter.facts.findings?.['erythrocythemia'], 'findings.erythrocythemia', 'erythrocythemia', matter.on),
    ...findingWarnings(matter.facts.findings?.['chronic-stable-state'], 'findings.chronic-stable-state', 'a chronic stable state when the test was done', matter.on),
    ...findingWarnings(matter.facts.findings?.['alternatives-tried-or-considered'], 'findings.alternatives-tried-or-considered', 'alternative treatments tried or considered', matter.on),
  ];
}
