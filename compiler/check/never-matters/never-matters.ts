import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import { bottomClauses, expressionsById, factsOf, leavesOf } from '../../../dsl/kernel/facts.ts';
import { meaningOf, type Outcome } from '../../../dsl/kernel/meaning.ts';
import { constraintsOf, variablesOf } from '../../logic/case-of-world.ts';
import { and, not, or, variable, type Term, type Variable } from '../../logic/term.ts';
import { expressionsOf } from '../../logic/world.ts';
import type { Analysis, Finding, Subject } from '../analysis.ts';
import { isWithinReach } from '../analysis/reach.ts';
import { neighboursOf } from '../analysis/neighbours.ts';
import { acceptance, found, undecided } from '../analysis/report.ts';
import type { Seen } from '../analysis/asking.ts';
import { substitute } from './substitute.ts';

const check = 'never-matters';

/** Every fact that is asked for can change some outcome. */
export const neverMatters: Analysis = {
  name: check,
  rule: async (subject) => {
    const { kernel, words } = subject;
    const byId = expressionsById(kernel);
    const asks = bottomClauses(kernel).map(({ id, expression }) => ({ id, facts: factsOf(expression) }));
    const findings: Finding[] = [];
    const open: string[] = [];
    for (const fact of new Set(asks.flatMap(({ facts }) => facts))) {
      const clauses = asks.filter(({ facts }) => facts.includes(fact)).map(({ id }) => id);
      if (!subject.asking.hasTime()) {
        open.push(...clauses);
        continue;
      }
      if (isShown(fact, subject)) continue;
      const answer = await canMatter(fact, subject);
      if (answer === 'undecided') open.push(...clauses);
      if (answer !== 'never') continue;
      const everything = expressionsOf(kernel).map(
        (expression) => ({ on: 'expression', expression, is: 'met' }) as const,
      );
      if (!isWithinReach(everything, byId, subject.inquiry.world)) {
        open.push(...clauses);
        continue;
      }
      findings.push(
        found(check, {
          code: 'TRI433',
          severity: 'warning',
          clauses,
          message: `${words.list(clauses)} ${clauses.length === 1 ? 'asks' : 'ask'} for ${fact}, and it never matters.`,
          remedy: `Leave it out, or let it decide something; ${acceptance(check, clauses[0] ?? '')}.`,
          proof: `${words.asked(clauses)}. Whatever ${fact} is, and whether it is known, the outcome of every case stays the same.`,
        }),
      );
    }
    return [...findings, ...undecided(check, 'TRI433', open, 'whether what these ask for matters', subject)];
  },
};

/** How many cases lose the fact, and how many have it changed, to see whether the outcome changes, the latest first. */
const [losing, changing] = [60, 6];

/** Whether a case that answered a question changes its outcome with the fact. */
function isShown(fact: string, { kernel, asking }: Subject): boolean {
  const cases = asking.seen().slice(-losing).toReversed();
  const changes = ({ meaning }: Seen, other: CaseRecord) =>
    meaningOf(kernel, other).outcome !== meaning.outcome;
  if (cases.some((each) => changes(each, without(each.record, fact)))) return true;
  const leaves = expressionsOf(kernel)
    .flatMap((expression) => leavesOf(expression))
    .filter((leaf) => factsOf(leaf).includes(fact))
    .slice(0, 2);
  return cases
    .slice(0, changing)
    .some((each) =>
      leaves.some((leaf) => neighboursOf(each.record, leaf, kernel).some((other) => changes(each, other))),
    );
}

/** A case in which the fact is missing; as it is, where its place is none of a record's own. */
function without(record: CaseRecord, fact: string): CaseRecord {
  const [section = '', ...path] = fact.split('.');
  if (section === 'events')
    return {
      ...record,
      events: (record.events ?? []).filter(({ event }) => event !== path.join('.')),
      complete: (record.complete ?? []).filter((kind) => kind !== path.join('.')),
    };
  return removed(record, [section, ...path]);
}

function removed<T extends object>(whole: T, [key = '', ...rest]: readonly string[]): T {
  const entries = Object.entries(whole).flatMap(([name, value]: readonly [string, unknown]) => {
    if (name !== key) return [[name, value] as const];
    if (rest.length === 0 || typeof value !== 'object' || value === null) return [];
    return [[name, removed(value, rest)] as const];
  });
  return { ...whole, [key]: undefined, ...Object.fromEntries(entries) };
}

/** Whether there are two cases that differ in the fact alone and have different outcomes. */
async function canMatter(
  fact: string,
  { inquiry, logic, asking }: Subject,
): Promise<'yes' | 'never' | 'undecided'> {
  const { world } = inquiry;
  const prefix = fact.replace(/^prescriber\./, '');
  const own = (name: string) =>
    ['', '.', ' '].some((end) => (end === '' ? name === prefix : name.startsWith(prefix + end))) ||
    (prefix.startsWith('events.') && name.startsWith(`complete.${prefix.slice('events.'.length)}`));
  const other = new Map<string, Variable>(
    variablesOf(world)
      .filter(({ name }) => own(name))
      .map(({ name, sort }) => [name, variable(`other ${name}`, sort)]),
  );
  if (other.size === 0) return 'undecided';
  const changed = substitute(other);
  const kept = constraintsOf(world)
    .map((term) => [term, changed(term)] as const)
    .flatMap(([before, after]) => (before === after ? [] : [after]));
  const outcomes: readonly Outcome[] = ['approved', 'modified', 'denied', 'pended', 'notApplicable'];
  const differs = outcomes.map((outcome): Term =>
    and(logic.outcomes[outcome], not(changed(logic.outcomes[outcome]))),
  );
  const reply = await asking.canHold([...kept, or(...differs)]);
  return reply.status === 'possible' ? 'yes' : reply.status === 'impossible' ? 'never' : 'undecided';
}
