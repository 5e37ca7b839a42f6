import type { MatrixAlone, MatrixData } from '../../compiler/site/matrix-data.ts';
import { ClauseLink } from './heads.tsx';
import { counted, outcomeSigns, outcomeWords } from './words.ts';

/** What each clause does by itself: the pairs of made-up cases, or why there is none. */
export function AloneSection({ data }: { readonly data: MatrixData }) {
  const rows = data.clauses.flatMap(({ alone }, clause) => (alone === undefined ? [] : [{ clause, alone }]));
  if (rows.length === 0) return null;
  const paired = rows.filter(({ alone }) => alone.pair !== undefined);
  return (
    <section>
      <h2 id="alone">What each clause does by itself</h2>
      <p class="about">
        {paired.length} of the {counted(rows.length, 'clause')} that put questions are each shown by a pair of
        made-up cases (in cases.json) that differ in facts of that clause alone and get different outcomes.
      </p>
      <div class="scroll-area whole" tabIndex={0} role="region" aria-label="What each clause does by itself">
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Clause</th>
              <th scope="col">Where it is met</th>
              <th scope="col">Where it is not met</th>
              <th scope="col">What differs</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ clause, alone }) => (
              <tr key={clause}>
                <th scope="row">
                  <ClauseLink data={data} column={{ clause }} />
                </th>
                <Pair alone={alone} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Pair({ alone: { pair, why, proved } }: { readonly alone: MatrixAlone }) {
  if (pair === undefined)
    return (
      <td colSpan={3}>
        {proved === true ? 'No pair, and that is proved. ' : 'Undecided. '}
        {why}
      </td>
    );
  const side = (name: string, outcome: keyof typeof outcomeWords) => (
    <td>
      <span class={`outcome ${outcome}`}>
        <span aria-hidden="true">{outcomeSigns[outcome]} </span>
        {outcomeWords[outcome]}
      </span>
      : <code>{name}</code>
    </td>
  );
  return (
    <>
      {side(pair.met, pair.outcomes.met)}
      {side(pair.notMet, pair.outcomes.notMet)}
      <td>
        <code>{pair.facts.join(', ')}</code>
        {pair.others ? '; clauses that read the same facts change as well' : ''}
      </td>
    </>
  );
}
