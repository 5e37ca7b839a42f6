import { always, type Criterion } from '../member.ts';
import type { RefersOf } from '../paths.ts';
import { Refused, type Refusal } from '../refusal.ts';
import { phrase } from '../text.ts';
import { whole } from '../whole.ts';
import { conditionText, ifThen, type IfThen } from './if-then.ts';

/** A row of the table: a population, and what is asked of it. */
export interface PopulationRow {
  readonly when: Criterion;
  readonly then: Criterion;
}

type Rows = Readonly<Record<string, PopulationRow>>;

/** What is asked of each population; the rows are clauses by their keys, with a clause `then` below each. */
export interface ByPopulation<P extends Rows> extends Criterion {
  readonly kind: 'byPopulation';
  readonly facts?: P[keyof P]['when']['facts'] | P[keyof P]['then']['facts'];
  readonly documentable?: false;
  readonly clauses?: { readonly [Key in keyof P]: IfThen<P[Key]['when'], P[Key]['then']> };
  readonly refers?: RefersOf<P[keyof P]['when']> | RefersOf<P[keyof P]['then']>;
}

/** At least one row; else the refusal that its author reads. */
export type SomeRows<P> = [keyof P] extends [never]
  ? Refusal<'A table of populations needs at least one row: byPopulation({ adults: { when: ageAtLeast(18), then: ... } }).'>
  : P;

/**
 * Requires of each population what its row says: every row whose condition is met binds, and at least one must be.
 * Someone who belongs to no row does not meet it.
 * @throws Refused where there is no row.
 * @example
 * byPopulation({ adults: { when: ageAtLeast(18), then: mriHighlyActive }, children: { when: ageBelow(18), then: disablingRelapse } })
 */
export function byPopulation<const P extends Rows>(rows: SomeRows<P>): ByPopulation<P> {
  // Past the call the refusal has done its work: the rows are what P says.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  const entries: readonly (readonly [string, PopulationRow])[] = Object.entries(rows as P);
  if (entries.length === 0) {
    throw new Refused(
      'empty-group',
      'byPopulation holds no row.',
      'Name at least one population and what is asked of it.',
    );
  }
  return {
    kind: 'byPopulation',
    means: 'criterion',
    wording: always(
      phrase('By population: every row that applies must be met, and at least one row must apply:'),
    ),
    join: { kind: 'all', besides: [{ kind: 'any', of: entries.map(([, { when }]) => whole(when)) }] },
    members: Object.fromEntries(
      entries.map(([key, { when, then }]) => [
        key,
        {
          ...ifThen(when, then),
          wording: always(
            phrase('Row that applies if ', conditionText(when), '; then the following must be met:'),
          ),
        },
      ]),
    ),
  };
}
