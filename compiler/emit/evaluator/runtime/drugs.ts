import { verbatim } from '../quote.ts';

/** Reading the drug history: one pass, into columns that are kept from case to case. */
export const drugs = verbatim(`
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
}`);

/** Whether a drug was supplied. */
export const supplies = verbatim(`
/** Whether it was supplied: a sample never helps a criterion. */
function isSupplied(index: number): number {
  const source = drugMarks[index]! % 3;
  return source === 1 ? 3 : source === 0 ? 1 : 0;
}`);

/** Whether a drug is being taken. */
export const ongoing = verbatim(`
/** Whether it is being taken on the date of service: the end decides before the flag. */
function isOngoing(drug: DrugEntry, index: number, on: number): number {
  const end = drugEnds[index]!;
  return end !== 0 ? (end >= on ? 3 : 0) : yesOrNo(drug.current);
}`);

/** Whether a drug is taken for what is asked for. */
export const purposes = verbatim(`
/** Whether two indications are one: of the vocabulary by their places, others by their names. */
function isSameIndication(given: string | undefined, asked: string | undefined): number {
  if (given === undefined || asked === undefined) return 1;
  const place = placeIn(indicationNames, given);
  if (place !== placeIn(indicationNames, asked)) return 0;
  return place > 0 || fold(given) === fold(asked) ? 3 : 0;
}`);

/** Whether an interval has passed. */
export const intervals = verbatim(`
/** Whether the last dose of an entry lies on or before a day. */
function isSince(index: number, limit: number, on: number): number {
  return latestLastDay(index, on) <= limit ? 3 : earliestLastDay(index, on) > limit ? 0 : 1;
}`);

/** Whether a course is recent. */
export const recency = verbatim(`
/** Whether the last dose of an entry lies on or after a day. */
function isRecent(drug: DrugEntry, index: number, limit: number, on: number): number {
  if (drugEnds[index] === 0 && drug.current === true) return 3;
  const earliest = earliestLastDay(index, on);
  return earliest !== 0 && earliest >= limit ? 3 : latestLastDay(index, on) >= limit ? 1 : 0;
}

/** Whether an entry was begun after the latest course, which ended on or after one day and on or before another. */
function isBegunAfter(index: number, atLeast: number, atMost: number): number {
  const start = drugStarts[index]!;
  const end = drugEnds[index]!;
  if ((start !== 0 && start <= atLeast) || (end !== 0 && end <= atLeast)) return 0;
  return start > atMost ? 3 : 1;
}`);

/** Why a drug will not do. */
export const reasons = verbatim(`
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
}`);

/** The best of several agents, as masks. */
export const bests = verbatim(`
/** The best of the agents whose bits are set: of those with a reason, those that a reviewer must judge, and those that may have one. */
function bestOf(met: number, judge: number, may: number): number {
  return met !== 0 ? 3 : judge !== 0 ? 5 : may !== 0 ? 1 : 0;
}`);

/** Names that the vocabulary lacks, where it matters whether two are one. */
export const unknownNames = verbatim(`
/** Names that the vocabulary lacks, each once, and which reasons each may show, a bit a kind of reason. */
const strangers: string[] = [];
const strangerMarks: number[] = [];

function noteStranger(name: string, marks: number): void {
  const index = strangers.indexOf(name);
  if (index < 0) {
    strangers.push(name);
    strangerMarks.push(marks);
  } else {
    strangerMarks[index] = strangerMarks[index]! | marks;
  }
}

function strangersWith(mark: number): number {
  let count = 0;
  for (const marks of strangerMarks) if ((marks & mark) !== 0) count += 1;
  return count;
}`);
