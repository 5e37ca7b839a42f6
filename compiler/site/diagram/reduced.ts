import type { Formula, Literal } from '../../emit/matrix/formula.ts';

/** What a reduced ordered decision diagram comes to from here on: settled, or a question. */
export type Reduced = boolean | Branch;

/** A question, and what each answer leads to. Two questions of one diagram that lead to the same are the same object. */
export interface Branch {
  readonly asks: Pick<Literal, 'clause' | 'part'>;
  readonly met: Reduced;
  readonly notMet: Reduced;
}

/**
 * A formula as a reduced ordered decision diagram: each question is put at most once on a way, in the order in which the
 * formula first reads them, and none that no longer matters. One that reads each clause once has one question a clause,
 * save where it counts.
 * @param most how many questions may come up on the way to it; beyond, there is no result
 */
export function reduced(formula: Formula, most: number): Reduced | undefined {
  const order = orderOf(formula);
  const made = new Map<string, Branch>();
  const ids = new Map<Branch, number>();
  const worked = new Map<string, Reduced>();
  let isCut = false;

  const nameOf = (part: Reduced) => (typeof part === 'boolean' ? String(part) : String(ids.get(part)));

  const question = (asks: Branch['asks'], met: Reduced, notMet: Reduced): Reduced => {
    if (met === notMet) return met;
    const key = `${keyOf(asks)} ${nameOf(met)} ${nameOf(notMet)}`;
    const before = made.get(key);
    if (before !== undefined) return before;
    if (made.size === most) {
      // What is returned from here on is thrown away: it only has to end.
      isCut = true;
      return false;
    }
    const branch: Branch = { asks, met, notMet };
    made.set(key, branch);
    ids.set(branch, made.size);
    return branch;
  };

  const placeOf = (part: Reduced) =>
    typeof part === 'boolean' ? Infinity : (order.get(keyOf(part.asks)) ?? Infinity);

  /** Where `condition` is met `then`, else `otherwise`. */
  const choose = (condition: Reduced, then: Reduced, otherwise: Reduced): Reduced => {
    if (typeof condition === 'boolean') return condition ? then : otherwise;
    if (then === otherwise) return then;
    const key = [condition, then, otherwise].map(nameOf).join(' ');
    const before = worked.get(key);
    if (before !== undefined) return before;
    const parts = [condition, then, otherwise];
    const place = Math.min(...parts.map(placeOf));
    const [first = condition] = parts.filter((part) => placeOf(part) === place);
    if (typeof first === 'boolean') return first;
    const under = (part: Reduced, answer: 'met' | 'notMet') =>
      typeof part === 'boolean' || placeOf(part) !== place ? part : part[answer];
    const [met, notMet] = (['met', 'notMet'] as const).map((answer) =>
      choose(under(condition, answer), under(then, answer), under(otherwise, answer)),
    );
    const result = question(first.asks, met ?? false, notMet ?? false);
    worked.set(key, result);
    return result;
  };

  const visit = (part: Formula): Reduced => {
    switch (part.kind) {
      case 'literal':
        return question(part.literal, part.literal.met, !part.literal.met);
      // From the last to the first: each part is then put before what is done already.
      case 'all':
        return part.of.reduceRight<Reduced>((rest, each) => choose(visit(each), rest, false), true);
      case 'any':
        return part.of.reduceRight<Reduced>((rest, each) => choose(visit(each), true, rest), false);
      case 'atLeast':
        return atLeast(part.count, part.of.map(visit));
    }
  };

  /** `rest[n]` is whether at least n of the parts behind are met. */
  const atLeast = (count: number, parts: readonly Reduced[]): Reduced => {
    let rest: readonly Reduced[] = Array.from({ length: count + 1 }, (_, wanted) => wanted === 0);
    for (const part of [...parts].reverse()) {
      const behind = rest;
      rest = behind.map((without, wanted) =>
        wanted === 0 ? true : choose(part, behind[wanted - 1] ?? true, without),
      );
    }
    return rest[count] ?? false;
  };

  const result = visit(formula);
  return isCut ? undefined : result;
}

/** The questions of a diagram, each once, in an order in which each stands before what it leads to. */
export function questionsOf(diagram: Reduced, order: ReadonlyMap<string, number>): readonly Branch[] {
  const seen = new Set<Branch>();
  const open: Reduced[] = [diagram];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'boolean' || seen.has(next)) continue;
    seen.add(next);
    open.push(next.notMet, next.met);
  }
  const place = ({ asks }: Branch) => order.get(keyOf(asks)) ?? 0;
  return [...seen].sort((first, second) => place(first) - place(second));
}

/** The place of each question in the order in which a formula first reads them. */
export function orderOf(formula: Formula): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const visit = (part: Formula): void => {
    if (part.kind !== 'literal') part.of.forEach(visit);
    else if (!order.has(keyOf(part.literal))) order.set(keyOf(part.literal), order.size);
  };
  visit(formula);
  return order;
}

function keyOf({ clause, part = 0 }: Branch['asks']): string {
  return `${part} ${clause}`;
}
