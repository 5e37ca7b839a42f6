import type { CaseRecord } from '../../dsl/kernel/case.ts';
import { packedDate } from '../logic/date.ts';
import type { Fact, Known } from '../logic/fact.ts';
import type { DrugSlot, EventSlot } from '../logic/slots.ts';
import { and, equal, implies, not, or, whole, type Term } from '../logic/term.ts';
import type { World } from '../logic/world.ts';
import { isAlike } from './record-facts.ts';

/** What holds of a case that leaves nothing out: every fact that the policy reads is known. */
export function isWhole(world: World): Term {
  const { request } = world;
  const histories = [...world.events.values()].flat();
  const stretches = [...world.stretches.values()].flat().map(({ entry }) => entry);
  return and(
    ...[
      request.kind,
      request.product,
      request.indication,
      request.mgPerDay,
      request.days,
      request.quantity,
      request.quantityUnit,
      world.birthDate,
      ...world.dates.values(),
      ...world.affirmed.values(),
      ...world.findings.values(),
      ...world.papers.values(),
      ...world.verdicts.values(),
      ...world.attributes.values(),
      world.drugsComplete,
      ...world.complete.values(),
    ].map(isTold),
    isTrue(world.drugsComplete),
    ...[...world.complete.values()].map(isTrue),
    request.planDocument.isOneOf(['silent']),
    request.mandate.isOneOf(['none']),
    ...world.drugs.map((slot) => implies(slot.isPresent, isWholeDrug(slot, world))),
    ...[...histories, ...stretches].map((slot) => implies(slot.isPresent, isWholeEvent(slot))),
  );
}

/** The service is on this day. */
export function isServedOn(world: World, day: string): Term {
  return equal(world.request.dateOfService.term, whole(packedDate(day) ?? 0));
}

/** A fact that no question reads counts as told. */
function isTold(fact: Known): Term {
  return fact.variables.length === 0 ? and() : fact.isKnown;
}

function isTrue(flag: Fact<boolean> & { readonly isTrue: Term }): Term {
  return flag.variables.length === 0 ? and() : flag.isTrue;
}

/** A contraindication may be told without a trial; any other entry is a course. */
function isWholeDrug(slot: DrugSlot, { agents }: World): Term {
  const { outcome, evidence, source, from, to, current, shownBy, doseValue, doseUnit, indication } = slot;
  const known = agents.filter(({ ingredient }) => ingredient !== undefined).map(({ id }) => id);
  return and(
    slot.agent.isOneOf(known),
    ...[outcome, evidence, source, from, current, shownBy, doseValue, doseUnit, indication].map(isTold),
    not(outcome.isOneOf(['unknown'])),
    not(evidence.isOneOf(['absent'])),
    or(and(to.isKnown, not(current.isTrue)), and(not(to.isKnown), current.isTrue)),
  );
}

function isWholeEvent({ on, value, unit, lower, upper, conditions, evidence, shownBy }: EventSlot): Term {
  return and(...[on, value, unit, lower, upper, ...conditions.values(), evidence, shownBy].map(isTold));
}

/** Whether a case tells these facts, and all of each entry of its histories: the same as `isWhole`, of one case. */
export function tellsAll(record: CaseRecord, facts: readonly string[]): boolean {
  const { drugs, events, drugsComplete, judgements, findings } = record;
  return (
    facts.every((fact) => fact === 'drugs' || tells(record, fact)) &&
    (drugs ?? []).every(
      ({ agent, outcome, evidence, source, from, to, current }) =>
        agent !== 'an unlisted drug' &&
        outcome !== undefined &&
        outcome !== 'unknown' &&
        evidence !== undefined &&
        source !== undefined &&
        from !== undefined &&
        from <= record.request.dateOfService &&
        (to === undefined ? current === true : from <= to),
    ) &&
    (drugs === undefined || drugsComplete === true) &&
    (events ?? []).every(
      ({ on, evidence, value, unit }) =>
        on !== undefined &&
        on <= record.request.dateOfService &&
        evidence !== undefined &&
        (value === undefined) === (unit === undefined),
    ) &&
    Object.values(judgements ?? {}).every(
      ({ papers, verdict }) => papers !== undefined && verdict !== undefined,
    ) &&
    Object.values(findings ?? {}).every((entry) => typeof entry === 'string')
  );
}

function tells(record: CaseRecord, fact: string): boolean {
  if (fact === 'drugsComplete') return record.drugsComplete === true;
  if (fact.startsWith('events.')) return record.complete?.includes(fact.slice('events.'.length)) === true;
  return !isAlike(record, { request: { dateOfService: record.request.dateOfService } }, fact);
}
