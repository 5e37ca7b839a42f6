import type { Formula, Literal } from './formula.ts';

/**
 * The number of minimal ways to meet a formula that reads each clause once, exactly, and without listing them: of
 * `all` the product of the parts', of `any` their sum, of `atLeast(n)` the sum of the products of every n of them.
 */
export function countWays(formula: Formula): bigint {
  const known = new Map<Formula, bigint>();
  const count = (part: Formula): bigint => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const ways = compute(part);
    known.set(part, ways);
    return ways;
  };
  const compute = (part: Formula): bigint => {
    switch (part.kind) {
      case 'literal':
        return 1n;
      case 'all':
        return product(part.of.map(count));
      case 'any':
        return part.of.reduce((sum, each) => sum + count(each), 0n);
      case 'atLeast':
        return symmetricSum(part.count, part.of.map(count));
    }
  };
  return count(formula);
}

/** Multiplied by halves: of many numbers, that is far quicker than one by one. */
function product(factors: readonly bigint[]): bigint {
  if (factors.length < 2) return factors[0] ?? 1n;
  const middle = factors.length >> 1;
  return product(factors.slice(0, middle)) * product(factors.slice(middle));
}

/** The elementary symmetric sum: of every choice of `count` terms the product, summed. */
function symmetricSum(count: number, terms: readonly bigint[]): bigint {
  const sums = [1n, ...Array.from({ length: count }, () => 0n)];
  for (const term of terms) {
    for (let size = count; size > 0; size -= 1)
      sums[size] = (sums[size] ?? 0n) + (sums[size - 1] ?? 0n) * term;
  }
  return sums[count] ?? 0n;
}

/** The minimal ways one by one, in printed order, each found only when it is asked for. */
export function* waysOf(formula: Formula): Generator<readonly Literal[]> {
  switch (formula.kind) {
    case 'literal':
      yield [formula.literal];
      return;
    case 'all':
      yield* together(formula.of);
      return;
    case 'any':
      for (const part of formula.of) yield* waysOf(part);
      return;
    case 'atLeast':
      yield* choices(formula.count, formula.of);
  }
}

/**
 * Of ways that may repeat, the minimal ones: without those that hold another, and without those that ask of one clause
 * that it is met and that it is not.
 */
export function minimalWays(ways: readonly (readonly Literal[])[]): readonly (readonly Literal[])[] {
  const keyOf = ({ clause, part }: Literal, met: boolean) => `${String(met)} ${String(part)} ${clause}`;
  const possible = ways
    .map((way) => new Map(way.map((literal) => [keyOf(literal, literal.met), literal])))
    .filter((way) => [...way.values()].every((literal) => !way.has(keyOf(literal, !literal.met))));
  const holds = (way: (typeof possible)[number], other: (typeof possible)[number]) =>
    [...other.keys()].every((key) => way.has(key));
  return possible
    .filter(
      (way, index) =>
        !possible.some(
          (other, at) => at !== index && holds(way, other) && (other.size < way.size || at < index),
        ),
    )
    .map((way) => [...way.values()]);
}

/** Halved, so that a list of thousands of criteria does not nest as deep. */
function* together(parts: readonly Formula[]): Generator<readonly Literal[]> {
  const [only] = parts;
  if (only === undefined) {
    yield [];
  } else if (parts.length === 1) {
    yield* waysOf(only);
  } else {
    const middle = parts.length >> 1;
    for (const first of together(parts.slice(0, middle))) {
      for (const second of together(parts.slice(middle))) yield [...first, ...second];
    }
  }
}

function* choices(count: number, parts: readonly Formula[]): Generator<readonly Literal[]> {
  const chosen = Array.from({ length: count }, (_, index) => index);
  for (;;) {
    yield* together(chosen.flatMap((index) => parts[index] ?? []));
    let place = count - 1;
    while (place >= 0 && chosen[place] === parts.length - count + place) place -= 1;
    if (place < 0) return;
    const next = (chosen[place] ?? 0) + 1;
    for (let index = place; index < count; index += 1) chosen[index] = next + index - place;
  }
}
