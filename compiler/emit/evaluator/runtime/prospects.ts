import { verbatim } from '../quote.ts';

/** How what is decided may come to be otherwise. */
export const prospect = verbatim(`
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
}`);

/** Ages. */
export const ageProspect = verbatim(`
/** An age on the date of service: time brings it to a bound, and never back. A birthday that a month lacks falls on the first of the next. */
function ageProspect({ facts, on }: Matter, unit: number, least: number, most: number, wanted: number): Prospect {
  const born = day(facts.patient!.birthDate!);
  const age = Math.floor((on - born) / unit);
  const reached = wanted === 3 ? (age < least ? least : 0) : most < 0x7fffffff ? most + 1 : 0;
  if (reached === 0) return staysSo('patient.birthDate', wanted === 3 ? 'The age is past' : 'The age has been reached');
  const birthday = born + reached * unit;
  const from = (birthday & 31) > monthLength(birthday >> 5) ? ((birthday >> 5) + 1) * 32 + 1 : birthday;
  return { ...mayChange('patient.birthDate', 'Time will pass: the age is reached'), from };
}`);

/** Ages in days on the date of service. */
export const ageInDaysProspect = verbatim(`
function ageInDaysProspect({ facts, on }: Matter, least: number, wanted: number): Prospect {
  const age = dayNumber(on) - dayNumber(day(facts.patient!.birthDate!));
  if (wanted === 3 && age < least) return mayChange('patient.birthDate', 'Time will pass: the age is reached later');
  return staysSo('patient.birthDate', 'The age was what it was');
}`);

/** Ages at milestones. */
export const ageProspectAt = verbatim(`
/** An age on the day of a milestone: it can be otherwise where that day is still to come, and may be another. */
function ageProspectAt({ on }: Matter, anchor: number): Prospect {
  if (anchors[anchor]! > on) return mayChange(anchorFacts[anchor]!, 'Still to come, and can be on another day: ' + anchorWords[anchor]!);
  return staysSo('patient.birthDate', 'The age was what it was');
}`);

/** Intervals since a last dose. */
export const elapsedProspect = verbatim(`
function elapsedProspect(matter: Matter, set: Uint8Array, months: number, names: string, wanted: number): Prospect {
  if (wanted !== 3) return staysSo('drugs', 'The time since the last dose of ' + names + ' has passed');
  const { text, ...rest } = mayChange('drugs', 'Time will pass since the last dose of ' + names);
  const courses = countedDrugs(matter).filter(({ index, agent }) => both(set[agent]!, drugsGiven[index]!) !== 0);
  if (courses.length === 0 || courses.some(({ index }) => drugEnds[index] === 0)) return { ...rest, text };
  const last = Math.max(...courses.map(({ index }) => latestLastDay(index, matter.on)));
  return { ...rest, text: text + ': enough has passed', from: monthsAfter(last, months) };
}`);
