import type { Approval, ClauseStatus } from '../../dsl/kernel/determination.ts';

/** What is approved, a line each. */
export function approvalLines(
  { months, regimen, units, code, notBefore }: Approval,
  clauses: readonly ClauseStatus[],
): readonly string[] {
  const number = clauses.find(({ id }) => id === regimen?.clause)?.number ?? regimen?.clause;
  return [
    ...(months === undefined ? [] : [`For up to ${months} months.`]),
    ...(regimen === undefined
      ? []
      : [`${regimen.mgPerDay} mg a day on ${regimen.days} days, ${regimen.totalMg} mg in all (${number}).`]),
    ...(units === undefined ? [] : [`${units} billing units${code === undefined ? '' : ` of ${code}`}.`]),
    ...(notBefore === undefined ? [] : [`Not before ${notBefore}.`]),
  ];
}
