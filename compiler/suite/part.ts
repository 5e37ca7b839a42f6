import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Leaf } from '../../dsl/kernel/expression.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { Truth } from '../../dsl/kernel/truth.ts';
import type { Bounds } from '../logic/bounds.ts';
import { excerptOf, stands } from '../logic/excerpt.ts';
import { openWorld } from '../logic/inquiry.ts';
import type { Part } from '../logic/parts.ts';
import type { Solver } from '../logic/solver.ts';
import type { Term, Variable } from '../logic/term.ts';
import type { World } from '../logic/world.ts';
import { isWhole } from './complete.ts';
import { decide, decisionOf } from './decision.ts';
import { simplified } from './simplify.ts';

/** What else is to hold of the facts of every part. */
export interface Condition {
  /** Holds where it does, in what the parts are put together by. */
  readonly mark: Variable;
  /** The same over the facts of one part; nothing where they can't hold what it says. */
  readonly over: (world: World) => Term | undefined;
  /** A case that all is as in, but for some facts: then what a part tells is not told more plainly. */
  readonly but?: { readonly record: CaseRecord; readonly facts: readonly string[] };
}

/** What came of asking for a part's facts. */
export type Realised =
  /** A case that tells them so. */
  | { readonly status: 'possible'; readonly record: CaseRecord }
  /** There is none; by these of its questions and conditions. */
  | {
      readonly status: 'impossible';
      readonly leaves: readonly Leaf[];
      readonly conditions: readonly Condition[];
    }
  | { readonly status: 'undecided' };

/** A part of a policy that is asked by itself. */
export interface OpenPart extends Part {
  /** Complete facts by which its questions stand so. What was asked before is answered as it was. */
  readonly realised: (truthOf: (leaf: Leaf) => Truth, conditions: readonly Condition[]) => Promise<Realised>;
  /** How its questions stand in a case, in their order. */
  readonly truthsIn: (record: CaseRecord) => readonly Truth[];
  readonly close: () => void;
}

/** How long the solver may take for one question about a part. */
const milliseconds = 2001;

/** Opens a part of a policy to questions of its own, over histories of a given length. */
export function openPart(solver: Solver, kernel: Kernel, part: Part, bounds: Bounds): OpenPart {
  const { leaves, facts } = part;
  const excerpt = excerptOf(kernel, leaves, facts, bounds);
  const { world, verdictOf, scope, constraints } = excerpt;
  const asked = openWorld(solver, world, [kernel], milliseconds, [isWhole(world), scope.met, ...constraints]);
  const decision = decisionOf(kernelOf(kernel, leaves));
  const truthsIn = (record: CaseRecord): readonly Truth[] => {
    const { statuses } = decide(decision, record);
    return leaves.map((_, place) => statuses.get(String(place))?.truth ?? 'unknown');
  };
  const known = new Map<string, Realised>();

  const ask = async (truths: readonly Truth[], conditions: readonly Condition[]): Promise<Realised> => {
    const given = conditions.map(({ over }) => over(world));
    const terms = given.filter((term) => term !== undefined);
    if (terms.length < given.length) return { status: 'undecided' };
    const stand = leaves.map((leaf, place) => stands(verdictOf(leaf), truths[place] ?? 'unknown'));
    const reply = await asked.ask([...terms, ...stand]);
    switch (reply.status) {
      case 'possible': {
        if (truthsIn(reply.record).some((truth, place) => truth !== truths[place]))
          return { status: 'undecided' };
        const isExact = conditions.some(({ but }) => but !== undefined);
        return {
          status: 'possible',
          record: isExact ? reply.record : simplified(decision, decide(decision, reply.record)).record,
        };
      }
      case 'impossible': {
        const places = leaves
          .map((_, place) => place)
          .filter((place) => reply.because.includes(terms.length + place));
        const by = conditions.filter((_, place) => reply.because.includes(place));
        // What excludes itself whatever the conditions is told so: what is looked for in vain there is proved not to be.
        const always =
          by.length === 0 ? undefined : await asked.askPlainly(places.flatMap((place) => stand[place] ?? []));
        return {
          status: 'impossible',
          conditions: always?.status === 'impossible' ? [] : by,
          leaves: places.flatMap((place) => leaves[place] ?? []),
        };
      }
      case 'undecided':
        return reply;
    }
  };

  return {
    ...part,
    truthsIn,
    realised: async (truthOf, conditions) => {
      const truths = leaves.map(truthOf);
      const but = conditions.flatMap((condition) => condition.but ?? [])[0];
      if (but !== undefined && !facts.some((fact) => but.facts.includes(fact)))
        return { status: 'possible', record: but.record };
      if (but !== undefined) return ask(truths, conditions);
      const key = JSON.stringify([truths, conditions.map(({ mark }) => mark)]);
      const found = known.get(key) ?? (await ask(truths, conditions));
      known.set(key, found);
      return found;
    },
    close: asked.close,
  };
}

/** A policy that puts these questions alone, each a clause by its place. */
function kernelOf(kernel: Kernel, leaves: readonly Leaf[]): Kernel {
  const { scope: _scope, reauthorization: _reauthorization, dosing: _dosing, ...rest } = kernel;
  return {
    ...rest,
    clauses: leaves.map((leaf, place) => ({
      id: String(place),
      number: '',
      text: '',
      section: 'medicalNecessity',
      expression: leaf,
    })),
    printed: leaves.map((_, place) => String(place)),
    criteria: { kind: 'all', of: [] },
    exclusions: { kind: 'any', of: [] },
    regimens: [],
  };
}
