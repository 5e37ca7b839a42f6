import type { Expression } from '../../dsl/kernel/expression.ts';
import { leavesOf } from '../../dsl/kernel/facts.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import type { Literal } from '../emit/matrix/formula.ts';
import { matrixOf, type Ways } from '../emit/matrix/matrix.ts';
import type { PolicyLogic } from '../logic/meaning.ts';
import { and, not, type Term } from '../logic/term.ts';
import { met, notMet, type Verdict } from '../logic/verdict.ts';
import type { PathChange, PathComparison, PathStep } from './change-log.ts';
import type { MatchedVersions } from './compare-clauses.ts';
import { compareVerdicts, type Questions } from './questions.ts';

/** The most ways of a section that are compared one by one. */
const mostWays = 200;
/** How much of two paths has to be shared for the one to be taken for the other, changed. */
const kept = 0.5;

type Way = readonly Literal[];

/**
 * Compares the ways to meet each section: those that ask of the same clauses with each other, then those of which most is
 * shared; what is left is gone, or new. Sections with too many ways are told by their clauses alone.
 */
export async function comparePaths(
  [older, newer]: readonly [CompiledPolicy, CompiledPolicy],
  versions: MatchedVersions,
  questions: () => Promise<Questions>,
): Promise<readonly PathComparison[]> {
  const [before, after] = [sectionsOf(older), sectionsOf(newer)];
  const pairs: (readonly [Ways | undefined, Ways | undefined])[] = after.map((ways) => [
    before.find((other) => isSameSection(other, ways, versions)),
    ways,
  ]);
  const paired = new Set(pairs.map(([from]) => from));
  const gone = before.filter((ways) => !paired.has(ways)).map((ways) => [ways, undefined] as const);
  const comparisons: PathComparison[] = [];
  for (const [from, to] of [...pairs, ...gone]) {
    comparisons.push(await compareSection(from, to, versions, questions));
  }
  return comparisons;
}

/** The sections whose ways a request may take; what is not covered is told by its clauses. */
function sectionsOf(compiled: CompiledPolicy): readonly Ways[] {
  return matrixOf({ ...compiled, cases: [] }, new Map()).ways.filter(
    ({ section }) => section !== 'exclusions',
  );
}

function isSameSection(older: Ways, newer: Ways, { match }: MatchedVersions): boolean {
  if (older.section !== newer.section) return false;
  if (older.indication === undefined || newer.indication === undefined)
    return older.indication === newer.indication;
  return match.newerId.get(older.indication) === newer.indication;
}

async function compareSection(
  from: Ways | undefined,
  to: Ways | undefined,
  versions: MatchedVersions,
  questions: () => Promise<Questions>,
): Promise<PathComparison> {
  const { section, indication } = to ?? from ?? { section: 'medicalNecessity' as const };
  const kernel = to === undefined ? versions.older : versions.newer;
  const number = kernel.clauses.find(({ id }) => id === indication)?.number;
  const head = {
    section,
    ...(number === undefined ? {} : { indication: number }),
    ...(from === undefined ? {} : { older: countText(from) }),
    ...(to === undefined ? {} : { newer: countText(to) }),
  };
  const isListed = (ways: Ways | undefined) =>
    ways === undefined ||
    (ways.exact && ways.count <= BigInt(mostWays) && BigInt(ways.printed.length) === ways.count);
  if (!isListed(from) || !isListed(to)) return head;
  const { pairs, gone, added } = pairWays(from?.printed ?? [], to?.printed ?? [], versions);
  const paths: PathChange[] = [];
  for (const [older, newer] of pairs) paths.push(await comparePair(older, newer, versions, questions));
  for (const older of gone) {
    const otherwiseMet =
      to === undefined ? undefined : await isImplied(older, 'older', to, versions, questions);
    paths.push({
      change: 'gone',
      older: stepsOf(versions.older, older),
      ...(otherwiseMet === undefined ? {} : { otherwiseMet }),
    });
  }
  for (const newer of added) {
    const otherwiseMet =
      from === undefined ? undefined : await isImplied(newer, 'newer', from, versions, questions);
    paths.push({
      change: 'new',
      newer: stepsOf(versions.newer, newer),
      ...(otherwiseMet === undefined ? {} : { otherwiseMet }),
    });
  }
  return { ...head, paths };
}

function countText({ count, exact }: Ways): string {
  return exact ? String(count) : `at most ${String(count)}`;
}

interface PairedWays {
  readonly pairs: readonly (readonly [Way, Way])[];
  readonly gone: readonly Way[];
  readonly added: readonly Way[];
}

