import type { MatrixData } from '../../compiler/site/matrix-data.ts';
import { ClauseLink, Mark } from './heads.tsx';
import { outcomeSigns, outcomeWords, statuses, statusOf } from './words.ts';

const layerWords = {
  scope: 'what the policy applies to',
  mandate: 'a mandate',
  plan: 'the plan document',
  policy: 'the policy',
} as const;

/** All that is told of one worked case. */
export function CaseDetail({ data, place }: { readonly data: MatrixData; readonly place: number }) {
  const each = data.cases[place];
  if (each === undefined) return null;
  const letters = [...each.statuses];
  return (
    <>
      <p class="wording">{each.about}</p>
      <p>
        <span class={`outcome ${each.outcome}`}>
          <span aria-hidden="true">{outcomeSigns[each.outcome]} </span>
          {outcomeWords[each.outcome]}
        </span>
        , decided by {layerWords[each.layer]}.
      </p>
      {statuses.map((status) => {
        const clauses = letters.flatMap((letter, clause) => (statusOf(letter) === status ? [clause] : []));
        return clauses.length === 0 ? null : (
          <div key={status}>
            <h3>
              <Mark status={status} /> {headings[status]}
            </h3>
            <ul class="plain clauses">
              {clauses.map((clause) => (
                <li key={clause}>
                  <ClauseLink data={data} column={{ clause }} /> {data.clauses[clause]?.text}
                  {each.needsReview.includes(clause) ? <em> (for a reviewer to judge)</em> : null}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

const headings = { met: 'Met', 'not-met': 'Not met', unknown: 'Unknown' } as const;
