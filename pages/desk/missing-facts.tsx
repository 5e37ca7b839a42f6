import { useMemo } from 'preact/hooks';
import { visible } from '../../compiler/visible-text.ts';
import type { MissingFact } from '../../dsl/kernel/determination.ts';
import { LongList } from './long-list.tsx';

/** Takes the reader to the field of a fact. */
export type GoTo = (place: { readonly fact: string; readonly number: string }) => void;

/** Missing facts, each a button that leads to its field. */
export function Missing({
  facts,
  onGoTo,
}: {
  readonly facts: readonly MissingFact[];
  readonly onGoTo: GoTo;
}) {
  return (
    <LongList
      class="missing"
      items={facts}
      row={(fact) => (
        <MissingRow key={`${fact.clause} ${fact.fact} ${fact.settle}`} fact={fact} onGoTo={onGoTo} />
      )}
    />
  );
}

/** One of them: drawn again only where what it says has changed. */
function MissingRow({ fact, onGoTo }: { readonly fact: MissingFact; readonly onGoTo: GoTo }) {
  const { clause, number, fact: place, settle, needsReview } = fact;
  return useMemo(
    () => (
      <li>
        <button type="button" class="go" onClick={() => onGoTo(fact)}>
          {isNumbered(fact) && <span class="number">{visible(number)}</span>} {visible(settle)}
          {needsReview && <span class="review"> For a reviewer</span>}
        </button>
      </li>
    ),
    [clause, number, place, settle, needsReview, onGoTo],
  );
}

/** Whether a clause has a number of its own to show. */
export function isNumbered({
  clause,
  number,
}: {
  readonly clause: string;
  readonly number: string;
}): boolean {
  return number !== '' && number !== clause;
}
