import { addDays, addMonths } from '../../dsl/kernel/calendar.ts';
import type { CaseRecord, DiagnosisEntry, DrugEntry } from '../../dsl/kernel/case.ts';
import type { Leaf } from '../../dsl/kernel/expression.ts';
import { leavesOf } from '../../dsl/kernel/facts.ts';
import { alternativesOf } from './alternatives/alternatives.ts';
import { decide, flippedOutcome, type Decided, type Decision } from './decision.ts';
import { inOrder, textOf } from './record-facts.ts';

/** A case beside another one, from which it differs in what some question reads. */
export interface Beside {
  readonly record: CaseRecord;
  /** The place of the case that it stands beside. */
  readonly base: number;
  /** The facts that it may differ in. */
  readonly facts: readonly string[];
}

/** How many of the cases that a clause decides each of its questions is put to. */
const basesOfEach = 1;
/** How many of the cases beside it are taken of those that are like a clause's first base. */
const fewer = 60;

/**
 * Cases about the points where the answers of questions turn: beside cases in which the clause that asks decides. Each
 * once; the same for the same policy and cases.
 */
export function casesBeside(decision: Decision, records: readonly CaseRecord[]): readonly Beside[] {
  const decided = records.map((record) => decide(decision, record));
  const found = new Map<string, Beside>();
  const add = (record: CaseRecord, base: number, facts: readonly string[]) => {
    const ordered = inOrder(record);
    const key = textOf(ordered);
    if (!found.has(key)) found.set(key, { record: ordered, base, facts });
  };
  for (const { id, expression } of decision.bottom) {
    const facts = decision.facts.get(id) ?? [];
    basesFor(decision, decided, id).forEach((base, turn) => {
      const record = records[base];
      if (record === undefined) return;
      for (const leaf of leavesOf(expression)) {
        const alternatives = alternativesOf(leaf, decision.kernel, record);
        for (const each of turn === 0 ? alternatives : alternatives.slice(0, fewer)) add(each, base, facts);
        if (turn > 0) continue;
        for (const each of onOtherDays(leaf, decision, record))
          add(each, base, [...facts, 'the date of service']);
      }
    });
  }
  const [first] = records;
  if (first !== undefined) {
    const layers = [first, ...records.slice(1, 3)];
    layers.forEach((record, base) => {
      for (const each of layerAlternatives(decision, record)) add(each, base, ['request']);
    });
    for (const each of manyEntries(first)) add(each, 0, ['drugs', 'diagnoses', 'events']);
  }
  return [...found.values()];
}

/** Cases in which a clause decides, one of each side first; where there is none, the first case. */
function basesFor(decision: Decision, decided: readonly Decided[], id: string): readonly number[] {
  const deciding = decided.flatMap((each, place) =>
    flippedOutcome(decision, each, id) === undefined ? [] : [place],
  );
  const isMet = (place: number) => decided[place]?.statuses.get(id)?.truth === 'met';
  const sides = [deciding.filter(isMet), deciding.filter((place) => !isMet(place))];
  const chosen = sides.flatMap((side) => side.slice(0, basesOfEach));
  return chosen.length === 0 ? [0] : chosen;
}

/** What stands above the policy: products, the day on which it takes effect, mandates and plan documents. */
function layerAlternatives({ kernel }: Decision, record: CaseRecord): readonly CaseRecord[] {
  const { request } = record;
  const products: Leaf = { kind: 'choice', field: 'product', among: kernel.products };
  const kinds: Leaf = { kind: 'choice', field: 'kind', among: ['initial'] };
  const put = (part: Partial<CaseRecord['request']>): CaseRecord => ({
    ...record,
    request: { ...request, ...part },
  });
  const plans = (['covers', 'excludes', 'silent'] as const).flatMap((planDocument) =>
    (['requires', 'none'] as const).map((mandate) => put({ planDocument, mandate })),
  );
  const { planDocument: _plan, mandate: _mandate, ...bare } = request;
  const leaves = [products, kinds, ...(kernel.scope === undefined ? [] : leavesOf(kernel.scope))];
  const asked = leaves.flatMap((leaf) => alternativesOf(leaf, kernel, record));
  return [
    ...asked,
    ...plans,
    { ...record, request: bare },
    ...[addDays(kernel.effective, -1), kernel.effective].map((dateOfService) => put({ dateOfService })),
    ...asked.flatMap((each) =>
      plans.map((plan) => ({
        ...each,
        request: { ...each.request, planDocument: plan.request.planDocument ?? 'silent' },
      })),
    ),
  ];
}

