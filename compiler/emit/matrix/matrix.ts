import { bottomClauses, expressionsById, factsOf, gradesOf } from '../../../dsl/kernel/facts.ts';
import type { Expression } from '../../../dsl/kernel/expression.ts';
import type { Clause, Kernel, Section } from '../../../dsl/kernel/kernel.ts';
import { meaningOf, type Layer, type Outcome } from '../../../dsl/kernel/meaning.ts';
import type { Truth } from '../../../dsl/kernel/truth.ts';
import type { Policy } from '../../../dsl/policy/policy.ts';
import type { CompiledPolicy, Position } from '../../compiled-policy.ts';
import { codesOf, type ClauseCode } from './codes.ts';
import { decisionOf, type Formula, type Literal } from './formula.ts';
import { headsOf } from './heads.ts';
import { independenceOf, type IndependenceRow } from './independence.ts';
import { measuredFacts, type MeasuredFact } from './measured.ts';
import { countWays, minimalWays, waysOf } from './ways.ts';

/** A policy's coverage matrix: every way to an approval, what each clause rests on, and what the cases show of it. */
export interface Matrix {
  readonly policy: {
    readonly number: string;
    readonly title: string;
    readonly effective: string;
    readonly digest: string;
  };
  readonly ways: readonly Ways[];
  readonly clauses: readonly ClauseRow[];
  readonly cases: readonly CaseRow[];
  readonly coverage: readonly CoverageRow[];
  /** What a check found and the author lets stand, with the reason. */
  readonly accepted: readonly AcceptedRow[];
  /** The clauses that put questions and how each is shown by itself, where the suite was worked out. */
  readonly independence?: readonly IndependenceRow[];
}

export interface AcceptedRow {
  readonly check: string;
  /** Id of the clause. */
  readonly at: string;
  readonly because: string;
}

/** The minimal ways to meet one section, or the criteria of one of several indications. */
export interface Ways {
  readonly section: Section;
  /** The clause of the indication. */
  readonly indication?: string;
  /** How many there are. */
  readonly count: bigint;
  /** False where a clause occurs twice and the ways are too many to be compared: then `count` is a bound. */
  readonly exact: boolean;
  /** The first of them, up to a limit, each in printed order. */
  readonly printed: readonly (readonly Literal[])[];
  /** The bottom clauses of the section, and those of other sections that its ways ask for, in printed order. */
  readonly columns: readonly string[];
}

export interface ClauseRow {
  readonly id: string;
  readonly number: string;
  /** The number, shortened to head a column. */
  readonly head: string;
  readonly text: string;
  readonly section: Section;
  /** Whether it puts questions to the case itself, and is no group of other clauses. */
  readonly bottom: boolean;
  readonly facts: readonly string[];
  /** Units and windows of those that are measured or dated. */
  readonly measured: readonly MeasuredFact[];
  readonly grade: 'documented' | 'plain' | 'mixed';
  readonly source?: Position;
  readonly evaluatorLine?: number;
  readonly codes: readonly ClauseCode[];
}

export interface CaseRow {
  readonly name: string;
  readonly about: string;
  readonly outcome: Outcome;
  readonly layer: Layer;
  /** By clause id. */
  readonly clauses: ReadonlyMap<string, Truth>;
  readonly needsReview: readonly string[];
}

export interface CoverageRow {
  readonly id: string;
  /** How many cases show the clause so. */
  readonly shown: Readonly<Record<Truth, number>>;
}

/** How many ways of a section are listed, and of how many clauses together; those beyond are only counted. */
export interface WaysLimit {
  readonly ways: number;
  readonly steps: number;
}

/** What is printed. */
const printedWays: WaysLimit = { ways: 200, steps: 20_000 };
/** How many ways are compared with each other, where a clause occurs twice. */
const comparedWays = 2_000;

/** Works out the matrix. `evaluatorLines` tells where the evaluator decides each clause. */
export function matrixOf(compiled: CompiledPolicy, evaluatorLines: ReadonlyMap<string, number>): Matrix {
  const { kernel, policy, digest } = compiled;
  const clauses = clausesInOrder(kernel);
  const cases = compiled.cases.map(({ name, about, record }): CaseRow => {
    const { outcome, layer, clauses: verdicts } = meaningOf(kernel, record);
    return {
      name,
      about,
      outcome,
      layer,
      clauses: new Map(clauses.map(({ id }) => [id, verdicts.get(id)?.truth ?? 'unknown'])),
      needsReview: clauses.filter(({ id }) => verdicts.get(id)?.review === true).map(({ id }) => id),
    };
  });
  const { number, title, effective } = kernel;
  const independence = independenceOf(compiled);
  return {
    policy: { number, title, effective, digest },
    ways: waysIn(compiled),
    clauses: clauseRows(compiled, clauses, evaluatorLines),
    cases,
    coverage: clauses.map(({ id }) => ({ id, shown: shownIn(cases, id) })),
    accepted: (policy.accepted ?? []).map(({ check, at, because }) => ({ check, at, because })),
    ...(independence === undefined ? {} : { independence }),
  };
}

/** The ways to meet each section, and of those as many as a limit lets. */
export function waysIn(compiled: CompiledPolicy, limit: WaysLimit = printedWays): readonly Ways[] {
  const clauses = clausesInOrder(compiled.kernel);
  return sectionsOf(compiled).map((part) => waysFor(compiled.kernel, part, clauses, limit));
}

