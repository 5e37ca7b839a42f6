import { transform } from 'sucrase';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Expression, Leaf } from '../../dsl/kernel/expression.ts';
import { leavesOf } from '../../dsl/kernel/facts.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { meaningOf, type Layer, type Outcome } from '../../dsl/kernel/meaning.ts';
import {
  atLeast,
  greatest,
  least,
  negate,
  unknown,
  type Truth,
  type Verdict,
} from '../../dsl/kernel/truth.ts';
import { planOf, type Plan } from '../emit/evaluator/plan.ts';
import type { DecidingPart, Declaration } from './deciding-part.ts';
import type { Mutant } from './mutants.ts';

/** The part of an evaluator that decides, loaded. */
export interface Decider {
  readonly encode: (facts: CaseRecord, leaves: Uint8Array) => void;
  readonly decide: (leaves: Uint8Array, clauses: Uint8Array) => number;
  /** The name of the layer that decided. */
  readonly layer: (leaves: Uint8Array, clauses: Uint8Array) => string | undefined;
  /** Sets the count of loops' turns back: there is an end to it. */
  readonly rest: () => void;
}

/** An evaluator's text, ready to be loaded with one change in it. */
export interface Loader {
  readonly load: (mutant?: Mutant) => Decider;
}

/** How many turns of loops one case may take: none of a correct evaluator takes as many. */
const mostTurns = 200_000;

/**
 * Prepares the part of an evaluator that decides. It is loaded once; a mutant takes the place of its declaration, and all
 * that is computed from it, and every buffer, is made anew.
 */
export function loaderFor(text: string, { declarations, spellings }: DecidingPart): Loader {
  const assigned = (each: Declaration, mutant?: Mutant) =>
    assignment(each, declarationText(text, each, mutant));
  const data = declarations.filter(({ isFunction, name }) => !isFunction && !spellings.includes(name));
  // Only text that this project's own emitter printed is run.
  // oxlint-disable-next-line no-new-func, no-implied-eval -- a mutant is a text
  const made: unknown = new Function(
    `let turns = 0; function turn() { turns += 1; if (turns > ${mostTurns}) throw new Error('There is no end to it.'); }
let ${declarations.map(({ name }) => name).join(', ')};
${inOrderOfUse(declarations)
  .map((each) => assigned(each))
  .join('\n')}
const resets = [${data.map((each) => `() => { ${assigned(each)} }`).join(',\n')}];
return {
  put: (code) => eval(code),
  reset: (from, to) => { for (const each of resets.slice(from, to)) each(); },
  encode: (facts, leaves) => encode(facts, leaves),
  decide: (leaves, clauses) => decide(leaves, clauses),
  layer: (leaves, clauses) => layers[conclude(leaves, clauses) >> 3],
  rest: () => { turns = 0; },
};`,
  )();
  if (!isStage(made)) throw new Error('The text decides nothing.');
  let changed: Declaration | undefined;
  return {
    load: (mutant) => {
      made.rest();
      if (changed?.isFunction === true) made.put(assigned(changed));
      changed = mutant && declarations.find(({ start, end }) => mutant.start >= start && mutant.end <= end);
      const place = changed === undefined ? -1 : data.indexOf(changed);
      if (changed?.isFunction === true) made.put(assigned(changed, mutant));
      made.reset(0, place < 0 ? data.length : place);
      if (changed !== undefined && place >= 0) {
        made.put(assigned(changed, mutant));
        made.reset(place + 1, data.length);
      }
      return made;
    },
  };
}

interface Stage extends Decider {
  /** Gives a declaration another value. */
  readonly put: (code: string) => void;
  /** Computes the data of some of the declarations anew. */
  readonly reset: (from: number, to: number) => void;
}

function isStage(made: unknown): made is Stage {
  return typeof made === 'object' && made !== null && 'encode' in made && 'put' in made && 'reset' in made;
}

/** Functions may be called by what is computed before them in the text. */
function inOrderOfUse(declarations: readonly Declaration[]): readonly Declaration[] {
  return [
    ...declarations.filter(({ isFunction }) => isFunction),
    ...declarations.filter(({ isFunction }) => !isFunction),
  ];
}

/** A declaration as a statement that gives a value to its name. */
function assignment({ name, isFunction }: Declaration, text: string): string {
  const code = javascript(text);
  return isFunction ? `${name} = ${code.replace(/;?\s*$/, '')};` : code.replace(/^(?:const|let) /, '');
}

/** A declaration's text with a turn counted in each loop, and with a mutant's change. */
function declarationText(text: string, { start, end, loops }: Declaration, mutant?: Mutant): string {
  const edits = [
    ...loops.flatMap((loop) =>
      loop.isBlock
        ? [{ start: loop.start + 1, end: loop.start + 1, put: ' turn();' }]
        : [
            { start: loop.start, end: loop.start, put: '{ turn(); ' },
            { start: loop.end, end: loop.end, put: ' }' },
          ],
    ),
    ...(mutant === undefined ? [] : [{ start: mutant.start, end: mutant.end, put: mutant.replacement }]),
  ].sort((first, second) => second.start - first.start || second.end - first.end);
  // A change that takes a loop away takes its marks with it.
  const fitting = edits.filter(
    (edit) =>
      mutant === undefined ||
      edit.put === mutant.replacement ||
      edit.end <= mutant.start ||
      edit.start >= mutant.end,
  );
  let changed = text.slice(start, end);
  for (const edit of fitting)
    changed = changed.slice(0, edit.start - start) + edit.put + changed.slice(edit.end - start);
  return changed;
}

