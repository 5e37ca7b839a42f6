import type { DeskClause, DeskData } from '../../compiler/site/desk-data.ts';
import type { Determination, MissingFact } from '../../dsl/kernel/determination.ts';
import { inForm, pathOfFact, type Evaluation } from './evaluation.ts';
import { isAnswered, type Question } from './questions.ts';
import { valueAt, type Tree } from './tree.ts';

/** The questions as the form asks them: what still matters first, in the order of "what to ask next". */
export interface Layout {
  readonly open: readonly Group[];
  readonly answered: readonly Group[];
  /** What is not answered and cannot change the outcome now. */
  readonly idle: readonly Group[];
  /** What is on file and this policy does not read. */
  readonly foreign: readonly Group[];
}

/** The questions that serve one clause; without one, those that decide whether the policy applies, or that it does not read. */
export interface Group {
  readonly clause?: DeskClause;
  readonly questions: readonly Question[];
}

/** The questions other than the request, which is always asked first, as what is on file and missing has them. */
export function layoutOf(
  desk: DeskData,
  questions: readonly Question[],
  tree: Tree,
  missing: ReadonlyMap<string, readonly MissingFact[]>,
): Layout {
  const ranks = new Map([...missing.keys()].map((key, rank) => [key, rank]));
  const rest = questions.filter(({ key }) => key !== 'request');
  const closed = rest.filter(({ key }) => !ranks.has(key));
  const isRead = ({ key, clauses }: Question) => clauses.length > 0 || desk.scope.includes(key);
  const group = (some: readonly Question[]) => grouped(desk.clauses, some);
  const rank = ({ key }: Question) => ranks.get(key) ?? Number.POSITIVE_INFINITY;
  return {
    // Sorting keeps what is equal in its order, and grouping takes groups in the order of their first question.
    open: group(
      rest.filter(({ key }) => ranks.has(key)).toSorted((first, second) => rank(first) - rank(second)),
    ),
    answered: group(
      inPrintedOrder(
        desk.clauses,
        closed.filter((each) => isRead(each) && isAnswered(each, tree)),
      ),
    ),
    idle: group(
      inPrintedOrder(
        desk.clauses,
        closed.filter((each) => isRead(each) && !isAnswered(each, tree)),
      ),
    ),
    foreign: group(closed.filter((each) => !isRead(each) && isAnswered(each, tree))),
  };
}

/** The facts that are missing, by the question that asks for them, in the order in which to ask. */
export function missingByQuestion(
  questions: readonly Question[],
  tree: Tree,
  { determination, entries }: Evaluation,
): ReadonlyMap<string, readonly MissingFact[]> {
  const byQuestion = new Map<string, MissingFact[]>();
  for (const fact of inOrder(determination)) {
    for (const key of questionsFor(fact, questions, tree, entries)) {
      const known = byQuestion.get(key);
      if (known === undefined) byQuestion.set(key, [fact]);
      else if (!known.some(({ settle }) => settle === fact.settle)) known.push(fact);
    }
  }
  return byQuestion;
}

function inOrder(determination: Determination | undefined): readonly MissingFact[] {
  if (determination === undefined) return [];
  const { next, missing } = determination;
  return next === undefined ? missing : [next.first, ...next.shortest, ...missing];
}

/** The keys of the questions that ask for a fact. */
export function questionsFor(
  { fact, number }: { readonly fact: string; readonly number: string },
  questions: readonly Question[],
  tree: Tree,
  entries: Evaluation['entries'],
): readonly string[] {
  const path = inForm(pathOfFact(fact), entries);
  const [first, second] = path;
  switch (first) {
    case 'request':
    case 'diagnoses':
    case 'drugs':
      return [first];
    case 'drugsComplete':
      return ['drugs'];
    case 'prescriber':
      return [`prescriber.${String(path[2])}`];
    case 'events':
      if (typeof second === 'number') return [`events.${String(valueAt(tree, ['events', second, 'event']))}`];
      return eventsServing(number, questions);
    case 'complete':
      return eventsServing(number, questions);
    default:
      return [`${String(first)}.${String(second)}`];
  }
}

/** A fact about events that are not on file names its clause alone: the kinds that the clause reads are meant. */
function eventsServing(number: string, questions: readonly Question[]): readonly string[] {
  return questions
    .filter(({ key, clauses }) => key.startsWith('events.') && clauses.includes(number))
    .map(({ key }) => key);
}

function inPrintedOrder(clauses: readonly DeskClause[], questions: readonly Question[]): readonly Question[] {
  const places = new Map(clauses.map(({ number }, place) => [number, place]));
  const place = ({ clauses: [number] }: Question) => places.get(number ?? '') ?? -1;
  return questions.toSorted((first, second) => place(first) - place(second));
}

function grouped(clauses: readonly DeskClause[], questions: readonly Question[]): readonly Group[] {
  const groups = new Map<string, { clause?: DeskClause; questions: Question[] }>();
  for (const question of questions) {
    const clause = topClause(clauses, question.clauses[0]);
    const known = groups.get(clause?.id ?? '');
    if (known === undefined)
      groups.set(clause?.id ?? '', { ...(clause === undefined ? {} : { clause }), questions: [question] });
    else known.questions.push(question);
  }
  return [...groups.values()];
}

/** The clause below a heading that a clause belongs to, or itself. */
function topClause(clauses: readonly DeskClause[], number: string | undefined): DeskClause | undefined {
  let clause = clauses.find((each) => each.number === number);
  for (;;) {
    const above = clauses.find(({ id }) => id === clause?.parent);
    if (above === undefined || above.isHeading) return clause;
    clause = above;
  }
}
