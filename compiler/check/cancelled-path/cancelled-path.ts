import { bottomClauses, expressionsById } from '../../../dsl/kernel/facts.ts';
import type { Analysis, Finding, Subject } from '../analysis.ts';
import { clausesIn, conditionsOf, includes, type Condition } from '../analysis/conditions.ts';
import { overlap, referencesIn, sharedFactsOf } from '../analysis/read-facts.ts';
import { acceptance, found, undecided } from '../analysis/report.ts';
import { noExclusion, type Place } from '../analysis/structure.ts';
import { sentence } from '../analysis/words.ts';

const check = 'cancelled-path';

/** No exclusion vetoes every case of a criterion, and where it vetoes some, that is told as a note. */
export const cancelledPath: Analysis = {
  name: check,
  rule: async (subject) => {
    const findings: Finding[] = [];
    const open: string[] = [];
    for (const place of subject.places.values()) {
      if (!place.serves || place.part === 'dosing') continue;
      const why = await vetoOf(place, subject);
      if (why === 'undecided') open.push(place.clause.id);
      if (why === undefined || why === 'undecided') continue;
      if (findings.some(({ clauses }) => clauses.every((id) => why.clauses.includes(id)))) continue;
      if (isSpentGroup(place, findings)) continue;
      findings.push(always(why, subject));
    }
    return [
      ...findings,
      ...undecided(check, 'TRI425', open, 'whether an exclusion always cancels these', subject),
      ...(await inPart(findings, subject)),
    ];
  },
};

interface Veto {
  /** The cancelled one first. */
  readonly clauses: readonly string[];
  readonly never: readonly Condition[];
}

/** What cancels every path through a clause; none where some case passes. */
async function vetoOf(
  { clause, beside }: Place,
  { kernel, asking }: Subject,
): Promise<Veto | 'undecided' | undefined> {
  const own = conditionsOf({ kind: 'clause', id: clause.id }, 'met', expressionsById(kernel));
  const exclusions = noExclusion(kernel);
  const passes = await asking.canBe([...own, ...beside, ...exclusions], own);
  if (passes.status === 'possible') return undefined;
  const beforeExclusions = await asking.canBe([...own, ...beside], own);
  if (beforeExclusions.status === 'impossible') return undefined;
  if (passes.status === 'undecided' || beforeExclusions.status === 'undecided') return 'undecided';
  // What cancels the others beside it is told of them.
  if (!passes.because.some((condition) => includes(own, condition))) return undefined;
  return { clauses: [...new Set([clause.id, ...clausesIn(passes.because)])], never: passes.because };
}

/** Whether some alternative of a group is told of already: the others pass, or are told as well. */
function isSpentGroup({ clause: { expression } }: Place, findings: readonly Finding[]): boolean {
  if (expression.kind !== 'any' && expression.kind !== 'atLeast') return false;
  const told = new Set(findings.flatMap(({ clauses: [first = ''] }) => first));
  return expression.of.some((member) => member.kind === 'clause' && told.has(member.id));
}

function always({ clauses, never }: Veto, { kernel, words }: Subject): Finding {
  const [own = '', ...others] = clauses;
  const sectionOf = new Map(kernel.clauses.map(({ id, section }) => [id, section]));
  const exclusions = others.filter((id) => sectionOf.get(id) === 'exclusions');
  const beside = others.filter((id) => sectionOf.get(id) !== 'exclusions');
  const where = beside.length === 0 ? '' : ` beside ${words.list(beside)}`;
  return found(check, {
    code: 'TRI425',
    severity: 'error',
    clauses: [own, ...exclusions, ...beside],
    never,
    message: `${words.named(own)} never leads to an approval${where}: ${words.list(exclusions, 'or')} cancels it.`,
    remedy: `Tell in the vocabulary, or in one of the two, which cases each speaks of; ${acceptance(check, own)}.`,
    proof: `${words.asked([own, ...beside, ...exclusions])}. In no case is the one met and the other known not to be.`,
  });
}

/** The exclusions that veto some of the cases of a criterion, where both read the same fact. */
async function inPart(told: readonly Finding[], subject: Subject): Promise<readonly Finding[]> {
  const { kernel, places, asking, words } = subject;
  const byId = expressionsById(kernel);
  const facts = new Map(kernel.clauses.map(({ id, expression }) => [id, sharedFactsOf(expression, byId)]));
  const bottom = bottomClauses(kernel)
    .filter(({ expression }) => referencesIn(expression).length === 0)
    .flatMap(({ id }) => places.get(id) ?? []);
  const exclusions = bottom.filter(({ part }) => part === 'exclusions');
  const findings: Finding[] = [];
  const open: string[] = [];
  for (const { clause, beside, serves, part } of bottom) {
    if (!serves || part === 'dosing' || told.some(({ clauses }) => clauses.includes(clause.id))) continue;
    for (const { clause: exclusion } of exclusions) {
      if (!overlap(facts.get(clause.id) ?? new Set(), facts.get(exclusion.id) ?? new Set())) continue;
      const both = await asking.canBe([
        ...conditionsOf({ kind: 'clause', id: clause.id }, 'met', byId),
        ...conditionsOf({ kind: 'clause', id: exclusion.id }, 'met', byId),
        ...beside,
      ]);
      if (both.status === 'undecided') open.push(clause.id);
      if (both.status !== 'possible') continue;
      findings.push(
        found(check, {
          code: 'TRI426',
          severity: 'note',
          clauses: [clause.id, exclusion.id],
          message: `${sentence(words.named(exclusion.id))} cancels some of the cases that meet ${words.named(clause.id)}.`,
          remedy: `Nothing, where that is meant; ${acceptance(check, clause.id)}.`,
          proof: `${words.asked([clause.id, exclusion.id])}. The case meets both, and the exclusion prevails.`,
          witness: both.record,
        }),
      );
    }
  }
  return [
    ...findings,
    ...undecided(check, 'TRI426', open, 'whether an exclusion cancels some cases of these', subject),
  ];
}
