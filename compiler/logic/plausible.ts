import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { addMonths, packedDate } from './date.ts';
import type { Day } from './fact.ts';
import { and, atMost, equal, less, not, or, real, whole, type Term } from './term.ts';
import { beginWithWindows } from './leaves/run.ts';
import type { World } from './world.ts';

/**
 * What is so of most cases though it need not be: the service lies within two years of the policies' latest effective
 * date, nobody is older than a hundred years, histories are short, reach ten years back and are dated before the service, and
 * numbers are within what is measured. The solver tries it first, so that its cases read as a patient's would.
 */
export function plausible(world: World, kernels: readonly Kernel[]): readonly Term[] {
  const on = world.request.dateOfService.term;
  const effective = Math.max(...kernels.map((kernel) => packedDate(kernel.effective) ?? 0));
  const within = (day: Day, months: number) =>
    or(not(day.isKnown), and(atMost(addMonths(on, -months), day.term), atMost(day.term, on)));
  const days = kernels.flatMap(({ regimens }) => regimens.map((regimen) => regimen.days));
  const doses = kernels.flatMap(({ regimens }) => regimens.map(({ mgPerDay }) => mgPerDay));
  const { mgPerDay, days: daysAsked } = world.request;
  const isOneOf = (term: Term, values: readonly number[]) =>
    or(...values.map((value) => equal(term, real(value))));
  return [
    atMost(whole(effective), on),
    atMost(on, addMonths(whole(effective), 24)),
    within(world.birthDate, 1200),
    ...[...world.dates.values()].map((day) => within(day, 24)),
    or(not(mgPerDay.isKnown), isOneOf(mgPerDay.term, [...doses, 1])),
    or(not(daysAsked.isKnown), isOneOf(daysAsked.term, [...days, 1])),
    ...world.drugs.slice(2).map(({ isPresent }) => not(isPresent)),
    ...[...world.events.values()].flatMap((slots) => slots.slice(1).map(({ isPresent }) => not(isPresent))),
    beginWithWindows(world),
    ...world.drugs.flatMap(({ from, to }) => [within(from, 120), within(to, 120)]),
    ...[
      ...world.events.values(),
      ...[...world.stretches.values()].map((each) => each.map(({ entry }) => entry)),
    ]
      .flat()
      .flatMap(({ on: day, value }) => [
        within(day, 120),
        or(not(value.isKnown), and(atMost(real(0), value.term), less(value.term, real(1000)))),
      ]),
  ];
}
