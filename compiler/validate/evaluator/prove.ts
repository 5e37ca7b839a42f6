import { createHash } from 'node:crypto';
import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import type { Leaf } from '../../../dsl/kernel/expression.ts';
import { leavesOf, expressionsById } from '../../../dsl/kernel/facts.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { coverage } from '../../../dsl/kernel/meaning.ts';
import { canonical } from '../../digest.ts';
import { loadEvaluator } from '../../load-evaluator.ts';
import type { Solver } from '../../logic/solver.ts';
import { checkDates } from './check-dates.ts';
import { compareDecide } from './decide.ts';
import { years } from './days.ts';
import { conj } from './formula.ts';
import { openModule } from './interpret.ts';
import { placeVerdicts, type Places } from './places.ts';
import { weaker, type Counterexample, type How, type Proof } from './proof.ts';
import { questionsOf } from './questions.ts';
import { randomCases } from './random-cases.ts';
import { readModule } from './read.ts';
import { dateSummaries } from './summaries.ts';
import { disagreement, type Sides } from './sides.ts';
import { misspelled } from './spellings.ts';
import { withoutDiagnoses } from './slice.ts';

/** How much a proof may take. */
export interface Budget {
  /** About how long one question may take, counted in the solver's own steps. */
  readonly milliseconds: number;
  /** The most entries of a history for which it is tried. */
  readonly entries: number;
  /** Random cases on which both sides are run. */
  readonly cases: number;
}

/**
 * Proves that the emitted text of an evaluator means what the kernel means, clause by clause, or finds a case in which it
 * does not, which is run through both before it is told. Throws Unreadable where the text says what its reader does not
 * know.
 */
export async function proveEvaluator(
  kernel: Kernel,
  text: string,
  solver: Solver,
  budget: Budget,
): Promise<Proof> {
  const sides: Sides = { kernel, module: await loadEvaluator(text) };
  const records = randomCases(kernel, budget.cases);
  const found = firstDisagreement(sides, records) ?? misspelled(sides, text);
  if (found !== undefined) return refuted(sides, text, solver, found, 0);
  const questions = questionsOf(kernel);
  const sliced = withoutDiagnoses(text);
  const read = readModule(sliced.text);
  const months = new Set<number>();
  const machine = () => openModule(read, dateSummaries(months));
  const places = await placeVerdicts({
    sides,
    questions,
    machine,
    solver,
    budget,
    records,
    apart: sliced.places,
  });
  const wrong = await checkDates(text, read, months);
  if (places.counterexample !== undefined)
    return refuted(sides, text, solver, places.counterexample, records.length);
  const claims = await clauseClaims(sides, questions, places, machine(), solver, budget, wrong);
  return { ...headOf(sides, text, solver, records.length), claims };
}

function firstDisagreement(sides: Sides, records: readonly CaseRecord[]): Counterexample | undefined {
  for (const record of records) {
    const sentence = disagreement(sides, record);
    if (sentence !== undefined) return { record, sentence };
  }
  return undefined;
}

function headOf({ kernel }: Sides, text: string, { version }: Solver, tested: number) {
  const sha = (content: string) => createHash('sha256').update(content).digest('hex');
  return { solver: version, years, kernel: sha(canonical(kernel)), evaluator: sha(text), tested };
}

function refuted(
  sides: Sides,
  text: string,
  solver: Solver,
  counterexample: Counterexample,
  tested: number,
): Proof {
  const ids = ['outcome', ...sides.module.clauses.map(({ id }) => id)];
  return {
    ...headOf(sides, text, solver, tested),
    claims: ids.map((id) => ({ id, how: { kind: 'refuted' } })),
    counterexample,
  };
}

async function clauseClaims(
  { kernel, module }: Sides,
  questions: readonly Leaf[],
  places: Places,
  machine: ReturnType<typeof openModule>,
  solver: Solver,
  budget: Budget,
  wrong: string | undefined,
): Promise<Proof['claims']> {
  const ids = module.clauses.map(({ id }) => id);
  const differences = compareDecide(machine, kernel, questions, places.questions, ids);
  const session = await solver.open(differences.theory, [], budget.milliseconds);
  const settle = async (difference: typeof differences.outcome): Promise<How> => {
    if (difference.kind === 'constant' && difference.value === false) return { kind: 'proved' };
    const answer = await session.check([conj(difference)]);
    return answer.status === 'unsatisfiable'
      ? { kind: 'proved' }
      : {
          kind: 'tested',
          why: 'its answers are not put together as the kernel has them, as far as the solver settles it',
        };
  };
  const byId = expressionsById(kernel);
  const ofLeaf = (leaf: Leaf): How => {
    const how = places.how.get(questions.findIndex((each) => JSON.stringify(each) === JSON.stringify(leaf)));
    const own = how ?? { kind: 'tested', why: 'no place of the text was found to answer it' };
    return wrong === undefined
      ? own
      : weaker(own, { kind: 'tested', why: `a sum of dates is not that of the calendar: ${wrong}` });
  };
  const through = (leaves: readonly Leaf[], start: How) => leaves.map(ofLeaf).reduce(weaker, start);
  const layers = weaker(places.layers, await settle(differences.outcome));
  const all = [
    coverage(kernel),
    ...(kernel.dosing === undefined ? [] : [kernel.dosing]),
    ...(kernel.scope === undefined ? [] : [kernel.scope]),
  ];
  const outcome = through(
    all.flatMap((expression) => leavesOf(expression, byId)),
    layers,
  );
  const clauses: { id: string; how: How }[] = [];
  for (const id of ids) {
    const own = byId.get(id);
    const start = await settle(differences.clauses.get(id) ?? differences.outcome);
    clauses.push({ id, how: own === undefined ? start : through(leavesOf(own, byId), start) });
  }
  return [{ id: 'outcome', how: outcome }, ...clauses];
}
