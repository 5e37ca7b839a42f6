import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Outcome } from '../../dsl/kernel/meaning.ts';
import type { EvaluatorModule } from '../load-evaluator.ts';
import type { Cohort } from './change-log.ts';

/** A file of a folder: a case that both versions can decide, or what is wrong with it. */
export interface CohortFile {
  /** The file's name. */
  readonly file: string;
  readonly record?: CaseRecord;
  readonly problems: readonly string[];
}

/** Counts whose outcome changes among given cases, and how; those served before `comparedFrom` are not compared. */
export function cohortOf(
  [older, newer]: readonly [EvaluatorModule, EvaluatorModule],
  comparedFrom: string,
  files: readonly CohortFile[],
): Cohort {
  const read = files.flatMap(({ file, record }) => (record === undefined ? [] : [{ file, record }]));
  const [early, compared] = [
    read.filter(({ record }) => record.request.dateOfService < comparedFrom),
    read.filter(({ record }) => record.request.dateOfService >= comparedFrom),
  ];
  const decided = compared.map(({ file, record }) => ({
    file,
    from: older.determine(record).outcome,
    to: newer.determine(record).outcome,
  }));
  const flips = outcomes.flatMap((from) =>
    outcomes
      .filter((to) => to !== from)
      .map((to) => ({
        from,
        to,
        cases: decided.filter((each) => each.from === from && each.to === to).map(({ file }) => file),
      }))
      .filter(({ cases }) => cases.length > 0),
  );
  return {
    cases: compared.length,
    unchanged: decided.filter(({ from, to }) => from === to).length,
    tooEarly: early.map(({ file }) => file),
    flips,
    refused: files
      .filter(({ record }) => record === undefined)
      .map(({ file, problems }) => ({ file, problems })),
  };
}

const outcomes: readonly Outcome[] = ['approved', 'modified', 'pended', 'denied', 'notApplicable'];
