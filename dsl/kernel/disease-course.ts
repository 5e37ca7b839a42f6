import type { CaseRecord, DiagnosisEntry } from './case.ts';
import type { RequiredGrade } from './expression.ts';
import type { Axis, CodeRow } from './kernel.ts';
import { met, notMet, unknown, type Verdict } from './truth.ts';

/** What the diagnoses on file tell of one axis on the date of service. */
export interface DiseaseCourse {
  /** Whether the state that governs is one of these. */
  readonly belongsTo: (states: readonly string[], grade: RequiredGrade) => Verdict;
}

/** The state of a patient who has none of the axis: what is left when every state is known to be absent. */
const none = 'none';

/** One diagnosis that counts on the date of service, as the states that it leaves open. */
interface Statement {
  readonly states: readonly string[];
  readonly evidence: DiagnosisEntry['evidence'];
  readonly on: string | undefined;
  /** Its condition, code and activity exclude each other: it settles nothing (reading C-49). */
  readonly disagrees: boolean;
}

/** The states that stay open; and, where two that prevail were found on one day, both, for each holds. */
interface Governing {
  readonly open: readonly string[];
  readonly held: readonly (readonly string[])[];
}

/**
 * Which state of the disease governs on the date of service. Documented statements are taken day by day: one
 * that agrees with what stands narrows it, a later one that contradicts it displaces it. What is only
 * reported narrows, or casts doubt when it is not older; it never displaces (readings B-1 to B-3, C-42 to C-46).
 */
export function diseaseCourse(axis: Axis, record: CaseRecord): DiseaseCourse {
  const everything = [...axis.states.map((state) => state.id), none];
  const statements = (record.diagnoses ?? []).flatMap((entry) =>
    statementOf(axis, entry, record.request.dateOfService),
  );
  const having = (evidence: DiagnosisEntry['evidence']) =>
    statements.filter((statement) => statement.evidence === evidence && !statement.disagrees);

  const onRecord = govern(axis, { open: everything, held: [] }, having('documented'));
  const latest = latestDay(having('documented')) ?? latestDay(having('reported')) ?? '';
  const isCurrent = ({ on }: Statement) => on === undefined || on >= latest;
  const [agreeing, contrary] = partition(
    having('reported'),
    ({ states }) => meet(states, onRecord.open).length > 0,
  );
  const reported = govern(axis, onRecord, agreeing);
  const doubts = [
    ...contrary,
    ...having(undefined).filter(({ states }) => meet(states, reported.open).length === 0),
    ...statements.filter(({ disagrees }) => disagrees),
  ].filter(isCurrent);
  const doubted =
    doubts.length === 0
      ? reported
      : { open: union([reported.open, ...doubts.map((doubt) => doubt.states)]), held: [] };

  const absent = union(
    having('absent')
      .filter(isCurrent)
      .map(({ states }) => states),
  );
  const all = without(doubted, absent, everything);
  const documented = without(onRecord, absent, everything);

  return {
    belongsTo: (states, grade) => {
      const whole = within(all, states);
      if (grade === 'plain' || whole.truth !== 'met') return whole;
      return within(documented, states).truth === 'met' ? met : unknown;
    },
  };
}

/** The code row that speaks on a date: a code says nothing before it exists (reading C-59). */
export function codeOn(axis: Axis, code: string | undefined, on: string): CodeRow | undefined {
  const plain = (text: string) => text.replace('.', '').toUpperCase();
  return axis.codes.find(
    (row) =>
      code !== undefined && plain(row.code) === plain(code) && (row.from === undefined || row.from <= on),
  );
}

function statementOf(axis: Axis, entry: DiagnosisEntry, on: string): Statement[] {
  if (entry.on !== undefined && entry.on > on) return [];
  const byCondition = axis.states
    .filter((state) => state.condition === entry.condition)
    .map((state) => state.id);
  const byCode = codeOn(axis, entry.icd10, on)?.states ?? [];
  if (byCondition.length === 0 && byCode.length === 0) return [];
  const named =
    byCondition.length === 0 ? byCode : byCode.length === 0 ? byCondition : meet(byCondition, byCode);
  const excluded = axis.states.filter(
    ({ activity }) =>
      activity !== undefined &&
      entry.activity !== undefined &&
      entry.activity !== 'unspecified' &&
      activity !== entry.activity,
  );
  const states = named.filter((state) => !excluded.some(({ id }) => id === state));
  const disagrees = states.length === 0;
  return [
    {
      states: disagrees ? union([byCondition, byCode]) : states,
      evidence: entry.evidence,
      on: entry.on,
      disagrees,
    },
  ];
}

/** What governs after statements of one grade are added to what stood. */
function govern(axis: Axis, before: Governing, statements: readonly Statement[]): Governing {
  const days = [...new Set(statements.flatMap(({ on }) => (on === undefined ? [] : [on])))].sort();
  const dated = days.reduce(
    (standing, day) =>
      follow(
        axis,
        standing,
        statements.filter(({ on }) => on === day),
        before.open,
      ),
    before,
  );
  const undated = statements
    .filter(({ on }) => on === undefined)
    .map(({ states }) => meet(states, before.open));
  if (undated.length === 0) return dated;
  // An undated statement may be older or newer than any other: where it contradicts, all stay open (reading C-44).
  const agreed = undated.reduce(meet, dated.open);
  return agreed.length > 0
    ? { open: agreed, held: dated.held }
    : { open: union([dated.open, ...undated]), held: [] };
}

/** One day's statements after what stood before them. */
function follow(
  axis: Axis,
  standing: Governing,
  day: readonly Statement[],
  bounds: readonly string[],
): Governing {
  const said = day.map(({ states }) => meet(states, bounds));
  const agreed = said.reduce(meet, bounds);
  if (agreed.length > 0) {
    const narrowed = meet(agreed, standing.open);
    return { open: narrowed.length > 0 ? narrowed : agreed, held: narrowed.length > 0 ? standing.held : [] };
  }
  // Contradicting on one day: what prevails wins, whichever it is (readings B-3, C-45); among others all stays open.
  const prevails = (state: string) => axis.states.some(({ id, prevails }) => id === state && prevails);
  const winners = said.filter((states) => states.every(prevails));
  if (winners.length === 0) return { open: union(said), held: [] };
  const joint = winners.reduce(meet, bounds);
  return joint.length > 0 ? { open: joint, held: [] } : { open: union(winners), held: winners };
}

/** What is left when some states are known to be absent; nothing left is a contradiction, and then all is open. */
function without(
  { open, held }: Governing,
  absent: readonly string[],
  everything: readonly string[],
): Governing {
  const left = open.filter((state) => !absent.includes(state));
  const intact = held.every((states) => meet(states, absent).length === 0);
  return left.length > 0 && intact ? { open: left, held } : { open: everything, held: [] };
}

function within({ open, held }: Governing, states: readonly string[]): Verdict {
  const inside = (some: readonly string[]) => some.every((state) => states.includes(state));
  if (inside(open) || held.some(inside)) return met;
  return meet(open, states).length === 0 ? notMet : unknown;
}

function latestDay(statements: readonly Statement[]): string | undefined {
  return statements
    .flatMap(({ on }) => (on === undefined ? [] : [on]))
    .sort()
    .at(-1);
}

function meet(first: readonly string[], second: readonly string[]): readonly string[] {
  return first.filter((item) => second.includes(item));
}

function union(sets: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(sets.flat())];
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
