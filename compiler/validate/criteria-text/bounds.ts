import type { Bounds, Leaf } from '../../../dsl/kernel/expression.ts';
import { compared, different, type Remark } from './remark.ts';

type Side = keyof Bounds;

/** How a text says each bound, before or behind its number. */
const before: readonly (readonly [Side, string])[] = [
  ['most', 'at most|no more than|not more than|up to|a maximum of'],
  ['below', 'younger than|less than|fewer than|lower than|below|under'],
  ['least', 'at least|no less than|not less than|no younger than|a minimum of'],
  ['above', 'older than|more than|greater than|higher than|above|over'],
];
const behind: readonly (readonly [Side, string])[] = [
  ['most', '(?:or|and) (?:younger|less|fewer|lower|under|below)'],
  ['least', '(?:or|and) (?:older|more|greater|higher|over|above)'],
];
/** What may stand between a number and such words: its unit, of one to four words. */
const unit = '(?: [^\\s,;()]+){0,4}?';

const phrases: readonly { readonly side: Side; readonly pattern: RegExp }[] = [
  ...before.map(([side, words]) => ({
    side,
    pattern: new RegExp(`(?<!\\b(?:no|not) )\\b(?:${words}) (\\d[\\d,.]*)`, 'gi'),
  })),
  ...behind.map(([side, words]) => ({
    side,
    pattern: new RegExp(`(?<![\\w.])(\\d[\\d,.]*)%?${unit} ${words}\\b`, 'gi'),
  })),
];

const names: Readonly<Record<Side, string>> = {
  least: 'at least',
  above: 'more than',
  most: 'at most',
  below: 'less than',
};

/** On which side of a number a text sets its bound, and whether the number itself is within: "under 2" is not "at most 2". */
export function compareBounds(words: string, leaf: Leaf): readonly Remark[] {
  const bounds = boundsOf(leaf);
  const sides = (value: number) =>
    (['least', 'above', 'most', 'below'] as const).filter((side) =>
      bounds.some((each) => each[side] === value),
    );
  const stated = phrases.flatMap(({ side, pattern }) =>
    [...words.matchAll(pattern)].map(([text, digits = '']) => ({
      side,
      text,
      value: Number(digits.replace(/,/g, '').replace(/\.$/, '')),
    })),
  );
  const known = stated.filter(({ value }) => sides(value).length > 0);
  const wrong = known.find(({ side, value }) => !sides(value).includes(side));
  if (wrong === undefined) return known.length === 0 ? [] : [compared('bounds')];
  const asked = sides(wrong.value).map((side) => `${names[side]} ${wrong.value}`);
  return [different(`says "${wrong.text}", and its logic asks for ${asked.join(' and ')}`)];
}

function boundsOf(leaf: Leaf): readonly Bounds[] {
  switch (leaf.kind) {
    case 'threshold':
      return [leaf.bounds, inNextAge(leaf.bounds)];
    case 'amount':
      return [leaf.bounds];
    case 'counted':
    case 'run':
      return leaf.of.bounds ?? [];
    case 'reading':
      return leaf.bounds;
    case 'trials':
      return leaf.dose === undefined ? [] : [leaf.dose];
    default:
      return [];
  }
}

/** Ages are counted in full units: at most 17 is younger than 18. */
function inNextAge({ above, most, below }: Bounds): Bounds {
  return {
    ...(above === undefined ? {} : { least: above + 1 }),
    ...(most === undefined ? {} : { below: most + 1 }),
    ...(below === undefined ? {} : { most: below - 1 }),
  };
}
