import type { Expression } from '../../dsl/kernel/expression.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { Outcome } from '../../dsl/kernel/meaning.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { decisionOf } from '../emit/matrix/formula.ts';
import { orderOf, questionsOf, reduced, type Reduced } from './diagram/reduced.ts';

/** What a request goes through, one after the other. */
export type StageName = 'criteria' | 'reauthorization' | 'exclusions' | 'dosing';

/** Where an answer leads: to a step, by its place in the list of them, or to the end. */
export type Target = number | Extract<Outcome, 'approved' | 'modified' | 'denied'>;

/** One step of a decision. */
export type DiagramStep =
  | {
      readonly kind: 'question';
      readonly stage: StageName;
      /** The clause that is asked for; of a stage that is shown as one question, none. */
      readonly clause?: string;
      /** A question that a group of other clauses puts itself has a number of its own in it, from 1. */
      readonly part?: number;
      readonly met: Target;
      readonly notMet: Target;
    }
  | {
      /** A stage is passed. */
      readonly kind: 'passed';
      readonly stage: StageName;
      readonly next: Target;
    };

/** How a policy decides requests of one kind, once all is known: each step stands before those that it leads to. */
export interface DecisionDiagram {
  readonly request: 'any' | 'initial' | 'reauthorization';
  /** The clause of the indication, where the policy has several. */
  readonly indication?: string;
  readonly steps: readonly DiagramStep[];
  readonly start: Target;
  /** The stages that are shown by groups of clauses, since by clauses they would be too many. */
  readonly grouped: readonly StageName[];
}

/** How many steps a diagram has at the most: more is no picture any more. */
const mostSteps = 150;
/** How many questions may come up on the way to it. */
const mostMade = 5_000;

/**
 * The decision diagrams of a policy: for each of its indications, and for a first request and a reauthorization where these
 * differ. Scope, mandate and plan document are decided before, and do not show.
 */
export function decisionDiagrams({ kernel, policy }: CompiledPolicy): readonly DecisionDiagram[] {
  const { medicalNecessity } = policy;
  const indications =
    medicalNecessity.kind === 'indication' ? [undefined] : Object.keys(medicalNecessity.indications);
  const requests =
    kernel.reauthorization === undefined ? (['any'] as const) : (['initial', 'reauthorization'] as const);
  return indications.flatMap((indication) =>
    requests.map((request) => diagramOf(kernel, request, indication)),
  );
}

interface Stage {
  readonly name: StageName;
  readonly expression: Expression;
  /** Groups that are so many references below the expression are taken as one; 0 for the whole of it. */
  readonly depth: number;
}

function diagramOf(
  kernel: Kernel,
  request: DecisionDiagram['request'],
  indication: string | undefined,
): DecisionDiagram {
  let stages = stagesOf(kernel, request, indication).map(({ name, expression }): Stage => ({
    name,
    expression,
    depth: Infinity,
  }));
  for (;;) {
    const drawn = stages.map((stage) => drawnStage(kernel, stage));
    const count = drawn.reduce((sum, { size }) => sum + size, 0);
    if (count + stages.length <= mostSteps || stages.every(({ depth }) => depth === 0)) {
      const { steps, start } = joined(drawn);
      return {
        request,
        ...(indication === undefined ? {} : { indication }),
        steps,
        start,
        grouped: stages.filter(({ depth }) => depth !== Infinity).map(({ name }) => name),
      };
    }
    // The largest stage goes one level up.
    const [largest] = [...drawn].sort((first, second) => second.size - first.size);
    stages = stages.map((stage) =>
      stage === largest?.stage ? { ...stage, depth: Math.min(stage.depth, largest.deepest) - 1 } : stage,
    );
  }
}

/** What is asked of a request, in order; how it is asked to be met is the meaning's own (`coverage` in `meaning.ts`). */
function stagesOf(
  { criteria, reauthorization, repeatsCriteria, exclusions, dosing }: Kernel,
  request: DecisionDiagram['request'],
  indication: string | undefined,
): readonly Pick<Stage, 'name' | 'expression'>[] {
  // A request is decided by the criteria of its own indication alone.
  const own: Expression = indication === undefined ? criteria : { kind: 'clause', id: indication };
  const isRenewal = request === 'reauthorization' && reauthorization !== undefined;
  return [
    ...(isRenewal && !repeatsCriteria ? [] : [{ name: 'criteria' as const, expression: own }]),
    ...(isRenewal ? [{ name: 'reauthorization' as const, expression: reauthorization }] : []),
    { name: 'exclusions', expression: { kind: 'not', of: exclusions } },
    ...(dosing === undefined ? [] : [{ name: 'dosing' as const, expression: dosing }]),
  ];
}

