import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Clause, Kernel } from '../../dsl/kernel/kernel.ts';
import { meaningOf, type Meaning, type Outcome } from '../../dsl/kernel/meaning.ts';
import type { Expression } from '../../dsl/kernel/expression.ts';
import type { Truth } from '../../dsl/kernel/truth.ts';
import { not, or, and, type Term } from '../logic/term.ts';
import { unknown } from '../logic/verdict.ts';
import type { ClauseChange, Direction, PrintedClause } from './change-log.ts';
import { effectsOf, standingsOf, type Effect, type Standing } from './effect.ts';
import type { ClauseMatch, ClausePair } from './match-clauses.ts';
import { namesListed } from './names-listed.ts';
import { compareVerdicts, isGreater, type Questions, type Relation } from './questions.ts';
import type { Structures } from './structure.ts';
import type { Shows } from './witness.ts';

/** What is to be shown of a clause that changed its meaning. */
export interface ClauseExample {
  readonly found: CaseRecord;
  readonly shows: Shows;
}

/** A clause, compared; its examples are still to be confirmed. */
export interface ComparedClause {
  readonly change: Omit<ClauseChange, 'examples'>;
  readonly examples: readonly ClauseExample[];
}

/** Two versions whose clauses were put together. */
export interface MatchedVersions {
  readonly older: Kernel;
  readonly newer: Kernel;
  readonly match: ClauseMatch;
  readonly structures: Structures;
}

/** Compares each clause: by how it is written where that settles it, and by the solver where it does not. */
export async function compareClauses(
  versions: MatchedVersions,
  questions: () => Promise<Questions>,
): Promise<readonly ComparedClause[]> {
  const { older, newer, match } = versions;
  const effects = { older: effectsOf(older), newer: effectsOf(newer) };
  const standings = { older: standingsOf(older), newer: standingsOf(newer) };
  const compared: ComparedClause[] = [];
  for (const pair of match.pairs) {
    const { older: from, newer: to } = pair;
    if (from !== undefined && to !== undefined) {
      compared.push(await comparePair(versions, [from, to], effects.newer.get(to.id), questions));
    } else if (to !== undefined) {
      const isPart = isWithinNew(
        standings.newer.get(to.id),
        (id) => ![...match.newerId.values()].includes(id),
      );
      compared.push(
        alone(
          pair,
          'new',
          isPart ? undefined : directionOfNew(effects.newer.get(to.id), standings.newer.get(to.id)),
        ),
      );
    } else if (from !== undefined) {
      const isPart = isWithinNew(standings.older.get(from.id), (id) => !match.newerId.has(id));
      const added = directionOfNew(effects.older.get(from.id), standings.older.get(from.id));
      compared.push(alone(pair, 'gone', isPart ? undefined : opposite(added)));
    }
  }
  return compared;
}

async function comparePair(
  { older, newer, match, structures }: MatchedVersions,
  [from, to]: readonly [Clause, Clause],
  effect: Effect | undefined,
  questions: () => Promise<Questions>,
): Promise<ComparedClause> {
  const isReworded = wordingOf(from) !== wordingOf(to);
  const base = {
    section: to.section,
    older: printed(from),
    newer: printed(to),
    isReworded,
    isRenumbered: from.number !== to.number,
    namesAdded: [],
    namesLeftOut: [],
    neverMatters: false,
  };
  const unchanged = {
    change: { ...base, change: isReworded ? 'wording' : 'same', direction: 'same' },
  } as const;
  if (structures.ofClause(older, from.id) === structures.ofClause(newer, to.id))
    return { ...unchanged, examples: [] };

  const asked = await questions();
  const [before, after] = [
    asked.older.clauses.get(from.id) ?? unknown,
    asked.newer.clauses.get(to.id) ?? unknown,
  ];
  const { relation, more, fewer } = await compareVerdicts(asked, before, after);
  if (relation === 'same') return { ...unchanged, examples: [] };
  const direction = directionOf(relation, effect);
  const goesOn = new Set(match.newerId.values());
  const ownFrom = structures.ownOf(from.expression, (id) => match.newerId.get(id));
  const ownTo = structures.ownOf(to.expression, (id) => (goesOn.has(id) ? id : undefined));
  if (ownFrom === ownTo) return { change: { ...base, change: 'parts', direction }, examples: [] };
  const [listedBefore, listedAfter] = [
    namesListed(from.expression, older.tables),
    namesListed(to.expression, newer.tables),
  ];
  const names = {
    namesAdded: [...listedAfter].filter((name) => !listedBefore.has(name)),
    namesLeftOut: [...listedBefore].filter((name) => !listedAfter.has(name)),
  };
  const isNow = (holds: (older: number, newer: number) => boolean): Shows => {
    const rankOf = (meaning: Meaning, id: string) => rank(meaning.clauses.get(id)?.truth ?? 'unknown');
    return (was, now) => holds(rankOf(was, from.id), rankOf(now, to.id));
  };
  const sides: readonly Side[] = [
    ...(more === undefined
      ? []
      : [{ found: more, differs: isGreater(after, before), shows: isNow((was, now) => now > was) }]),
    ...(fewer === undefined
      ? []
      : [{ found: fewer, differs: isGreater(before, after), shows: isNow((was, now) => now < was) }]),
  ];
  const shown = [];
  for (const side of sides) shown.push(await exampleOf(asked, newer, [from, to], side));
  const examples = shown.map(({ example }) => example);
  const neverMatters = relation !== 'undecided' && shown.every(({ isImpossible }) => isImpossible);
  return {
    change: {
      ...base,
      ...names,
      change: relation === 'undecided' ? 'undecided' : 'meaning',
      direction,
      neverMatters,
    },
    examples,
  };
}

