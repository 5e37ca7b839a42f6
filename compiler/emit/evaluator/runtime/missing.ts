import { verbatim } from '../quote.ts';

/** What a leaf asks for, and the clause that it asks for it. */
export const asked = verbatim(`
/** What would settle a leaf. */
function askedOf(leaf: number, matter: Matter): readonly Ask[] {
  return (matter.asked[leaf] ??= leaf === scopeLeaf ? askProduct() : questions[leaf]!(matter));
}

function askProduct(): readonly Ask[] {
  return [ask('request.product', 'Which product is asked for: the policy is about ' + productName)];
}

/** The clause for which a fact is asked; what belongs to the request or to no clause stands for itself. */
function ownerOf({ fact }: Ask, clause: number): { readonly id: string; readonly number: string; readonly place: number } {
  if (fact === 'request.kind') return { id: fact, number: '', place: -1 };
  if (clause < 0) return { id: fact, number: '', place: clauseCount };
  const { id, number } = clauses[clause]!;
  return { id, number, place: printed.indexOf(clause) };
}`);

/** What is missing. */
export const missing = verbatim(`
/** What the leaves that are visited ask for, in printed order, what belongs to the request itself first. */
function listOpen(matter: Matter, visit: (note: (leaf: number, clause: number) => void) => void): Determination['missing'] {
  const found = new Map<string, { readonly place: number; readonly item: Determination['missing'][number] }>();
  visit((leaf, clause) => {
    for (const each of askedOf(leaf, matter)) {
      const { id, number, place } = ownerOf(each, clause);
      const key = id + ' ' + each.fact;
      const known = found.get(key)?.item ?? { clause: id, number, ...each };
      found.set(key, { place, item: each.needsReview ? { ...known, needsReview: true } : known });
    }
  });
  return [...found.values()].sort((first, second) => first.place - second.place).map(({ item }) => item);
}

function missingOf(matter: Matter, layer: (typeof layers)[number]): Determination['missing'] {
  if (layer === 'scope') return missingOfScope(matter);
  return listOpen(matter, (note) => {
    walk(coverage, 1, matter, note);
    // Where coverage is not met, no dose changes the outcome.
    if (statusOf(coverage, matter) !== 0) walk(dosing, 1, matter, note);
  });
}

/** What is missing to tell whether the policy applies at all: each fact stands for itself. */
function missingOfScope(matter: Matter): Determination['missing'] {
  const found: Ask[] = [];
  walk(allOf(leafAt(scopeLeaf), scope), 1, matter, (leaf) => found.push(...askedOf(leaf, matter)));
  return found
    .filter(({ fact }, place, all) => all.findIndex((other) => other.fact === fact) === place)
    .map((each) => ({ clause: each.fact, number: '', ...each }));
}`);
