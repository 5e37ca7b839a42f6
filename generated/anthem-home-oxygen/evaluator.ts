// Generated from policies/anthem-home-oxygen/policy.ts by Triplicate: do not edit.
// Digest 465efe1d407934373fdc9932d5552d726a64d0056994c8b8e080253f5e25c17f
// It supports a coverage decision and does not replace one.

/** The policy that this module decides by. */
export const policy = {
  number: 'CG-DME-18',
  title: 'Home oxygen therapy',
  effective: '2022-01-01',
  products: ['home-oxygen'],
  digest: '465efe1d407934373fdc9932d5552d726a64d0056994c8b8e080253f5e25c17f',
} as const;

/** The number of leaves that `encode` writes, and of clauses that `decide` writes. */
export const leafCount = 18;
export const clauseCount = 25;

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
    readonly 'cor-pulmonale'?: FindingEntry;
    readonly 'dependent-edema'?: FindingEntry;
    readonly 'hypoxemia-improved-by-oxygen-in-exercise'?: FindingEntry;
    readonly 'sleep-apnea-ruled-out'?: FindingEntry;
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
    readonly 'hypoxemia-course'?: string;
  };
  readonly commitments?: {
    readonly 'short-term-oxygen'?: boolean;
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
  const c0 = (clauses[0] = (leaves[3]! & 3)); // hypoxemia.rest.pressure
  const c1 = (clauses[1] = (leaves[4]! & 3)); // hypoxemia.rest.saturation
  const c2 = (clauses[2] = (c0 | c1)); // hypoxemia.rest
  const c3 = (clauses[3] = (leaves[5]! & 3)); // hypoxemia.borderline.level.pressure
  const c4 = (clauses[4] = (leaves[6]! & 3)); // hypoxemia.borderline.level.saturation
  const c5 = (clauses[5] = (c3 | c4)); // hypoxemia.borderline.level
  const c6 = (clauses[6] = (leaves[7]! & 3)); // hypoxemia.borderline.complication.corPulmonale
  const c7 = (clauses[7] = (leaves[8]! & 3)); // hypoxemia.borderline.complication.edema
  const c8 = (clauses[8] = (leaves[9]! & 3)); // hypoxemia.borderline.complication.hematocrit
  const c9 = (clauses[9] = (c6 | c7 | c8)); // hypoxemia.borderline.complication
  const c10 = (clauses[10] = (c5 & c9)); // hypoxemia.borderline
  const c11 = (clauses[11] = (leaves[10]! & 3)); // hypoxemia.exercise.hypoxemia
  const c12 = (clauses[12] = (leaves[11]! & 3)); // hypoxemia.exercise.improvement
  const c13 = (clauses[13] = (c11 & c12)); // hypoxemia.exercise
  const c14 = (clauses[14] = (leaves[12]! & 3)); // hypoxemia.sleep.share
  const c15 = (clauses[15] = (leaves[13]! & 3)); // hypoxemia.sleep.apneaRuledOut
  const c16 = (clauses[16] = (c14 & c15)); // hypoxemia.sleep
  const c17 = (clauses[17] = (c2 | c10 | c13 | c16)); // hypoxemia
  const c18 = (clauses[18] = (leaves[14]! & 3)); // term.chronic
  const c19 = (clauses[19] = (leaves[15]! & 3)); // term.acute.course
  const c20 = (clauses[20] = (leaves[16]! & 3)); // term.acute.shortTerm
  const c21 = (clauses[21] = (c19 & c20)); // term.acute
  const c22 = (clauses[22] = (c18 | c21)); // term
  const c23 = (clauses[23] = (c17 & c22)); // indication
  const c24 = (clauses[24] = not((leaves[17]! & 3))); // exclusions.otherUse
  const coverage = (c23 & not(c24));
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
  bounds: [{ unit: 3, least: -Infinity, above: 56, most: Infinity, below: Infinity }, { unit: 4, least: -Infinity, above: 0.56, most: Infinity, below: Infinity }],
  limit: 0,
  yes: 0,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection5: Selection = {
  kinds: [2],
  bounds: [{ unit: 3, least: -Infinity, above: -Infinity, most: 88, below: Infinity }],
  limit: 0,
  yes: 12,
  no: 0,
  shownBy: -1,
  reported: 3,
};
const selection6: Selection = {
  kinds: [4],
  bounds: [{ unit: 3, least: -Infinity, above: 30, most: Infinity, below: Infinity }],
  limit: 0,
  yes: 0,
  no: 0,
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
  ['acute', 1],
  ['chronic', 2],
]);

