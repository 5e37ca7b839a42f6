import type { CaseRecord, EventEntry } from '../../../dsl/kernel/case.ts';
import type { Assignment } from '../../logic/evaluate.ts';
import type { EventSlot } from '../../logic/slots.ts';
import type { Known } from '../../logic/fact.ts';
import { no, type Term } from '../../logic/term.ts';
import type { World } from '../../logic/world.ts';
import { conj, exact, less, neg, number32, same } from './formula.ts';
import { evidences, linkDay, linkFlag, linkNumber, linkText, listed, present } from './links.ts';
import { cell, root } from './path.ts';
import { partOf, sources } from './raw-drugs.ts';
import * as raw from './raw-facts.ts';
import type { RawFlag, Sheet } from './raw-facts.ts';
import { gather, type Value } from './value.ts';

/** The events of a case, so many of them, and the kinds of which they are the whole history. */
export function rawEvents(
  sheet: Sheet,
  world: World,
  count: number,
  on: Term,
): {
  readonly value: Value;
  readonly complete: Value;
  readonly read: (assignment: Assignment) => Partial<CaseRecord>;
} {
  const kinds = world.tables.events.map(({ id }) => id);
  const entries = Array.from({ length: count }, (_, place) => rawEvent(sheet, world, kinds, place, on));
  linkStretches(sheet, world);
  const list: Value = {
    kind: 'array',
    items: cell(root, { kind: 'items', of: entries.map(({ value }) => value) }),
  };
  const isListed = raw.flag(sheet, 'case.events.listed').isTrue;
  const complete = kinds.map((id) => ({ id, flag: raw.flag(sheet, `case.complete.${id}`).isTrue }));
  const given = raw.optional(sheet, 'complete', {
    kind: 'guarded',
    of: complete.map(({ id, flag }) => ({ when: flag, value: id })),
  });
  for (const { id, flag } of complete) {
    const fact = world.complete.get(id);
    if (fact !== undefined)
      for (const { name } of fact.variables) sheet.substitution.set(name, conj(given.isThere, flag));
  }
  return {
    value:
      count > 0
        ? list
        : gather([
            { when: isListed, value: list },
            { when: neg(isListed), value: undefined },
          ]),
    complete: given.value,
    read: (assignment) => ({
      ...(count === 0 ? {} : { events: entries.map(({ read }) => read(assignment)) }),
      ...(assignment.get('complete is there') === true
        ? {
            complete: complete.flatMap(({ id }) =>
              assignment.get(`case.complete.${id}`) === true ? id : [],
            ),
          }
        : {}),
    }),
  };
}

function rawEvent(sheet: Sheet, world: World, kinds: readonly string[], place: number, on: Term) {
  const name = (field: string) => `case.events.${place}.${field}`;
  const rows = world.tables.events.filter(({ id }) => world.events.has(id));
  const event = raw.text(sheet, name('event'), [...kinds, 'an event of no list'], true);
  const day = raw.date(sheet, name('on'));
  const value = raw.quantity(sheet, name('value'));
  const units = [...new Set(rows.flatMap((row) => row.units.map(({ unit }) => unit)))];
  const unit = raw.text(sheet, name('unit'), [...units, '{unit}']);
  const [lower, upper] = [raw.quantity(sheet, name('lower')), raw.quantity(sheet, name('upper'))];
  const reference = raw.optional(
    sheet,
    name('reference'),
    raw.record((part) => (part === 'lower' ? lower : upper).value),
  );
  const flags = new Map<string, RawFlag>();
  const condition = (id: string): RawFlag => {
    const own = flags.get(id) ?? raw.flag(sheet, name(`conditions.${id}`));
    flags.set(id, own);
    return own;
  };
  const conditions = raw.optional(
    sheet,
    name('conditions'),
    raw.record((id) => condition(id).value),
  );
  const evidence = raw.text(sheet, name('evidence'), evidences);
  const shownBy = raw.text(sheet, name('shownBy'), sources);

  for (const [kind, slots] of world.events) {
    const slot = slots[place];
    if (slot === undefined) continue;
    const isOf = same(event.term, number32(kinds.indexOf(kind) + 1));
    const counts = conj(isOf, neg(conj(day.isKnown, less(on, day.term))));
    sheet.substitution.set(slot.isPresent.name, counts);
    linkDay(sheet, slot.on, counts, day.term);
    linkNumber(sheet, slot.value, value, counts);
    linkText(sheet, slot.unit, unit, (given) => given, counts);
    linkNumber(sheet, slot.lower, lower, conj(counts, reference.isThere));
    linkNumber(sheet, slot.upper, upper, conj(counts, reference.isThere));
    for (const [id, fact] of slot.conditions)
      linkFlag(sheet, fact, condition(id), conj(counts, conditions.isThere));
    linkText(sheet, slot.evidence, evidence, (given) => given, counts);
    linkText(sheet, slot.shownBy, shownBy, (given) => given, counts);
  }
  const parts: Readonly<Record<string, Value>> = {
    event: event.value,
    on: day.value,
    value: value.value,
    unit: unit.value,
    reference: reference.value,
    conditions: conditions.value,
    evidence: evidence.value,
    shownBy: shownBy.value,
  };
  return {
    value: raw.record((part) => partOf(parts, part)),
    read: (assignment: Assignment): EventEntry => ({
      event: event.read(assignment) ?? 'an event of no list',
      ...present('on', day.read(assignment)),
      ...present('value', value.read(assignment)),
      ...present('unit', unit.read(assignment)),
      ...(assignment.get(`${name('reference')} is there`) === true
        ? {
            reference: {
              ...present('lower', lower.read(assignment)),
              ...present('upper', upper.read(assignment)),
            },
          }
        : {}),
      ...(assignment.get(`${name('conditions')} is there`) === true
        ? { conditions: listed([...flags].map(([id, flag]) => [id, flag.read(assignment)] as const)) }
        : {}),
      ...present(
        'evidence',
        evidences.find((each) => each === evidence.read(assignment)),
      ),
      ...present(
        'shownBy',
        sources.find((each) => each === shownBy.read(assignment)),
      ),
    }),
  };
}

/** Stretches of days stand for long histories; here each entry is one of its own, so there are none. */
function linkStretches(sheet: Sheet, world: World): void {
  for (const { entry, days } of [...world.stretches.values()].flat()) {
    sheet.substitution.set(days.name, number32(0));
    sheet.substitution.set(entry.isPresent.name, no);
    for (const each of factsOf(entry)) nothing(sheet, each);
  }
}

function factsOf({
  on,
  value,
  unit,
  lower,
  upper,
  conditions,
  evidence,
  shownBy,
}: EventSlot): readonly Known[] {
  return [on, value, unit, lower, upper, ...conditions.values(), evidence, shownBy];
}

/** A fact that is left out. */
function nothing(sheet: Sheet, { variables }: Known): void {
  for (const { name, sort } of variables)
    sheet.substitution.set(name, { truth: no, whole: number32(0), real: exact(0) }[sort]);
}
