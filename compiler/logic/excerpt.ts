import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Expression, Leaf } from '../../dsl/kernel/expression.ts';
import { expressionsById, factsOf, leavesOf } from '../../dsl/kernel/facts.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { Truth } from '../../dsl/kernel/truth.ts';
import type { Bounds } from './bounds.ts';
import { saidBut } from './facts-of-world.ts';
import { answer } from './leaves/index.ts';
import { scopeOf, verdictsOf } from './meaning.ts';
import { and, no, not, variable, type Term } from './term.ts';
import type { Verdict } from './verdict.ts';
import { worldOf, type World } from './world.ts';

/**
 * Some expressions of a policy, as logic over the facts that matter to a question: what reads none of them is left open, as
 * if its answer could be anything. So what can't be in an excerpt can't be at all, and what can be there may be.
 */
export interface Excerpt {
  readonly kernel: Kernel;
  readonly world: World;
  readonly scope: Verdict;
  readonly verdictOf: (expression: Expression) => Verdict;
  /** What holds of the answers left open: none of them is met and not met. */
  readonly constraints: readonly Term[];
  /**
   * Holds where all else is as a case has it: the answers left open, which `truthOf` tells, and every fact but those that
   * matter. Nothing where the world can't hold the case.
   */
  readonly elseAsIn: (record: CaseRecord, truthOf: (leaf: Leaf) => Truth) => Term | undefined;
}

/** Takes out of a policy what some expressions ask of some facts. */
export function excerptOf(
  kernel: Kernel,
  expressions: readonly Expression[],
  facts: readonly string[],
  bounds: Bounds,
): Excerpt {
  const byId = expressionsById(kernel);
  const wanted = new Set(facts);
  const reads = (leaf: Leaf) => factsOf(leaf).some((fact) => wanted.has(fact));
  const asked = kernel.scope === undefined ? expressions : [kernel.scope, ...expressions];
  const world = worldOf(
    [onlyAsking(kernel, asked.flatMap((expression) => leavesOf(expression, byId)).filter(reads))],
    bounds,
  );
  const open: { readonly leaf: Leaf; readonly verdict: Verdict }[] = [];
  const verdictOf = verdictsOf(kernel, (leaf) => {
    if (reads(leaf)) return answer(leaf, kernel, world);
    const verdict = openAnswer(open.length);
    open.push({ leaf, verdict });
    return verdict;
  });
  const scope = scopeOf(kernel, world, verdictOf);
  for (const expression of expressions) verdictOf(expression);
  return {
    kernel,
    world,
    scope,
    verdictOf,
    constraints: open.map(({ verdict: { met, notMet } }) => not(and(met, notMet))),
    elseAsIn: (record, truthOf) => {
      const said = saidBut(world, record, facts);
      return said === undefined
        ? undefined
        : and(said, ...open.map(({ leaf, verdict }) => stands(verdict, truthOf(leaf))));
    },
  };
}

/** A policy that puts these questions alone: a world is made for what it reads. */
function onlyAsking(kernel: Kernel, questions: readonly Leaf[]): Kernel {
  const { scope: _scope, reauthorization: _reauthorization, dosing: _dosing, ...rest } = kernel;
  return {
    ...rest,
    clauses: [],
    criteria: { kind: 'all', of: questions },
    exclusions: { kind: 'any', of: [] },
    regimens: [],
  };
}

function openAnswer(place: number): Verdict {
  return {
    met: variable(`answer ${place} is met`, 'truth'),
    notMet: variable(`answer ${place} is not met`, 'truth'),
    review: no,
  };
}

/** Where a verdict is this. */
export function stands({ met, notMet }: Verdict, truth: Truth): Term {
  switch (truth) {
    case 'met':
      return and(met, not(notMet));
    case 'not-met':
      return and(not(met), notMet);
    case 'unknown':
      return and(not(met), not(notMet));
  }
}
