import { outcomeWords } from '../../compiler/report/words.ts';
import type { Determination } from '../../dsl/kernel/determination.ts';
import { counted } from './words.ts';

/** Compares what the form says now with a determination that was pinned. */
export function WhatIf({
  determination,
  before,
  onPin,
  onKeep,
  onPutBack,
}: {
  readonly determination: Determination | undefined;
  readonly before: Determination | undefined;
  readonly onPin: () => void;
  readonly onKeep: () => void;
  readonly onPutBack: () => void;
}) {
  if (before === undefined)
    return (
      <button type="button" onClick={onPin} disabled={determination === undefined}>
        What if…
      </button>
    );
  return (
    <section class="what-if" aria-label="What if">
      <p role="status">{movedText(before, determination)}</p>
      <div class="buttons">
        <button type="button" onClick={onKeep}>
          Keep the change
        </button>
        <button type="button" onClick={onPutBack}>
          Put it back
        </button>
      </div>
    </section>
  );
}

function movedText(before: Determination, now: Determination | undefined): string {
  if (now === undefined) return `Was ${outcomeWords[before.outcome]}; now the case cannot be evaluated.`;
  const was = new Map(before.clauses.map(({ id, status }) => [id, status]));
  const moved = now.clauses.filter(({ id, status }) => was.get(id) !== status).length;
  if (before.outcome === now.outcome && moved === 0)
    return 'What if: change a fact, and what moves is shown against this determination.';
  const outcome =
    before.outcome === now.outcome
      ? `Still ${outcomeWords[now.outcome]}`
      : `Was ${outcomeWords[before.outcome]} → now ${outcomeWords[now.outcome]}`;
  return `${outcome}; ${moved === 0 ? 'no clause' : counted(moved, 'clause')} moved.`;
}