interface DrawnStage {
  readonly stage: Stage;
  /** Nothing where the stage is one question. */
  readonly diagram?: Reduced;
  readonly order: ReadonlyMap<string, number>;
  readonly size: number;
  /** How many references lie between the expression and its last group. */
  readonly deepest: number;
}

function drawnStage(kernel: Kernel, stage: Stage): DrawnStage {
  const { expression, depth } = stage;
  const depths = groupDepths(kernel, expression);
  const deepest = Math.max(0, ...depths.values());
  const none = new Map<string, number>();
  if (depth === 0) return { stage, order: none, size: 1, deepest };
  const whole = new Set([...depths].filter(([, each]) => each >= depth).map(([id]) => id));
  const { formula } = decisionOf(kernel, expression, whole);
  const diagram = reduced(formula, mostMade);
  const order = orderOf(formula);
  return diagram === undefined
    ? { stage, order: none, size: Infinity, deepest: Math.min(deepest, depth) }
    : { stage, diagram, order, size: questionsOf(diagram, order).length, deepest };
}

/** How many references lie between an expression and each clause below it: 1 for those that it names itself. */
function groupDepths({ clauses }: Kernel, expression: Expression): ReadonlyMap<string, number> {
  const byId = new Map(clauses.map((clause) => [clause.id, clause.expression]));
  const depths = new Map<string, number>();
  let level: readonly Expression[] = [expression];
  for (let depth = 1; level.length > 0; depth += 1) {
    const named = [...new Set(level.flatMap(namedIn))].filter((id) => !depths.has(id));
    for (const id of named) depths.set(id, depth);
    level = named.flatMap((id) => byId.get(id) ?? []);
  }
  return depths;
}

function namedIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'clause':
      return [expression.id];
    case 'all':
    case 'any':
    case 'atLeast':
      return expression.of.flatMap(namedIn);
    case 'not':
      return namedIn(expression.of);
    default:
      return [];
  }
}

/** The stages one behind the other: what passes one goes on to the next, and the last is an end. */
function joined(stages: readonly DrawnStage[]): Pick<DecisionDiagram, 'steps' | 'start'> {
  // Worked from the last stage to the first, then numbered from the first.
  let behind: readonly DiagramStep[] = [];
  let start: Target = 'approved';
  for (const { stage, diagram, order } of [...stages].reverse()) {
    const { name } = stage;
    const failed: Target = name === 'dosing' ? 'modified' : 'denied';
    const isNamed = typeof start === 'number';
    const shift = (target: Target, by: number) => (typeof target === 'number' ? target + by : target);
    const branches = diagram === undefined ? [] : questionsOf(diagram, order);
    const own = diagram === undefined ? 1 : branches.length;
    const before = own + (isNamed ? 1 : 0);
    const passed: Target = isNamed ? own : start;
    const places = new Map(branches.map((branch, place) => [branch, place]));
    const targetOf = (next: Reduced): Target =>
      typeof next === 'boolean' ? (next ? passed : failed) : (places.get(next) ?? failed);
    const questions: readonly DiagramStep[] =
      diagram === undefined
        ? [{ kind: 'question', stage: name, met: passed, notMet: failed }]
        : branches.map(({ asks: { clause, part }, met, notMet }) => ({
            kind: 'question',
            stage: name,
            clause,
            ...(part === undefined ? {} : { part }),
            met: targetOf(met),
            notMet: targetOf(notMet),
          }));
    const milestone: readonly DiagramStep[] = isNamed
      ? [{ kind: 'passed', stage: name, next: shift(start, before) }]
      : [];
    behind = [
      ...questions,
      ...milestone,
      ...behind.map((step): DiagramStep =>
        step.kind === 'passed'
          ? { ...step, next: shift(step.next, before) }
          : { ...step, met: shift(step.met, before), notMet: shift(step.notMet, before) },
      ),
    ];
    start = diagram === undefined || typeof diagram !== 'boolean' ? 0 : targetOf(diagram);
  }
  return { steps: behind, start };
}
