import { verbatim } from '../quote.ts';

/** Which facts settle a leaf, and how they have to turn out. */
export const settlings = verbatim(`
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
}`);

/** The last value. */
export const settledByLast = verbatim(`
/** The value of the one entry that may be the last; of several, all that is open. */
function byLast(selection: Selection, isEarliest: boolean): Settling {
  return (asked, wanted) => {
    markEvents(selection, eventMarks, 0);
    keepLast(eventMarks, isEarliest);
    if (entriesMarked(1) !== 1 || entriesIn(asked).whole.length > 0) return byHistory(asked);
    return wanted === 3 ? [saying(asked, 3)] : failings(asked);
  };
}`);

/** What is open of an entry. */
export const entryFailings = verbatim(`
/** What of an entry may each by itself turn out otherwise than looked for: the value together with its unit and its limit. */
function failings(asked: readonly Ask[]): readonly (readonly Said[])[] {
  const measured = asked.filter(isOfValue);
  const others = asked.filter((each) => !isOfValue(each)).map((each) => saying([each], 0));
  return measured.length === 0 ? others : [...others, saying(measured, 0)];
}

function isOfValue({ fact }: Ask): boolean {
  return fact.endsWith('.value') || fact.endsWith('.unit') || fact.endsWith('.reference');
}`);

/** Every value. */
export const settledByEvery = verbatim(`
/**
 * Met where every entry either turns out to be within the bounds, and enough do, or not to be meant; not met where one is
 * out of them, or too few are meant.
 */
function byEvery(selection: Selection, bounds: readonly Bounds[], limit: number, minimum: number): Settling {
  return (asked, wanted) => {
    const { common, whole, entries } = entriesIn(asked);
    markEvents(selection, eventMarks, 0);
    let sure = 0;
    for (let index = 0; index < eventCount; index += 1) if ((eventMarks[index]! & valueMark(index, bounds, limit)) === 3) sure += 1;
    const open = entries.map((facts) => {
      const index = entryPlace(facts[0]!.fact);
      const [ofValue, others] = [facts.filter(isOfValue), facts.filter((each) => !isOfValue(each))];
      return { facts, ofValue, others, value: valueMark(index, bounds, limit), isMeant: eventMarks[index] === 3 };
    });
    const rest = saying([...common, ...whole], 1);
    if (wanted === 3) {
      const lots = open.map(({ facts, others, value, isMeant }) => [
        ...(value === 0 ? [] : [saying(facts, 3)]),
        ...(isMeant ? [] : failings(others)),
      ]);
      const isEnough = (set: readonly Said[]) =>
        whole.length > 0 || sure + open.filter(({ facts }) => facts.every((ask) => set.some((said) => said.ask === ask && said.says === 3))).length >= minimum;
      return eachOf([rest], lots).filter((set) => set.length > 0 && isEnough(set));
    }
    const outside = open.flatMap(({ ofValue, others, value }) =>
      value === 3 ? [] : [[...saying([...common, ...others], 3), ...saying(ofValue, 0)]],
    );
    const fewer = sure < minimum ? eachOf([rest], open.map(({ facts }) => failings(facts))) : [];
    const added = whole.map((each) => saying([...common, each], 1));
    return [...outside, ...added, ...fewer].filter((set) => set.length > 0);
  };
}`);

/** How facts of entries turn out. */
export const sayings = verbatim(`
/**
 * The answers that a fact can have, as bits: those by which it speaks against what a leaf looks for, and those by which it
 * speaks for it. None where it is not gone into: it may then be anything.
 */
type Saying = (fact: string) => readonly [against: number, inFavour: number] | undefined;`);

/** How facts of events turn out. */
export const entrySayings = verbatim(`
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
}`);

/** How a date of birth turns out. */
export const ageAnswers = verbatim(`
/** An age that is asked for: on the day of an anchor, in years where a unit is 384, in months where it is 32. */
interface Age {
  readonly leaf: number;
  readonly anchor: number;
  readonly unit: number;
  readonly least: number;
  readonly most: number;
}

/** A date of birth, and a date of service. */
interface Moment {
  readonly born: number;
  readonly on: number;
}

/** Which answer a moment gives to an age: 1 where the day is unknown or before the date of birth. */
function agedIn({ born, on }: Moment, { anchor, unit, least, most }: Age): number {
  const at = anchor === 0 ? on : anchors[anchor]!;
  if (at < born) return 1;
  const age = Math.floor((at - born) / unit);
  return age >= least && age <= most ? 3 : 0;
}

/** Moments on either side of each bound: of another date of birth, or of a later date of service. */
function momentsOf({ facts, on }: Matter): readonly Moment[] {
  const given = facts.patient?.birthDate;
  const own = given === undefined ? on : day(given);
  const moments = ages.flatMap((age) => {
    const spans = [age.least, ...(age.most === 0x7fffffff ? [] : [age.most + 1])].map((each) => each * age.unit);
    const at = age.anchor === 0 ? on : anchors[age.anchor]!;
    const births = at === 0 ? [] : spans.flatMap((span) => [at - span, at - span + 1]);
    const services = given === undefined || age.anchor !== 0 ? [] : spans.flatMap((span) => [own + span - 1, own + span]);
    return [
      ...[...births, at + 1].map((born) => ({ born, on })),
      ...services.filter((each) => each > on).map((each) => ({ born: own, on: each })),
    ];
  });
  const all = [{ born: own, on }, ...moments];
  return all.filter((moment, place) => all.findIndex((other) => other.born === moment.born && other.on === moment.on) === place);
}

/** The moments, as bits, that give an age the answer that is wanted; none where any may, or what decides it is still ahead. */
function ageAnswers(place: number): (wanted: number, search: Search) => number | undefined {
  const age = ages[place]!;
  return (wanted, { matter, isChanging }) => {
    const at = age.anchor === 0 ? matter.on : anchors[age.anchor]!;
    const status = matter.leaves[age.leaf]! & 3;
    if (at === 0 || (at > matter.on && status !== 1 && status !== wanted)) return undefined;
    const moments = momentsOf(matter);
    if (moments.length > 30) return undefined;
    // What is decided stays so, unless it is to be changed.
    const decided = isChanging ? [] : ages.filter(({ leaf }) => (matter.leaves[leaf]! & 3) !== 1);
    const gives = (moment: Moment, each: Age, answer: number) => agedIn(moment, each) === answer;
    return moments.reduce((mask, moment, bit) => {
      const agrees = decided.every((each) => gives(moment, each, matter.leaves[each.leaf]! & 3));
      return agrees && gives(moment, age, wanted) ? mask | (1 << bit) : mask;
    }, 0);
  };
}`);
