import type { Clause, Kernel } from '../../../dsl/kernel/kernel.ts';
import { compareClause } from './clause.ts';
import { named, type ComparedClause, type Difference, type UncomparedClause } from './difference.ts';
import type { PrintedDocument } from './document.ts';
import { expectedClauses, hasSeveralUses } from './expected.ts';
import { match } from './match.ts';
import { outlineOf } from './outline.ts';
import { comparePlaces } from './places.ts';
import { readCriteriaMarkdown } from './read-markdown.ts';
import { readCriteriaText } from './read-text.ts';
import { uncompared, type Remark } from './remark.ts';
import { compareDurations, compareExclusions, compareOpening, type ClauseRemarks } from './sections.ts';

/** What the printed criteria and the kernel come to beside each other. */
export interface CriteriaComparison {
  /** What of each clause was compared and agrees, in printed order. */
  readonly compared: readonly ComparedClause[];
  /** What can't be compared, and why: it is taken as it stands. */
  readonly uncompared: readonly UncomparedClause[];
  readonly differences: readonly Difference[];
}

/** Reads `criteria.txt` back and compares it with the kernel, clause by clause. */
export function compareCriteriaText(kernel: Kernel, text: string): CriteriaComparison {
  return compareCriteria(kernel, readCriteriaText(text));
}

/** The same of `criteria.md`. */
export function compareCriteriaMarkdown(kernel: Kernel, markdown: string): CriteriaComparison {
  return compareCriteria(kernel, readCriteriaMarkdown(markdown));
}

function compareCriteria(kernel: Kernel, document: PrintedDocument): CriteriaComparison {
  const clauses = new Map(kernel.clauses.map((clause) => [clause.id, clause]));
  const hasSeveral = hasSeveralUses(clauses);
  const all = expectedClauses(kernel, clauses);
  const unprinted = hasSeveral ? all.find(({ clause }) => clause.id === 'indication') : undefined;
  const expected = all.filter((each) => each !== unprinted);
  const outline = outlineOf(document, hasSeveral);
  const matching = match(expected, outline.items);
  const root = clauses.get('indication');
  const uses = expected.filter(({ clause }) => unprinted?.parts.includes(clause.id) === true);
  const remarks: readonly ClauseRemarks[] = [
    ...(root === undefined ? [] : [compareOpening(outline.opening, root, uses)]),
    ...expected.flatMap((each): readonly ClauseRemarks[] => {
      const item = matching.items.get(each.clause.id)?.item;
      return item === undefined
        ? []
        : [{ clause: each.clause, remarks: compareClause(item, each, kernel, clauses) }];
    }),
    ...compareDurations(outline.durations, kernel, clauses),
    ...compareExclusions(outline.exclusions, kernel, clauses),
    ...(root === undefined || kernel.scope === undefined
      ? []
      : [{ clause: root, remarks: [uncompared('"Applies to" stands in line in the head of the policy')] }]),
  ];
  return {
    compared: comparedOf(remarks),
    uncompared: remarks.flatMap(({ clause, remarks: own }) =>
      own.flatMap((remark) =>
        remark.kind === 'uncompared' ? [{ clause: clause.id, number: named(clause), why: remark.why }] : [],
      ),
    ),
    differences: [
      ...comparePlaces(expected, matching, unprinted),
      ...remarks.flatMap(({ clause, remarks: own }) => differencesOf(clause, own)),
    ],
  };
}

function differencesOf(clause: Clause, remarks: readonly Remark[]): readonly Difference[] {
  return remarks.flatMap((remark) =>
    remark.kind === 'different'
      ? [
          {
            clause: clause.id,
            number: named(clause),
            about: remark.about,
            message: `${named(clause)} ${remark.predicate}.`,
          },
        ]
      : [],
  );
}

/** Each clause once, with all that was compared of it. */
function comparedOf(remarks: readonly ClauseRemarks[]): readonly ComparedClause[] {
  const byClause = new Map<Clause, string[]>();
  for (const { clause, remarks: own } of remarks) {
    const what = own.flatMap((remark) => (remark.kind === 'compared' ? [remark.what] : []));
    if (what.length > 0) byClause.set(clause, [...(byClause.get(clause) ?? []), ...what]);
  }
  return [...byClause].map(([clause, what]) => ({
    clause: clause.id,
    number: named(clause),
    what: [...new Set(what)],
  }));
}
