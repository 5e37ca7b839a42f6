import type { ComponentChildren } from 'preact';
import { approvalLines } from '../../compiler/report/approval-lines.ts';
import { disclaimer, layerWords, outcomeWords } from '../../compiler/report/words.ts';
import { visible } from '../../compiler/visible-text.ts';
import type {
  Change,
  Determination,
  MissingFact,
  NearestPath,
  NextQuestions,
  Reason,
  Remark,
} from '../../dsl/kernel/determination.ts';
import { ClauseTree } from './clause-tree.tsx';
import type { Desk } from './desk.ts';
import { LongList } from './long-list.tsx';
import { isNumbered, Missing, type GoTo } from './missing-facts.tsx';
import { counted } from './words.ts';

interface DecidedProps {
  readonly determination: Determination;
  /** What changes are compared with. */
  readonly before?: Determination | undefined;
}

/** A determination for a reviewer, in short: what was decided, and why. */
export function Decided({ determination, before }: DecidedProps) {
  const { reasons, approval, clauses } = determination;
  return (
    <>
      <Outcome determination={determination} before={before} />
      {approval !== undefined && (
        <Part title="Approval">
          <ul>
            {approvalLines(approval, clauses).map((line) => (
              <li key={line}>{visible(line)}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="Why">
        <ul class="reasons">
          {reasons.map((reason) => (
            <li key={`${reason.clause}${reason.text}`}>
              <ReasonText reason={reason} />
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

interface DetailsProps extends DecidedProps {
  readonly desk: Desk;
  readonly onGoTo: GoTo;
}

/** The rest of it: what is still to do, the status of every clause, and what was taken for granted. */
export function Details({ desk, determination, before, onGoTo }: DetailsProps) {
  const { missing, next, nearest, warnings, assumptions, policy } = determination;
  return (
    <>
      {next !== undefined && <Next next={next} missing={missing} onGoTo={onGoTo} />}
      {missing.length > 0 && (
        <Part title={`Missing: ${counted(missing.length, 'fact')}`}>
          <p class="note">Only what can still change the outcome.</p>
          <Missing facts={missing} onGoTo={onGoTo} />
        </Part>
      )}
      {nearest !== undefined && <Nearest nearest={nearest} onGoTo={onGoTo} />}
      <Part title="Clauses">
        <ClauseTree clauses={desk.clauses} determination={determination} before={before} />
      </Part>
      <Remarks title="Warnings" remarks={warnings} />
      <Remarks title="Assumptions" remarks={assumptions} />
      <footer class="policy">
        <p>
          Policy {visible(policy.number)}, effective {policy.effective}, digest <code>{policy.digest}</code>
        </p>
        <p>{disclaimer}</p>
      </footer>
    </>
  );
}

/** The outcome in words; beside it what it was, where that is kept. */
function Outcome({ determination, before }: DecidedProps) {
  const { outcome, layer, missing } = determination;
  const review = outcome === 'pended' && missing.some(({ needsReview }) => needsReview);
  return (
    <div class={`outcome is-${outcome}`}>
      {before !== undefined && before.outcome !== outcome && (
        <p class="was">
          Was: {outcomeWords[before.outcome]} {layerWords[before.layer]}
        </p>
      )}
      <p class="word">
        <span aria-hidden="true">{outcomeSigns[outcome]}</span> {outcomeWords[outcome]}
      </p>
      <p class="layer">
        {layerWords[layer]}
        {review && '; a reviewer is needed'}
      </p>
    </div>
  );
}

/** The signs of outcomes, so that none is told by colour alone. */
export const outcomeSigns = {
  approved: '✓',
  modified: '±',
  denied: '✗',
  pended: '?',
  notApplicable: '–',
} as const;

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function ReasonText({ reason: { clause, number, text } }: { readonly reason: Reason }) {
  const isNumbered = number !== undefined && number !== '' && number !== clause;
  return (
    <>
      {clause !== undefined && isNumbered && (
        <>
          <a class="number" href={`policy.html#${encodeURIComponent(clause)}`}>
            {visible(number)}
          </a>{' '}
        </>
      )}
      {visible(text)}
    </>
  );
}

function Next({
  next: { first, shortest, leadsTo },
  missing,
  onGoTo,
}: {
  readonly next: NextQuestions;
  readonly missing: readonly MissingFact[];
  readonly onGoTo: GoTo;
}) {
  return (
    <>
      {missing.length > 1 && (
        <Part title="Ask first">
          <Missing facts={[first]} onGoTo={onGoTo} />
        </Part>
      )}
      {leadsTo === undefined ? (
        <p class="note">Nothing that is still to come can approve it: answers can only deny it.</p>
      ) : (
        shortest.length > 1 &&
        shortest.length < missing.length && (
          <Part
            title={`The fewest facts that could still approve it${leadsTo === 'modified' ? ' as modified' : ''}`}
          >
            <Missing facts={shortest} onGoTo={onGoTo} />
          </Part>
        )
      )}
    </>
  );
}

function Nearest({ nearest, onGoTo }: { readonly nearest: NearestPath; readonly onGoTo: GoTo }) {
  const { isOpen, changes, missing, leadsTo } = nearest;
  if (leadsTo === undefined)
    return (
      <Part title="No path to approval">
        <p class="note">None is known.</p>
      </Part>
    );
  const modified = leadsTo === 'modified' ? ' as modified' : '';
  return (
    <Part
      title={
        isOpen
          ? `Nearest path to approval${modified}`
          : `No path to approval is open on what can still change; nearest${modified}`
      }
    >
      <LongList
        class="missing"
        items={changes}
        row={(change) => (
          <li key={`${change.clause} ${change.fact}`}>
            <ChangeView change={change} onGoTo={onGoTo} />
          </li>
        )}
      />
      {missing.length > 0 && <Missing facts={missing} onGoTo={onGoTo} />}
    </Part>
  );
}

function ChangeView({ change, onGoTo }: { readonly change: Change; readonly onGoTo: GoTo }) {
  const { kind, text, from } = change;
  return (
    <button
      type="button"
      class={`go is-${kind === 'can change' ? 'can' : 'cannot'}`}
      onClick={() => onGoTo(change)}
    >
      <strong>{kind === 'can change' ? 'Can change' : 'Cannot change'}</strong>{' '}
      {isNumbered(change) && <span class="number">{visible(change.number)}</span>} {visible(text)}
      {from !== undefined && `, from ${from} on`}
    </button>
  );
}

function Remarks({ title, remarks }: { readonly title: string; readonly remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <Part title={title}>
      <LongList items={remarks} row={({ code, text }) => <li key={`${code} ${text}`}>{visible(text)}</li>} />
    </Part>
  );
}
