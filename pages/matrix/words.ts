import type { Outcome } from '../../dsl/kernel/meaning.ts';
import type { Truth } from '../../dsl/kernel/truth.ts';
import type { MatrixClause, MatrixColumn, MatrixData } from '../../compiler/site/matrix-data.ts';

/** A sign beside each outcome, so that no colour has to say it. */
export const outcomeSigns: Readonly<Record<Outcome, string>> = {
  approved: '✓',
  modified: '△',
  denied: '✕',
  pended: '…',
  notApplicable: '–',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  approved: 'approved',
  modified: 'modified',
  denied: 'denied',
  pended: 'pended',
  notApplicable: 'not applicable',
};

/** In the order in which they are listed. */
export const outcomes: readonly Outcome[] = ['approved', 'modified', 'denied', 'pended', 'notApplicable'];

export const statuses: readonly Truth[] = ['met', 'not-met', 'unknown'];

/** The status that a letter of a case stands for. */
export function statusOf(letter: string | undefined): Truth {
  return letter === 'm' ? 'met' : letter === 'n' ? 'not-met' : 'unknown';
}

/** The address of what is told of a clause; the diagrams link to the same. */
export function clauseAddress({ id }: Pick<MatrixClause, 'id'>): string {
  return `#clause-${encodeURIComponent(id)}`;
}

export function caseAddress(name: string): string {
  return `#case-${encodeURIComponent(name)}`;
}

/** How a column is headed: a clause, or a condition that a group of clauses states itself. */
export function columnHead({ clauses }: MatrixData, { clause, part }: MatrixColumn): string {
  const head = clauses[clause]?.head ?? '';
  if (part === undefined) return head;
  return part === 1 ? `${head} if` : `${head} if ${part}`;
}

/** A number and its noun, as `1 path` and `14 paths`. */
export function counted(count: number | string, one: string, many = `${one}s`): string {
  return `${grouped(String(count))} ${String(count) === '1' ? one : many}`;
}

/** Digits in threes, as `14,000`: the same in every locale. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