function javascript(text: string): string {
  const { code } = transform(text, { transforms: ['typescript'], disableESTransforms: true });
  return code.replace(/^export /gm, '');
}

/** What a case comes to, in the numbers of an evaluator. */
export interface Expected {
  readonly record: CaseRecord;
  readonly outcome: Outcome;
  readonly layer: Layer;
  readonly statuses: readonly Verdict[];
}

/** Tells a mutant from what cases come to. */
export interface Judge {
  /** What the interpreter says of a case. */
  readonly expected: (record: CaseRecord) => Expected;
  /** Whether the text says otherwise of one of the cases, or fails. */
  readonly tells: (decider: Decider, cases: readonly Expected[]) => boolean;
  /** Whether the text reads a case otherwise than into these leaves, or fails: only then may it decide otherwise. */
  readonly readsOtherwise: (decider: Decider, record: CaseRecord, wanted: Uint8Array) => boolean;
  /** Whether the text refuses buffers that are too short, and takes those that are not. */
  readonly tellsBuffers: (decider: Decider, given: Expected) => boolean;
}

const outcomes: readonly Outcome[] = ['notApplicable', 'pended', 'denied', 'modified', 'approved'];

/** A judge of texts for a policy. */
export function judgeFor(kernel: Kernel): Judge {
  const plan = planOf(kernel);
  const places = placesOf(plan);
  const leaves = new Uint8Array(3 + plan.leaves.length);
  const clauses = new Uint8Array(kernel.clauses.length);
  const tells = (decider: Decider, { record, outcome, layer, statuses }: Expected): boolean => {
    try {
      decider.rest();
      leaves.fill(7);
      decider.encode(record, leaves);
      const code = decider.decide(leaves, clauses);
      if (outcomes[code] !== outcome || decider.layer(leaves, clauses) !== layer) return true;
      if (statuses.some(({ truth }, place) => clauses[place] !== codes[truth])) return true;
      if (!leaves.includes(5) && !statuses.some(({ review }) => review)) return false;
      return reviewsOf(plan, places, leaves, clauses).some(
        (review, place) => review !== statuses[place]?.review,
      );
    } catch {
      return true;
    }
  };
  return {
    expected: (record) => {
      const { outcome, layer, clauses: verdicts } = meaningOf(kernel, record);
      return {
        record,
        outcome,
        layer,
        statuses: kernel.clauses.map(({ id }) => verdicts.get(id) ?? unknown),
      };
    },
    tells: (decider, cases) => cases.some((each) => tells(decider, each)),
    readsOtherwise: (decider, record, wanted) => {
      try {
        decider.rest();
        leaves.fill(7);
        decider.encode(record, leaves);
        return leaves.some((leaf, place) => leaf !== wanted[place]);
      } catch {
        return true;
      }
    },
    tellsBuffers: (decider, { record }) => {
      const refuses = (work: () => void) => {
        try {
          decider.rest();
          work();
          return false;
        } catch (error) {
          return error instanceof RangeError;
        }
      };
      const long = new Uint8Array(leaves.length + 1);
      const short = new Uint8Array(Math.max(0, leaves.length - 1));
      const shortClauses = new Uint8Array(Math.max(0, clauses.length - 1));
      return !(
        refuses(() => decider.encode(record, short)) &&
        refuses(() => void decider.decide(short, clauses)) &&
        refuses(() => void decider.decide(leaves, shortClauses)) &&
        !refuses(() => decider.encode(record, long)) &&
        !refuses(() => void decider.decide(long, clauses))
      );
    },
  };
}

const codes: Readonly<Record<Truth, number>> = { 'not-met': 0, unknown: 1, met: 3 };

/** Which clauses wait for a reviewer, by the leaves: as a determination tells it. */
function reviewsOf(
  plan: Plan,
  places: ReadonlyMap<Leaf, number>,
  leaves: Uint8Array,
  clauses: Uint8Array,
): readonly boolean[] {
  const known = new Map<string, Verdict>();
  const value = (part: Expression): Verdict => {
    switch (part.kind) {
      case 'all':
        return least(part.of.map(value));
      case 'any':
        return greatest(part.of.map(value));
      case 'atLeast':
        return atLeast(part.count, part.of.map(value));
      case 'not':
        return negate(value(part.of));
      case 'clause':
        return known.get(part.id) ?? unknown;
      default:
        return verdictOf(leaves[places.get(part) ?? 0] ?? 7);
    }
  };
  return plan.kernel.clauses.map(({ id, expression }, place) => {
    const verdict = value(expression);
    known.set(id, verdict);
    return clauses[place] === 1 && verdict.review;
  });
}

/** The place of each leaf, as the clauses hold it. */
function placesOf(plan: Plan): ReadonlyMap<Leaf, number> {
  const leaves = plan.kernel.clauses.flatMap(({ expression }) => leavesOf(expression));
  return new Map(leaves.map((leaf) => [leaf, plan.leafIndex(leaf)]));
}

function verdictOf(code: number): Verdict {
  return {
    truth: (code & 3) === 3 ? 'met' : (code & 3) === 1 ? 'unknown' : 'not-met',
    review: code === 5,
  };
}