function clausesInOrder({ clauses, printed }: Kernel): readonly Clause[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return printed.flatMap((id) => byId.get(id) ?? []);
}

/** What no case has shown, clause by clause. */
export function unshown({ coverage }: Matrix): readonly { readonly id: string; readonly status: Truth }[] {
  const statuses = ['met', 'not-met', 'unknown'] as const;
  return coverage.flatMap(({ id, shown }) =>
    statuses.filter((status) => shown[status] === 0).map((status) => ({ id, status })),
  );
}

/** What is met as a whole: a section, or one of several indications. */
interface Part extends Pick<Ways, 'section' | 'indication'> {
  readonly expression: Expression;
}

function sectionsOf({ kernel, policy }: CompiledPolicy): readonly Part[] {
  const { criteria, reauthorization, dosing, exclusions } = kernel;
  return [
    // A request is decided by the criteria of its own indication alone, so that each has ways of its own.
    ...(policy.medicalNecessity.kind === 'indication'
      ? [{ section: 'medicalNecessity' as const, expression: criteria }]
      : indicationsOf(policy).map((id) => ({
          section: 'medicalNecessity' as const,
          indication: id,
          expression: { kind: 'clause' as const, id },
        }))),
    ...(dosing === undefined ? [] : [{ section: 'dosing' as const, expression: dosing }]),
    ...(reauthorization === undefined
      ? []
      : [{ section: 'reauthorization' as const, expression: reauthorization }]),
    { section: 'exclusions', expression: exclusions },
  ];
}

/** The ids of the clauses of several indications; none of a single one. */
function indicationsOf({ medicalNecessity }: Policy): readonly string[] {
  return medicalNecessity.kind === 'indication' ? [] : Object.keys(medicalNecessity.indications);
}

function waysFor(
  kernel: Kernel,
  { section, indication, expression }: Part,
  clauses: readonly Clause[],
  limit: WaysLimit,
): Ways {
  const { formula, readsOnce } = decisionOf(kernel, expression);
  const rank = new Map(clauses.map(({ id }, index) => [id, index]));
  const place = ({ clause }: Literal) => rank.get(clause) ?? -1;
  const inOrder = (way: readonly Literal[]) => [...way].sort((first, second) => place(first) - place(second));
  const listed = firstWays(formula, readsOnce ? limit : { ...limit, ways: comparedWays });
  const isCompared = !readsOnce && listed.isWhole;
  const ways = isCompared ? minimalWays(listed.ways) : listed.ways;
  const printed = ways.slice(0, limit.ways).map(inOrder);
  const asked = new Set(printed.flatMap((way) => way.map(({ clause }) => clause)));
  const bottom = new Set(bottomClauses(kernel).map(({ id }) => id));
  const columns = clauses
    .filter(
      (clause) =>
        asked.has(clause.id) ||
        (clause.section === section &&
          bottom.has(clause.id) &&
          (indication === undefined || clause.id === indication || clause.id.startsWith(`${indication}.`))),
    )
    .map(({ id }) => id);
  return {
    section,
    ...(indication === undefined ? {} : { indication }),
    count: isCompared ? BigInt(ways.length) : countWays(formula),
    exact: readsOnce || isCompared,
    printed,
    columns,
  };
}

/** The first ways, up to a number of them and of clauses in them, and whether these are all. */
function firstWays(
  formula: Formula,
  most: WaysLimit,
): { readonly ways: readonly (readonly Literal[])[]; readonly isWhole: boolean } {
  const ways: (readonly Literal[])[] = [];
  let steps = 0;
  for (const way of waysOf(formula)) {
    if (ways.length === most.ways || steps >= most.steps) return { ways, isWhole: false };
    steps += way.length;
    ways.push(way);
  }
  return { ways, isWhole: true };
}

function clauseRows(
  { kernel, policy, positions }: CompiledPolicy,
  clauses: readonly Clause[],
  lines: ReadonlyMap<string, number>,
): readonly ClauseRow[] {
  const heads = headsOf(clauses, indicationsOf(policy));
  const byId = expressionsById(kernel);
  const bottom = new Set(bottomClauses(kernel).map(({ id }) => id));
  return clauses.map(({ id, number, text, section, expression }) => {
    const grades = gradesOf(expression, byId);
    const source = positions.get(id);
    const evaluatorLine = lines.get(id);
    return {
      id,
      number,
      head: heads.get(id) ?? number,
      text,
      section,
      bottom: bottom.has(id),
      facts: factsOf(expression, byId),
      measured: measuredFacts(kernel, expression),
      grade: grades.length > 1 ? 'mixed' : (grades[0] ?? 'plain'),
      ...(source === undefined ? {} : { source }),
      ...(evaluatorLine === undefined ? {} : { evaluatorLine }),
      codes: codesOf(kernel, policy.vocabulary, id, expression),
    };
  });
}

function shownIn(cases: readonly CaseRow[], id: string): Record<Truth, number> {
  const shown: Record<Truth, number> = { met: 0, unknown: 0, 'not-met': 0 };
  for (const { clauses } of cases) shown[clauses.get(id) ?? 'unknown'] += 1;
  return shown;
}