/** The days that windows are counted from, the date of service first; 0 where unknown. */
const anchors = new Int32Array(1);

/** Kinds of events by their place. */
const eventNames = new Map<string, number>([
  ['arterial-oxygen-pressure', 1],
  ['arterial-oxygen-saturation', 2],
  ['hematocrit', 3],
  ['share-of-night-at-or-below-88-percent', 4],
]);

/** Units by their place. */
const eventUnitNames = new Map<string, number>([
  ['mm[Hg]', 1],
  ['kPa', 2],
  ['%', 3],
  ['L/L', 4],
]);

const eventConditions: readonly string[] = ['rest', 'awake', 'room-air', 'exercising'];

/** Of which kinds the list of events is whole. */
const eventsListed = new Uint8Array(5);

/** How much of the first unit one of a unit is, by kind of event and by unit; 0 where it is not measured in it. */
const eventUnitCount = 5;
const eventFactors = Float64Array.from([0, 0, 0, 0, 0, 0, 1, 7.500637554, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 100, 0, 0, 0, 1, 0]);

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

const effective = day('2022-01-01');

/**
 * Reads a case into `leaves`, one small integer a leaf: 0 not met, 1 unknown, 3 met, 5 unknown and for a reviewer to
 * judge. Names are resolved, dates compared and histories gone through here, once. The case must be a valid one.
 */
