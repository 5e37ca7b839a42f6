import type { Finding, Subject } from '../analysis.ts';

/** What is to be told, without what is the same for all findings of a check. */
export type Told = Omit<Finding, 'check' | 'status'>;

/** A finding that was proved. */
export function found(check: string, told: Told): Finding {
  return { check, ...told, status: 'found' };
}

/** What could not be settled about clauses, all together; nothing where there are none. */
export function undecided(
  check: string,
  code: string,
  clauses: readonly string[],
  question: string,
  { words }: Subject,
): readonly Finding[] {
  if (clauses.length === 0) return [];
  return [
    {
      check,
      code,
      severity: 'note',
      clauses: [...new Set(clauses)],
      message: `It is undecided ${question}: ${words.list([...new Set(clauses)])}.`,
      remedy: 'Look at it by hand, or split what it asks into smaller criteria and analyse again.',
      proof:
        'No answer was found in the time for it, or only one that longer histories than those looked at, or the interpreter, may contradict.',
      status: 'undecided',
    },
  ];
}

/** The end of a remedy: how the finding is accepted. */
export function acceptance(check: string, clause: string): string {
  return `if it is published so, add accept('${check}', '${clause}', 'why')`;
}

/** Whether a clause stands below another. */
export function isBelow(id: string, group: string): boolean {
  return id.startsWith(`${group}.`);
}
