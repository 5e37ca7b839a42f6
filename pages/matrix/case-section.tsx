import { memo } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import { statusWords } from '../../compiler/emit/matrix/words.ts';
import type { Outcome } from '../../dsl/kernel/meaning.ts';
import type { Truth } from '../../dsl/kernel/truth.ts';
import type { MatrixCase, MatrixData } from '../../compiler/site/matrix-data.ts';
import { ColumnHeads, Mark } from './heads.tsx';
import { ScrollTable } from './scroll-table.tsx';
import { caseAddress, counted, outcomes, outcomeSigns, outcomeWords, statuses, statusOf } from './words.ts';

/** Which cases are listed. */
export interface CaseFilter {
  readonly outcome?: Outcome;
  /** Those in which a clause stands so. */
  readonly clause?: { readonly place: number; readonly status: Truth };
}

interface CaseSectionProps {
  readonly data: MatrixData;
  readonly filter: CaseFilter;
  readonly setFilter: (filter: CaseFilter) => void;
  readonly selected: number | undefined;
}

/** What the worked cases show: each against every clause, and for each clause how many show it so. */
export function CaseSection({ data, filter, setFilter, selected }: CaseSectionProps) {
  const { cases, clauses } = data;
  const columns = useMemo(() => clauses.map((_, clause) => ({ clause })), [clauses]);
  const listed = useMemo(() => cases.filter((each) => passes(each, filter)), [cases, filter]);
  return (
    <section>
      <h2 id="cases">What the worked cases show</h2>
      <p class="about">{coverageText(data)}</p>
      {cases.length === 0 ? null : (
        <>
          <div class="tools">
            <label>
              Outcome{' '}
              <select
                value={filter.outcome ?? ''}
                onChange={({ currentTarget: { value } }) => {
                  const { clause } = filter;
                  const outcome = outcomes.find((each) => each === value);
                  setFilter({
                    ...(clause === undefined ? {} : { clause }),
                    ...(outcome === undefined ? {} : { outcome }),
                  });
                }}
              >
                <option value="">any</option>
                {outcomes.map((outcome) => (
                  <option key={outcome} value={outcome}>
                    {outcomeWords[outcome]} ({cases.filter((each) => each.outcome === outcome).length})
                  </option>
                ))}
              </select>
            </label>
            {filter.clause === undefined ? null : (
              <button
                type="button"
                class="chip"
                onClick={() => setFilter(filter.outcome === undefined ? {} : { outcome: filter.outcome })}
              >
                {clauses[filter.clause.place]?.head} {statusWords[filter.clause.status]}{' '}
                <span aria-hidden="true">✕</span>
                <span class="visually-hidden">: no longer filter by it</span>
              </button>
            )}
            <p role="status">
              {listed.length === cases.length
                ? counted(cases.length, 'case')
                : `${listed.length} of ${counted(cases.length, 'case')}`}
            </p>
            <p class="signs">● met · ○ not met · ? unknown</p>
          </div>
          {listed.length === 0 ? (
            <p class="empty">No case passes the filters.</p>
          ) : (
            <ScrollTable
              label="Worked cases against clauses"
              className="grid cases turned"
              columns={[
                undefined,
                undefined,
                ...clauses.map((_, clause) => (clause === selected ? 'selected' : undefined)),
              ]}
              rows={listed.length}
              head={
                <>
                  <th scope="col" class="first">
                    Case
                  </th>
                  <th scope="col" class="outcome">
                    Outcome
                  </th>
                  <ColumnHeads data={data} columns={columns} selected={selected} />
                </>
              }
              row={(place, rowIndex) => (
                <CaseRow key={listed[place]?.name} each={listed[place]} rowIndex={rowIndex} />
              )}
              foot={statuses.map((status) => (
                <>
                  <th scope="row" class="first">
                    All {cases.length}: {statusWords[status]}
                  </th>
                  <td class="outcome" />
                  {clauses.map(({ shown }, clause) => (
                    <td key={clause} class={shown[status] === 0 ? 'count gap' : 'count'}>
                      {shown[status]}
                    </td>
                  ))}
                </>
              ))}
            />
          )}
        </>
      )}
    </section>
  );
}

interface CaseRowProps {
  readonly each: MatrixCase | undefined;
  readonly rowIndex: number;
}

const CaseRow = memo(({ each, rowIndex }: CaseRowProps) => {
  if (each === undefined) return null;
  return (
    <tr aria-rowindex={rowIndex}>
      <th scope="row" class="first">
        <a href={caseAddress(each.name)} title={each.about}>
          {each.name}
        </a>
      </th>
      <td class={`outcome ${each.outcome}`}>
        <span aria-hidden="true">{outcomeSigns[each.outcome]}</span> {outcomeWords[each.outcome]}
      </td>
      {[...each.statuses].map((letter, clause) => (
        <td key={clause}>
          <Mark status={statusOf(letter)} />
        </td>
      ))}
    </tr>
  );
});

function passes({ outcome, statuses: letters }: MatrixCase, filter: CaseFilter): boolean {
  return (
    (filter.outcome === undefined || filter.outcome === outcome) &&
    (filter.clause === undefined || statusOf(letters[filter.clause.place]) === filter.clause.status)
  );
}

function coverageText({ cases, clauses }: MatrixData): string {
  if (cases.length === 0) return 'No case is on file.';
  const gaps = clauses.flatMap(({ head, shown }) =>
    statuses.filter((status) => shown[status] === 0).map((status) => `${head} ${statusWords[status]}`),
  );
  return gaps.length === 0
    ? `The ${counted(cases.length, 'worked case')} show each clause met, not met and unknown at least once.`
    : `Of the ${counted(cases.length, 'worked case')} none shows: ${gaps.join(', ')}.`;
}
