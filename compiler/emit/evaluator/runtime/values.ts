import { verbatim } from '../quote.ts';

/** Dates as numbers. */
export const days = verbatim(`
/** A date as a number that orders as dates do: 32 to a month and 384 to a year, so that months are added by adding. */
function day(date: string): number {
  const year = date.charCodeAt(0) * 1000 + date.charCodeAt(1) * 100 + date.charCodeAt(2) * 10 + date.charCodeAt(3);
  const month = date.charCodeAt(5) * 10 + date.charCodeAt(6);
  return (year - 53328) * 384 + (month - 529) * 32 + date.charCodeAt(8) * 10 + date.charCodeAt(9) - 528;
}`);

/** How many days a month has, counted from January of year 0. */
export const monthLengths = verbatim(`
function monthLength(month: number): number {
  const year = Math.floor(month / 12);
  const place = month - year * 12;
  if (place === 1) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return place === 3 || place === 5 || place === 8 || place === 10 ? 30 : 31;
}`);

/** Where an interval began that ends on a day. */
export const monthEnds = verbatim(`
/** The last day that lies so many months before: on a month's last day, every day that this month lacks as well. */
function monthsBefore(on: number, months: number): number {
  return ((on & 31) === monthLength(on >> 5) ? on | 31 : on) - months * 32;
}`);

/** Ages. */
export const ages = verbatim(`
/** Whether an age on a day, 0 where that is unknown, is so much: in years where a unit is 384, in months where it is 32. */
function isAged(birthDate: string | undefined, at: number, unit: number, least: number, most: number): number {
  if (birthDate === undefined || at === 0) return 1;
  const born = day(birthDate);
  // Born after that day: a contradiction, so unknown. A birthday that a month lacks falls on the first of the next.
  if (born > at) return 1;
  const age = Math.floor((at - born) / unit);
  return age >= least && age <= most ? 3 : 0;
}`);

/** Ages in days. */
export const agesInDays = verbatim(`
function isAgedInDays(birthDate: string | undefined, at: number, least: number, most: number): number {
  if (birthDate === undefined || at === 0) return 1;
  const born = day(birthDate);
  if (born > at) return 1;
  const age = dayNumber(at) - dayNumber(born);
  return age >= least && age <= most ? 3 : 0;
}`);

/** Yes-or-no facts that may be missing. */
export const known = verbatim(`
/** A yes-or-no fact: left out, it is unknown. */
function yesOrNo(fact: boolean | undefined): number {
  return fact === undefined ? 1 : fact ? 3 : 0;
}`);

/** Names as they are compared. */
export const folding = verbatim(`
/** A name as it is compared: without case, trademark signs and surplus space. */
function fold(name: string): string {
  return name.replace(/[\\u00ae\\u2122\\u00a9]/g, '').trim().replace(/\\s+/g, ' ').toLowerCase();
}`);

/** What is one of several. */
export const places = verbatim(`
/** The place of what is named; 0 for what the vocabulary lacks, -1 for none. */
function placeIn(names: ReadonlyMap<string, number>, name: string | undefined): number {
  if (name === undefined) return -1;
  return names.get(name) ?? names.get(fold(name)) ?? 0;
}`);

/** The request's product. */
export const scope = verbatim(`
/** Whether the policy speaks of this product. */
function isProduct(name: string): boolean {
  return productNames.has(name) || productNames.has(fold(name));
}`);

/** Findings. */
export const findings = verbatim(`
/** A finding, of which 1 is unknown: dated after the date of service it does not count. */
function findingOf(entry: FindingEntry | undefined, reported: number, on: number): number {
  if (entry === undefined) return 1;
  if (typeof entry === 'string') return gradeOf(entry, reported);
  return entry.on !== undefined && day(entry.on) > on ? 1 : gradeOf(entry.evidence, reported);
}

function gradeOf(evidence: Evidence | undefined, reported: number): number {
  return evidence === 'documented' ? 3 : evidence === 'absent' ? 0 : evidence === undefined ? 1 : reported;
}`);

/** Judgements. */
export const judgements = verbatim(`
/** A reviewer's judgement: a no stands whatever the papers, and without a verdict it is for a reviewer. */
function judged(entry: JudgementEntry | undefined, withoutPapers: number): number {
  if (entry?.verdict === undefined) return 5;
  if (entry.verdict === 'not-met') return 0;
  return entry.papers === 'documented' ? 3 : withoutPapers;
}`);

/** Regimens. */
export const regimens = verbatim(`
/** Whether the dose and the number of days asked for are these. */
function isRegimen(mgPerDay: number | undefined, days: number | undefined, wantedDose: number, wantedDays: number): number {
  const dose = mgPerDay === undefined ? 1 : mgPerDay === wantedDose ? 3 : 0;
  return dose & (days === undefined ? 1 : days === wantedDays ? 3 : 0);
}`);

/** Combining verdicts that may wait for a reviewer. */
export const verdicts = verbatim(`
/** The lesser of two verdicts. Bit 2, which only an unknown has, says that a reviewer must judge. */
function both(first: number, second: number): number {
  const status = first & second & 3;
  return status | ((first | second) & (((status & 1) ^ (status >> 1)) << 2));
}

/** The greatest of verdicts whose bits were put together. */
function greatest(together: number): number {
  return (together & 2) !== 0 ? 3 : together;
}

/** Swaps met and not met, and leaves unknown as it is. */
function negated(verdict: number): number {
  return (verdict & 3) === 1 ? verdict : 3 - verdict;
}`);
