import type { DiagnosisEntry } from '../../dsl/kernel/case.ts';
import { diseaseCourse } from '../../dsl/kernel/disease-course.ts';
import type { Classified } from '../../dsl/kernel/expression.ts';
import type { Axis } from '../../dsl/kernel/kernel.ts';
import type { Verdict } from '../../dsl/kernel/truth.ts';

/** Diagnoses on file, and what questions about the disease's course make of them. */
export interface Situation {
  readonly diagnoses: readonly DiagnosisEntry[];
  /** In the order of the questions. */
  readonly verdicts: readonly Verdict[];
}

/**
 * Every way in which up to two diagnoses, or the absence of all, answer questions about an axis, each by the first list that does so. Dates
 * stand before 1910, so that they lie before every date of service; a diagnosis goes by its condition, not by a code.
 */
export function situationsOf(axis: Axis, questions: readonly Classified[]): readonly Situation[] {
  const entries = entriesOf(axis);
  const found = new Map<string, Situation>();
  const add = (diagnoses: readonly DiagnosisEntry[]) => {
    const verdicts = verdictsOf(axis, questions, diagnoses, servedAfterAll);
    const key = keyOf(verdicts);
    if (!found.has(key)) found.set(key, { diagnoses, verdicts });
  };
  add([]);
  const singles = entries.map((entry) => [{ ...entry, on: earlier }]);
  singles.forEach(add);
  const distinct = entries.filter(({ evidence }) => evidence !== undefined);
  for (const first of distinct)
    for (const second of distinct)
      for (const on of [earlier, later])
        add([
          { ...first, on: earlier },
          { ...second, on },
        ]);
  // A patient who has none of the axis's states is known by every condition's absence.
  const absent = new Set(axis.states.map(({ condition }) => condition));
  add([...absent].map((condition) => ({ condition, evidence: 'absent', on: earlier })));
  return [...found.values()];
}

/** Which of the situations a case's diagnoses come to; none where it takes more than two to come to it. */
export function situationFor(
  situations: readonly Situation[],
  axis: Axis,
  questions: readonly Classified[],
  diagnoses: readonly DiagnosisEntry[],
  dateOfService: string,
): number | undefined {
  const key = keyOf(verdictsOf(axis, questions, diagnoses, dateOfService));
  const place = situations.findIndex(({ verdicts }) => keyOf(verdicts) === key);
  return place < 0 ? undefined : place;
}

const [earlier, later, servedAfterAll] = ['1905-01-01', '1906-01-01', '2050-01-01'];

function verdictsOf(
  axis: Axis,
  questions: readonly Classified[],
  diagnoses: readonly DiagnosisEntry[],
  dateOfService: string,
): readonly Verdict[] {
  const course = diseaseCourse(axis, { request: { dateOfService }, diagnoses });
  return questions.map(({ among, grade }) => course.belongsTo(among, grade));
}

function keyOf(verdicts: readonly Verdict[]): string {
  return verdicts.map(({ truth }) => truth).join(' ');
}

function entriesOf({ states }: Axis): readonly DiagnosisEntry[] {
  const named = new Map<string, DiagnosisEntry>();
  for (const { condition, activity } of states) {
    named.set(condition, { condition });
    if (activity !== undefined) named.set(`${condition} ${activity}`, { condition, activity });
  }
  const grades = ['documented', 'reported', 'absent', undefined] as const;
  return [...named.values()].flatMap((entry) =>
    grades.map((evidence) => (evidence === undefined ? entry : { ...entry, evidence })),
  );
}