export function encode(facts: Facts, leaves: Uint8Array): void {
  if (leaves.length < leafCount) throw new RangeError('The buffer is too short.');
  const { request, findings, commitments } = facts;
  const { product, mandate, planDocument } = request;
  const on = day(request.dateOfService);
  leaves[0] = on < effective ? 0 : product === undefined ? 1 : isProduct(product) ? 3 : 0;
  leaves[1] = mandate === 'requires' ? 3 : 0;
  leaves[2] = planDocument === 'covers' ? 1 : planDocument === 'excludes' ? 2 : 0;
  const indication = placeIn(indicationNames, request.indication);
  const attribute0 = placeIn(attributeNames0, facts.attributes?.['hypoxemia-course']);
  anchors[0] = on;
  readEvents(facts, on);
  leaves[3] = areCounted(selection0, 1, false); // hypoxemia.rest.pressure
  leaves[4] = areCounted(selection1, 1, false); // hypoxemia.rest.saturation
  leaves[5] = areCounted(selection2, 1, false); // hypoxemia.borderline.level.pressure
  leaves[6] = areCounted(selection3, 1, false); // hypoxemia.borderline.level.saturation
  leaves[7] = findingOf(findings?.['cor-pulmonale'], 3, on); // hypoxemia.borderline.complication.corPulmonale
  leaves[8] = findingOf(findings?.['dependent-edema'], 3, on); // hypoxemia.borderline.complication.edema
  leaves[9] = areCounted(selection4, 1, false); // hypoxemia.borderline.complication.hematocrit
  leaves[10] = areCounted(selection5, 1, false); // hypoxemia.exercise.hypoxemia
  leaves[11] = findingOf(findings?.['hypoxemia-improved-by-oxygen-in-exercise'], 3, on); // hypoxemia.exercise.improvement
  leaves[12] = areCounted(selection6, 1, false); // hypoxemia.sleep.share
  leaves[13] = findingOf(findings?.['sleep-apnea-ruled-out'], 3, on); // hypoxemia.sleep.apneaRuledOut
  leaves[14] = attribute0 === -1 ? 1 : attribute0 === 2 ? 3 : 0; // term.chronic
  leaves[15] = attribute0 === -1 ? 1 : attribute0 === 1 ? 3 : 0; // term.acute.course
  leaves[16] = yesOrNo(commitments?.['short-term-oxygen']); // term.acute.shortTerm
  leaves[17] = indication === -1 ? 1 : indication === 1 ? 3 : 0; // exclusions.otherUse
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
  { id: 'hypoxemia.rest.pressure', number: 'A.1.a', text: 'Arterial oxygen pressure (PaO2) (at rest; awake; breathing room air) of at most 55 mm Hg, in at least ONE measurement' },
  { id: 'hypoxemia.rest.saturation', number: 'A.1.b', text: 'Arterial oxygen saturation (SaO2) (at rest; awake; breathing room air) of at most 88%, in at least ONE measurement' },
  { id: 'hypoxemia.rest', number: 'A.1', text: 'At rest: ONE of the following:' },
  { id: 'hypoxemia.borderline.level.pressure', number: 'A.2.a.i', text: 'Arterial oxygen pressure (PaO2) (at rest; awake; breathing room air) of between 56 mm Hg and 59 mm Hg, both included, in at least ONE measurement' },
  { id: 'hypoxemia.borderline.level.saturation', number: 'A.2.a.ii', text: 'Arterial oxygen saturation (SaO2) (at rest; awake; breathing room air) of 89%, in a measurement' },
  { id: 'hypoxemia.borderline.level', number: 'A.2.a', text: 'ONE of the following:' },
  { id: 'hypoxemia.borderline.complication.corPulmonale', number: 'A.2.b.i', text: 'Cor pulmonale' },
  { id: 'hypoxemia.borderline.complication.edema', number: 'A.2.b.ii', text: 'Dependent edema' },
  { id: 'hypoxemia.borderline.complication.hematocrit', number: 'A.2.b.iii', text: 'Hematocrit of more than 56%, in at least ONE measurement' },
  { id: 'hypoxemia.borderline.complication', number: 'A.2.b', text: 'ONE of the following:' },
  { id: 'hypoxemia.borderline', number: 'A.2', text: 'At rest, with a complication: ALL of the following:' },
  { id: 'hypoxemia.exercise.hypoxemia', number: 'A.3.a', text: 'Arterial oxygen saturation (SaO2) (in exercise; breathing room air) of at most 88%, in at least ONE measurement' },
  { id: 'hypoxemia.exercise.improvement', number: 'A.3.b', text: 'Hypoxemia in exercise that oxygen improved' },
  { id: 'hypoxemia.exercise', number: 'A.3', text: 'In exercise: ALL of the following:' },
  { id: 'hypoxemia.sleep.share', number: 'A.4.a', text: 'A saturation of 88% or less for more than 30% of a night' },
  { id: 'hypoxemia.sleep.apneaRuledOut', number: 'A.4.b', text: 'Sleep apnea ruled out' },
  { id: 'hypoxemia.sleep', number: 'A.4', text: 'In sleep: ALL of the following:' },
  { id: 'hypoxemia', number: 'A', text: 'Hypoxemia is shown by ONE of the following:' },
  { id: 'term.chronic', number: 'B.1', text: 'The course of the hypoxemia is chronic' },
  { id: 'term.acute.course', number: 'B.2.a', text: 'The course of the hypoxemia is acute' },
  { id: 'term.acute.shortTerm', number: 'B.2.b', text: 'The individual will have oxygen for a short term only' },
  { id: 'term.acute', number: 'B.2', text: 'ALL of the following:' },
  { id: 'term', number: 'B', text: 'The need is chronic, or it is acute and met for a short term: ONE of the following:' },
  { id: 'indication', number: 'Hypoxemia', text: 'Hypoxemia. Individual meets ALL of the following criteria:' },
  { id: 'exclusions.otherUse', number: 'exclusions.otherUse', text: 'Any other use' },
];

