import { coverage } from '../../dsl/kernel/meaning.ts';
import type { Expression } from '../../dsl/kernel/expression.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { Solver } from '../logic/solver.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { caseStory } from './case-story.ts';
import type { ChangeLog, Example, OutcomeChange, Proof, VersionHead } from './change-log.ts';
import { compareClauses, type MatchedVersions } from './compare-clauses.ts';
import { compareOutcomes, type FoundChange } from './compare-outcomes.ts';
import { comparePaths } from './compare-paths.ts';
import { compareTerms } from './compare-terms.ts';
import { matchClauses } from './match-clauses.ts';
import { comparedFrom, openQuestions, type Questions } from './questions.ts';
import { structures } from './structure.ts';
import { compareVocabularies } from './vocabularies.ts';
import { confirmedWitness, decidingPolicy, type DecidingPolicy, type Shows } from './witness.ts';

/** A version of a policy, and what it is called. */
export interface Version {
  readonly label: string;
  readonly compiled: CompiledPolicy;
}

/** How long one question to the solver may take; there are two to six for each clause that is written otherwise. */
const millisecondsAQuestion = 5000;

/**
 * Works out what changed between two versions. Clauses and paths that are written alike are the same; for the others, and
 * for the outcomes, the solver is asked, and every case that it finds is made as small as it gets and confirmed by the
 * interpreter and the evaluators of both versions before it is shown.
 * @param load loads the solver; it is called at most once, and whoever gives it closes the solver
 */
export async function comparePolicies(
  [older, newer]: readonly [Version, Version],
  load: () => Promise<Solver>,
  milliseconds = millisecondsAQuestion,
): Promise<ChangeLog> {
  const kernels = [older.compiled.kernel, newer.compiled.kernel] as const;
  const vocabulary = compareVocabularies(...kernels);
  const asked = once(async () => {
    const solver = await load();
    return { solver, questions: openQuestions(solver, kernels, vocabulary.drugs, milliseconds) };
  });
  const questions = async () => (await asked()).questions;
  const deciding = once(
    async () => [await decidingPolicy(older.compiled), await decidingPolicy(newer.compiled)] as const,
  );
  const example = exampleMaker(deciding, comparedFrom(...kernels));

  const written = structures();
  const versions: MatchedVersions = {
    older: kernels[0],
    newer: kernels[1],
    match: matchClauses(...kernels, written),
    structures: written,
  };
  const changes = isWrittenAlike(versions) ? [] : await compareOutcomes(await questions());
  const outcomes: OutcomeChange[] = [];
  for (const change of changes) outcomes.push(await outcomeChange(change, example));
  const clauses = [];
  for (const { change, examples } of await compareClauses(versions, questions)) {
    const shown = [];
    for (const { found, shows } of examples) shown.push(await example(found, shows));
    clauses.push({ ...change, examples: shown.flatMap((each) => each ?? []) });
  }
  const paths = await comparePaths([older.compiled, newer.compiled], versions, questions);
  const solver = asked.isStarted() ? (await asked()).solver : undefined;
  return {
    older: headOf(older),
    newer: headOf(newer),
    comparedFrom: comparedFrom(...kernels),
    verdict: verdictOf(outcomes, vocabulary.readDifferently),
    outcomes,
    terms: compareTerms(older.compiled, newer.compiled),
    clauses,
    paths,
    proof: proofOf(solver, solver === undefined ? undefined : await questions(), milliseconds, [
      ...vocabulary.drugs,
      ...vocabulary.readDifferently,
    ]),
  };
}

type MakeExample = (found: CaseRecord, shows: Shows) => Promise<Example | undefined>;

function exampleMaker(
  deciding: () => Promise<readonly [DecidingPolicy, DecidingPolicy]>,
  on: string,
): MakeExample {
  return async (found, shows) => {
    const versions = await deciding();
    const witness = confirmedWitness(versions, found, shows, on);
    if (witness === undefined) return undefined;
    const { record, older, newer } = witness;
    const about = `Made-up: ${older.outcome} by the version effective ${older.policy.effective}, ${newer.outcome} by the version effective ${newer.policy.effective}.`;
    return {
      case: { about, ...record },
      story: caseStory(record, versions[1].compiled.kernel.tables),
      older,
      newer,
    };
  };
}

async function outcomeChange(
  { found, ...change }: FoundChange,
  example: MakeExample,
): Promise<OutcomeChange> {
  if (found === undefined) return change;
  const shown = await example(
    found,
    (older, newer) => older.outcome === change.from && newer.outcome === change.to,
  );
  return { ...change, ...(shown === undefined ? {} : { example: shown }) };
}

function verdictOf(
  outcomes: readonly OutcomeChange[],
  readDifferently: readonly string[],
): ChangeLog['verdict'] {
  if (outcomes.some(({ example }) => example !== undefined)) return 'different';
  return outcomes.length > 0 || readDifferently.length > 0 ? 'undecided' : 'equivalent';
}

/** Whether two versions decide by the same criteria, written alike. */
function isWrittenAlike({ older, newer, structures: written }: MatchedVersions): boolean {
  const always: Expression = { kind: 'all', of: [] };
  const numbers = (kernel: Kernel) =>
    [
      written.of(kernel, coverage(kernel)),
      written.of(kernel, kernel.dosing ?? always),
      written.of(kernel, kernel.scope ?? always),
      ...[...kernel.products].sort(),
    ].join(' ');
  return numbers(older) === numbers(newer);
}

function proofOf(
  solver: Solver | undefined,
  questions: Questions | undefined,
  milliseconds: number,
  vocabulary: readonly string[],
): Proof {
  if (solver === undefined || questions === undefined) return { by: 'structure', vocabulary };
  const { drugs, events } = questions.world.bounds;
  return {
    by: solver.version,
    bounds: { drugs, eventsOfAKind: events },
    millisecondsAQuestion: milliseconds,
    vocabulary,
  };
}

function headOf({ label, compiled: { kernel, digest } }: Version): VersionHead {
  const { number, title, effective } = kernel;
  return { label, number, title, effective, digest };
}

/** Does some work when it is first asked for, and once. */
function once<Result>(
  work: () => Promise<Result>,
): (() => Promise<Result>) & { readonly isStarted: () => boolean } {
  let result: Promise<Result> | undefined;
  const run = () => (result ??= work());
  return Object.assign(run, { isStarted: () => result !== undefined });
}
