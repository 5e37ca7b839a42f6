import type { CompiledPolicy } from '../compiled-policy.ts';
import { evaluator } from '../emit/evaluator/evaluator.ts';
import { openInquiry } from '../logic/inquiry.ts';
import type { Solver } from '../logic/solver.ts';
import { loadEvaluator, type EvaluatorModule } from '../load-evaluator.ts';
import { decisionOf, type Decided, type Decision } from './decision.ts';
import { foundPairs, type FoundPairs } from './found-pairs.ts';
import { questionsFor } from './questions.ts';
import { inParts } from './in-parts.ts';
import { isAlike } from './record-facts.ts';
import type { IndependencePair, Suite, SuiteCase } from './suite.ts';
import { inOnePiece, untilUndecided } from './subject.ts';
import { withheldFrom } from './withheld.ts';

/** How long the solver may take for one question about a whole policy. */
const milliseconds = 2000;

/**
 * Works out the suite of a policy: pairs of complete cases that show each clause, with as few cases as sharing them
 * leaves. Every case is run through the interpreter and the generated evaluator. Throws where these disagree: that is a
 * fault of the compiler's.
 */
export async function suiteOf(policy: CompiledPolicy, solver: Solver): Promise<Suite> {
  const decision = decisionOf(policy.kernel);
  const module = await loadEvaluator(evaluator(policy));
  const inquiry = () => openInquiry(solver, [policy.kernel], milliseconds);
  const found = await foundPairs(decision, {
    first: () => questionsFor(decision, untilUndecided(inOnePiece(decision, inquiry()))),
    further: [
      () => questionsFor(decision, inParts(decision, solver)),
      () => questionsFor(decision, inOnePiece(decision, inquiry())),
    ],
  });
  const named = namesOf(found);
  const cases = found.cases.map((each): SuiteCase => {
    agreed(each, module, decision);
    return {
      name: named.get(each) ?? '',
      about: aboutOf(each, found, named),
      record: each.record,
      outcome: each.outcome,
      layer: each.layer,
      clauses: Object.fromEntries(
        policy.kernel.printed.map((id) => [id, each.statuses.get(id)?.truth ?? 'unknown'] as const),
      ),
      purpose: 'independence',
    };
  });
  const pairs = found.pairs.map((pair): IndependencePair => {
    const facts = decision.facts.get(pair.clause.id) ?? [];
    return {
      clause: pair.clause.id,
      number: pair.clause.number,
      kind: pair.kind,
      met: named.get(pair.met) ?? '',
      notMet: named.get(pair.notMet) ?? '',
      outcomes: { met: pair.met.outcome, notMet: pair.notMet.outcome },
      facts: facts.filter((fact) => !isAlike(pair.met.record, pair.notMet.record, fact)),
    };
  });
  return {
    cases,
    pairs,
    withheld: withheldFrom(
      decision,
      new Map(found.cases.map((each) => [named.get(each) ?? '', each])),
      pairs,
    ),
    notIndependent: found.notIndependent,
  };
}

/** Makes sure that interpreter and generated evaluator say the same of a case. */
function agreed(
  { record, outcome, layer, statuses }: Decided,
  module: EvaluatorModule,
  { kernel }: Decision,
) {
  const determination = module.determine(record);
  const differs =
    determination.outcome !== outcome ||
    determination.layer !== layer ||
    determination.clauses.some(({ id, status }) => statuses.get(id)?.truth !== status);
  if (differs)
    throw new Error(
      `Interpreter and evaluator of ${kernel.number} disagree on a case: ${JSON.stringify(record)}`,
    );
}

/** Each case by the clause that it was made for and how that stands there. */
function namesOf({ cases, origins }: FoundPairs): ReadonlyMap<Decided, string> {
  const taken = new Set<string>();
  const names = new Map<Decided, string>();
  for (const each of cases) {
    const clause = origins.get(each)?.clause;
    const status = clause === undefined ? 'unknown' : (each.statuses.get(clause.id)?.truth ?? 'unknown');
    const plain = `${(clause?.id ?? 'case').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll('.', '-')}-${status}`;
    const name = taken.has(plain) ? `${plain}-${cases.indexOf(each) + 1}` : plain;
    taken.add(name);
    names.set(each, name);
  }
  return names;
}

function aboutOf(each: Decided, { origins }: FoundPairs, names: ReadonlyMap<Decided, string>): string {
  const origin = origins.get(each);
  const result = each.outcome === 'modified' ? 'approved with another dose' : each.outcome;
  if (origin === undefined) return `A made-up request that is ${result}.`;
  const { clause, from } = origin;
  const stands = statusWords[each.statuses.get(clause.id)?.truth ?? 'unknown'];
  return from === undefined
    ? `A made-up request that is ${result}, with ${clause.number} ${stands}.`
    : `The made-up request of ${names.get(from) ?? ''}, but with ${clause.number} ${stands}: ${result}.`;
}

const statusWords = { met: 'met', 'not-met': 'not met', unknown: 'unknown' } as const;
