import type { Bounds, Expression, Leaf } from '../../../dsl/kernel/expression.ts';
import type { ById } from '../../../dsl/kernel/facts.ts';
import { canonical } from '../../digest.ts';

/** What a leaf asks of a number. */
export interface Band {
  /** What is measured and which of its entries count: bands of one subject can be compared. */
  readonly subject: string;
  /** As an author knows it: `apnea-hypopnea-index`, `age`. */
  readonly name: string;
  readonly unit: string;
  readonly bounds: Bounds;
  /** Only whole numbers occur. */
  readonly isWhole: boolean;
  /** The same question, of other bounds. */
  readonly asking: (bounds: Bounds) => Leaf;
}

/** Values between two bands, which no band holds. */
export interface Gap {
  readonly subject: string;
  readonly name: string;
  /** As `more than 14 /h and less than 15 /h`. */
  readonly text: string;
  /** A value in it, written with few digits. */
  readonly value: number;
  readonly unit: string;
  /** Asks for that value. */
  readonly question: Leaf;
}

/** The groups of which any member is enough, within an expression; those under a negation are none. */
export function alternativesIn(expression: Expression): readonly (readonly Expression[])[] {
  switch (expression.kind) {
    case 'any':
      return [expression.of, ...expression.of.flatMap(alternativesIn)];
    case 'all':
    case 'atLeast':
      return expression.of.flatMap(alternativesIn);
    default:
      return [];
  }
}

/** The gaps that alternatives leave between their bands, told apart by what is measured. */
export function gapsBetween(alternatives: readonly Expression[], byId: ById): readonly Gap[] {
  const bySubject = new Map<string, Band[]>();
  for (const alternative of alternatives) {
    for (const band of bandsOf(alternative, byId)) {
      bySubject.set(band.subject, [...(bySubject.get(band.subject) ?? []), band]);
    }
  }
  return [...bySubject.values()].flatMap(gapsIn);
}

function bandsOf(expression: Expression, byId: ById): readonly Band[] {
  switch (expression.kind) {
    case 'all':
    case 'any':
      return expression.of.flatMap((part) => bandsOf(part, byId));
    case 'clause': {
      const named = byId.get(expression.id);
      return named === undefined ? [] : bandsOf(named, byId);
    }
    case 'atLeast':
    case 'not':
      return [];
    default:
      return bandOf(expression);
  }
}

function bandOf(leaf: Leaf): readonly Band[] {
  switch (leaf.kind) {
    case 'threshold':
      return [
        {
          subject: `age ${leaf.unit} ${leaf.at}`,
          name: 'age',
          unit: leaf.unit,
          bounds: leaf.bounds,
          isWhole: true,
          asking: (bounds) => ({ ...leaf, bounds }),
        },
      ];
    case 'counted': {
      const { bounds: [first] = [], ...of } = leaf.of;
      return first === undefined
        ? []
        : [
            measured({ ...leaf, of }, of.events, first, (bounds) => ({
              ...leaf,
              of: { ...of, bounds: [{ ...bounds, unit: first.unit }] },
            })),
          ];
    }
    case 'reading': {
      const { bounds, ...rest } = leaf;
      const [first] = bounds;
      return first === undefined
        ? []
        : [
            measured(rest, leaf.of.events, first, (other) => ({
              ...leaf,
              bounds: [{ ...other, unit: first.unit }],
            })),
          ];
    }
    case 'change': {
      const { bounds, ...rest } = leaf;
      const unit = leaf.as === 'percent' ? '%' : '';
      return [
        {
          ...measured(rest, leaf.of.events, { ...bounds, unit }, (other) => ({ ...leaf, bounds: other })),
          name: `change of ${leaf.of.events.join(', ')}`,
        },
      ];
    }
    default:
      return [];
  }
}

function measured(
  subject: object,
  events: readonly string[],
  first: Bounds & { readonly unit: string },
  asking: Band['asking'],
): Band {
  const { unit, ...bounds } = first;
  return { subject: canonical(subject), name: events.join(', '), unit, bounds, isWhole: false, asking };
}

interface Span {
  readonly low: number;
  readonly lowIncluded: boolean;
  readonly high: number;
  readonly highIncluded: boolean;
}

function gapsIn(bands: readonly Band[]): readonly Gap[] {
  const [first] = bands;
  if (first === undefined) return [];
  const { subject, name, unit, isWhole, asking } = first;
  const spans = bands
    .map(({ bounds }) => spanOf(bounds, isWhole))
    .sort((one, other) => one.low - other.low || Number(other.lowIncluded) - Number(one.lowIncluded));
  const gaps: Gap[] = [];
  let [before] = spans;
  for (const next of spans.slice(1)) {
    if (before === undefined) break;
    if (isApart(before, next, isWhole)) {
      const value = valueIn(before, next, isWhole);
      const question = asking({ least: value, most: value });
      gaps.push({ subject, name, text: gapText(before, next, unit), value, unit, question });
    }
    if (next.high > before.high || (next.high === before.high && next.highIncluded)) before = next;
  }
  return gaps;
}

function spanOf({ least, above, most, below }: Bounds, isWhole: boolean): Span {
  const step = isWhole ? 1 : 0;
  const low = Math.max(least ?? -Infinity, above === undefined ? -Infinity : above + step);
  const high = Math.min(most ?? Infinity, below === undefined ? Infinity : below - step);
  return {
    low,
    lowIncluded: isWhole || above === undefined || low > above,
    high,
    highIncluded: isWhole || below === undefined || high < below,
  };
}

function isApart(before: Span, next: Span, isWhole: boolean): boolean {
  if (isWhole) return next.low > before.high + 1;
  return next.low > before.high || (next.low === before.high && !next.lowIncluded && !before.highIncluded);
}

function gapText(before: Span, next: Span, unit: string): string {
  const quantity = (value: number) => (unit === '' || unit === '1' ? String(value) : `${value} ${unit}`);
  if (before.high === next.low) return `exactly ${quantity(next.low)}`;
  const from = before.highIncluded
    ? `more than ${quantity(before.high)}`
    : `${quantity(before.high)} or more`;
  const to = next.lowIncluded ? `less than ${quantity(next.low)}` : `at most ${quantity(next.low)}`;
  return `${from} and ${to}`;
}

/** A value between two spans, with as few digits as lie strictly between them. */
function valueIn(before: Span, next: Span, isWhole: boolean): number {
  if (isWhole) return before.high + 1;
  if (before.high === next.low) return next.low;
  const middle = (before.high + next.low) / 2;
  for (let digits = 0; digits < 12; digits += 1) {
    const value = Number(middle.toFixed(digits));
    if (value > before.high && value < next.low) return value;
  }
  return middle;
}
