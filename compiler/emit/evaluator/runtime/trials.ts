import { verbatim } from '../quote.ts';

/** Courses of drugs. */
export const trials = verbatim(`
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
}`);

/** So many agents. */
export const countedTrials = verbatim(`
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
}`);

/** Every agent of a set. */
export const everyTrial = verbatim(`
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
}`);

/** Days in all. */
export const trialDays = verbatim(`
/** Whether the courses that count ran on so many days together. */
function haveRun(
  trials: Trials,
  table: Uint8Array | undefined,
  total: number,
  drugs: readonly DrugEntry[],
  on: number,
  unlisted: number,
): number {
  markTrials(trials, table, drugs, on);
  if (daysCovered(drugs, on, 2) >= total) return 3;
  let review = 0;
  let isOpen = unlisted !== 0;
  for (let index = 0; index < drugs.length; index += 1) {
    review |= trialMarks[index]! & 4;
    if (trialMarks[index] !== 0 && courseEnd(drugs[index]!, index, on) === 0) isOpen = true;
  }
  return !isOpen && daysCovered(drugs, on, 1) < total ? 0 : 1 | review;
}

/** The last day of a course by number; 0 where its days are not known. */
function courseEnd({ current }: DrugEntry, index: number, on: number): number {
  const end = drugEnds[index]!;
  if (drugStarts[index] === 0 || (end === 0 && current !== true)) return 0;
  return dayNumber(end === 0 ? on : Math.min(end, on));
}

/** On how many days some course ran: in each round, the next stretch that no other has counted. */
function daysCovered(drugs: readonly DrugEntry[], on: number, bit: number): number {
  let covered = 0;
  let reached = 0;
  for (let round = 0; round < drugs.length; round += 1) {
    let first = 0x40000000;
    let last = 0;
    for (let index = 0; index < drugs.length; index += 1) {
      if ((trialMarks[index]! & bit) === 0) continue;
      const end = courseEnd(drugs[index]!, index, on);
      if (end === 0 || end <= reached) continue;
      const start = Math.max(dayNumber(drugStarts[index]!), reached + 1);
      if (start < first || (start === first && end > last)) {
        first = start;
        last = end;
      }
    }
    if (last === 0) break;
    covered += last - first + 1;
    reached = last;
  }
  return covered;
}`);
