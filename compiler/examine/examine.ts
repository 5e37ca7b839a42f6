import { analysePolicy } from '../check/analyse-policy.ts';
import { diagnosticOf, withFindings } from '../check/findings.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { sorted } from '../diagnostic.ts';
import { evaluatorText } from '../emit/outputs.ts';
import { loadSolver, type Solver } from '../logic/solver.ts';
import { compile, type Compilation } from '../pipeline.ts';
import { decidingIn, mutationSuite, mutationWith, runMutants } from '../suite/mutation.ts';
import { suiteOf } from '../suite/suite-of.ts';
import type { Suite } from '../suite/suite.ts';
import { faultOf } from '../validate/evaluator/proof.ts';
import { proveEvaluator, type Budget } from '../validate/evaluator/prove.ts';
import { withEarlierVersions } from './changes.ts';
import { examinedOf, type Examination, type Tried } from './examination.ts';
import { keptExamination, keptMutants } from './kept.ts';

/** What may be left out of an examination. */
export interface ExamineOptions {
  /** Take nothing over from `generated/`: all is proved again. */
  readonly again?: boolean;
  /** Take over what `generated/` keeps, and examine nothing. */
  readonly keptOnly?: boolean;
  /** Try the mutants of the evaluators whose mutants were not tried yet. */
  readonly mutants?: boolean;
  /** Whether the sources have changed since: then what is not examined yet is left, and what is done is returned. */
  readonly isStale?: () => boolean;
}

/** How much is proved of an evaluator. */
const proofBudget: Budget = { milliseconds: 2000, entries: 2, cases: 300 };

/**
 * Analyses policies, works out their test suites and proves their evaluators; of a policy whose folder in `generated/`
 * keeps that of the same kernel and evaluator, it is taken over. Where there are errors already, nothing is examined.
 */
export async function examine(
  root: string,
  compilation: Compilation,
  options: ExamineOptions = {},
): Promise<Compilation> {
  if (compilation.diagnostics.some(({ severity }) => severity === 'error')) return compilation;
  const { again = false, keptOnly = false, mutants = false, isStale = () => false } = options;
  const examinations = new Map<CompiledPolicy, Examination>();
  for (const policy of compilation.policies) {
    const ofThisRun = known.get(policy);
    const found = ofThisRun ?? (await keptIn(root, policy));
    if (found === undefined) continue;
    if (!again || ofThisRun !== undefined) examinations.set(policy, remembered(policy, found));
  }
  const isOpen = (policy: CompiledPolicy) => {
    const examination = examinations.get(policy);
    return examination === undefined || (mutants && examination.mutation === undefined);
  };
  for (const policy of keptOnly ? [] : compilation.policies.filter(isOpen)) {
    const examination = await byItself(isStale, async (solver) => {
      const found =
        examinations.get(policy) ?? (await examinationOf(policy, solver, await triedIn(root, policy)));
      if (!mutants || found.mutation !== undefined) return found;
      return { ...found, ...(await mutationSuite(policy, found.suite, solver)) };
    });
    if (examination === undefined) break;
    examinations.set(policy, remembered(policy, examination));
  }
  const examined = withExaminations(compilation, examinations);
  const library = compilation.isOne === true ? (await compile({ root })).policies : compilation.policies;
  const policies = await withEarlierVersions(root, examined.policies, library, {
    again,
    ...(keptOnly ? {} : { ask: (work) => byItself(isStale, work) }),
  });
  return { ...examined, policies };
}

const known = new WeakMap<CompiledPolicy, Examination>();

function remembered(policy: CompiledPolicy, examination: Examination): Examination {
  known.set(policy, examination);
  return examination;
}

/** Thrown out of an examination that nobody waits for any more. */
class Interrupted extends Error {}

/** A solver that answers until something else is to be done. */
function interruptible(solver: Solver, isStale: () => boolean): Solver {
  return {
    ...solver,
    open: async (...theory) => {
      const session = await solver.open(...theory);
      return {
        ...session,
        check: (assumptions, share) => {
          if (isStale()) throw new Interrupted();
          return session.check(assumptions, share);
        },
      };
    },
  };
}

/**
 * Work by a solver of its own: what it was asked before turns its search, and the bytes shall not depend on other policies.
 * Nothing comes of work that nobody waits for any more.
 */
async function byItself<Result>(
  isStale: () => boolean,
  work: (solver: Solver) => Promise<Result>,
): Promise<Result | undefined> {
  if (isStale()) return undefined;
  const solver = await loadSolver();
  try {
    return await work(interruptible(solver, isStale));
  } catch (error) {
    if (error instanceof Interrupted) return undefined;
    throw error;
  } finally {
    solver.close();
  }
}

/** Examines one policy. Where mutants of the same text that decides were tried before, they are tried again. */
async function examinationOf(
  policy: CompiledPolicy,
  solver: Solver,
  before: Tried | undefined,
): Promise<Examination> {
  const findings = await analysePolicy(policy, solver);
  const suite = await suiteOf(policy, solver);
  const tried = before === undefined ? { suite } : await triedAgain(policy, suite, before, solver);
  const proof = await proveEvaluator(policy.kernel, evaluatorText(policy), solver, proofBudget);
  return { findings, ...tried, proof };
}

/** Mutants run on a suite with the cases that told them before; only where these tell fewer are others looked for. */
async function triedAgain(
  policy: CompiledPolicy,
  bare: Suite,
  { suite: before, mutation: kept }: Tried,
  solver: Solver,
): Promise<Tried> {
  const slips = before.cases.filter(({ purpose }) => purpose === 'boundary');
  const suite: Suite = { ...bare, cases: [...bare.cases, ...slips] };
  const mutation = mutationWith(runMutants(policy, suite), kept);
  const known = new Set(kept.survivors.map(({ digest }) => digest));
  return mutation.survivors.every(({ digest }) => known.has(digest))
    ? { suite, mutation }
    : await mutationSuite(policy, bare, solver);
}

function keptIn(root: string, policy: CompiledPolicy): Promise<Examination | undefined> {
  const examined = examinedOf(policy.kernel, evaluatorText(policy));
  return keptExamination(`${root}/generated/${policy.name}`, examined);
}

function triedIn(root: string, policy: CompiledPolicy): Promise<Tried | undefined> {
  const text = evaluatorText(policy);
  const { kernel } = examinedOf(policy.kernel, text);
  return keptMutants(`${root}/generated/${policy.name}`, { kernel, deciding: decidingIn(text) });
}

/** Attaches what was found out to the policies, and tells of it. */
function withExaminations(
  { policies, diagnostics, placeOf }: Compilation,
  examinations: ReadonlyMap<CompiledPolicy, Examination>,
): Compilation {
  const findings = [...examinations].flatMap(([{ name }, examination]) =>
    examination.findings.map((finding) => diagnosticOf(finding, (clause) => placeOf(name, clause))),
  );
  const faults = [...examinations].flatMap(([{ name }, { proof }]) => faultOf(proof, name) ?? []);
  return {
    policies: policies.map((policy) => {
      const examination = examinations.get(policy);
      return examination === undefined ? policy : attached(policy, examination);
    }),
    diagnostics: sorted([...withFindings(diagnostics, findings), ...faults]),
    placeOf,
  };
}

const attachments = new WeakMap<Examination, CompiledPolicy>();

/** A policy with its examination: the same object again for the same two, so that nothing is emitted anew. */
function attached(policy: CompiledPolicy, examination: Examination): CompiledPolicy {
  const before = attachments.get(examination);
  if (before !== undefined) return before;
  const examined = { ...policy, ...examination };
  attachments.set(examination, examined);
  return examined;
}