/** The same in printed order, by their places. */
const printed: readonly number[] = [23, 17, 2, 0, 1, 10, 5, 3, 4, 9, 6, 7, 8, 13, 11, 12, 16, 14, 15, 22, 18, 21, 19, 20, 24];

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
  leafAt(3), // hypoxemia.rest.pressure
  leafAt(4), // hypoxemia.rest.saturation
  anyOf(clauseAt(0), clauseAt(1)), // hypoxemia.rest
  leafAt(5), // hypoxemia.borderline.level.pressure
  leafAt(6), // hypoxemia.borderline.level.saturation
  anyOf(clauseAt(3), clauseAt(4)), // hypoxemia.borderline.level
  leafAt(7), // hypoxemia.borderline.complication.corPulmonale
  leafAt(8), // hypoxemia.borderline.complication.edema
  leafAt(9), // hypoxemia.borderline.complication.hematocrit
  anyOf(clauseAt(6), clauseAt(7), clauseAt(8)), // hypoxemia.borderline.complication
  allOf(clauseAt(5), clauseAt(9)), // hypoxemia.borderline
  leafAt(10), // hypoxemia.exercise.hypoxemia
  leafAt(11), // hypoxemia.exercise.improvement
  allOf(clauseAt(11), clauseAt(12)), // hypoxemia.exercise
  leafAt(12), // hypoxemia.sleep.share
  leafAt(13), // hypoxemia.sleep.apneaRuledOut
  allOf(clauseAt(14), clauseAt(15)), // hypoxemia.sleep
  anyOf(clauseAt(2), clauseAt(10), clauseAt(13), clauseAt(16)), // hypoxemia
  leafAt(14), // term.chronic
  leafAt(15), // term.acute.course
  leafAt(16), // term.acute.shortTerm
  allOf(clauseAt(19), clauseAt(20)), // term.acute
  anyOf(clauseAt(18), clauseAt(21)), // term
  allOf(clauseAt(17), clauseAt(22)), // indication
  swapOf(leafAt(17)), // exclusions.otherUse
];

const coverage = allOf(clauseAt(23), swapOf(anyOf(clauseAt(24))));

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

const eventWords: readonly string[] = ['', 'arterial oxygen pressure (PaO2)', 'arterial oxygen saturation (SaO2)', 'hematocrit', 'share of the night with a saturation of 88% or less'];
const conditionWords: readonly string[] = ['at rest', 'awake', 'breathing room air', 'in exercise'];

const anchorWords: readonly string[] = ['the date of service'];
const anchorFacts: readonly string[] = [''];

/** What would settle each leaf. */
const questions: readonly ((matter: Matter) => readonly Ask[])[] = [
  () => [],
  () => [],
  () => [],
  (matter) => askCounted(matter, selection0, false), // hypoxemia.rest.pressure
  (matter) => askCounted(matter, selection1, false), // hypoxemia.rest.saturation
  (matter) => askCounted(matter, selection2, false), // hypoxemia.borderline.level.pressure
  (matter) => askCounted(matter, selection3, false), // hypoxemia.borderline.level.saturation
  (matter) => askFinding(matter.facts.findings?.['cor-pulmonale'], 'findings.cor-pulmonale', 'cor pulmonale', false, matter.on), // hypoxemia.borderline.complication.corPulmonale
  (matter) => askFinding(matter.facts.findings?.['dependent-edema'], 'findings.dependent-edema', 'dependent edema', false, matter.on), // hypoxemia.borderline.complication.edema
  (matter) => askCounted(matter, selection4, false), // hypoxemia.borderline.complication.hematocrit
  (matter) => askCounted(matter, selection5, false), // hypoxemia.exercise.hypoxemia
  (matter) => askFinding(matter.facts.findings?.['hypoxemia-improved-by-oxygen-in-exercise'], 'findings.hypoxemia-improved-by-oxygen-in-exercise', 'hypoxemia in exercise that oxygen improved', false, matter.on), // hypoxemia.exercise.improvement
  (matter) => askCounted(matter, selection6, false), // hypoxemia.sleep.share
  (matter) => askFinding(matter.facts.findings?.['sleep-apnea-ruled-out'], 'findings.sleep-apnea-ruled-out', 'sleep apnea ruled out', false, matter.on), // hypoxemia.sleep.apneaRuledOut
  () => [ask('attributes.hypoxemia-course', 'The course of the hypoxemia: acute or chronic')], // term.chronic
  () => [ask('attributes.hypoxemia-course', 'The course of the hypoxemia: acute or chronic')], // term.acute.course
  () => [ask('commitments.short-term-oxygen', 'Whether this is so: will have oxygen for a short term only')], // term.acute.shortTerm
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
  { leaves: [14, 15], answers: [[3, 0], [0, 3], [0, 0]] },
];

