import type { Bounds, BoundsIn, Leaf, Offset, Selection, Window } from '../../../dsl/kernel/expression.ts';
import { numberOf, numberWords } from './quantifiers.ts';
import { compared, different, uncompared, type Remark } from './remark.ts';

/** A number that the logic asks for, first as it stands there, and as a text may state it: 28 days as 4 weeks. */
type Asked = readonly number[];

/** The numbers that a text states against those that its logic asks for. */
export function compareNumbers(words: string, leaves: readonly Leaf[]): readonly Remark[] {
  const asked = leaves.flatMap(numbersOf);
  if (asked.length === 0) return [];
  const stated = numbersIn(words);
  const unstated = asked.filter((spellings) => !spellings.some((number) => stated.includes(number)));
  const known = new Set([1, ...asked.flat(), ...leaves.flatMap(impliedBy)]);
  const stray = stated.filter((number) => !known.has(number));
  if (unstated.length === 0) return [compared('numbers')];
  const wanted = [...new Set(unstated.map(([number]) => String(number)))].join(', ');
  if (stray.length === 0) return [uncompared(`its words do not state what its logic asks for: ${wanted}`)];
  return [different(`states ${[...new Set(stray)].join(', ')}, and its logic asks for ${wanted}`)];
}

const numeral = new RegExp(
  `(?<=^|[\\s(\\[\u2265\u2264<>=~:]|\\d[-\u2013])(\\d[\\d,]*(?:\\.\\d+)?)(?: ?[×x] ?10\\^(\\d+))?(?![A-Za-z])|\\b(${numberWords})\\b`,
  'gi',
);

function numbersIn(words: string): readonly number[] {
  return [...words.matchAll(numeral)].map(([, digits, exponent, word]) => {
    if (digits === undefined) return numberOf(word ?? '') ?? 1;
    const plain = digits.replace(/,/g, '');
    return exponent === undefined ? Number(plain) : Number(`${plain}e${exponent}`);
  });
}

function numbersOf(leaf: Leaf): readonly Asked[] {
  switch (leaf.kind) {
    case 'threshold':
      return agesOf(leaf.bounds).map((ages) => (leaf.unit === 'months' ? ages.flatMap(inMonths) : ages));
    case 'elapsed':
    case 'receiving':
      return [inMonths(leaf.months)];
    case 'regimen':
      return [[leaf.mgPerDay], [leaf.days]];
    case 'counted':
      return [...timesOf(leaf.least), ...selectionNumbers(leaf.of)];
    case 'reading':
      return [...timesOf(leaf.minimum), ...inUnits(leaf.bounds), ...selectionNumbers(leaf.of)];
    case 'change':
      return [
        ...valuesOf(leaf.bounds).map((value) => [Math.abs(value)]),
        ...selectionNumbers(leaf.of),
        ...selectionNumbers(leaf.baseline),
      ].filter(isStated);
    case 'run':
      return [[leaf.days], ...(leaf.percent === 100 ? [] : [[leaf.percent]]), ...selectionNumbers(leaf.of)];
    case 'trials':
      return [
        ...(leaf.least === 'every' ? [] : timesOf(leaf.least)),
        ...(leaf.lasting === undefined
          ? []
          : [leaf.lasting.unit === 'months' ? inMonths(leaf.lasting.count) : inDays(leaf.lasting.count)]),
        ...(leaf.totalDays === undefined ? [] : [inDays(leaf.totalDays)]),
        ...(leaf.dose === undefined ? [] : inUnits([leaf.dose])),
        ...windowNumbers(leaf.window),
      ];
    case 'amount': {
      const { perValueOf } = leaf;
      const step = perValueOf?.roundedUpTo;
      return [...valuesOf(leaf.bounds).map((value) => [value]), ...(step === undefined ? [] : [[step]])];
    }
    default:
      return [];
  }
}

/** What follows from the numbers of a leaf, and a text may state beside them, as 21 of 30 days. */
function impliedBy(leaf: Leaf): readonly number[] {
  switch (leaf.kind) {
    case 'run':
      return [leaf.percent, Math.ceil((leaf.days * leaf.percent) / 100)];
    case 'regimen':
      return [leaf.mgPerDay * leaf.days];
    default:
      return [];
  }
}

function timesOf(count: number): readonly Asked[] {
  return count > 1 ? [[count]] : [];
}

function selectionNumbers({ bounds = [], window }: Selection): readonly Asked[] {
  return [...inUnits(bounds), ...windowNumbers(window)];
}

function windowNumbers(window: Window | undefined): readonly Asked[] {
  return [window?.from, window?.to].flatMap((offset) => (offset === undefined ? [] : offsetNumber(offset)));
}

function offsetNumber({ count, unit }: Offset): readonly Asked[] {
  const size = Math.abs(count);
  return [unit === 'months' ? inMonths(size) : inDays(size)].filter(isStated);
}

/** One bound in several units is one number to a text, which may state any of them. */
function inUnits(bounds: readonly BoundsIn[]): readonly Asked[] {
  const kinds = ['least', 'above', 'most', 'below'] as const;
  return kinds
    .map((kind) => bounds.flatMap((each) => each[kind] ?? []))
    .filter((values) => values.length > 0)
    .filter((values, index, all) => all.findIndex((other) => other[0] === values[0]) === index);
}

/** Ages are counted in full units: at most 1 year is younger than 2, and a text may say either. */
function agesOf({ least, above, most, below }: Bounds): readonly Asked[] {
  return [
    ...(least === undefined ? [] : [[least]]),
    ...(above === undefined ? [] : [[above, above + 1]]),
    ...(most === undefined ? [] : [[most, most + 1]]),
    ...(below === undefined ? [] : [[below, below - 1]]),
  ];
}

function valuesOf({ least, above, most, below }: Bounds): readonly number[] {
  return [least, above, most, below].filter((value) => value !== undefined);
}

function inDays(count: number): Asked {
  return count % 7 === 0 ? [count, count / 7] : [count];
}

function inMonths(count: number): Asked {
  return count % 12 === 0 ? [count, count / 12] : [count];
}

/** A text says "the day itself" or "has not fallen" instead of 0. */
function isStated([number]: Asked): boolean {
  return number !== 0;
}
