import { verbatim } from '../quote.ts';

/** What a leaf may become with others of its topic, and which facts bring that about. */
export const topics = verbatim(`
/** Leaves that one matter answers together: the answers it can have, and what each leaf is under each. */
interface Topic {
  readonly leaves: readonly number[];
  readonly answers: readonly (readonly number[])[];
}

/** A leaf that is of no topic can be met or not met, whatever the others are. */
const ownAnswers: readonly (readonly number[])[] = [[3], [0]];

const topicOf: readonly (Topic | undefined)[] = Array.from({ length: leafCount }, (_, leaf) =>
  topics.find(({ leaves }) => leaves.includes(leaf)),
);

/** A topic by the place of its first leaf. */
function topicKey(leaf: number): number {
  return topicOf[leaf]?.leaves[0] ?? leaf;
}

/** The answers, as bits, under which a leaf has a status. */
function answersFor(leaf: number, status: number): number {
  const topic = topicOf[leaf];
  const column = topic === undefined ? 0 : topic.leaves.indexOf(leaf);
  return (topic?.answers ?? ownAnswers).reduce((mask, answer, bit) => (answer[column] === status ? mask | (1 << bit) : mask), 0);
}

/** The answers that agree with the leaves of the topic that are decided; where they contradict each other, all. */
function openAnswers(leaf: number, { leaves }: Matter): number {
  const topic = topicOf[leaf];
  if (topic === undefined) return 3;
  const all = 2 ** topic.answers.length - 1;
  const decided = topic.leaves.filter((each) => (leaves[each]! & 3) !== 1);
  return decided.reduce((mask, each) => mask & answersFor(each, leaves[each]! & 3), all) || all;
}

/** The ways to settle a leaf, each as the facts that it takes, out of what it asks for. */
type Settling = (asked: readonly Ask[]) => readonly (readonly Ask[])[];

function byAll(asked: readonly Ask[]): readonly (readonly Ask[])[] {
  return asked.length === 0 ? [] : [asked];
}

function byEach(asked: readonly Ask[]): readonly (readonly Ask[])[] {
  return asked.map((each) => [each]);
}

/** By a reviewer's word alone. */
function byVerdict(asked: readonly Ask[]): readonly (readonly Ask[])[] {
  return byEach(asked.filter(({ needsReview }) => needsReview));
}

/** By what is open of any one entry, or by an entry that the history lacks. */
function byEntry(asked: readonly Ask[]): readonly (readonly Ask[])[] {
  const { common, whole, entries } = entriesIn(asked);
  const groups = [...entries, ...whole.map((each) => [each])];
  return groups.length === 0 ? byAll(common) : groups.map((facts) => [...common, ...facts]);
}

/** By the rest of the history and the days that are open; without it, by all. */
function byHistory(asked: readonly Ask[]): readonly (readonly Ask[])[] {
  const { common, whole } = entriesIn(asked);
  return whole.length === 0 ? byAll(asked) : [[...common, ...whole, ...asked.filter(({ fact }) => fact.endsWith('.on'))]];
}

/** By the rest of the history and one fact of every entry, so that none counts; as many such sets as ways are kept. */
function byNone(asked: readonly Ask[]): readonly (readonly Ask[])[] {
  const { common, whole, entries } = entriesIn(asked);
  return entries.reduce<readonly (readonly Ask[])[]>(
    (sets, entry) => entry.flatMap((each) => sets.map((set) => [...set, each])).slice(0, mostWays),
    [[...common, ...whole]],
  );
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

/** The search for ways. */
export const ways = verbatim(`
/** One way to an outcome. */
interface Way {
  /** Facts to come in, by number, and by their places in the list of what is open. */
  readonly facts: readonly number[];
  readonly listed: Later;
  /** What is decided and would have to be otherwise: leaf, clause and status in one number. */
  readonly changes: Later;
  /** Topics that would have to be otherwise: those that cannot, and those that can. */
  readonly stuck: readonly number[];
  readonly movable: readonly number[];
  /** Topics in order, each followed by the answers that remain to it. */
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
  readonly found: Map<number, readonly Way[]>;
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
  const answers = answersFor(leaf, wanted) & (isChanging ? -1 : openAnswers(leaf, matter));
  if (answers === 0) return [];
  // What an answer is to other leaves matters only where there are such.
  const bound = [topicKey(leaf), answers];
  const held = aloneLeaves.has(leaf) ? nothing : () => bound;
  if (held === nothing && status === wanted) return [noStep];
  if (status === wanted) return [{ ...noStep, held }];
  if (status !== 1) {
    const topic = [topicKey(leaf)];
    const { can } = prospects[leaf]!(matter, wanted);
    const changes = [(leaf * (clauseCount + 1) + clause + 1) * 4 + wanted];
    return [{ ...noStep, held, changes: () => changes, stuck: can ? [] : topic, movable: can ? topic : [] }];
  }
  const settling = settlings[leaf]![wanted === 3 ? 0 : 1];
  const settled = settling(askedOf(leaf, matter)).map((asked) => {
    const listed = placesOf(asked, clause, list);
    return { ...noStep, held, listed: () => listed, facts: inOrder(listed.map((place) => list.numbers[place]!)) };
  });
  return leastWays(settled);
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
}`);
