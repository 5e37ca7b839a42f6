import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import { leavesOf } from '../../../dsl/kernel/facts.ts';
import { randomCases } from '../../validate/evaluator/random-cases.ts';
import { casesBeside } from '../boundary.ts';
import type { Decision } from '../decision.ts';
import { withhold } from '../record-facts.ts';
import { datedCases } from './days.ts';
import { drugHistories } from './drugs.ts';
import { eventHistories, windowCases } from './events.ts';
import { agentPairs } from './pairs.ts';
import { spelledCodes } from './spellings.ts';
import { statementHistories } from './statements.ts';

/** A case that may tell slips of an evaluator. */
export interface Candidate {
  readonly record: CaseRecord;
  /** The facts that it is about, as `drugs` or `findings.hiv-infection`. */
  readonly about: readonly string[];
}

/** The cases of a suite, each without one fact that some question reads, or without the kind of the request. */
function withoutFacts({ facts }: Decision, records: readonly CaseRecord[]): readonly Candidate[] {
  const read = [...new Set([...facts.values()].flat().concat('request.kind', 'request.product'))];
  return read.flatMap((fact) => records.map((record) => ({ record: withhold(record, fact), about: [fact] })));
}

/** How many of the cases at random there are of each kind. */
const histories = 6000;
const wholeCases = 1500;

/**
 * Cases among which some tell the slips that the pairs of a suite do not: short ones about one history first, then cases
 * beside those of the suite, then whole cases at random. The same for the same policy and suite.
 */
export function candidatesFor(decision: Decision, records: readonly CaseRecord[]): readonly Candidate[] {
  const { kernel } = decision;
  const leaves = [...decision.bottom.map(({ expression }) => expression), decision.covered].flatMap(
    (expression) => leavesOf(expression),
  );
  const about = (of: readonly string[], found: readonly CaseRecord[]): readonly Candidate[] =>
    found.map((record) => ({ record, about: of }));
  const isRead = leaves.some(({ kind }) => kind === 'classified');
  return [
    ...about(['drugs'], agentPairs(kernel, leaves)),
    ...about(['drugs'], drugHistories(kernel, leaves, histories)),
    ...(isRead ? about(['diagnoses'], spelledCodes(kernel.tables.axes)) : []),
    ...(isRead ? about(['diagnoses'], statementHistories(kernel, histories)) : []),
    ...about(['events'], eventHistories(kernel, leaves, histories)),
    ...about(['events'], windowCases(kernel, leaves)),
    ...about(['dates'], datedCases(leaves)),
    ...withoutFacts(decision, records),
    ...casesBeside(decision, records).map(({ record, facts }) => ({ record, about: facts })),
    ...about(['whole case'], randomCases(kernel, wholeCases, 20_240_302)),
  ];
}
