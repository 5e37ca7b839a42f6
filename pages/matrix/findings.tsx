import type { MatrixAcceptance, MatrixData, MatrixFinding } from '../../compiler/site/matrix-data.ts';
import { ClauseLink } from './heads.tsx';

/** What the analysis found, and what the author lets stand. */
export function FindingSection({ data }: { readonly data: MatrixData }) {
  const { findings, accepted } = data;
  return (
    <section>
      <h2 id="findings">What the analysis found</h2>
      {findings === undefined ? (
        <p class="about">This policy was not analysed yet: generate has it done.</p>
      ) : findings.length === 0 ? (
        <p class="about">
          Nothing to mend: no criterion that nobody or everybody meets, none that others imply, no exclusion
          that cancels a path, no gap between bands.
        </p>
      ) : (
        <ul class="findings">
          {findings.map((finding, place) => (
            <li key={place}>
              <FindingText data={data} finding={finding} />
            </li>
          ))}
        </ul>
      )}
      {accepted.length === 0 ? null : (
        <>
          <h3>Let stand by the author</h3>
          <ul class="findings">
            {accepted.map((each, place) => (
              <li key={place}>
                <AcceptanceText data={data} accepted={each} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** One finding, with its proof, what to write instead, and a made-up case where there is one. */
export function FindingText({
  data,
  finding,
}: {
  readonly data: MatrixData;
  readonly finding: MatrixFinding;
}) {
  const { code, severity, sentence, proof, remedy, undecided, clauses, witness } = finding;
  return (
    <>
      <p class="finding">
        <span class={`severity ${severity}`}>
          <span aria-hidden="true">{severitySigns[severity] ?? '!'} </span>
          {severity}
        </span>{' '}
        <code>{code}</code> {sentence}
        {undecided ? ' (Undecided: it was neither proved nor refuted.)' : ''}
      </p>
      <p class="detail">
        {clauses.length === 0 ? null : (
          <>
            At{' '}
            {clauses.map((clause, place) => (
              <span key={clause}>
                {place === 0 ? '' : ', '}
                <ClauseLink data={data} column={{ clause }} />
              </span>
            ))}
            .{' '}
          </>
        )}
        Why: {proof}
      </p>
      <p class="detail">{remedy}</p>
      {witness === undefined ? null : (
        <details>
          <summary>A made-up case that shows it</summary>
          <pre tabIndex={0}>{witness}</pre>
        </details>
      )}
    </>
  );
}

/** A finding that the author lets stand, with the reason. */
export function AcceptanceText({
  data,
  accepted: { check, clause, because },
}: {
  readonly data: MatrixData;
  readonly accepted: MatrixAcceptance;
}) {
  return (
    <p class="finding">
      <ClauseLink data={data} column={{ clause }} /> <code>{check}</code> {because}
    </p>
  );
}

const severitySigns: Readonly<Record<string, string>> = { error: '✕', warning: '▲', note: 'i' };
