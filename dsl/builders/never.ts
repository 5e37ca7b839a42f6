import { always, type Criterion, type Member } from '../member.ts';
import { phrase, strong } from '../text.ts';
import { eventName, eventsOf, type CircumstancesOf } from './occurred.ts';
import { circumstanceText, selectionOf, windowText, type Which } from './selection.ts';

/** An event never happened. */
export interface Never<Facts> extends Criterion {
  readonly kind: 'never';
  readonly facts?: Facts & `${'events' | 'dates'}.${string}`;
  readonly documentable?: false;
}

/**
 * Requires that an event never happened up to the date of service, or not within a window. While the history of it is
 * not known to be complete, this is unknown, and never met by silence.
 * @throws Refused where a circumstance is not declared.
 * @example
 * never(event({ id: 'gene-therapy', name: 'gene therapy for spinal muscular atrophy' }))
 */
export function never<
  const E extends Member & { readonly means: 'event' },
  const Facts extends string = never,
>(happening: E, options: Which<CircumstancesOf<E>, Facts> = {}): Never<NoInfer<E['facts'] | Facts>> {
  const events = eventsOf(happening);
  const name = `${eventName(happening)}${circumstanceText(events, options)}`;
  const { within } = options;
  return {
    kind: 'never',
    means: 'criterion',
    wording: always(
      within === undefined
        ? phrase('Has ', strong('NEVER'), ` had any ${name}`)
        : phrase('Has had ', strong('NO'), ` ${name}${windowText(within)}`),
    ),
    reading: 'It is known only where the record holds the whole history of it up to the date of service.',
    expression: {
      kind: 'not',
      of: { kind: 'counted', of: selectionOf(events, options), least: 1, distinct: 'entry' },
    },
  };
}
