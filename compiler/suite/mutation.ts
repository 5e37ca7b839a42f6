import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { sha256 } from '../digest.ts';
import { evaluator } from '../emit/evaluator/evaluator.ts';
import { layerLeafCount, planOf } from '../emit/evaluator/plan.ts';
import type { Solver } from '../logic/solver.ts';
import { candidatesFor } from './candidates/candidates.ts';
import { decisionOf } from './decision.ts';
import { decidingPart, parseEvaluator, type DecidingPart } from './deciding-part.ts';
import { decidingText, mutantsOf, mutatedDeclaration, type Mutant } from './mutants.ts';
import type { Mutation, Sameness, Slip } from './mutation-result.ts';
import { plainCandidates, probesFor } from './probes.ts';
import { readBy } from './histories-read.ts';
import { diagnosisPart } from './proofs/diagnoses.ts';
import { plainProofs, proveSame, type Proving } from './proofs/proofs.ts';
import { withhold } from './record-facts.ts';
import { judgeFor, loaderFor } from './run-mutant.ts';
import { slipCases } from './slip-cases.ts';
import type { Suite } from './suite.ts';
import { furtherBy, tell, tellInTurn, type Chosen } from './telling.ts';

/** Mutants as they were run on the cases of a suite. */
export interface MutationRun {
  readonly text: string;
  /** What they are made of; none is made of what holds spellings of names alone. */
  readonly deciding: DecidingPart;
  readonly mutants: readonly Mutant[];
  /** Those that no case tells. */
  readonly left: readonly Mutant[];
}

type Evaluated = Pick<CompiledPolicy, 'kernel' | 'digest' | 'name' | 'source'>;

/** Runs every mutant of an evaluator on the cases of a suite, and on those without a fact that it lists. */
export function runMutants(policy: Evaluated, suite: Suite): MutationRun {
  const bench = benchFor(policy);
  const { left } = tell(bench.mutants, {
    ...bench,
    suite: bench.probes(recordsOf(suite)),
    furtherFor: () => [],
  });
  return { text: bench.text, deciding: bench.deciding, mutants: bench.mutants, left };
}

/**
 * The suite with further cases, as few as tell every mutant that some case was found to tell; and what became of all
 * mutants, with a proof of those that none tells, as far as one was found.
 */
export async function mutationSuite(
  policy: Evaluated,
  bare: Suite,
  solver: Solver,
): Promise<{ readonly suite: Suite; readonly mutation: Mutation }> {
  const { bench, decision, trials } = trialsOf(policy, bare);
  const told = tell(bench.mutants, trials);
  const withCases = (chosen: readonly Chosen[]): Suite => ({
    ...bare,
    cases: [...bare.cases, ...slipCases(decision, chosen)],
  });
  const alone = runMutants(policy, withCases(told.chosen));
  // What a case told while they were searched, and does not tell here, it told by what the case before had left.
  const lost = alone.left.filter((mutant) => !told.left.some((each) => isSameChange(each, mutant)));
  const inTurn = lost.length === 0 ? [] : tellInTurn(lost, trials);
  const suite = withCases([...told.chosen, ...inTurn]);
  const run = inTurn.length === 0 ? alone : runMutants(policy, suite);
  const proved = await proveSame(run.left, { ...bench, policy }, solver);
  return { suite, mutation: mutationOf(run, proved, solver.version) };
}

/** What mutants are run on where further cases than those of a suite are looked for. */
function trialsOf(policy: Evaluated, bare: Suite) {
  const bench = benchFor(policy);
  const decision = decisionOf(policy.kernel);
  const further = probesFor(
    candidatesFor(
      decision,
      bare.cases.map(({ record }) => record),
    ),
    bench.loader,
    bench.judge,
    bench.leafCount,
  );
  const trials = {
    ...bench,
    suite: bench.probes(recordsOf(bare)),
    furtherFor: furtherBy(
      further,
      readBy(bench.text, bench.part),
      (mutant) => bench.plain(mutant) !== undefined,
    ),
  };
  return { bench, decision, trials };
}

function isSameChange(first: Mutant, second: Mutant): boolean {
  return first.start === second.start && first.end === second.end && first.replacement === second.replacement;
}

/** Proves again what no case of the suite tells. */
export async function proveMutants(policy: Evaluated, suite: Suite, solver: Solver): Promise<Mutation> {
  const run = runMutants(policy, suite);
  return mutationOf(run, await proveSame(run.left, { ...benchFor(policy), policy }, solver), solver.version);
}

/**
 * What became of mutants, where the proofs of those that no case tells are taken over. A proof is of what one evaluator decides
 * by, whatever else stands in its text.
 */
export function mutationWith(run: MutationRun, kept: Mutation): Mutation {
  const known = new Map(
    kept.deciding === decidingIn(run.text) ? kept.equivalent.map(({ digest, how }) => [digest, how]) : [],
  );
  const proved = run.left.flatMap((mutant): readonly (readonly [Mutant, Sameness])[] => {
    const how = known.get(digestOf(run, mutant));
    return how === undefined ? [] : [[mutant, how]];
  });
  return mutationOf(run, new Map(proved), kept.solver);
}

function mutationOf(run: MutationRun, proved: ReadonlyMap<Mutant, Sameness>, solver: string): Mutation {
  const { mutants, left } = run;
  const slip = (mutant: Mutant): Slip => ({
    digest: digestOf(run, mutant),
    declaration: mutant.declaration,
    kind: mutant.kind,
    change: mutant.name.replaceAll(/\s+/g, ' '),
  });
  return {
    deciding: decidingIn(run.text),
    solver,
    made: mutants.length,
    killed: mutants.length - left.length,
    equivalent: left.flatMap((mutant) => {
      const how = proved.get(mutant);
      return how === undefined ? [] : [{ ...slip(mutant), how }];
    }),
    survivors: left.filter((mutant) => !proved.has(mutant)).map(slip),
  };
}

/** Identifies what mutants of an evaluator are made of: SHA-256 of the declarations that decide. */
export function decidingIn(text: string): string {
  return sha256(decidingText(text, decidingPart(parseEvaluator(text))));
}

/** Identifies a mutant of a text: SHA-256 of its declaration with the change. */
export function digestOf({ text, deciding }: Pick<MutationRun, 'text' | 'deciding'>, mutant: Mutant): string {
  return sha256(mutatedDeclaration(text, deciding, mutant));
}

/** What mutants of a policy's evaluator are run with. */
function benchFor(policy: Evaluated) {
  const text = evaluator(policy);
  const file = parseEvaluator(text);
  const deciding = decidingPart(file);
  const loader = loaderFor(text, deciding);
  const judge = judgeFor(policy.kernel);
  const leafCount = planOf(policy.kernel).leaves.length + layerLeafCount;
  const proving: Omit<Proving, 'policy'> = {
    text,
    deciding,
    part: diagnosisPart(text),
    loader,
    judge,
    plain: plainProofs({ policy, text, deciding }),
  };
  return {
    ...proving,
    leafCount,
    mutants: mutantsOf(file),
    probes: (records: readonly CaseRecord[]) => probesFor(plainCandidates(records), loader, judge, leafCount),
  };
}

function recordsOf({ cases, withheld }: Suite): readonly CaseRecord[] {
  return [
    ...cases.map(({ record }) => record),
    ...withheld.flatMap(({ from, fact }) => {
      const record = cases.find(({ name }) => name === from)?.record;
      return record === undefined ? [] : [withhold(record, fact)];
    }),
  ];
}
