import { expressionsById } from '../../../dsl/kernel/facts.ts';
import type { Analysis, Finding, Subject } from '../analysis.ts';
import { clauseOf, clausesIn, conditionsOf, includes, type Condition } from '../analysis/conditions.ts';
import { acceptance, found, isBelow, undecided } from '../analysis/report.ts';
import type { Place } from '../analysis/structure.ts';

const check = 'implied';

/**
 * Each criterion asks for more than those beside it do, and each alternative opens a way that the others do not: else it
 * can be left out.
 */
export const implied: Analysis = {
  name: check,
  rule: async (subject) => {
    const findings: Finding[] = [];
    const open: string[] = [];
    for (const place of subject.places.values()) {
      const found = await redundancy(place, subject);
      if (found === 'undecided') open.push(place.clause.id);
      else if (found !== undefined) findings.push(found);
    }
    const outermost = findings.filter(
      ({ clauses: [own = ''] }) => !findings.some(({ clauses: [other = ''] }) => isBelow(own, other)),
    );
    return [
      ...outermost.filter((one, index) => !isToldBefore(one, outermost.slice(0, index))),
      ...undecided(check, 'TRI423', open, 'whether these add to the others', subject),
    ];
  },
};

/** Of two that say the same, each follows from the other: it is told of the first. */
function isToldBefore({ clauses: [own = '', ...others] }: Finding, before: readonly Finding[]): boolean {
  return before.some(({ clauses: [first = '', ...rest] }) => others.includes(first) && rest.includes(own));
}

async function redundancy(place: Place, subject: Subject): Promise<Finding | 'undecided' | undefined> {
  const { clause, group, beside } = place;
  const byId = expressionsById(subject.kernel);
  const reference = { kind: 'clause', id: clause.id } as const;
  if (group === undefined || group.join === 'atLeast') return undefined;
  const own: readonly Condition[] =
    group.join === 'all'
      ? [{ on: 'expression', expression: reference, is: 'unmet', clause: clause.id }]
      : conditionsOf(reference, 'met', byId, clause.id);
  // What refers to the clause elsewhere says nothing of what it adds.
  const around = beside.filter((condition) => clauseOf(condition) !== clause.id);
  const rest: readonly Condition[] =
    group.join === 'all'
      ? around
      : [...around, ...group.others.flatMap((other) => conditionsOf(other, 'unmet', byId))];
  const answer = await subject.asking.canBe([...own, ...rest], own);
  if (answer.status === 'possible') return undefined;
  if (answer.status === 'undecided') return 'undecided';
  // What can't be met, and what stands beside something that can't, is told by another check.
  if (!answer.because.some((condition) => includes(own, condition))) return undefined;
  const others = clausesIn(answer.because.filter((condition) => !includes(own, condition)));
  if (group.join === 'all') return { ...requirement(clause.id, others, subject), never: answer.because };
  const alternatives = new Set(
    clausesIn(group.others.flatMap((other) => conditionsOf(other, 'unmet', byId))),
  );
  return others.some((id) => alternatives.has(id))
    ? { ...alternative(clause.id, others, alternatives, subject), never: answer.because }
    : undefined;
}

function requirement(id: string, others: readonly string[], { words }: Subject): Finding {
  const name = words.named(id);
  return found(check, {
    code: 'TRI423',
    severity: 'warning',
    clauses: [id, ...others],
    message:
      others.length === 0
        ? `${name} asks for nothing: it is met in every case that this policy is for.`
        : `${name} asks for nothing more: whoever meets ${words.list(others)} meets it.`,
    remedy: `Leave it out, or ask for what it was meant to add; ${acceptance(check, id)}.`,
    proof: `${words.asked([...others, id])}. There is no case that meets ${others.length === 0 ? 'the scope' : words.list(others)} and not ${name}.`,
  });
}

function alternative(
  id: string,
  others: readonly string[],
  alternatives: ReadonlySet<string>,
  { words }: Subject,
): Finding {
  const name = words.named(id);
  const ways = others.filter((other) => alternatives.has(other));
  const given = others.filter((other) => !alternatives.has(other));
  const where = given.length === 0 ? '' : ` and ${words.list(given)}`;
  return found(check, {
    code: 'TRI424',
    severity: 'warning',
    clauses: [id, ...others],
    message: `${name} opens no way of its own: whoever meets it${where} meets ${words.list(ways, 'or')}, too.`,
    remedy: `Leave it out, or ask for what it was meant to open; ${acceptance(check, id)}.`,
    proof: `${words.asked([id, ...others])}. There is no case that meets ${name}${where} and not ${words.list(ways, 'or')}.`,
  });
}
