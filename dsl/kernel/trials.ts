import { addDays, addMonths, daysBetween } from './calendar.ts';
import type { CaseRecord } from './case.ts';
import {
  historyOf,
  isAgent,
  isSupplied,
  isTreatment,
  lastDay,
  showsReason,
  type Dose,
} from './drug-history.ts';
import { isShownBy, supported } from './evidence.ts';
import type { Trials } from './expression.ts';
import type { Kernel } from './kernel.ts';
import { certain, forReview, greatest, least, met, notMet, unknown, type Verdict } from './truth.ts';
import { isInBounds, isWithin } from './window.ts';

/** A course, and whether it is one of those that are asked for. */
interface Course {
  readonly dose: Dose;
  readonly verdict: Verdict;
}

/** Courses of drugs that are asked for: of so many distinct agents, of every agent, or so many days of them together. */
export function trials(leaf: Trials, kernel: Kernel, record: CaseRecord): Verdict {
  const courses = historyOf(kernel.tables, record).map((dose) => ({
    dose,
    verdict: isAskedFor(dose, leaf, record),
  }));
  const unlisted = record.drugsComplete === true ? notMet : unknown;
  const enough =
    leaf.least === 'every'
      ? least(
          leaf.agents.ingredients.map((id) =>
            greatest([
              unlisted,
              ...courses.filter(({ dose }) => dose.ingredient === id).map(({ verdict }) => verdict),
            ]),
          ),
        )
      : manyAgents(courses, leaf.least, leaf.by, unlisted, kernel);
  if (leaf.totalDays === undefined) return enough;
  return least([enough, together(courses, leaf.totalDays, unlisted, record.request.dateOfService)]);
}

function isAskedFor(dose: Dose, leaf: Trials, record: CaseRecord): Verdict {
  const on = record.request.dateOfService;
  const { reasons, grade } = leaf;
  return least([
    isAgent(dose, leaf.agents),
    reasons === undefined
      ? least([isTreatment(dose), isSupplied(dose), supported(dose.evidence, grade)])
      : showsReason(dose, { reasons, grade }),
    lasted(dose, leaf, on),
    reached(dose, leaf),
    isWithin(leaf.window, courseEnd(dose, on), record),
    isShownBy(dose.shownBy, leaf.shownBy),
  ]);
}

/** Whether a course was long enough, where its outcome is one that the length binds. */
function lasted(dose: Dose, { lasting, reasons }: Trials, on: string): Verdict {
  if (lasting === undefined) return met;
  const { count, unit, binds } = lasting;
  const long = isLong(dose, count, unit, on);
  if (binds === undefined) return long;
  const { outcome } = dose;
  if (outcome !== undefined && outcome !== 'unknown') {
    return binds.some((reason) => reason === outcome) ? long : met;
  }
  // Whatever the outcome turns out to be, a sure length does; of reasons that are all bound it is asked for.
  const allBound = reasons?.every((reason) => binds.includes(reason)) === true;
  return long.truth === 'met' || allBound ? long : unknown;
}

/** Both days included; a course goes on to the date of service where it is current or ends later. */
function isLong(dose: Dose, count: number, unit: 'days' | 'months', on: string): Verdict {
  const { from } = dose;
  if (from === undefined) return unknown;
  const reaches = (end: string) =>
    unit === 'days' ? daysBetween(from, end) + 1 >= count : addMonths(from, count) <= addDays(end, 1);
  const end = endOf(dose, on);
  if (end !== undefined) return certain(reaches(end));
  return reaches(on) ? unknown : notMet;
}

/** The last day of a course up to the date of service; none where it is open. */
function endOf({ to, current }: Dose, on: string): string | undefined {
  if (to !== undefined) return to < on ? to : on;
  return current === true ? on : undefined;
}

/** Where the last day of a course lies: one that is current goes on to the date of service, as its length does. */
function courseEnd(dose: Dose, on: string): { readonly earliest?: string; readonly latest: string } {
  const end = endOf(dose, on);
  return end === undefined ? lastDay(dose, on) : { earliest: end, latest: end };
}

function reached({ doseReached }: Dose, { dose }: Trials): Verdict {
  if (dose === undefined) return met;
  if (doseReached?.value === undefined || doseReached.unit !== dose.unit) return unknown;
  return certain(isInBounds(doseReached.value, dose));
}

