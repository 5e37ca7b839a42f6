import { recorded, type Criterion, type EventSelection, type Member } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase, plainText, proseList, strong } from '../text.ts';
import { numberWord } from './number-word.ts';
import { circumstanceText, counted, selectionOf, windowText, type Which } from './selection.ts';

/** An event happened, or so many times. */
export interface Occurred<Facts> extends Criterion {
  readonly kind: 'occurred';
  readonly facts?: Facts & `${'events' | 'dates'}.${string}`;
  readonly documentable?: true;
}

/** The circumstances that the entries of an event may tell of; of a choice of events any, and the builder looks. */
export type CircumstancesOf<E> = E extends {
  readonly kind: 'event' | 'measure';
  readonly conditions: readonly { readonly id: infer Circumstance }[];
}
  ? Circumstance & string
  : string;

/** Which events count, and how many there must be. */
export interface OccurredOptions<Circumstance extends string, Facts extends string> extends Which<
  Circumstance,
  Facts
> {
  readonly times?: number;
  /** Events of one day count once. */
  readonly onSeparateDays?: boolean;
}

/**
 * Requires that an event happened up to the date of service: once, or `times`; one kind of event, or any of several as
 * `oneOf({ visit, telehealthVisit })`, counted together.
 * @throws Refused where a circumstance is not declared, or the count is no whole number above 0.
 * @example
 * occurred(event({ id: 'steroid-burst', name: 'burst of oral steroids', plural: 'bursts of oral steroids' }), { times: 2, within: inTheLast(months(12)) })
 */
export function occurred<
  const E extends Member & { readonly means: 'event' },
  const Facts extends string = never,
>(
  happening: E,
  options: OccurredOptions<CircumstancesOf<E>, Facts> = {},
): Occurred<NoInfer<E['facts'] | Facts>> {
  const events = eventsOf(happening);
  const times = counted(options.times ?? 1);
  const { onSeparateDays = false } = options;
  const circumstances = circumstanceText(events, options);
  const number = strong(numberWord(times));
  const name = eventName(happening, times > 1 && !onSeparateDays);
  const words = onSeparateDays
    ? phrase(name, `${circumstances} on at least `, number, times === 1 ? ' day' : ' separate days')
    : phrase('at least ', number, ` ${name}${circumstances}`);
  return {
    kind: 'occurred',
    means: 'criterion',
    wording: recorded(phrase(words, windowText(options.within))),
    expression: {
      kind: 'counted',
      of: selectionOf(events, options),
      least: times,
      distinct: onSeparateDays ? 'day' : 'entry',
    },
  };
}

/**
 * The kinds of event that a term stands for.
 * @throws Refused where a list holds a list.
 */
export function eventsOf(term: Member): readonly EventSelection[] {
  const parts = term.members === undefined ? [term] : Object.values(term.members);
  return parts.flatMap((part) => {
    if (part.events !== undefined) return part.events;
    throw new Refused('nested-list', 'A list of events within a list of events.', 'Make one list of them.');
  });
}

/** The term as prose: its name, its plural, or `a or b`. */
export function eventName(term: Member, many = false): string {
  const parts = term.members === undefined ? [term] : Object.values(term.members);
  return plainText(
    proseList(
      parts.map((part) =>
        many && 'plural' in part && typeof part.plural === 'string'
          ? phrase(part.plural)
          : part.wording.plain,
      ),
      'or',
    ),
  );
}
