import { addDays, addMonths } from '../../../dsl/kernel/calendar.ts';
import type { CaseRecord, DrugEntry, EventEntry } from '../../../dsl/kernel/case.ts';
import type { Bounds, Leaf, Selection } from '../../../dsl/kernel/expression.ts';
import type { Kernel, Tables } from '../../../dsl/kernel/kernel.ts';
import { daysNeeded } from '../../logic/bounds.ts';
import { daysOf } from '../../../dsl/kernel/window.ts';

/**
 * Cases that differ from one in a single fact, by what a question reads: the few values about which it turns. They are
 * guesses, which the interpreter tries before the solver is asked.
 */
export function neighboursOf(record: CaseRecord, leaf: Leaf, kernel: Kernel): readonly CaseRecord[] {
  const { tables } = kernel;
  const { request } = record;
  const on = request.dateOfService;
  const asking = (part: Partial<CaseRecord['request']>): CaseRecord => ({
    ...record,
    request: { ...request, ...part },
  });
  switch (leaf.kind) {
    case 'threshold': {
      const day = leaf.at === 'dateOfService' ? on : (record.dates?.[leaf.at.slice('dates.'.length)] ?? on);
      return numbersAbout(leaf.bounds, 1)
        .filter((age) => age >= 0)
        .map((age) => ({
          ...record,
          patient: {
            birthDate:
              leaf.unit === 'days'
                ? addDays(day, -age)
                : addMonths(day, -age * (leaf.unit === 'years' ? 12 : 1)),
          },
        }));
    }
    case 'choice': {
      if (leaf.field === 'kind')
        return (['initial', 'reauthorization'] as const).map((kind) => asking({ kind }));
      if (leaf.field === 'product') return kernel.products.map((product) => asking({ product }));
      if (leaf.field === 'indication')
        return someOf(
          tables.indications.map(({ id }) => id),
          leaf.among,
        ).map((indication) => asking({ indication }));
      const id = leaf.field.slice('attributes.'.length);
      const values = tables.attributes.find((row) => row.id === id)?.values.map((value) => value.id) ?? [];
      return someOf(values, leaf.among).map((value) => ({
        ...record,
        attributes: { ...record.attributes, [id]: value },
      }));
    }
    case 'affirmed':
      return [true, false].map((value) =>
        leaf.register === 'commitments'
          ? { ...record, commitments: { ...record.commitments, [leaf.id]: value } }
          : {
              ...record,
              prescriber: {
                ...record.prescriber,
                [leaf.register]: { ...record.prescriber?.[leaf.register], [leaf.id]: value },
              },
            },
      );
    case 'classified': {
      const states = tables.axes.find(({ id }) => id === leaf.axis)?.states ?? [];
      return states.map(({ condition, activity }) => ({
        ...record,
        diagnoses: [
          {
            condition,
            ...(activity === undefined ? {} : { activity }),
            evidence: 'documented',
            on: addMonths(on, -12),
          },
        ],
      }));
    }
    case 'finding':
      return (['documented', 'absent'] as const).map((evidence) => ({
        ...record,
        findings: { ...record.findings, [leaf.finding]: evidence },
      }));
    case 'judgement':
      return (['met', 'not-met'] as const).map((verdict) => ({
        ...record,
        judgements: { ...record.judgements, [leaf.judgement]: { papers: 'documented', verdict } },
      }));
    case 'regimen':
      return [leaf.days, leaf.days + 1].map((days) => asking({ regimen: { mgPerDay: leaf.mgPerDay, days } }));
    case 'amount':
      return numbersAbout(leaf.bounds, 1)
        .filter((value) => value > 0)
        .map((value) => asking({ quantity: { value, unit: leaf.unit } }));
    case 'reason':
    case 'trials':
      return withDrugs(record, leaf.agents.ingredients, tables);
    case 'concurrent':
      return withDrugs(record, leaf.agents.ingredients, tables);
    case 'treated':
    case 'receiving':
    case 'elapsed':
      return withDrugs(record, leaf.products.products, tables);
    case 'counted':
      return withEvents(record, leaf.of, leaf.of.bounds?.[0] ?? {}, leaf.least, tables);
    case 'reading':
      return withEvents(record, leaf.of, leaf.bounds[0] ?? {}, leaf.minimum, tables);
    case 'run':
      return withEvents(record, leaf.of, leaf.of.bounds?.[0] ?? {}, daysNeeded(leaf), tables);
    case 'change':
      return [];
  }
}

