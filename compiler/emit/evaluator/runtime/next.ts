import { verbatim } from '../quote.ts';

/** The fact to ask first. */
export const firstFact = verbatim(`
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
}`);

/** What to ask next. */
export const next = verbatim(`
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
}`);

/** The nearest path to an approval. */
export const nearest = verbatim(`
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
}`);
