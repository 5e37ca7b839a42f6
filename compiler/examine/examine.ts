import { analysePolicy } from '../check/analyse-policy.ts';
import { diagnosticOf, withFindings } from '../check/findings.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { sorted } from '../diagnostic.ts';
import { evaluatorText } from '../emit/outputs.ts';
import { loadSolver, type Solver } from '../logic/solver.ts';
import { compile, type Compilation } from '../pipeline.ts';
import { mutationSuite } from '../suite/mutation.ts';
import { suiteOf } from '../suite/suite-of.ts';
import { faultOf } from '../validate/evaluator/proof.ts';
import { proveEvaluator, type Budget } from '../validate/evaluator/prove.ts';
import { withEarlierVersions } from './changes.ts';
import { examinedOf, type Examination } from './examination.ts';
import { keptExamination } from './kept.ts';

/** What may be left out of an examination. */
export interface ExamineOptions {
  /** Take nothing over from `generated/`: all is proved again. */
  readonly again?: boolean;
  /** Take over what `generated/` keeps, and examine nothing. */
  readonly keptOnly?: boolean;
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
  const { again = false, keptOnly = false, isStale = () => false } = options;
  const examinations = new Map<CompiledPolicy, Examination>();
  for (const policy of compilation.policies) {
    const kept = known.get(policy) ?? (again ? undefined : await keptIn(root, policy));
    if (kept !== undefined) examinations.set(policy, remembered(policy, kept));
  }
  const open = keptOnly ? [] : compilation.policies.filter((policy) => !examinations.has(policy));
  for (const policy of open) {
    const examination = await byItself(isStale, (solver) => examinationOf(policy, solver));
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

/** Examines one policy. */
export async function examinationOf(policy: CompiledPolicy, solver: Solver): Promise<Examination> {
  return {
    findings: await analysePolicy(policy, solver),
    ...(await mutationSuite(policy, await suiteOf(policy, solver), solver)),
    proof: await proveEvaluator(policy.kernel, evaluatorText(policy), solver, proofBudget),
  };
}

function keptIn(root: string, policy: CompiledPolicy): Promise<Examination | undefined> {
  const examined = examinedOf(policy.kernel, evaluatorText(policy));
  return keptExamination(`${root}/generated/${policy.name}`, examined);
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
