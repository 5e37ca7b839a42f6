import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { Bounds } from './bounds.ts';
import { constraintsOf, recordOf, variablesOf } from './case-of-world.ts';
import { policyLogic, type PolicyLogic } from './meaning.ts';
import { plausible } from './plausible.ts';
import type { Answer, Session, Solver } from './solver.ts';
import type { Term } from './term.ts';
import { worldOf, type World } from './world.ts';

/** Questions over one world, put to the solver. */
export interface Asked {
  /** Whether there is a case of which all of these hold. */
  readonly ask: (assumptions: readonly Term[]) => Promise<Reply>;
  /** The same, by any case that there is, likely or not: sooner where there is none. */
  readonly askPlainly: (assumptions: readonly Term[]) => Promise<Reply>;
  /** The steps that the solver has taken for them. */
  readonly spent: () => number;
  /** Frees what the solver holds of it; nothing is asked after that. */
  readonly close: () => void;
}

/** Questions about policies. */
export interface Inquiry extends Asked {
  readonly world: World;
  /** The policies as logic, in the order in which they were given. */
  readonly policies: readonly PolicyLogic[];
}

export type Reply =
  /** There is such a case. The solver says so: whoever shows it runs it through the interpreter first. */
  | { readonly status: 'possible'; readonly record: CaseRecord }
  /** There is none; `because` are places of assumptions that exclude each other. */
  | { readonly status: 'impossible'; readonly because: readonly number[] }
  | { readonly status: 'undecided' };

/** The part of a question's time in which a likely case is looked for. */
const likelyShare = 0.25;

/**
 * Opens the policies to questions, each of which may take so many milliseconds, over histories of a given length or a usual
 * one.
 */
export function openInquiry(
  solver: Solver,
  kernels: readonly Kernel[],
  milliseconds: number,
  bounds?: Bounds,
): Inquiry {
  const world = worldOf(kernels, bounds);
  const policies = kernels.map((kernel) => policyLogic(kernel, world));
  return { world, policies, ...openWorld(solver, world, kernels, milliseconds) };
}

/** Opens a world to questions about policies; the solver is given it, and what holds further of it, with the first question. */
export function openWorld(
  solver: Solver,
  world: World,
  kernels: readonly Kernel[],
  milliseconds: number,
  further: readonly Term[] = [],
): Asked {
  let session: Session | undefined;
  const check = async (assumptions: readonly Term[], share?: number): Promise<Answer> => {
    session ??= await solver.open([...constraintsOf(world), ...further], variablesOf(world), milliseconds);
    return session.check(assumptions, share);
  };
  const likely = plausible(world, kernels);
  const replyOf = (answer: Answer): Reply => {
    switch (answer.status) {
      case 'satisfiable':
        return { status: 'possible', record: recordOf(world, answer.assignment) };
      case 'unsatisfiable':
        return { status: 'impossible', because: answer.core };
      case 'undecided':
        return answer;
    }
  };
  return {
    ask: async (assumptions) => {
      // A case that could be a patient's reads better; where there is none, any will do.
      const first = await check([...likely, ...assumptions], likelyShare);
      // What excludes itself without being likely, no other case will have.
      if (first.status === 'unsatisfiable' && first.core.every((place) => place >= likely.length))
        return { status: 'impossible', because: first.core.map((place) => place - likely.length) };
      return replyOf(first.status === 'satisfiable' ? first : await check(assumptions));
    },
    askPlainly: async (assumptions) => replyOf(await check(assumptions)),
    spent: () => session?.spent() ?? 0,
    close: () => session?.close(),
  };
}
