import { addDays } from '../../../dsl/kernel/calendar.ts';
import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import type { Axis } from '../../../dsl/kernel/kernel.ts';

/** Each diagnosis code in each of its spellings, alone, on the days about those on which it begins and ends. */
export function spelledCodes(axes: readonly Axis[]): readonly CaseRecord[] {
  return axes.flatMap(({ codes }) => {
    const turns = codes.flatMap(({ from, until }) => [from, until].flatMap((day) => day ?? []));
    const served = [...new Set(['2024-06-03', ...turns.flatMap((day) => [addDays(day, -1), day])])];
    return codes.flatMap(({ code }) => {
      const plain = code.replace('.', '');
      const spelled = new Set([code, plain, code.toLowerCase(), plain.toLowerCase()]);
      return [...spelled].flatMap((icd10) =>
        served.map((dateOfService): CaseRecord => ({
          request: { dateOfService },
          diagnoses: [{ icd10, evidence: 'documented' }],
        })),
      );
    });
  });
}