/** The numbers at which bounds turn, and those beside them. */
function numbersAbout({ least, above, most, below }: Bounds, step: number): readonly number[] {
  const ends = [least, above, most, below].filter((end) => end !== undefined);
  return [...new Set(ends.flatMap((end) => [end, end - step, end + step]))];
}

/** The ids that are asked for, and the first other. */
function someOf(ids: readonly string[], wanted: readonly string[]): readonly string[] {
  const other = ids.find((id) => !wanted.includes(id));
  return other === undefined ? wanted : [...wanted, other];
}

/** The drug history with one more course, with a few, and with none of these at all. */
function withDrugs(record: CaseRecord, agents: readonly string[], tables: Tables): readonly CaseRecord[] {
  const on = record.request.dateOfService;
  const before = record.drugs ?? [];
  const course = (agent: string, part: Partial<DrugEntry>): DrugEntry => ({
    agent,
    outcome: 'none',
    evidence: 'documented',
    source: 'supplied',
    from: addMonths(on, -24),
    to: addMonths(on, -1),
    ...part,
  });
  const [first, second] = agents;
  const names = new Set(
    tables.products.flatMap(({ id, ingredient }) =>
      agents.includes(id) || agents.includes(ingredient) ? [id, ingredient] : [],
    ),
  );
  const rest = before.filter(({ agent }) => !names.has(agent) && !agents.includes(agent));
  const added = [
    ...(first === undefined
      ? []
      : [
          [course(first, { outcome: 'failure' })],
          [course(first, { outcome: 'intolerance' })],
          [course(first, { outcome: 'contraindication' })],
          [course(first, { to: on, current: true })],
          [course(first, { to: addMonths(on, -13) })],
        ]),
    ...(first === undefined || second === undefined
      ? []
      : [[course(first, { outcome: 'failure' }), course(second, { outcome: 'failure' })]]),
  ];
  return [
    { ...record, drugs: rest, drugsComplete: true },
    ...added.map((entries) => ({ ...record, drugs: [...rest, ...entries], drugsComplete: true })),
  ];
}

/** The history of a kind of event with none, with as many as are asked for, and with values on either side of a bound. */
function withEvents(
  record: CaseRecord,
  selection: Selection,
  bounds: Bounds,
  count: number,
  tables: Tables,
): readonly CaseRecord[] {
  const { events, window, conditions, shownBy } = selection;
  const [kind = ''] = events;
  const rest = (record.events ?? []).filter(({ event }) => !events.includes(event));
  const complete = [...new Set([...(record.complete ?? []), ...events])];
  const days = window === undefined ? {} : (daysOf(window, record) ?? {});
  const on = record.request.dateOfService;
  const last = days.latest === undefined || days.latest > on ? on : days.latest;
  const unit = tables.events.find(({ id }) => id === kind)?.units[0]?.unit;
  const entry = (value: number | undefined, place: number): EventEntry => ({
    event: kind,
    on: addDays(last, -place),
    ...(unit === undefined || value === undefined ? {} : { value, unit }),
    ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
    ...(selection.relativeTo === undefined ? {} : { reference: { lower: 1, upper: 1 } }),
    evidence: 'documented',
    ...(shownBy?.[0] === undefined ? {} : { shownBy: shownBy[0] }),
  });
  const values = unit === undefined ? [undefined] : [...numbersAbout(bounds, 1), 1];
  return [
    { ...record, events: rest, complete },
    ...[rest, record.events ?? []].flatMap((kept) =>
      values.map((value) => ({
        ...record,
        events: [...kept, ...Array.from({ length: count }, (_, place) => entry(value, place))],
        complete,
      })),
    ),
  ];
}
