import type { Anchor, Offset, Window } from '../kernel/expression.ts';
import type { Quantity } from '../quantity.ts';
import type { Refusal } from '../refusal.ts';
import type { Milestone } from '../vocabulary/milestone.ts';

/** Days counted from an anchor. */
export interface TimeWindow<Facts extends string> {
  readonly kind: 'window';
  readonly window: Window;
  /** As it reads after a criterion, both ends told. */
  readonly text: string;
  /** In the types alone: the milestone that it reads. */
  readonly facts?: Facts;
}

/** A length in calendar days or months. */
export type Span = Quantity<'days'> | Quantity<'months'>;

/** A length in days or months; else the refusal that its author reads. */
export type LengthIn<Unit extends string> = [Unit] extends ['days' | 'months']
  ? Quantity<Unit>
  : Refusal<`A length in ${Unit} stands where one in days or months is needed: write it with days(...), weeks(...), months(...) or years(...).`>;

/** The anchor's place in a case: a milestone's, or the date of service. */
export function anchorOf(milestone: Milestone<string> | undefined): Anchor {
  return milestone === undefined ? 'dateOfService' : `dates.${milestone.id}`;
}

/** The anchor's name within a sentence. */
export function anchorName(milestone: Milestone<string> | undefined): string {
  return milestone?.name ?? 'the date of service';
}

/** A day so long after the anchor, itself within the window. */
export function offset({ value, unit }: Span, sign: 1 | -1 = 1): Offset {
  // Nothing is subtracted from zero: a negative zero would print as one.
  return { count: value === 0 ? 0 : sign * value, unit, inclusive: true };
}

/** The day of the anchor itself. */
export function anchorDay(inclusive: boolean): Offset {
  return { count: 0, unit: 'days', inclusive };
}
