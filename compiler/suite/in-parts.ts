import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Leaf } from '../../dsl/kernel/expression.ts';
import type { Truth } from '../../dsl/kernel/truth.ts';
import type { Assignment } from '../logic/evaluate.ts';
import { stands } from '../logic/excerpt.ts';
import { saidBut } from '../logic/facts-of-world.ts';
import type { Reply } from '../logic/inquiry.ts';
import { verdictsOf } from '../logic/meaning.ts';
import { partsOf, type Part } from '../logic/parts.ts';
import type { Session, Solver } from '../logic/solver.ts';
import { and, implies, no, not, variable, yes, type Term, type Variable } from '../logic/term.ts';
import { expressionsOf, worldOf } from '../logic/world.ts';
import { isServedOn } from './complete.ts';
import { decide, outcomeTerms, type Decision } from './decision.ts';
import { likeBefore } from './like-before.ts';
import { openPart, type Condition, type OpenPart, type Realised } from './part.ts';
import { inOrder, withFacts } from './record-facts.ts';
import { usualDay, type Subject } from './subject.ts';

/** How long the solver may take to say how the questions of a policy could stand: far more than it does. */
const milliseconds = 10_000;
/** After how many questions it is begun anew with what was learnt: what was asked before makes it slow. */
const questionsOfSession = 50;
/** How often it may say so, until the parts can stand as it says. */
const roundsAtMost = 100;
/** The facts of a request that a case tells though no question reads them. */
const requestFacts = ['request.kind', 'request.product', 'request.indication'];

/** A question, and the variables that hold how it stands. */
interface Free {
  readonly leaf: Leaf;
  readonly met: Variable;
  readonly notMet: Variable;
}

/**
 * A policy in parts that share no fact but the day of service, which is the same in all its cases. How its questions stand is
 * asked first, as if each could stand in any way; then each part is asked for facts by which its own do. Where there are
 * none, that is learnt, and how all stand is asked again. So no question to the solver is about more than the largest part,
 * and what was found out about a part serves all clauses.
 *
 * A case is put together of its parts' facts: whoever shows it runs it through the interpreter. There is none where the
 * questions could not even stand so if parts excluded no more than they were shown to on whatever day.
 */
