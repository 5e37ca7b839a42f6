import type { CaseRecord, DiagnosisEntry } from '../../../dsl/kernel/case.ts';
import type { Axis } from '../../../dsl/kernel/kernel.ts';

/**
 * Cases that differ in their diagnoses alone: every single one that the vocabulary tells apart, on dates of service about
 * those on which its codes begin and end; and every two by condition, activity, evidence and order of days.
 */
export function diagnosisCases(axes: readonly Axis[]): readonly CaseRecord[] {
  return axes.flatMap((axis) => [...singles(axis), ...pairs(axis)]);
}

const grades = ['documented', 'reported', 'absent', undefined] as const;
const activities = ['active', 'nonactive', 'unspecified', undefined] as const;

function singles(axis: Axis): readonly CaseRecord[] {
  const conditions = [
    ...new Set(axis.states.map(({ condition }) => condition)),
    'a condition of no list',
    undefined,
  ];
  const codes = [...new Set(axis.codes.map(({ code }) => code)), 'Z99.9', undefined];
  const turns = [
    ...new Set(axis.codes.flatMap(({ from, until }) => [from, until].flatMap((day) => day ?? []))),
  ];
  const served = ['2024-06-03', ...turns.flatMap((day) => [dayBefore(day), day])];
  return served.flatMap((dateOfService) =>
    conditions.flatMap((condition) =>
      codes.flatMap((icd10) =>
        activities.flatMap((activity) =>
          grades.flatMap((evidence) =>
            [undefined, '2020-01-01', '2099-01-01'].map((on) =>
              recordOf(dateOfService, [entryOf({ condition, icd10, activity, evidence, on })]),
            ),
          ),
        ),
      ),
    ),
  );
}

function pairs({ states }: Axis): readonly CaseRecord[] {
  const named = new Map<string, DiagnosisEntry>();
  for (const { condition, activity } of states) {
    named.set(condition, { condition });
    if (activity !== undefined) named.set(`${condition} ${activity}`, { condition, activity });
    // A condition and an activity that exclude each other.
    if (activity === undefined) continue;
    named.set(`${condition} unspecified`, { condition, activity: 'unspecified' });
  }
  const entries = [...named.values()].flatMap((entry) =>
    grades.map((evidence) => entryOf({ ...entry, evidence })),
  );
  const days = [
    [undefined, undefined],
    [undefined, '2020-01-01'],
    ['2020-01-01', undefined],
    ['2020-01-01', '2020-01-01'],
    ['2020-01-01', '2021-01-01'],
    ['2021-01-01', '2020-01-01'],
  ] as const;
  return entries.flatMap((first) =>
    entries.flatMap((second) =>
      days.map(([one, two]) =>
        recordOf('2024-06-03', [entryOf({ ...first, on: one }), entryOf({ ...second, on: two })]),
      ),
    ),
  );
}

function entryOf(parts: {
  readonly [Key in keyof DiagnosisEntry]: DiagnosisEntry[Key] | undefined;
}): DiagnosisEntry {
  return {
    ...(parts.condition === undefined ? {} : { condition: parts.condition }),
    ...(parts.activity === undefined ? {} : { activity: parts.activity }),
    ...(parts.icd10 === undefined ? {} : { icd10: parts.icd10 }),
    ...(parts.evidence === undefined ? {} : { evidence: parts.evidence }),
    ...(parts.on === undefined ? {} : { on: parts.on }),
  };
}

function recordOf(dateOfService: string, diagnoses: readonly DiagnosisEntry[]): CaseRecord {
  return { request: { dateOfService }, diagnoses };
}

function dayBefore(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return day.endsWith('-01-01')
    ? `${year - 1}-12-31`
    : `${year}-${String(month - (day.endsWith('-01') ? 1 : 0)).padStart(2, '0')}-28`;
}
