import { marks, statusWords } from '../../compiler/emit/matrix/words.ts';
import type { Truth } from '../../dsl/kernel/truth.ts';
import type { MatrixColumn, MatrixData } from '../../compiler/site/matrix-data.ts';
import { clauseAddress, columnHead } from './words.ts';

interface ClauseLinkProps {
  readonly data: MatrixData;
  readonly column: MatrixColumn;
}

/** A clause's number, which opens what is told of it; described by its wording. */
export function ClauseLink({ data, column }: ClauseLinkProps) {
  const clause = data.clauses[column.clause];
  if (clause === undefined) return null;
  return (
    <a href={clauseAddress(clause)} title={clause.text} aria-describedby={`wording-${column.clause}`}>
      {columnHead(data, column)}
    </a>
  );
}

interface ColumnHeadsProps {
  readonly data: MatrixData;
  readonly columns: readonly MatrixColumn[];
  /** The clause that the panel tells of. */
  readonly selected: number | undefined;
}

/** The heads of columns of clauses: upright where they are few, turned where they are many. */
export function ColumnHeads({ data, columns, selected }: ColumnHeadsProps) {
  const found = new Set(data.findings?.flatMap(({ clauses }) => clauses));
  return (
    <>
      {columns.map((column, place) => (
        <th key={place} scope="col" class={column.clause === selected ? 'clause selected' : 'clause'}>
          <span class="head">
            <ClauseLink data={data} column={column} />
            {found.has(column.clause) ? (
              <span class="flag" title="The analysis found something">
                <span aria-hidden="true">!</span>
                <span class="visually-hidden">, with a finding</span>
              </span>
            ) : null}
          </span>
        </th>
      ))}
    </>
  );
}

/** A status as a sign, with its word for who hears it. */
export function Mark({ status }: { readonly status: Truth }) {
  return (
    <span class={`mark ${status}`} role="img" aria-label={statusWords[status]}>
      {marks[status]}
    </span>
  );
}