export function inParts(decision: Decision, solver: Solver): Subject {
  const { kernel } = decision;
  const questions = new Map<string, Free>();
  const verdictOf = verdictsOf(kernel, (leaf) => {
    const place = questions.size;
    const met = variable(`question ${place} is met`, 'truth');
    const notMet = variable(`question ${place} is not met`, 'truth');
    questions.set(keyOf(leaf), { leaf, met, notMet });
    return { met, notMet, review: no };
  });
  for (const expression of [...expressionsOf(kernel), decision.covered]) verdictOf(expression);
  const clauses = new Map(kernel.clauses.map(({ id, expression }) => [id, verdictOf(expression)]));
  const logic = { clauses, verdictOf };
  const all = [...questions.values()];
  const consistent = all.map(({ met, notMet }) => not(and(met, notMet)));
  const parts = partsOf(all.map(({ leaf }) => leaf));
  const groups = parts.map(({ leaves }) =>
    leaves.map((leaf) => {
      const { met, notMet } = verdictOf(leaf);
      return [met, notMet].flatMap((each) => (each.kind === 'variable' ? each.name : []));
    }),
  );
  const read = parts.flatMap(({ facts }) => facts);
  const rest: Part = { leaves: [], facts: requestFacts.filter((fact) => !read.includes(fact)) };
  const { bounds } = worldOf([kernel]);
  const opened = [rest, ...parts].map((part) => openPart(solver, kernel, part, bounds));

  const served: Condition = {
    mark: variable('it is served on the usual day', 'truth'),
    over: (world) => isServedOn(world, usualDay(decision)),
  };
  const initial: Condition = {
    mark: variable('it is a first request', 'truth'),
    over: ({ request }) => request.kind.isOneOf(['initial']),
  };
  const conditions = [served, initial];
  const learnt: Term[] = [];
  let session: Session | undefined;
  let before: Assignment | undefined;
  let asked = 0;
  const current = async (): Promise<Session> => {
    if (session !== undefined && asked % questionsOfSession !== 0) return session;
    session?.close();
    session = await solver.open(
      [...consistent, ...learnt],
      all.flatMap(({ met, notMet }) => [met, notMet]),
      milliseconds,
    );
    return session;
  };

  const ask = async (assumptions: readonly Term[]): Promise<Reply> => {
    const { check, add } = await current();
    asked += 1;
    // What was neither found nor shown to be impossible is left out of this question alone.
    const untried = variable(`what question ${asked} did not settle is left out`, 'truth');
    const given = [...assumptions, served.mark, untried];
    const holding = conditions.filter(({ mark }) => given.some((term) => holds(term, mark)));
    const marks = [
      [untried.name, true] as const,
      ...conditions.map((each) => [each.mark.name, holding.includes(each)] as const),
    ];
    const own: Term[] = [];
    for (let round = 0; round < roundsAtMost; round += 1) {
      const answer = await check(given);
      if (answer.status === 'undecided') return answer;
      if (answer.status === 'unsatisfiable') {
        const isShown = answer.core.every((place) => place < assumptions.length);
        return isShown ? { status: 'impossible', because: answer.core } : { status: 'undecided' };
      }
      const assignment = likeBefore(new Map([...answer.assignment, ...marks]), before, groups, [
        ...given,
        ...consistent,
        ...learnt,
        ...own,
      ]);
      const truthOf = (leaf: Leaf): Truth => truthIn(assignment, questions.get(keyOf(leaf)));
      const found: (readonly [OpenPart, Realised])[] = [];
      for (const part of opened) found.push([part, await part.realised(truthOf, holding)]);
      const records = found.flatMap(([{ facts }, each]) =>
        each.status === 'possible' ? [{ facts, record: each.record }] : [],
      );
      if (records.length === opened.length) {
        before = assignment;
        return { status: 'possible', record: merged(records) };
      }
      for (const [part, each] of found) {
        if (each.status === 'possible') continue;
        const isShown = each.status === 'impossible';
        const leaves = isShown ? each.leaves : part.leaves;
        const by = isShown ? each.conditions.map(({ mark }) => mark) : [untried];
        const lemma = implies(
          and(...by),
          not(and(...leaves.map((leaf) => stands(verdictOf(leaf), truthOf(leaf))))),
        );
        (isShown && each.conditions.every(({ but }) => but === undefined) ? learnt : own).push(lemma);
        await add([lemma]);
      }
    }
    return { status: 'undecided' };
  };

  return {
    logic,
    outcomes: outcomeTerms(decision, logic, new Map()),
    always: kernel.scope === undefined ? yes : verdictOf(kernel.scope).met,
    usual: [initial.mark],
    saidBut: (record, facts) => {
      const mark = variable(`all but some facts is as in case ${conditions.length}`, 'truth');
      conditions.push({
        mark,
        over: (world) => saidBut(world, record, facts),
        but: { record, facts },
      });
      const untouched = opened.filter((part) => !part.facts.some((fact) => facts.includes(fact)));
      return and(
        mark,
        ...untouched.flatMap(({ leaves, truthsIn }) => {
          const truths = truthsIn(record);
          return leaves.map((leaf, place) => stands(verdictOf(leaf), truths[place] ?? 'unknown'));
        }),
      );
    },
    ask,
    excluding: async (assumptions, ofStatuses) => {
      // By itself: a question about so many clauses makes all that come after it in a session slow.
      const apart = await solver.open([...consistent, ...learnt, ...ofStatuses], [], milliseconds);
      const answer = await apart.check(assumptions);
      apart.close();
      return answer.status === 'unsatisfiable' ? answer.core : undefined;
    },
    plain: (record) => decide(decision, record),
    close: () => {
      session?.close();
      for (const part of opened) part.close();
    },
  };
}

/** Whether a term is a condition's mark, or holds together with it alone. */
function holds(term: Term, mark: Variable): boolean {
  return term === mark || (term.kind === 'application' && term.operator === 'and' && term.of.includes(mark));
}

function keyOf(leaf: Leaf): string {
  return JSON.stringify(leaf);
}

function truthIn(assignment: Assignment, question: Free | undefined): Truth {
  if (question === undefined) return 'unknown';
  if (assignment.get(question.met.name) === true) return 'met';
  return assignment.get(question.notMet.name) === true ? 'not-met' : 'unknown';
}

/** A case of parts that share no fact: all that none of them reads is as the first has it. */
function merged(
  parts: readonly { readonly facts: readonly string[]; readonly record: CaseRecord }[],
): CaseRecord {
  const [first] = parts;
  if (first === undefined) throw new Error('A policy has at least one part.');
  return inOrder(parts.reduce((record, part) => withFacts(record, part.facts, part.record), first.record));
}