/** Puts the ways of two versions together, in the newer's order. */
function pairWays(older: readonly Way[], newer: readonly Way[], { match }: MatchedVersions): PairedWays {
  const keysOf = (way: Way, nameOf: (id: string) => string): ReadonlySet<string> =>
    new Set(way.map(({ clause, part, met: isMet }) => `${String(isMet)} ${String(part)} ${nameOf(clause)}`));
  const before = older.map((way) => ({
    way,
    keys: keysOf(way, (id) => match.newerId.get(id) ?? `gone ${id}`),
  }));
  const after = newer.map((way) => ({ way, keys: keysOf(way, (id) => id) }));
  const partner = new Map<Way, Way>();
  const taken = new Set<Way>();
  const textOf = (keys: ReadonlySet<string>) => [...keys].sort().join('\n');
  const byKeys = new Map(before.map((each) => [textOf(each.keys), each.way]));
  for (const { way, keys } of after) {
    const same = byKeys.get(textOf(keys));
    if (same === undefined || taken.has(same)) continue;
    partner.set(way, same);
    taken.add(same);
  }
  const candidates = after
    .filter(({ way }) => !partner.has(way))
    .flatMap((to) =>
      before
        .filter(({ way }) => !taken.has(way))
        .map((from) => ({ from, to, score: sharedPart(from.keys, to.keys) })),
    )
    .filter(({ score }) => score >= kept)
    .sort((first, second) => second.score - first.score);
  for (const { from, to } of candidates) {
    if (partner.has(to.way) || taken.has(from.way)) continue;
    partner.set(to.way, from.way);
    taken.add(from.way);
  }
  return {
    pairs: newer.flatMap((way) => {
      const from = partner.get(way);
      return from === undefined ? [] : [[from, way] as const];
    }),
    gone: older.filter((way) => !taken.has(way)),
    added: newer.filter((way) => !partner.has(way)),
  };
}

function sharedPart(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const shared = [...first].filter((key) => second.has(key)).length;
  const all = first.size + second.size - shared;
  return all === 0 ? 1 : shared / all;
}

async function comparePair(
  older: Way,
  newer: Way,
  versions: MatchedVersions,
  questions: () => Promise<Questions>,
): Promise<PathChange> {
  const steps = { older: stepsOf(versions.older, older), newer: stepsOf(versions.newer, newer) };
  if (isSameWay(older, newer, versions)) return { change: 'same', ...steps };
  const asked = await questions();
  const { relation } = await compareVerdicts(
    asked,
    certainly(wayTerm(asked.older, versions.older, older)),
    certainly(wayTerm(asked.newer, versions.newer, newer)),
  );
  const change = {
    more: 'looser',
    fewer: 'stricter',
    same: 'same',
    different: 'different',
    undecided: 'undecided',
  } as const;
  return { change: change[relation], ...steps };
}

/** Whether two ways are written alike, each question of them. */
function isSameWay(older: Way, newer: Way, { structures, ...versions }: MatchedVersions): boolean {
  const numbers = (kernel: Kernel, way: Way) =>
    way
      .map((literal) => `${String(literal.met)} ${structures.of(kernel, questionOf(kernel, literal))}`)
      .sort()
      .join('\n');
  return numbers(versions.older, older) === numbers(versions.newer, newer);
}

/** Whether whoever takes a way of one version meets the section of the other; undefined where that was not settled. */
async function isImplied(
  way: Way,
  side: 'older' | 'newer',
  other: Ways,
  versions: MatchedVersions,
  questions: () => Promise<Questions>,
): Promise<boolean | undefined> {
  const asked = await questions();
  const otherSide = side === 'older' ? 'newer' : 'older';
  const reply = await asked.ask(
    wayTerm(asked[side], versions[side], way),
    not(sectionVerdict(asked[otherSide], versions[otherSide], other).met),
  );
  return reply.status === 'undecided' ? undefined : reply.status === 'impossible';
}

function sectionVerdict(logic: PolicyLogic, kernel: Kernel, { section, indication }: Ways): Verdict {
  if (indication !== undefined) return logic.clauses.get(indication) ?? notMet;
  const expressions = {
    medicalNecessity: kernel.criteria,
    reauthorization: kernel.reauthorization,
    dosing: kernel.dosing,
    exclusions: kernel.exclusions,
  };
  const expression = expressions[section];
  return expression === undefined ? met : logic.verdictOf(expression);
}

function certainly(term: Term): Verdict {
  return { met: term, notMet: not(term), review: not(term) };
}

function wayTerm(logic: PolicyLogic, kernel: Kernel, way: Way): Term {
  return and(
    ...way.map((literal) => {
      const verdict = logic.verdictOf(questionOf(kernel, literal));
      return literal.met ? verdict.met : verdict.notMet;
    }),
  );
}

/** What a step of a way asks: a clause, or one of the questions that a group of clauses puts itself. */
function questionOf(kernel: Kernel, { clause, part }: Literal): Expression {
  const named: Expression = { kind: 'clause', id: clause };
  if (part === undefined) return named;
  const own = kernel.clauses.find(({ id }) => id === clause)?.expression;
  return (own === undefined ? undefined : leavesOf(own)[part - 1]) ?? named;
}

function stepsOf({ clauses }: Kernel, way: Way): readonly PathStep[] {
  const numbers = new Map(clauses.map(({ id, number }) => [id, number]));
  return way.map(({ clause, met: isMet }) => ({
    id: clause,
    number: numbers.get(clause) ?? clause,
    met: isMet,
  }));
}
