import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Determination } from '../../dsl/kernel/determination.ts';
import { meaningOf, type Meaning } from '../../dsl/kernel/meaning.ts';

import { evaluator, type Evaluated } from '../emit/evaluator/evaluator.ts';
import { loadEvaluator, type EvaluatorModule } from '../load-evaluator.ts';
import { shrinkCase } from './shrink-case.ts';

/** A made-up case, and what each version decides on it. */
export interface Witness {
  readonly record: CaseRecord;
  readonly older: Determination;
  readonly newer: Determination;
}

/** A version that can decide cases in both ways: as its meaning is written, and as its generated evaluator does. */
export interface DecidingPolicy {
  readonly compiled: Evaluated;
  readonly evaluator: EvaluatorModule;
}

/** What a case is to show: said of the meanings that both versions have for it, and of itself. */
export type Shows = (older: Meaning, newer: Meaning, record: CaseRecord) => boolean;

/** Makes a version ready to decide cases. */
export async function decidingPolicy(compiled: Evaluated): Promise<DecidingPolicy> {
  return { compiled, evaluator: await loadEvaluator(evaluator(compiled)) };
}

/**
 * Makes the smallest case of one that the solver found, and runs it through the interpreter and the evaluator of both
 * versions. Gives none where it does not show what it is to show, or where the two ways of deciding differ: then there is
 * nothing to be shown.
 * @param on a date of service to prefer, `YYYY-MM-DD`
 */
export function confirmedWitness(
  [older, newer]: readonly [DecidingPolicy, DecidingPolicy],
  found: CaseRecord,
  shows: Shows,
  on: string,
): Witness | undefined {
  const meanings = (record: CaseRecord) =>
    [meaningOf(older.compiled.kernel, record), meaningOf(newer.compiled.kernel, record)] as const;
  const [was, is] = meanings(found);
  if (!shows(was, is, found)) return undefined;
  // Made smaller, it keeps both of its outcomes, whatever else it is to show.
  const isShown = (record: CaseRecord) => {
    const [before, after] = meanings(record);
    return before.outcome === was.outcome && after.outcome === is.outcome && shows(before, after, record);
  };
  const record = shrinkCase(found, isShown, on);
  const [before, after] = [decided(older, record), decided(newer, record)];
  return before === undefined || after === undefined ? undefined : { record, older: before, newer: after };
}

/** The determination of a case; none where the evaluator says other than the interpreter. */
function decided(
  { compiled, evaluator: module }: DecidingPolicy,
  record: CaseRecord,
): Determination | undefined {
  const meaning = meaningOf(compiled.kernel, record);
  const determination = module.determine(record);
  const agrees =
    determination.outcome === meaning.outcome &&
    determination.layer === meaning.layer &&
    determination.clauses.every(({ id, status }) => meaning.clauses.get(id)?.truth === status);
  return agrees ? determination : undefined;
}