/** Histories longer than what an evaluator first makes room for, with what counts at their end or at their beginning. */
function manyEntries(record: CaseRecord): readonly CaseRecord[] {
  const long = [15, 16, 17, 33, 40];
  const { drugs = [], diagnoses = [], events = [] } = record;
  const stranger: DrugEntry = {
    agent: 'metformin',
    outcome: 'none',
    evidence: 'documented',
    source: 'supplied',
    from: '2020-01-01',
    to: '2020-02-01',
    current: false,
  };
  const many = <T>(entry: T, count: number, own: readonly T[]) => {
    const others = Array.from({ length: Math.max(0, count - own.length) }, () => entry);
    return [
      [...others, ...own],
      [...own, ...others],
    ];
  };
  const other: DiagnosisEntry = { condition: 'another condition', evidence: 'documented' };
  const [event] = events;
  return long.flatMap((count) => [
    ...many(stranger, count, drugs).map((each) => ({ ...record, drugs: each })),
    ...many(other, count, diagnoses).map((each) => ({
      ...record,
      diagnoses: each,
    })),
    ...(diagnoses[0] === undefined
      ? []
      : many(diagnoses[0], count, diagnoses).map((each) => ({ ...record, diagnoses: each }))),
    ...(event === undefined ? [] : many(event, count, events).map((each) => ({ ...record, events: each }))),
  ]);
}

/** Cases on days about which months are counted and codes come and go: month ends, leap days, the first day of a code. */
function onOtherDays(leaf: Leaf, { kernel }: Decision, record: CaseRecord): readonly CaseRecord[] {
  const servedOn = (dateOfService: string, part: Partial<CaseRecord>): CaseRecord => ({
    ...record,
    ...part,
    request: { ...record.request, dateOfService },
  });
  switch (leaf.kind) {
    case 'elapsed':
    case 'receiving':
      return monthEnds.flatMap((on) =>
        [-1, 0, 1].map((days) => {
          const to = addDays(addMonths(on, -leaf.months), days);
          const drugs = (record.drugs ?? []).map((entry) => ({ ...entry, from: addMonths(to, -1), to }));
          return servedOn(on, { drugs });
        }),
      );
    case 'classified': {
      const codes = kernel.tables.axes.find(({ id }) => id === leaf.axis)?.codes ?? [];
      return codes.flatMap(({ code, from, until }) =>
        [from, until]
          .flatMap((day) => (day === undefined ? [] : [addDays(day, -1), day]))
          .filter((on) => on >= kernel.effective)
          .flatMap((on) =>
            [code, code.replace('.', ''), code.toLowerCase()].map((icd10) =>
              servedOn(on, { diagnoses: [{ icd10, evidence: 'documented', on: addMonths(on, -1) }] }),
            ),
          ),
      );
    }
    default:
      return [];
  }
}

/** The last days of months, and the days about them, in years with and without a leap day. */
const monthEnds: readonly string[] = [2024, 2025, 2028, 2029, 2100, 2101, 2400, 2401]
  .flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`).flatMap(
      (first) => [addDays(first, -1), first, addDays(first, -2), addDays(first, 27)],
    ),
  )
  .filter((day) => day > '2024-03-01');