/** For every leaf, the first that is about the same: to have several of one matter otherwise is one change. */
const matterOf: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 14, 16, 17];

/** The leaves that are of no topic and asked in one place: what they are matters there alone. */
const aloneLeaves = new Set<number>([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17]);

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
  [byEntry, byNone], // hypoxemia.rest.pressure
  [byEntry, byNone], // hypoxemia.rest.saturation
  [byEntry, byNone], // hypoxemia.borderline.level.pressure
  [byEntry, byNone], // hypoxemia.borderline.level.saturation
  [byAll, byAll], // hypoxemia.borderline.complication.corPulmonale
  [byAll, byAll], // hypoxemia.borderline.complication.edema
  [byEntry, byNone], // hypoxemia.borderline.complication.hematocrit
  [byEntry, byNone], // hypoxemia.exercise.hypoxemia
  [byAll, byAll], // hypoxemia.exercise.improvement
  [byEntry, byNone], // hypoxemia.sleep.share
  [byAll, byAll], // hypoxemia.sleep.apneaRuledOut
  [byAll, byAll], // term.chronic
  [byAll, byAll], // term.acute.course
  [byAll, byAll], // term.acute.shortTerm
  [byAll, byAll], // exclusions.otherUse
];

/** Values on either side of each bound, by unit. */
const valueSteps: readonly (readonly number[])[] = [[], [54.999945, 55, 55.000055, 55.999944, 56, 56.000056, 58.999941, 59, 59.000059], [7.332702667477806, 7.332710000187806, 7.332717332897806, 7.466024534159221, 7.466032000191221, 7.46603946622322, 7.865990134203464, 7.865998000201465, 7.866005866199465], [87.999912, 88, 88.000088, 88.999911, 89, 89.000089, 55.999944, 56, 56.000056, 29.99997, 30, 30.00003], [0.559999, 0.56, 0.5600010000000001]];

/** How the facts that a leaf asks for speak to it, where other leaves ask for them too. */
const sayings: Readonly<Record<number, Saying>> = {
  3: entrySays(selection0, [{ unit: 1, least: -Infinity, above: -Infinity, most: 55, below: Infinity }, { unit: 2, least: -Infinity, above: -Infinity, most: 7.332710000187806, below: Infinity }], 0),
  4: entrySays(selection1, [{ unit: 3, least: -Infinity, above: -Infinity, most: 88, below: Infinity }], 0),
  5: entrySays(selection2, [{ unit: 1, least: 56, above: -Infinity, most: 59, below: Infinity }, { unit: 2, least: 7.466032000191221, above: -Infinity, most: 7.865998000201465, below: Infinity }], 0),
  6: entrySays(selection3, [{ unit: 3, least: 89, above: -Infinity, most: 89, below: Infinity }], 0),
  10: entrySays(selection5, [{ unit: 3, least: -Infinity, above: -Infinity, most: 88, below: Infinity }], 0),
};

/** Which moments give an age the answer that is wanted, where one date of birth answers for several days. */
const ageSayings: Readonly<Record<number, (wanted: number, search: Search) => number | undefined>> = {

};

