import { jsonText } from '../../visible-text.ts';
import type { Literal } from './formula.ts';
import { unshown, type Matrix } from './matrix.ts';

/** The matrix for programs. A count of ways is text, since it may be larger than a JSON number holds. */
export function matrixJson(matrix: Matrix): string {
  const { policy, ways, clauses, cases, coverage, accepted, independence } = matrix;
  const numbers = new Map(clauses.map(({ id, number }) => [id, number]));
  const step = ({ clause, part, met }: Literal) => ({
    clause,
    number: numbers.get(clause) ?? clause,
    ...(part === undefined ? {} : { part }),
    status: met ? 'met' : 'not-met',
  });
  return jsonText({
    policy,
    paths: Object.fromEntries(
      ways.map(({ section, indication, count, exact, printed }) => [
        indication === undefined ? section : `${section}.${indication}`,
        { count: String(count), exact, printed: printed.length, ways: printed.map((way) => way.map(step)) },
      ]),
    ),
    clauses: clauses.map(({ head: _head, measured, ...row }) => ({
      ...row,
      ...(measured.length === 0 ? {} : { measured }),
    })),
    cases: cases.map(({ clauses: statuses, ...row }) => ({ ...row, clauses: Object.fromEntries(statuses) })),
    coverage,
    unshown: unshown(matrix),
    accepted,
    independence,
  });
}
