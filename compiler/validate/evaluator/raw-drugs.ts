import type { CaseRecord, DrugEntry, EvidenceSource } from '../../../dsl/kernel/case.ts';
import { canonicalId } from '../../../dsl/kernel/drug-history.ts';
import { agentFor } from '../../logic/agents.ts';
import type { Assignment } from '../../logic/evaluate.ts';
import type { DrugSlot } from '../../logic/slots.ts';
import type { Term } from '../../logic/term.ts';
import type { World } from '../../logic/world.ts';
import { conj, disj, less, mux, neg, number32, same } from './formula.ts';
import {
  evidences,
  linkDay,
  linkFlag,
  linkNumber,
  linkTerm,
  linkText,
  placeIn,
  present,
  strangers,
  textsOf,
} from './links.ts';
import { cell, root } from './path.ts';
import * as raw from './raw-facts.ts';
import type { RawText, Sheet } from './raw-facts.ts';
import { gather, type Value } from './value.ts';

export const sources: readonly EvidenceSource[] = [
  'record',
  'claim',
  'laboratory',
  'prescriber',
  'attestation',
];
const outcomes = ['failure', 'intolerance', 'contraindication', 'none', 'unknown'] as const;

/** The drug history of a case, of so many entries. */
export function rawDrugs(
  sheet: Sheet,
  world: World,
  count: number,
  on: Term,
  indication: RawText,
): { readonly value: Value; readonly read: (assignment: Assignment) => Partial<CaseRecord> } {
  const entries = Array.from({ length: count }, (_, place) => rawDrug(sheet, world, place, on, indication));
  const list: Value = {
    kind: 'array',
    items: cell(root, { kind: 'items', of: entries.map(({ value }) => value) }),
  };
  // A case that lists no drugs may leave the list out.
  const isThere = count > 0 ? undefined : raw.flag(sheet, 'case.drugs.listed').isTrue;
  return {
    value:
      isThere === undefined
        ? list
        : gather([
            { when: isThere, value: list },
            { when: neg(isThere), value: undefined },
          ]),
    read: (assignment) => (count === 0 ? {} : { drugs: entries.map(({ read }) => read(assignment)) }),
  };
}

function rawDrug(sheet: Sheet, world: World, place: number, on: Term, requested: RawText) {
  const name = (field: string) => `case.drugs.${place}.${field}`;
  const { tables } = world;
  const texts = [...new Set([...textsOf(tables.products), ...textsOf(tables.ingredients)])];
  const agent = raw.text(sheet, name('agent'), texts, true);
  const outcome = raw.text(sheet, name('outcome'), outcomes);
  const evidence = raw.text(sheet, name('evidence'), evidences);
  const source = raw.text(sheet, name('source'), ['supplied', 'sample']);
  const [from, to] = [raw.date(sheet, name('from')), raw.date(sheet, name('to'))];
  const current = raw.flag(sheet, name('current'));
  const shownBy = raw.text(sheet, name('shownBy'), sources);
  const dose = raw.quantity(sheet, name('dose.value'));
  const doseUnits = world.leaves.flatMap((leaf) => (leaf.kind === 'trials' ? (leaf.dose?.unit ?? []) : []));
  const doseUnit = raw.text(sheet, name('dose.unit'), [...new Set(doseUnits), '{unit}']);
  const reached = raw.optional(
    sheet,
    name('dose'),
    raw.record((part) => (part === 'unit' ? doseUnit : dose).value),
  );
  const indication = raw.text(sheet, name('indication'), requested.options);

  const slot = world.drugs[place];
  if (slot !== undefined) {
    const counts = neg(conj(from.isKnown, less(on, from.term)));
    const isDated = conj(counts, neg(conj(from.isKnown, to.isKnown, less(to.term, from.term))));
    sheet.substitution.set(slot.isPresent.name, counts);
    linkText(
      sheet,
      slot.agent,
      agent,
      (given) => agentFor(world.agents, tables, given, strangers)?.id ?? given,
      counts,
    );
    linkText(sheet, slot.outcome, outcome, same1, counts);
    linkText(sheet, slot.evidence, evidence, same1, counts);
    linkText(sheet, slot.source, source, same1, counts);
    linkDay(sheet, slot.from, isDated, from.term);
    linkDay(sheet, slot.to, isDated, to.term);
    linkFlag(sheet, slot.current, current, counts);
    linkText(sheet, slot.shownBy, shownBy, same1, counts);
    linkNumber(sheet, slot.doseValue, dose, conj(counts, reached.isThere));
    linkText(sheet, slot.doseUnit, doseUnit, same1, conj(counts, reached.isThere));
    linkTerm(sheet, slot.indication, raw.orNone(counts, indicationPlace(world, slot, indication, requested)));
  }
  const parts: Readonly<Record<string, Value>> = {
    agent: agent.value,
    outcome: outcome.value,
    evidence: evidence.value,
    source: source.value,
    from: from.value,
    to: to.value,
    current: current.value,
    shownBy: shownBy.value,
    doseReached: reached.value,
    indication: indication.value,
  };
  return {
    value: raw.record((part) => partOf(parts, part)),
    read: (assignment: Assignment): DrugEntry => {
      const [said, given] = [outcome.read(assignment), source.read(assignment)];
      return {
        agent: agent.read(assignment) ?? strangers[0],
        ...present(
          'outcome',
          outcomes.find((each) => each === said),
        ),
        ...present(
          'evidence',
          evidences.find((each) => each === evidence.read(assignment)),
        ),
        ...(given === 'supplied' || given === 'sample' ? { source: given } : {}),
        ...present('from', from.read(assignment)),
        ...present('to', to.read(assignment)),
        ...present('current', current.read(assignment)),
        ...present(
          'shownBy',
          sources.find((each) => each === shownBy.read(assignment)),
        ),
        ...(assignment.get(`${name('dose')} is there`) === true
          ? {
              doseReached: {
                ...present('value', dose.read(assignment)),
                ...present('unit', doseUnit.read(assignment)),
              },
            }
          : {}),
        ...present('indication', indication.read(assignment)),
      };
    },
  };
}

function same1(given: string): string {
  return given;
}

/** A part of an entry; the text may read no other. */
export function partOf(parts: Readonly<Record<string, Value>>, name: string): Value {
  if (!Object.hasOwn(parts, name)) throw new RangeError(`The text reads '${name}', which an entry lacks.`);
  return parts[name];
}

/** What a drug is taken for, among the values that the logic tells apart: those named, that of the request, another. */
function indicationPlace(world: World, slot: DrugSlot, own: RawText, requested: RawText): Term {
  if (slot.indication.variables.length === 0) return number32(0);
  const { tables, indications } = world;
  const idOf = (given: string) => canonicalId(tables.indications, given) ?? given;
  const isSame = disj(
    ...own.options.map((_, place) =>
      conj(same(own.term, number32(place + 1)), same(requested.term, number32(place + 1))),
    ),
  );
  const unnamed = mux(
    isSame,
    number32(placeIn(slot.indication, indications.other)),
    number32(placeIn(slot.indication, indications.further)),
  );
  const named = own.options.reduce<Term>(
    (otherwise, option, place) =>
      indications.named.includes(idOf(option))
        ? mux(
            same(own.term, number32(place + 1)),
            number32(placeIn(slot.indication, idOf(option))),
            otherwise,
          )
        : otherwise,
    unnamed,
  );
  return mux(own.isKnown, named, number32(0));
}