/** How each leaf may come to be otherwise than it is decided. */
const prospects: readonly ((matter: Matter, wanted: number) => Prospect)[] = [
  () => staysSo('request', 'What is asked for'),
  () => staysSo('request', 'What is asked for'),
  () => staysSo('request', 'What is asked for'),
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: arterial oxygen pressure (PaO2)') : staysSo('events', 'It took place: arterial oxygen pressure (PaO2)')), // hypoxemia.rest.pressure
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: arterial oxygen saturation (SaO2)') : staysSo('events', 'It took place: arterial oxygen saturation (SaO2)')), // hypoxemia.rest.saturation
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: arterial oxygen pressure (PaO2)') : staysSo('events', 'It took place: arterial oxygen pressure (PaO2)')), // hypoxemia.borderline.level.pressure
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: arterial oxygen saturation (SaO2)') : staysSo('events', 'It took place: arterial oxygen saturation (SaO2)')), // hypoxemia.borderline.level.saturation
  (_, wanted) => (wanted === 3 ? staysSo('findings.cor-pulmonale', 'Known not to be so: cor pulmonale') : staysSo('findings.cor-pulmonale', 'On file: cor pulmonale')), // hypoxemia.borderline.complication.corPulmonale
  (_, wanted) => (wanted === 3 ? staysSo('findings.dependent-edema', 'Known not to be so: dependent edema') : staysSo('findings.dependent-edema', 'On file: dependent edema')), // hypoxemia.borderline.complication.edema
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: hematocrit') : staysSo('events', 'It took place: hematocrit')), // hypoxemia.borderline.complication.hematocrit
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: arterial oxygen saturation (SaO2)') : staysSo('events', 'It took place: arterial oxygen saturation (SaO2)')), // hypoxemia.exercise.hypoxemia
  (_, wanted) => (wanted === 3 ? staysSo('findings.hypoxemia-improved-by-oxygen-in-exercise', 'Known not to be so: hypoxemia in exercise that oxygen improved') : staysSo('findings.hypoxemia-improved-by-oxygen-in-exercise', 'On file: hypoxemia in exercise that oxygen improved')), // hypoxemia.exercise.improvement
  (_, wanted) => (wanted === 3 ? staysSo('events', 'What was measured: share of the night with a saturation of 88% or less') : staysSo('events', 'It took place: share of the night with a saturation of 88% or less')), // hypoxemia.sleep.share
  (_, wanted) => (wanted === 3 ? staysSo('findings.sleep-apnea-ruled-out', 'Known not to be so: sleep apnea ruled out') : staysSo('findings.sleep-apnea-ruled-out', 'On file: sleep apnea ruled out')), // hypoxemia.sleep.apneaRuledOut
  () => staysSo('attributes.hypoxemia-course', 'The course of the hypoxemia'), // term.chronic
  () => staysSo('attributes.hypoxemia-course', 'The course of the hypoxemia'), // term.acute.course
  () => mayChange('commitments.short-term-oxygen', 'It can be undertaken or not: will have oxygen for a short term only'), // term.acute.shortTerm
  () => staysSo('request.indication', 'What it is asked for: the indication'), // exclusions.otherUse
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
    ...findingWarnings(matter.facts.findings?.['cor-pulmonale'], 'findings.cor-pulmonale', 'cor pulmonale', matter.on),
    ...findingWarnings(matter.facts.findings?.['dependent-edema'], 'findings.dependent-edema', 'dependent edema', matter.on),
    ...findingWarnings(matter.facts.findings?.['hypoxemia-improved-by-oxygen-in-exercise'], 'findings.hypoxemia-improved-by-oxygen-in-exercise', 'hypoxemia in exercise that oxygen improved', matter.on),
    ...findingWarnings(matter.facts.findings?.['sleep-apnea-ruled-out'], 'findings.sleep-apnea-ruled-out', 'sleep apnea ruled out', matter.on),
  ];
}
