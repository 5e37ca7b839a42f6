import type { Evidence } from '../../../dsl/kernel/case.ts';
import { canonicalId } from '../../../dsl/kernel/drug-history.ts';
import type { NamedRow } from '../../../dsl/kernel/kernel.ts';
import { OutOfReach, type Choice, type Flag, type Known, type Quantity } from '../../logic/fact.ts';
import { yes, type Term } from '../../logic/term.ts';
import { conj, disj, mux, number32, same } from './formula.ts';
import { orNone, type RawFlag, type RawNumber, type RawText, type Sheet } from './raw-facts.ts';

/** What the facts of the kernel's logic are in terms of those that stand in a case. */

export const evidences: readonly Evidence[] = ['documented', 'reported', 'absent'];

/** Names that no vocabulary has. */
export const strangers = ['a name of no list', 'another name of no list'] as const;

/** For each row a text that means it, and the names of no list. */
export function textsOf(rows: readonly NamedRow[]): readonly string[] {
  return [
    ...rows.flatMap((row) => [row.id, row.name].find((each) => canonicalId(rows, each) === row.id) ?? []),
    ...strangers,
  ];
}

/** The place that a value has among those that a fact of the logic may have; beyond them, where it is none of them. */
export function placeIn(fact: Choice, id: string): number {
  try {
    return Number(fact.assign(id)[0]?.[1] ?? 0);
  } catch (error) {
    if (error instanceof OutOfReach) return 1000;
    throw error;
  }
}

/** A text of the case as a fact of the logic, by what each of its texts means there. */
export function linkText(
  sheet: Sheet,
  fact: Choice,
  text: RawText,
  idOf: (given: string) => string,
  when: Term = yes,
): void {
  linkTerm(sheet, fact, orNone(when, placeTerm(fact, text, idOf)));
}

/** The place of a text's meaning among the values of a fact; 0 where the text is left out. */
export function placeTerm(fact: Choice, text: RawText, idOf: (given: string) => string): Term {
  if (fact.variables.length === 0) return number32(0);
  const byPlace = new Map<number, Term[]>();
  text.options.forEach((option, index) => {
    const place = placeIn(fact, idOf(option));
    byPlace.set(place, [...(byPlace.get(place) ?? []), same(text.term, number32(index + 1))]);
  });
  return [...byPlace].reduce<Term>(
    (otherwise, [place, terms]) => mux(disj(...terms), number32(place), otherwise),
    number32(0),
  );
}

/** The one variable of a fact as a term. */
export function linkTerm(sheet: Sheet, { variables }: Known, term: Term): void {
  const [own] = variables;
  if (own !== undefined) sheet.substitution.set(own.name, term);
}

/** A day of the case that counts on a condition. */
export function linkDay(sheet: Sheet, { variables }: Known, when: Term, term: Term): void {
  const [own] = variables;
  if (own !== undefined) sheet.guarded.set(own.name, { when, term });
}

export function linkFlag(sheet: Sheet, { variables }: Flag, flag: RawFlag, when: Term = yes): void {
  const [isKnown, isTrue] = variables;
  if (isKnown === undefined || isTrue === undefined) return;
  sheet.substitution.set(isKnown.name, conj(when, flag.isKnown));
  sheet.substitution.set(isTrue.name, conj(when, flag.isKnown, flag.isTrue));
}

export function linkNumber(sheet: Sheet, { variables }: Quantity, number: RawNumber, when: Term = yes): void {
  const [isKnown, value] = variables;
  if (isKnown === undefined || value === undefined) return;
  sheet.substitution.set(isKnown.name, conj(when, number.isKnown));
  sheet.substitution.set(value.name, number.term);
}

/** A key with its value, where it has one. */
export function present<Key extends string, T>(key: Key, value: T | undefined): { [K in Key]?: T } {
  // oxlint-disable-next-line consistent-type-assertions -- an object of one key that is not known to the checker
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: T };
}

/** An object of the entries that have a value. */
export function listed<T>(entries: readonly (readonly [string, T | undefined])[]): Record<string, T> {
  return Object.fromEntries(entries.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
}
