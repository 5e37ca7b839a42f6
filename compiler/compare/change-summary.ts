import type { RootContent } from 'mdast';
import { heading } from '../markdown.ts';
import type { ChangeLog, ClauseChange } from './change-log.ts';
import { inShort, proofPart, termsPart } from './change-log-document.ts';
import { clausesPart } from './clause-changes-markdown.ts';
import { numberedExamples } from './example-markdown.ts';

/** What changed, for the reader of the newer version: as the change log says it, without its examples and paths. */
export function changeSummary(log: ChangeLog): readonly RootContent[] {
  return [
    ...inShort(log),
    ...clausesPart(clausesInShort(log.clauses), numberedExamples()),
    heading(3, 'Dates, products and approvals'),
    ...termsPart(log),
    heading(3, 'How this was found'),
    proofPart(log),
  ];
}

/** The clauses that are to be read anew; of those that are new or gone together, the one that holds the others. */
function clausesInShort(clauses: readonly ClauseChange[]): readonly ClauseChange[] {
  const told = clauses.filter(({ change }) => change !== 'same' && change !== 'parts');
  return told
    .filter((clause) => !told.some((other) => other.change === clause.change && holds(other, clause)))
    .map((clause) => ({ ...clause, examples: [] }));
}

/** Whether a clause that is new or gone is so as part of another. */
function holds(other: ClauseChange, clause: ClauseChange): boolean {
  const isWhole = clause.change === 'new' || clause.change === 'gone';
  const [outer, inner] = [other.newer ?? other.older, clause.newer ?? clause.older];
  return isWhole && outer !== undefined && inner !== undefined && inner.id.startsWith(`${outer.id}.`);
}
