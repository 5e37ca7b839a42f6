import { verbatim } from '../quote.ts';

/** Reading the events: one pass, into columns that are kept from case to case. */
export const events = verbatim(`
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
}`);

/** Which entries are meant. */
export const selections = verbatim(`
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
}`);

/** How many events there are. */
export const counting = verbatim(`
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
}`);

/** One value of several. */
export const latest = verbatim(`
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
}`);

/** The latest or the earliest value. */
export const readings = verbatim(`
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
}`);

/** Every value. */
export const everyReading = verbatim(`
function isEvery(selection: Selection, bounds: readonly Bounds[], limit: number, minimum: number): number {
  const listed = isListed(selection.kinds);
  markEvents(selection, eventMarks, 0);
  let every = listed ? 3 : 1;
  let sure = 0;
  let possible = 0;
  for (let index = 0; index < eventCount; index += 1) {
    const mark = eventMarks[index]!;
    if (mark === 0) continue;
    const value = valueMark(index, bounds, limit);
    // An entry that may be meant does no harm where its value is within the bounds.
    every &= value | (mark === 3 ? 0 : 1);
    // One that is out of bounds is none of those that are enough.
    if ((mark & value) === 3) sure += 1;
    if ((mark & value) !== 0) possible += 1;
  }
  const counted = sure >= minimum ? 3 : listed && possible < minimum ? 0 : 1;
  return every & counted;
}`);

/** Values in the first unit of their event. */
export const factors = verbatim(`
/** The value of an entry in the first unit of its event; not a number where it has none. */
function firstValue(index: number): number {
  const factor = eventFactors[eventKinds[index]! * eventUnitCount + eventUnits[index]!]!;
  return factor === 0 ? NaN : eventValues[index]! * factor;
}`);

/** The mean. */
export const means = verbatim(`
function isMean(selection: Selection, bounds: Bounds | undefined, minimum: number): number {
  if (!isListed(selection.kinds)) return 1;
  markEvents(selection, eventMarks, 0);
  const possible = entriesMarked(1);
  if (possible < minimum) return 0;
  if (bounds === undefined || possible === 0 || entriesMarked(2) !== possible) return 1;
  let sum = 0;
  for (let index = 0; index < eventCount; index += 1) if (eventMarks[index] === 3) sum += firstValue(index);
  return Number.isNaN(sum) ? 1 : isInBounds(sum / possible, bounds);
}`);

/** How a value changed. */
export const changes = verbatim(`
/** What the selection of the baseline makes of each entry. */
let eventBases = new Uint8Array(16);

/** Whether the latest value changed so from the latest of the baseline, for some kind of event by itself. */
function isChanged(of: Selection, baseline: Selection, isPercent: boolean, bounds: Bounds): number {
  let greatest = 0;
  for (const kind of of.kinds) greatest |= kindChange(kind, of, baseline, isPercent, bounds);
  return (greatest & 2) !== 0 ? 3 : greatest;
}

function kindChange(kind: number, of: Selection, baseline: Selection, isPercent: boolean, bounds: Bounds): number {
  if (eventsListed[kind] === 0) return 1;
  if (eventBases.length < eventCount) eventBases = new Uint8Array(eventCount);
  markEvents(of, eventMarks, kind);
  markEvents(baseline, eventBases, kind);
  const isSure = keepLast(eventMarks, false);
  let every = keepLast(eventBases, false) && isSure ? 3 : 0;
  let some = 0;
  for (let index = 0; index < eventCount; index += 1) {
    if (eventMarks[index] === 0) continue;
    for (let base = 0; base < eventCount; base += 1) {
      if (eventBases[base] === 0) continue;
      const mark = changeMark(firstValue(base), firstValue(index), isPercent, bounds);
      every &= mark;
      some |= mark;
    }
  }
  return agreedMark(every, some);
}

function changeMark(from: number, to: number, isPercent: boolean, bounds: Bounds): number {
  if (Number.isNaN(from) || Number.isNaN(to) || (isPercent && from === 0)) return 1;
  return isInBounds(isPercent ? ((to - from) / from) * 100 : to - from, bounds);
}`);

/** Runs of days. */
export const runs = verbatim(`
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
}`);

/** The quantity asked for. */
export const amounts = verbatim(`
function isAmount(quantity: Facts['request']['quantity'], unit: string, bounds: Bounds): number {
  if (quantity?.value === undefined || quantity.unit !== unit) return 1;
  return isInBounds(quantity.value, bounds);
}`);

/** The quantity that the latest value allows. */
export const amountsPerValue = verbatim(`
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
}`);
