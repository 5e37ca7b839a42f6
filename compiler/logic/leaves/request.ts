import type {
  Affirmed,
  Bounds,
  Choice,
  Classified,
  Finding,
  Judgement,
  Regimen,
  RequiredGrade,
  Threshold,
} from '../../../dsl/kernel/expression.ts';
import { ageInMonths, ageInYears, daysBetween } from '../date.ts';
import type { Choice as ChoiceFact } from '../fact.ts';
import { and, atMost, equal, less, real, truth, whole, type Term } from '../term.ts';
import { forReview, known, least, met, notMet, unknown, when, type Verdict } from '../verdict.ts';
import { anchorIn, type World } from '../world.ts';

/** The questions that a single fact answers. */

export function threshold({ at, unit, bounds }: Threshold, world: World): Verdict {
  const [birth, day] = [world.birthDate, anchorIn(world, at)];
  const age = { years: ageInYears, months: ageInMonths, days: daysBetween }[unit](birth.term, day.term);
  const isKnown = and(birth.isKnown, day.isKnown, atMost(birth.term, day.term));
  return known(isKnown, isInBounds(age, bounds));
}

export function chosen({ field, among }: Choice, world: World): Verdict {
  const fact = choiceOf(field, world);
  return fact === undefined ? unknown : known(fact.isKnown, fact.isOneOf(among));
}

export function affirmed({ register, id }: Affirmed, world: World): Verdict {
  const fact = world.affirmed.get(`${register}.${id}`);
  return fact === undefined ? unknown : known(fact.isKnown, fact.isTrue);
}

export function classified({ axis, among, grade }: Classified, world: World): Verdict {
  const course = world.courses.get(axis);
  const place = course?.questions.findIndex(
    (question) => question.grade === grade && question.among.join(' ') === among.join(' '),
  );
  if (course === undefined || place === undefined) return unknown;
  const those = (wanted: string) =>
    course.situation.isOneOf(
      course.situations.flatMap(({ verdicts }, index) =>
        verdicts[place]?.truth === wanted ? String(index) : [],
      ),
    );
  return { met: those('met'), notMet: those('not-met'), review: truth(false) };
}

export function finding(leaf: Finding, world: World): Verdict {
  const fact = world.findings.get(leaf.finding);
  return fact === undefined ? unknown : supported(fact, leaf.grade);
}

export function judged(leaf: Judgement, world: World): Verdict {
  const [verdict, papers] = [world.verdicts.get(leaf.judgement), world.papers.get(leaf.judgement)];
  if (verdict === undefined || papers === undefined) return unknown;
  const enough = leaf.grade === 'plain' ? met : when(papers.isOneOf(['documented']), met, unknown);
  return when(verdict.isOneOf(['not-met']), notMet, when(verdict.isOneOf(['met']), enough, forReview));
}

export function regimen({ mgPerDay, days }: Regimen, { request }: World): Verdict {
  return least([
    known(request.mgPerDay.isKnown, equal(request.mgPerDay.term, real(mgPerDay))),
    known(request.days.isKnown, equal(request.days.term, real(days))),
  ]);
}

/** How far evidence carries a statement of a grade. */
export function supported(evidence: ChoiceFact, grade: RequiredGrade): Verdict {
  return {
    met: evidence.isOneOf(grade === 'plain' ? ['documented', 'reported'] : ['documented']),
    notMet: evidence.isOneOf(['absent']),
    review: truth(false),
  };
}

/** Whether one of the wanted sources shows a fact; where none is asked for, any does. */
export function isShownBy(source: ChoiceFact, wanted: readonly string[] | undefined): Verdict {
  return wanted === undefined ? met : when(source.isOneOf(wanted), met, unknown);
}

/** Whether a number keeps within bounds, which are in its own sort. */
export function isInBounds(value: Term, { least: atLeast, above, most, below }: Bounds): Term {
  const bound = (number: number) => (value.sort === 'real' ? real(number) : whole(number));
  return and(
    ...(atLeast === undefined ? [] : [atMost(bound(atLeast), value)]),
    ...(above === undefined ? [] : [less(bound(above), value)]),
    ...(most === undefined ? [] : [atMost(value, bound(most))]),
    ...(below === undefined ? [] : [less(value, bound(below))]),
  );
}

function choiceOf(field: Choice['field'], { request, attributes }: World): ChoiceFact | undefined {
  switch (field) {
    case 'kind':
      return request.kind;
    case 'indication':
      return request.indication;
    case 'product':
      return request.product;
    default:
      return attributes.get(field.slice('attributes.'.length));
  }
}
