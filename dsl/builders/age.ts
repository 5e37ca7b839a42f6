import type { Bounds } from '../kernel/expression.ts';
import { always, type Criterion } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase } from '../text.ts';
import type { Milestone } from '../vocabulary/milestone.ts';
import { anchorOf } from './time-window.ts';

/** In what unit an age is counted, and on which day. */
export interface AgeOptions<Id extends string> {
  /** Years, where it is left out. */
  readonly unit?: 'years' | 'months' | 'days';
  /** The date of service, where it is left out. */
  readonly at?: Milestone<Id>;
}

/** The milestone that is read, where there is one. */
export type AtFacts<Id extends string> = [Id] extends [never] ? never : `dates.${Id}`;

const most = { years: 150, months: 1_800, days: 54_750 };

/**
 * What ages have in common: the words are given the unit and, where it is not the date of service, the day.
 * @throws Refused where the age is no whole number from 0 to 150 years.
 */
export function age(
  ages: readonly number[],
  { unit = 'years', at }: AgeOptions<string>,
  words: (unit: string, on: string) => string,
  bounds: Bounds,
): Pick<Criterion, 'wording' | 'expression' | 'reading'> {
  const [first = 0] = ages;
  const stray = ages.find((value) => !Number.isInteger(value) || value < 0 || value > most[unit]);
  if (stray !== undefined) {
    throw new Refused(
      'age',
      `An age of ${stray} ${unit}.`,
      'Give full years from 0 to 150, or as many months or days.',
    );
  }
  const last = ages.at(-1) ?? first;
  const day = at === undefined ? 'the date of service' : `the day of ${at.name}`;
  const turns = {
    years: 'full years {day}; who was born on 29 February turns on 1 March in other years',
    months:
      "full months {day}; where a month lacks the day of birth, the month is full on the next month's first day",
    days: 'days {day}; the day of birth is day 0',
  }[unit].replace('{day}', `on ${day}`);
  return {
    wording: always(
      phrase(words(last === 1 ? unit.slice(0, -1) : unit, at === undefined ? '' : ` on ${day}`)),
    ),
    reading: `Age is counted in ${turns}.`,
    expression: { kind: 'threshold', quantity: 'age', unit, at: anchorOf(at), bounds },
  };
}
