import { verbatim } from '../quote.ts';

/** What a leaf may become with others of its topics. */
export const topics = verbatim(`
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
}`);
