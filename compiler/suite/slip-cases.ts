import type { CaseRecord } from '../../dsl/kernel/case.ts';
import { decide, type Decision } from './decision.ts';
import type { SuiteCase } from './suite.ts';
import type { Chosen } from './telling.ts';

/** How many declarations are named in which a case tells slips that no other does. */
const namedAtMost = 4;

/** The cases that tell slips of an evaluator, each named by what it is about. */
export function slipCases(decision: Decision, chosen: readonly Chosen[]): readonly SuiteCase[] {
  const counts = new Map<string, number>();
  return chosen.map(({ probe, alone }): SuiteCase => {
    const { outcome, layer, statuses } = decide(decision, probe.record);
    const subject = subjectOf(probe.about);
    const turn = (counts.get(subject) ?? 0) + 1;
    counts.set(subject, turn);
    const declarations = [...new Set(alone.map(({ declaration }) => declaration))];
    const slips =
      declarations.length > namedAtMost
        ? `${declarations.slice(0, namedAtMost).join(', ')} and elsewhere`
        : declarations.join(', ');
    return {
      name: `slip-${subject}-${turn}`,
      about:
        alone.length === 0
          ? `${aboutOf(probe.record)}: ${outcome}. After it, the next case tells a slip of the evaluator.`
          : `${aboutOf(probe.record)}: ${outcome}. Of all cases it alone tells a slip of the evaluator in ${slips}.`,
      record: probe.record,
      outcome,
      layer,
      clauses: Object.fromEntries(
        decision.kernel.printed.map((id) => [id, statuses.get(id)?.truth ?? 'unknown'] as const),
      ),
      purpose: 'boundary',
    };
  });
}

/** What a case is about as a part of its name: the last word of the one fact, or what several have in common. */
function subjectOf(about: readonly string[]): string {
  const [first = 'case'] = about;
  const own = about.length === 1 ? (first.split('.').at(-1) ?? first) : (first.split('.')[0] ?? first);
  return own
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** What a case holds, in words. */
function aboutOf({ drugs, diagnoses, events }: CaseRecord): string {
  const counted = (entries: readonly unknown[] | undefined, one: string, more: string) =>
    entries === undefined || entries.length === 0
      ? []
      : [entries.length === 1 ? `one ${one}` : `${entries.length} ${more}`];
  const parts = [
    ...counted(drugs, 'entry of a drug', 'entries of drugs'),
    ...counted(diagnoses, 'diagnosis', 'diagnoses'),
    ...counted(events, 'event', 'events'),
  ];
  return parts.length === 0 ? 'A made-up request' : `A made-up request with ${parts.join(', ')}`;
}
