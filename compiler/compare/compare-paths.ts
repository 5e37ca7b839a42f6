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
import { compareVerdicts, type Questions, type Relation } from './questions.ts';

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
  const paths: PathChange[] = [...(await comparePairs(pairs, versions, questions))];
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
    new Set(way.map((step) => keyOf(step, nameOf)));
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

/** Two ways that belong together, and the steps in which they differ. */
interface PairedWay {
  readonly older: Way;
  readonly newer: Way;
  readonly changed: readonly (readonly [Literal, Literal])[];
  readonly added: Way;
  readonly dropped: Way;
}

/**
 * Compares ways that belong together. Those that differ in the same steps are compared by these steps, and the first of
 * them as a whole as well: where that comes to something else, so are all of them.
 */
async function comparePairs(
  pairs: readonly (readonly [Way, Way])[],
  versions: MatchedVersions,
  questions: () => Promise<Questions>,
): Promise<readonly PathChange[]> {
  const known = new Map<string, Relation | undefined>();
  const changes: PathChange[] = [];
  for (const [older, newer] of pairs) {
    const pair = pairedWay(older, newer, versions);
    const { changed, added, dropped } = pair;
    const steps = { older: stepsOf(versions.older, older), newer: stepsOf(versions.newer, newer) };
    if (changed.length + added.length + dropped.length === 0) {
      changes.push({ change: 'same', ...steps });
      continue;
    }
    const key = JSON.stringify([changed, added, dropped]);
    const asked = await questions();
    const whole = () => compareWays(asked, versions, older, newer);
    if (!known.has(key)) {
      const byStepsAlone = await compareWays(
        asked,
        versions,
        [...changed.map(([from]) => from), ...dropped],
        [...changed.map(([, to]) => to), ...added],
      );
      known.set(key, (await whole()) === byStepsAlone ? byStepsAlone : undefined);
    }
    changes.push({
      change: directions[known.get(key) ?? (await whole())],
      ...steps,
      by: {
        changed: stepsOf(
          versions.newer,
          changed.map(([, to]) => to),
        ),
        added: stepsOf(versions.newer, added),
        dropped: stepsOf(versions.older, dropped),
      },
    });
  }
  return changes;
}

const directions = {
  more: 'looser',
  fewer: 'stricter',
  same: 'same',
  different: 'different',
  undecided: 'undecided',
} as const;

async function compareWays(
  asked: Questions,
  versions: MatchedVersions,
  older: Way,
  newer: Way,
): Promise<Relation> {
  const before = certainly(wayTerm(asked.older, versions.older, older));
  const after = certainly(wayTerm(asked.newer, versions.newer, newer));
  return (await compareVerdicts(asked, before, after)).relation;
}

function pairedWay(older: Way, newer: Way, versions: MatchedVersions): PairedWay {
  const { match, structures } = versions;
  const before = new Map(
    older.map((step) => [keyOf(step, (id) => match.newerId.get(id) ?? `gone ${id}`), step]),
  );
  const after = new Map(newer.map((step) => [keyOf(step, (id) => id), step]));
  return {
    older,
    newer,
    changed: [...after].flatMap(([key, to]) => {
      const from = before.get(key);
      if (from === undefined) return [];
      const isSame =
        structures.of(versions.older, questionOf(versions.older, from)) ===
        structures.of(versions.newer, questionOf(versions.newer, to));
      return isSame ? [] : [[from, to] as const];
    }),
    added: [...after].flatMap(([key, step]) => (before.has(key) ? [] : [step])),
    dropped: [...before].flatMap(([key, step]) => (after.has(key) ? [] : [step])),
  };
}

/** What tells steps apart, by the newer version's ids. */
function keyOf({ clause, part, met: isMet }: Literal, nameOf: (id: string) => string): string {
  return `${String(isMet)} ${String(part)} ${nameOf(clause)}`;
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