/** What is shown of one side of a clause: a request that fares better by it now, or worse. */
interface Side {
  readonly found: CaseRecord;
  /** Where the clause differs so. */
  readonly differs: Term;
  readonly shows: Shows;
}

/**
 * The best request to show one side of a changed clause: one whose outcome the clause alone changes, so that the newer
 * version with the older clause in it decides otherwise; best one that is approved by one and denied by the other, or
 * approved by either. Of a group of clauses, one whose outcome changes. Where no outcome turns on the clause, any.
 */
async function exampleOf(
  asked: Questions,
  newer: Kernel,
  clauses: readonly [Clause, Clause],
  { found, differs, shows }: Side,
): Promise<{ readonly example: ClauseExample; readonly isImpossible: boolean }> {
  const any = { example: { found, shows }, isImpossible: false };
  const [before, after] = [asked.older.outcomes, asked.newer.outcomes];
  const apart = (first: typeof before, second: typeof before, of: readonly Outcome[]) =>
    or(
      ...of.map((outcome) =>
        or(and(first[outcome], not(second[outcome])), and(second[outcome], not(first[outcome]))),
      ),
    );
  const hybrid = withOlderClause(newer, clauses);
  const mixed = hybrid === undefined ? before : asked.logicOf(hybrid).outcomes;
  const approvedByEither = [
    differs,
    apart(mixed, after, ['approved']),
    ...(hybrid === undefined ? [] : [apart(before, after, ['approved'])]),
    asked.byPolicy,
  ];
  const attempts = [
    [...approvedByEither, or(before.denied, after.denied)],
    approvedByEither,
    [
      differs,
      apart(mixed, after, outcomes),
      ...(hybrid === undefined ? [] : [apart(before, after, outcomes)]),
    ],
    ...(hybrid === undefined ? [] : [[differs, apart(mixed, after, outcomes)]]),
  ];
  for (const terms of attempts) {
    const reply = await asked.ask(...terms);
    if (reply.status === 'undecided') return any;
    if (reply.status === 'impossible') continue;
    const isTurning: Shows = (older, now, record) =>
      shows(older, now, record) &&
      (hybrid === undefined ? older : meaningOf(hybrid, record)).outcome !== now.outcome;
    return { example: { found: reply.record, shows: isTurning }, isImpossible: false };
  }
  return { ...any, isImpossible: true };
}

/** The newer version with one clause as it was before; none where that clause refers to others. */
function withOlderClause(newer: Kernel, [from, to]: readonly [Clause, Clause]): Kernel | undefined {
  if (refersToClauses(from.expression) || refersToClauses(to.expression)) return undefined;
  const clauses = newer.clauses.map((clause) =>
    clause.id === to.id ? { ...clause, expression: from.expression } : clause,
  );
  return { ...newer, clauses };
}

function refersToClauses(expression: Expression): boolean {
  switch (expression.kind) {
    case 'clause':
      return true;
    case 'all':
    case 'any':
    case 'atLeast':
      return expression.of.some(refersToClauses);
    case 'not':
      return refersToClauses(expression.of);
    default:
      return false;
  }
}

const outcomes: readonly Outcome[] = ['approved', 'modified', 'denied', 'pended', 'notApplicable'];

function alone(
  { older, newer }: ClausePair,
  change: 'new' | 'gone',
  direction: Direction | undefined,
): ComparedClause {
  return {
    change: {
      section: (newer ?? older)?.section ?? 'medicalNecessity',
      ...(older === undefined ? {} : { older: printed(older) }),
      ...(newer === undefined ? {} : { newer: printed(newer) }),
      change,
      ...(direction === undefined ? {} : { direction }),
      isReworded: false,
      isRenumbered: false,
      namesAdded: [],
      namesLeftOut: [],
      neverMatters: false,
    },
    examples: [],
  };
}

/** One more part of a group that asks for all asks for more; one more of which some will do opens another way. */
function directionOfNew(effect: Effect | undefined, standing: Standing | undefined): Direction | undefined {
  if (effect === undefined || effect === 'both' || standing === undefined) return undefined;
  return (standing.group === 'all') === (effect === 'helps') ? 'stricter' : 'looser';
}

function isWithinNew(standing: Standing | undefined, isNew: (id: string) => boolean): boolean {
  return standing?.parent !== undefined && isNew(standing.parent);
}

function opposite(direction: Direction | undefined): Direction | undefined {
  if (direction === 'looser') return 'stricter';
  return direction === 'stricter' ? 'looser' : direction;
}

function directionOf(relation: Relation, effect: Effect | undefined): Direction {
  if (relation === 'same' || relation === 'undecided') return relation;
  if (relation === 'different' || effect === 'both') return 'different';
  return (relation === 'more') === (effect !== 'hinders') ? 'looser' : 'stricter';
}

function rank(truth: Truth): number {
  return { 'not-met': 0, unknown: 1, met: 2 }[truth];
}

function printed({ id, number, text }: Clause): PrintedClause {
  return { id, number, text };
}

/** What a clause says, without the number that some texts begin with. */
function wordingOf({ number, text }: Clause): string {
  return text.startsWith(`${number}. `) ? text.slice(number.length + 2) : text;
}
