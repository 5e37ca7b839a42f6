import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import type { Leaf } from '../../../dsl/kernel/expression.ts';
import { answer } from '../../logic/leaves/index.ts';
import type { Session, Solver } from '../../logic/solver.ts';
import { no, type Term } from '../../logic/term.ts';
import { worldOf, type World } from '../../logic/world.ts';
import { typed } from './access.ts';
import { differs, withTerms } from './compare.ts';
import { diagnosisCases } from './diagnoses.ts';
import { disj, substitute } from './formula.ts';
import { callTop } from './interpret.ts';
import { codesDiffer, layerPlaces, layersOf, mandateCodes, planCodes } from './layers.ts';
import type { Machine } from './machine.ts';
import { cell, read, root } from './path.ts';
import type { Counterexample, How } from './proof.ts';
import { weaker } from './proof.ts';
import { answersOf, historyOf } from './questions.ts';
import { disagreement, leavesFor, type Sides } from './sides.ts';
import { symbolicCase, type SymbolicCase } from './symbolic-case.ts';
import type { Value } from './value.ts';
import { Unreadable } from './unreadable.ts';

/** Which question each place of the leaves answers, and how far that is known. */
export interface Places {
  /** By the place among the leaves, the place among the questions. */
  readonly questions: readonly (number | undefined)[];
  readonly how: ReadonlyMap<number, How>;
  /** Of scope, mandate and plan document. */
  readonly layers: How;
  readonly counterexample?: Counterexample;
}

export interface Task {
  readonly sides: Sides;
  readonly questions: readonly Leaf[];
  readonly machine: () => Machine;
  readonly solver: Solver;
  readonly budget: { readonly milliseconds: number; readonly entries: number };
  readonly records: readonly CaseRecord[];
  /** Places that diagnoses alone decide. */
  readonly apart: readonly number[];
}

/** Finds by the text's own `encode` which place answers which question, and proves that it does. */
export async function placeVerdicts(task: Task): Promise<Places> {
  const { sides, questions, apart } = task;
  const matched = match(task);
  const diagnosed = diagnosisDisagreement(task, matched);
  if (diagnosed !== undefined)
    return { questions: matched, how: new Map(), layers: { kind: 'proved' }, counterexample: diagnosed };
  const how = new Map<number, How>();
  for (const place of apart) {
    const question = matched[place];
    if (question !== undefined) how.set(question, { kind: 'proved up to', entries: 2 });
  }
  let layers: How = { kind: 'proved' };
  const open = new Set(
    matched.flatMap((question, place) => (question === undefined || apart.includes(place) ? [] : place)),
  );
  for (let entries = 0; entries <= task.budget.entries; entries += 1) {
    const round = await openRound(task, entries);
    if (round === undefined) {
      for (const place of open)
        note(how, matched[place], entries - 1, 'its text is not followed for so many entries');
      break;
    }
    const first = entries === 0 ? await settle(round, layersDiffer(sides, round), sides) : undefined;
    if (first !== undefined && 'record' in first)
      return { questions: matched, how, layers, counterexample: first };
    if (first !== undefined) layers = weaker(layers, first);
    for (const place of [...open]) {
      const question = matched[place];
      const leaf = question === undefined ? undefined : questions[question];
      if (leaf === undefined || question === undefined) continue;
      const difference = round.differs(place, leaf);
      const result = await settle(round, difference, sides);
      if ('record' in result) return { questions: matched, how, layers, counterexample: result };
      if (result.kind !== 'proved') {
        open.delete(place);
        note(how, question, entries - 1, result.kind === 'tested' ? result.why : '');
        continue;
      }
      const isWhole = historyOf(leaf) === undefined;
      if (isWhole) open.delete(place);
      const now: How = isWhole ? { kind: 'proved' } : { kind: 'proved up to', entries };
      how.set(question, now);
    }
  }
  return { questions: matched, how, layers };
}

function note(how: Map<number, How>, question: number | undefined, entries: number, why: string): void {
  if (question !== undefined && entries < 0) how.set(question, { kind: 'tested', why });
}

