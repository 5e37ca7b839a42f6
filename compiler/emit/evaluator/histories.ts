import type { BoundsIn, Counted, Leaf, Reading, Selection, Window } from '../../../dsl/kernel/expression.ts';
import { isInBounds } from '../../../dsl/kernel/window.ts';
import { boundsIn, isBounded } from './codes.ts';
import { edgesOf, type Standing } from './standing.ts';

/**
 * Which answers to questions about one history can stand together. Every history that makes a difference to them is tried:
 * of each class of entries that they cannot tell apart none, one, or as many as some question counts. What is not gone
 * into (the day of one entry against that of another, windows about different days) is taken to be free, so that no answer
 * that some history gives is left out.
 */

/** A question about a history whose answers bind those of others; means, changes and runs are taken to be free. */
export type Historical = Counted | (Reading & { readonly which: 'latest' | 'earliest' | 'every' });

/** A leaf as such a question; none for another. */
export function historical(leaf: Leaf): Historical | undefined {
  if (leaf.kind === 'counted') return leaf;
  if (leaf.kind !== 'reading') return undefined;
  const { which } = leaf;
  return which === 'mean' ? undefined : { ...leaf, which };
}

/** Beyond so many entries or histories nothing is said. */
const [mostEntries, mostHistories] = [20_000, 5_000];

/** The answers that some questions can have together, each once; undefined where there are too many histories. */
export function answersOfHistories(
  questions: readonly Historical[],
): readonly (readonly Standing[])[] | undefined {
  const classes = classesOf(questions);
  if (classes === undefined) return undefined;
  const most = Math.max(1, ...questions.map((each) => (each.kind === 'counted' ? each.least : each.minimum)));
  if ((most + 1) ** classes.length > mostHistories) return undefined;
  const histories = classes.reduce<readonly (readonly Some[])[]>(
    (all, standings) =>
      all.flatMap((some) => [
        some,
        ...Array.from({ length: most }, (_, less) => [...some, { standings, count: less + 1 }]),
      ]),
    [[]],
  );
  const answers = histories.flatMap((history) => answersOver(history, questions));
  return [...new Map(answers.map((each) => [each.join(), each])).values()];
}

/** What an entry is to a question: whether it is meant, and whether its value is as the question has it. */
interface ToQuestion {
  readonly meant: Standing;
  readonly value: Standing;
}

/** So many entries of one class. */
interface Some {
  readonly standings: readonly ToQuestion[];
  readonly count: number;
}

/** An entry of which all is known. */
interface Entry {
  readonly event: string;
  readonly unit: string;
  readonly value: number;
  readonly multiples: Readonly<Record<'lower' | 'upper', number>>;
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly isReported: boolean;
  readonly source: string;
  /** The windows that it lies in, by their keys. */
  readonly within: Readonly<Record<string, boolean>>;
}

/** Entries by what they are to each question; those that are nothing to any left out. */
function classesOf(questions: readonly Historical[]): readonly (readonly ToQuestion[])[] | undefined {
  const entries = entriesFor(questions);
  if (entries === undefined) return undefined;
  const found = entries.map((entry) =>
    questions.map((question): ToQuestion => ({
      meant: isMeant(entry, question.of),
      value: question.kind === 'counted' ? 3 : isValue(entry, question),
    })),
  );
  const kept = found.filter((standings) => standings.some(({ meant }) => meant !== 0));
  return [...new Map(kept.map((standings) => [JSON.stringify(standings), standings])).values()];
}

