import { addDays } from '../../../dsl/kernel/calendar.ts';
import type { CaseRecord, DiagnosisEntry } from '../../../dsl/kernel/case.ts';
import type { Axis, Kernel } from '../../../dsl/kernel/kernel.ts';
import { chanceFrom, type Chance } from './chance.ts';

/**
 * Diagnoses at random: from one to six statements that agree, contradict each other or doubt each other, on few days; by
 * condition, by code in several spellings, or by both. The same for the same policy.
 */
export function statementHistories({ tables }: Kernel, count: number): readonly CaseRecord[] {
  const chance = chanceFrom(20_250_301);
  const axes = tables.axes.filter(({ states }) => states.length > 0);
  if (axes.length === 0) return [];
  return Array.from({ length: count }, () => history(chance.pick(axes), chance));
}

function history(axis: Axis, chance: Chance): CaseRecord {
  const { pick, below, onceIn } = chance;
  const turns = axis.codes.flatMap(({ from, until }) => [from, until].flatMap((day) => day ?? []));
  const on = turns.length === 0 || onceIn(2) ? '2024-06-03' : addDays(pick(turns), pick([0, 0, -1, 200]));
  const days = Array.from({ length: 3 }, (_, place) => addDays(on, -100 * place - below(2)));
  const length = onceIn(40) ? pick([15, 16, 17, 33, 40]) : 1 + below(pick([1, 2, 3, 4, 5]));
  const codedOnly = onceIn(4);
  const diagnoses = Array.from({ length }, () => statement(axis, on, days, codedOnly, chance));
  return { request: { dateOfService: on }, diagnoses };
}

function statement(
  axis: Axis,
  on: string,
  days: readonly string[],
  codedOnly: boolean,
  { pick, onceIn }: Chance,
): DiagnosisEntry {
  const { condition } = pick(axis.states);
  const isCoded = axis.codes.length > 0 && (codedOnly || onceIn(6));
  const code = isCoded ? pick(axis.codes).code : '';
  const spelled = pick([
    code,
    code.replace('.', ''),
    code.toLowerCase(),
    code.replace('.', '').toLowerCase(),
  ]);
  return {
    ...(codedOnly || onceIn(20) ? {} : { condition: onceIn(20) ? 'another condition' : condition }),
    ...(onceIn(3) ? { activity: pick(['active', 'nonactive', 'unspecified'] as const) } : {}),
    ...(isCoded ? { icd10: onceIn(20) ? 'Z99.9' : spelled } : {}),
    ...(onceIn(8) ? {} : { evidence: pick(['documented', 'documented', 'reported', 'absent'] as const) }),
    ...(onceIn(5) ? {} : { on: onceIn(15) ? addDays(on, 1) : pick(days) }),
  };
}