/** The questions that places answer alike on every random case: what is then proved is which. */
function match({ sides, questions, records }: Task): readonly (number | undefined)[] {
  const answers = answersOf(sides.kernel, questions);
  const rows = records.map((record) => ({ leaves: leavesFor(sides, record), answers: answers(record) }));
  return Array.from({ length: sides.module.leafCount }, (_, place) => {
    if (place <= layerPlaces.plan) return undefined;
    const found = questions.findIndex((_leaf, question) =>
      rows.every((row) => row.leaves[place] === row.answers[question]),
    );
    return found < 0 ? undefined : found;
  });
}

/** The questions about diagnoses are gone through case by case. */
function diagnosisDisagreement(
  { sides, questions, apart }: Task,
  matched: readonly (number | undefined)[],
): Counterexample | undefined {
  if (apart.length === 0) return undefined;
  const answers = answersOf(sides.kernel, questions);
  for (const record of diagnosisCases(sides.kernel.tables.axes)) {
    const [leaves, own] = [leavesFor(sides, record), answers(record)];
    const wrong = apart.some((place) => {
      const question = matched[place];
      return question !== undefined && leaves[place] !== own[question];
    });
    if (wrong)
      return {
        record,
        sentence: disagreement(sides, record) ?? 'A question about diagnoses is answered otherwise.',
      };
  }
  return undefined;
}

interface Round {
  readonly session: Session;
  readonly symbolic: SymbolicCase;
  readonly leaves: readonly Value[];
  readonly world: World;
  readonly made: (term: Term) => Term;
  readonly differs: (place: number, leaf: Leaf) => Term;
}

/** Runs `encode` on a case of which only the lengths of histories are given. */
async function openRound(
  { sides, machine, solver, budget }: Task,
  entries: number,
): Promise<Round | undefined> {
  const { kernel, module } = sides;
  const world = worldOf([kernel], { drugs: entries, events: entries });
  const symbolic = symbolicCase(world, entries);
  const buffer = typed(
    'Uint8Array',
    Array.from({ length: module.leafCount }, () => cell(root, 0)),
  );
  try {
    callTop(machine(), 'encode', [symbolic.facts, buffer]);
  } catch (error) {
    if (error instanceof Unreadable && entries > 0) return undefined;
    throw error;
  }
  const made = substitute(symbolic.sheet.substitution, symbolic.sheet.guarded);
  const leaves = buffer.cells.map((each) => read(each, root));
  const session = await solver.open(
    symbolic.sheet.constraints,
    symbolic.sheet.variables,
    budget.milliseconds,
  );
  return {
    session,
    symbolic,
    leaves,
    world,
    made,
    differs: (place, leaf) => differs(leaves[place], withTerms(answer(leaf, kernel, world), made)),
  };
}

function layersDiffer({ kernel }: Sides, { leaves, world, made }: Round): Term {
  const layers = layersOf(kernel, world);
  const madeCodes = (codes: ReadonlyMap<number, Term>) =>
    new Map([...codes].map(([code, when]) => [code, made(when)]));
  return disj(
    differs(leaves[layerPlaces.scope], withTerms(layers.scope, made)),
    codesDiffer(leaves[layerPlaces.mandate], madeCodes(mandateCodes(layers))),
    codesDiffer(leaves[layerPlaces.plan], madeCodes(planCodes(layers))),
  );
}

/** Whether two never differ; a case in which they do is run through both sides before it counts. */
async function settle(
  { session, symbolic }: Round,
  difference: Term,
  sides: Sides,
): Promise<How | Counterexample> {
  if (difference === no || (difference.kind === 'constant' && difference.value === false))
    return { kind: 'proved' };
  const found = await session.check([difference]);
  if (found.status === 'unsatisfiable') return { kind: 'proved' };
  if (found.status === 'undecided')
    return { kind: 'tested', why: 'the solver does not settle it in its time' };
  const record = symbolic.recordOf(found.assignment);
  const sentence = disagreement(sides, record);
  return sentence === undefined
    ? { kind: 'tested', why: 'the solver names a case on which the two agree when they are run' }
    : { record, sentence };
}
