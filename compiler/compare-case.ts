import type { ExpectedDetermination } from './compiled-policy.ts';
import type { Determination } from '../dsl/kernel/determination.ts';
import { didYouMean } from './nearest.ts';

/** How a determination differs from what was worked out by hand, a sentence each; empty where it does not. */
export function differences(actual: Determination, expected: ExpectedDetermination): readonly string[] {
  const differs = (what: string, found: string, wanted: string) =>
    found === wanted ? [] : [`${what} is ${found}, expected ${wanted}`];
  const list = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.join(', '));
  const lists = (what: string, found: readonly string[], wanted: readonly string[] | undefined) =>
    wanted === undefined ? [] : differs(what, list(found), list(wanted));
  const { approval } = expected;
  return [
    ...differs('outcome', actual.outcome, expected.outcome),
    ...differs('layer', actual.layer, expected.layer),
    ...Object.entries(expected.clauses).flatMap(([id, wanted]) => {
      const clause = actual.clauses.find((candidate) => candidate.id === id);
      const ids = actual.clauses.map((candidate) => candidate.id);
      if (clause === undefined) return [`there is no clause '${id}'.${didYouMean(id, ids)}`];
      return differs(id, clause.status, wanted);
    }),
    ...lists('missing', distinct(actual.missing.map(({ clause }) => clause)), expected.missing),
    ...lists('needs review', reviewed(actual), expected.needsReview),
    ...lists(
      'warnings',
      sorted(actual.warnings.map(({ code }) => code)),
      expected.warnings && sorted(expected.warnings),
    ),
    ...(approval?.months === undefined
      ? []
      : differs('months', String(actual.approval?.months ?? 'none'), String(approval.months))),
    ...(approval?.units === undefined
      ? []
      : differs('units', String(actual.approval?.units ?? 'none'), String(approval.units))),
  ];
}

/** The clauses for which a reviewer is asked something that can still change the outcome. */
function reviewed({ missing }: Determination): readonly string[] {
  return distinct(missing.filter(({ needsReview }) => needsReview).map(({ clause }) => clause));
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

function sorted(ids: readonly string[]): readonly string[] {
  return distinct([...ids].sort());
}