/** At least so many distinct agents. What may be one agent counts once among the sure, and apart among the possible. */
function manyAgents(
  courses: readonly Course[],
  wanted: number,
  by: Trials['by'],
  unlisted: Verdict,
  kernel: Kernel,
): Verdict {
  const agents = new Map<string, { readonly dose: Dose; readonly verdict: Verdict }>();
  for (const { dose, verdict } of courses) {
    const { key, sure } = agentOf(dose, by, kernel);
    const shown = sure ? verdict : least([verdict, forReview]);
    agents.set(key, { dose, verdict: greatest([agents.get(key)?.verdict ?? notMet, shown]) });
  }
  const all = [...agents.values()];
  const sure = all.filter(({ verdict }) => verdict.truth === 'met').map(({ dose }) => dose);
  if (apart(sure, by, kernel) >= wanted) return met;
  const possible = all.filter(({ verdict }) => verdict.truth !== 'not-met');
  if (unlisted.truth === 'not-met' && possible.length < wanted) return notMet;
  const waits =
    sure.length >= wanted || possible.some(({ verdict }) => verdict.truth === 'unknown' && verdict.review);
  return waits ? forReview : unknown;
}

/** What tells a dose's agent apart, and whether that is sure: of an ingredient without a class it is not. */
export function agentOf(
  dose: Dose,
  by: Trials['by'],
  kernel: Kernel,
): { readonly key: string; readonly sure: boolean } {
  const { ingredient, product, name } = dose;
  if (ingredient === undefined) return { key: `name: ${name}`, sure: true };
  if (by === 'ingredient') return { key: ingredient, sure: true };
  if (by === 'product') return { key: product ?? `ingredient: ${ingredient}`, sure: true };
  const drugClass = kernel.tables.ingredients.find(({ id }) => id === ingredient)?.class;
  return drugClass === undefined
    ? { key: `ingredient: ${ingredient}`, sure: false }
    : { key: `class: ${drugClass}`, sure: true };
}

/** How many doses are surely of different agents: those that may be one are counted as one. */
function apart(doses: readonly Dose[], by: Trials['by'], kernel: Kernel): number {
  const groups = doses.reduce<readonly (readonly Dose[])[]>((before, dose) => {
    const joins = (group: readonly Dose[]) =>
      group.some((other) => mayBeOne(dose, other, by, kernel) || mayBeOne(other, dose, by, kernel));
    return [...before.filter((group) => !joins(group)), [dose, ...before.filter(joins).flat()]];
  }, []);
  return groups.length;
}

/** Whether doses that are told apart may all the same be of one agent, as far as the first's row says. */
export function mayBeOne(first: Dose, second: Dose, by: Trials['by'], kernel: Kernel): boolean {
  if (by === 'class') return false;
  if (by === 'product') {
    return (
      first.ingredient === second.ingredient && (first.product === undefined || second.product === undefined)
    );
  }
  const row = kernel.tables.ingredients.find(({ id }) => id === first.ingredient);
  return second.ingredient !== undefined && row?.similar.includes(second.ingredient) === true;
}

/** The calendar days on which some course ran: a day on which two did counts once. */
function together(courses: readonly Course[], wanted: number, unlisted: Verdict, on: string): Verdict {
  const spansOf = (some: readonly Course[]) =>
    some.map(({ dose }) => ({ from: dose.from, to: endOf(dose, on) }));
  const days = (some: readonly Course[]) =>
    new Set(
      spansOf(some).flatMap(({ from, to }) =>
        from === undefined || to === undefined
          ? []
          : Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, place) =>
              addDays(from, place),
            ),
      ),
    ).size;
  const sure = courses.filter(({ verdict }) => verdict.truth === 'met');
  if (days(sure) >= wanted) return met;
  const possible = courses.filter(({ verdict }) => verdict.truth !== 'not-met');
  const dated = spansOf(possible).every(({ from, to }) => from !== undefined && to !== undefined);
  if (unlisted.truth === 'not-met' && dated && days(possible) < wanted) return notMet;
  return possible.some(({ verdict }) => verdict.truth === 'unknown' && verdict.review) ? forReview : unknown;
}