/** Entries enough to tell what any entry may be to the questions. */
function entriesFor(questions: readonly Historical[]): readonly Entry[] | undefined {
  const selections = questions.map(({ of }) => of);
  const limited = questions.flatMap((each) => [each.of, ...(each.kind === 'reading' ? [each] : [])]);
  const bounds = limited.flatMap((each) => (each.relativeTo === undefined ? (each.bounds ?? []) : []));
  const units = [...new Set(bounds.map(({ unit }) => unit))];
  const values = units.flatMap((unit) =>
    distinct(edgesOf(bounds.filter((each) => each.unit === unit))).map((value) => ({ unit, value })),
  );
  const multiples = (limit: 'lower' | 'upper') => [
    0,
    ...distinct(
      edgesOf(limited.flatMap((each) => (each.relativeTo === limit ? (each.bounds ?? []).slice(0, 1) : []))),
    ),
  ];
  const sources = distinct(selections.flatMap(({ shownBy }) => shownBy ?? []));
  const dimensions: readonly (readonly Partial<Entry>[])[] = [
    distinct(selections.flatMap(({ events }) => events)).map((event) => ({ event })),
    values.length === 0 ? [{ unit: '', value: 0 }] : values,
    multiples('lower').flatMap((lower) =>
      multiples('upper').map((upper) => ({ multiples: { lower, upper } })),
    ),
    flagged(distinct(selections.flatMap(({ conditions }) => Object.keys(conditions)))).map((conditions) => ({
      conditions,
    })),
    selections.some(({ grade }) => grade === 'documented')
      ? [{ isReported: false }, { isReported: true }]
      : [{ isReported: false }],
    ['', ...sources].map((source) => ({ source })),
    daysWithin(selections.flatMap(({ window }) => (isBounded(window) ? [window] : []))).map((within) => ({
      within,
    })),
  ];
  if (dimensions.reduce((all, { length }) => all * length, 1) > mostEntries) return undefined;
  const none: Entry = {
    event: '',
    unit: '',
    value: 0,
    multiples: { lower: 0, upper: 0 },
    conditions: {},
    isReported: false,
    source: '',
    within: {},
  };
  return dimensions.reduce<readonly Entry[]>(
    (all, choices) => all.flatMap((entry) => choices.map((choice) => ({ ...entry, ...choice }))),
    [none],
  );
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

/** Every way in which some names hold or not. */
function flagged(names: readonly string[]): readonly Readonly<Record<string, boolean>>[] {
  return names.reduce<readonly Readonly<Record<string, boolean>>[]>(
    (all, name) => all.flatMap((flags) => [true, false].map((holds) => ({ ...flags, [name]: holds }))),
    [{}],
  );
}

/** Which of some windows a day may lie in together: those about one day that are measured alike on one line, others freely. */
function daysWithin(windows: readonly Window[]): readonly Readonly<Record<string, boolean>>[] {
  return distinct(windows.map(lineOf)).reduce<readonly Readonly<Record<string, boolean>>[]>(
    (all, key) => {
      const line = windows.filter((window) => lineOf(window) === key);
      const counts = line.flatMap(({ from, to }) =>
        [from, to].flatMap((side) => (side === undefined ? [] : [side.count])),
      );
      const places = distinct(counts.flatMap((count) => [count - 0.5, count, count + 0.5]));
      return all.flatMap((flags) =>
        places.map((place) => ({
          ...flags,
          ...Object.fromEntries(line.map((window) => [windowKey(window), holdsPlace(window, place)])),
        })),
      );
    },
    [{}],
  );
}

function windowKey(window: Window): string {
  return JSON.stringify(window);
}

/** Windows on one line count from one day, in one unit; a side that is that day itself is of any unit. */
function lineOf(window: Window): string {
  const units = distinct(
    [window.from, window.to].flatMap((side) => (side === undefined || side.count === 0 ? [] : [side.unit])),
  );
  return units.length > 1 ? windowKey(window) : `${window.anchor} ${units.join()}`;
}

function holdsPlace({ from, to }: Window, place: number): boolean {
  const isAfter = from === undefined || (from.inclusive ? place >= from.count : place > from.count);
  return isAfter && (to === undefined || (to.inclusive ? place <= to.count : place < to.count));
}

function isMeant(entry: Entry, of: Selection): Standing {
  const holds =
    of.events.includes(entry.event) &&
    Object.entries(of.conditions).every(([id, wanted]) => entry.conditions[id] === wanted) &&
    (of.shownBy === undefined || of.shownBy.some((source) => source === entry.source)) &&
    (of.grade === 'plain' || !entry.isReported) &&
    (!isBounded(of.window) || entry.within[windowKey(of.window)] === true);
  if (!holds) return 0;
  return of.bounds === undefined ? 3 : isValue(entry, { ...of, bounds: of.bounds });
}

/** Whether the value is within the bounds of its unit; one of another unit leaves it open. */
function isValue(
  { unit, value, multiples }: Entry,
  { bounds, relativeTo }: { readonly bounds: readonly BoundsIn[]; readonly relativeTo?: 'lower' | 'upper' },
): Standing {
  const own = relativeTo === undefined ? boundsIn(bounds, unit) : bounds[0];
  if (own === undefined) return 1;
  return isInBounds(relativeTo === undefined ? value : multiples[relativeTo], own) ? 3 : 0;
}

/** What a history may answer: several answers where it turns on which entry is the last, or on which days they lie. */
function answersOver(
  history: readonly Some[],
  questions: readonly Historical[],
): readonly (readonly Standing[])[] {
  // Questions about the last entry of one selection are about one entry.
  const lasts = distinct(questions.flatMap((each) => lastKey(each) ?? []));
  const winners = lasts.reduce<readonly ReadonlyMap<string, readonly ToQuestion[] | undefined>[]>(
    (all, key) => {
      const place = questions.findIndex((each) => lastKey(each) === key);
      const meant = history.filter(({ standings }) => standings[place]?.meant !== 0);
      const choices = meant.length === 0 ? [undefined] : meant.map(({ standings }) => standings);
      return all.flatMap((chosen) => choices.map((choice) => new Map(chosen).set(key, choice)));
    },
    [new Map()],
  );
  return winners.flatMap((winner) =>
    questions.reduce<readonly (readonly Standing[])[]>(
      (all, question, place) => {
        const key = lastKey(question);
        const own: readonly Standing[] =
          key === undefined ? countedOver(history, question, place) : [winner.get(key)?.[place]?.value ?? 0];
        return all.flatMap((answers) => own.map((each) => [...answers, each]));
      },
      [[]],
    ),
  );
}

function lastKey(question: Historical): string | undefined {
  if (question.kind === 'counted' || question.which === 'every') return undefined;
  return JSON.stringify([question.of, question.which]);
}

function countedOver(history: readonly Some[], question: Historical, place: number): readonly Standing[] {
  const number = (isOne: (standing: ToQuestion) => boolean) =>
    history.reduce((sum, { standings, count }) => {
      const standing = standings[place];
      return standing !== undefined && isOne(standing) ? sum + count : sum;
    }, 0);
  if (question.kind === 'counted') {
    const { least, distinct: by } = question;
    const sure = number(({ meant }) => meant === 3);
    if (sure < least) return [number(({ meant }) => meant !== 0) < least ? 0 : 1];
    // They may all lie on one day.
    return by === 'day' && least > 1 ? [3, 0] : [3];
  }
  if (number(({ meant, value }) => meant === 3 && value === 0) > 0) return [0];
  const inside = number(({ meant, value }) => meant === 3 && value === 3);
  const possible = number(({ meant, value }) => meant !== 0 && value !== 0);
  if (possible < question.minimum) return [0];
  return [inside >= question.minimum && inside === possible ? 3 : 1];
}
