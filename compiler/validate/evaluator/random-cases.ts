import { addDays, addMonths } from '../../../dsl/kernel/calendar.ts';
import type { CaseRecord, DiagnosisEntry, DrugEntry, EventEntry } from '../../../dsl/kernel/case.ts';
import type { Bounds, Leaf, Window } from '../../../dsl/kernel/expression.ts';
import type { Kernel, NamedRow } from '../../../dsl/kernel/kernel.ts';
import { evidences, listed, present, strangers } from './links.ts';
import { questionsOf } from './questions.ts';
import { sources } from './raw-drugs.ts';

/** Cases at random, about the points where the questions of a policy turn; the same in every run. */
export function randomCases(kernel: Kernel, count: number, seed = 20_240_301): readonly CaseRecord[] {
  const random = generator(seed);
  const hints = hintsOf(kernel, questionsOf(kernel));
  return Array.from({ length: count }, () => randomCase(kernel, hints, random));
}

interface Random {
  readonly below: (limit: number) => number;
  readonly pick: <T>(of: readonly T[]) => T | undefined;
  readonly maybe: <T>(make: () => T) => T | undefined;
}

/** Numbers at random: a linear congruence of 32 bits, of which the upper ones are taken. */
function generator(seed: number): Random {
  let state = seed | 0;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (((state >>> 8) / 2 ** 24) * limit) | 0;
  };
  return {
    below,
    pick: (of) => of[below(of.length)],
    maybe: (make) => (below(5) === 0 ? undefined : make()),
  };
}

/** Where questions turn: days as distances, values, agents. */
interface Hints {
  readonly months: readonly number[];
  readonly days: readonly number[];
  readonly ages: readonly number[];
  readonly values: readonly number[];
  readonly agents: readonly string[];
  readonly leaves: readonly Leaf[];
  readonly kinds: readonly string[];
}

function hintsOf(kernel: Kernel, leaves: readonly Leaf[]): Hints {
  const windows = leaves.flatMap((leaf): readonly (Window | undefined)[] => {
    if (leaf.kind === 'trials') return [leaf.window];
    return 'of' in leaf ? [leaf.of.window, ...(leaf.kind === 'change' ? [leaf.baseline.window] : [])] : [];
  });
  const offsets = windows.flatMap((window) => [window?.from, window?.to].flatMap((each) => each ?? []));
  const lasting = leaves.flatMap((leaf) => (leaf.kind === 'trials' ? (leaf.lasting ?? []) : []));
  const of = (unit: string) =>
    [...offsets, ...lasting].flatMap((each) => (each.unit === unit ? each.count : []));
  const bounds = leaves.flatMap((leaf): readonly Bounds[] => {
    if (leaf.kind === 'trials') return leaf.dose === undefined ? [] : [leaf.dose];
    const own = 'of' in leaf ? (leaf.of.bounds ?? []) : [];
    return leaf.kind === 'reading'
      ? [...own, ...leaf.bounds]
      : leaf.kind === 'change' || leaf.kind === 'amount'
        ? [...own, leaf.bounds]
        : own;
  });
  const numbers = (each: Bounds) =>
    [each.least, each.above, each.most, each.below].flatMap((bound) => bound ?? []);
  const { products, ingredients } = kernel.tables;
  const named = new Set(
    leaves.flatMap((leaf) => [
      ...('agents' in leaf ? leaf.agents.ingredients : []),
      ...('otherThan' in leaf ? (leaf.otherThan?.ingredients ?? []) : []),
      ...('others' in leaf ? leaf.others.ingredients : []),
      ...('products' in leaf ? leaf.products.products : []),
    ]),
  );
  for (const id of kernel.products) named.add(id);
  const agents = [
    ...products.filter(({ id, ingredient }) => named.has(id) || named.has(ingredient)),
    ...ingredients.filter(({ id }) => named.has(id)),
  ];
  return {
    months: [
      ...of('months'),
      ...leaves.flatMap((leaf) => ('months' in leaf ? [leaf.months, -leaf.months] : [])),
      0,
    ],
    days: [...of('days'), 0],
    ages: leaves.flatMap((leaf) =>
      leaf.kind === 'threshold'
        ? numbers(leaf.bounds).map((age) =>
            leaf.unit === 'years' ? age * 12 : leaf.unit === 'months' ? age : age / 30.4,
          )
        : [],
    ),
    values: bounds.flatMap(numbers),
    agents: agents.flatMap(({ id, name }) => [id, name, name.toUpperCase(), ` ${name}® `]),
    leaves,
    kinds: leaves.flatMap((leaf) =>
      'of' in leaf
        ? leaf.of.events
        : leaf.kind === 'amount' && leaf.perValueOf !== undefined
          ? [leaf.perValueOf.event]
          : [],
    ),
  };
}

function randomCase(kernel: Kernel, hints: Hints, random: Random): CaseRecord {
  const { tables } = kernel;
  const { pick, maybe, below } = random;
  const effective = kernel.effective;
  const dateOfService =
    below(20) === 0
      ? addDays(effective, -1)
      : (pick(
          [
            effective,
            addMonths(effective, 5),
            addMonths(`${effective.slice(0, 4)}-02-28`, 24),
            '2024-02-29',
            '2024-06-30',
            '2025-08-31',
            '2027-03-01',
            '2026-06-03',
          ].filter((day) => day >= effective),
        ) ?? effective);
  const near = () => {
    const moved = addMonths(dateOfService, pick(hints.months) ?? 0);
    return addDays(addDays(moved, pick(hints.days) ?? 0), below(5) === 0 ? below(800) - 780 : below(3) - 1);
  };
  const nameOf = (rows: readonly NamedRow[], likely: readonly string[]) => {
    const row = pick(below(4) > 0 ? rows.filter(({ id }) => likely.includes(id)) : rows);
    return row === undefined
      ? strangers[0]
      : (pick([row.id, row.name, ` ${row.name.toUpperCase()}™`]) ?? row.id);
  };
  const chosen = (field: string) =>
    hints.leaves.flatMap((leaf) => (leaf.kind === 'choice' && leaf.field === field ? leaf.among : []));
  const evidence = () => (below(3) > 0 ? 'documented' : pick(evidences));
  const flags = (ids: readonly string[]) => listed(ids.map((id) => [id, maybe(() => below(3) > 0)] as const));
  const affirmed = (register: string) =>
    flags(
      hints.leaves.flatMap((leaf) => (leaf.kind === 'affirmed' && leaf.register === register ? leaf.id : [])),
    );
  const number = (of: readonly number[]) =>
    (pick(of) ?? 1) * (pick([1, 1, 1, 0.5, 2]) ?? 1) + (pick([0, 0, 0.5, -0.5, 1]) ?? 0);
  const regimens = kernel.regimens.length > 0 ? kernel.regimens : [{ mgPerDay: 12, days: 5 }];
  const regimen = pick(regimens);
  const amounts = hints.leaves.flatMap((leaf) => (leaf.kind === 'amount' ? leaf : []));
  const amount = pick(amounts);
  const drug = (): DrugEntry => ({
    agent:
      below(8) === 0
        ? (pick(strangers) ?? strangers[0])
        : below(8) === 0
          ? (pick(tables.ingredients)?.id ?? '')
          : (pick(hints.agents) ?? strangers[0]),
    ...present(
      'outcome',
      maybe(() =>
        pick(['failure', 'failure', 'intolerance', 'contraindication', 'none', 'unknown'] as const),
      ),
    ),
    ...present('evidence', maybe(evidence)),
    ...present(
      'source',
      maybe(() => pick(['supplied', 'supplied', 'sample'] as const)),
    ),
    ...present('from', maybe(near)),
    ...present('to', below(2) === 0 ? undefined : near()),
    ...present('current', below(2) === 0 ? undefined : below(2) === 0),
    ...present(
      'shownBy',
      maybe(() => pick(sources)),
    ),
    ...present(
      'doseReached',
      maybe(() => ({
        ...present(
          'value',
          maybe(() => number(hints.values)),
        ),
        ...present(
          'unit',
          pick(hints.leaves.flatMap((leaf) => (leaf.kind === 'trials' ? (leaf.dose?.unit ?? []) : []))),
        ),
      })),
    ),
    ...present(
      'indication',
      maybe(() => nameOf(tables.indications, chosen('indication'))),
    ),
  });
  const event = (): EventEntry => {
    const row = tables.events.find(({ id }) => id === pick(hints.kinds)) ?? pick(tables.events);
    return {
      event: row?.id ?? 'an event of no list',
      ...present('on', maybe(near)),
      ...present(
        'value',
        maybe(() => number(hints.values)),
      ),
      ...present(
        'unit',
        maybe(() => pick(row?.units ?? [])?.unit),
      ),
      ...present(
        'reference',
        maybe(() => ({ lower: number(hints.values), upper: number(hints.values) })),
      ),
      ...present(
        'conditions',
        maybe(() => flags((row?.conditions ?? []).map(({ id }) => id))),
      ),
      ...present('evidence', maybe(evidence)),
      ...present(
        'shownBy',
        maybe(() => pick(sources)),
      ),
    };
  };
  const diagnosis = (): DiagnosisEntry => {
    const axis = pick(tables.axes);
    const code = pick(axis?.codes ?? [])?.code;
    return {
      ...present(
        'condition',
        maybe(() => pick(axis?.states ?? [])?.condition),
      ),
      ...present(
        'activity',
        below(2) === 0 ? undefined : pick(['active', 'nonactive', 'unspecified'] as const),
      ),
      ...present('icd10', below(2) === 0 ? undefined : code),
      ...present('evidence', maybe(evidence)),
      ...present('on', maybe(near)),
    };
  };
  const many = <T>(make: () => T, most: number) => Array.from({ length: below(most + 1) }, make);
  const findings = hints.leaves.flatMap((leaf) => (leaf.kind === 'finding' ? leaf.finding : []));
  const judgements = hints.leaves.flatMap((leaf) => (leaf.kind === 'judgement' ? leaf.judgement : []));
  const milestones = tables.milestones.map(({ id }) => id);
  return {
    request: {
      dateOfService,
      ...present(
        'kind',
        maybe(() => pick(['initial', 'reauthorization'] as const)),
      ),
      ...present(
        'product',
        maybe(() => nameOf(tables.products, [...kernel.products, ...chosen('product')])),
      ),
      ...present(
        'indication',
        maybe(() => nameOf(tables.indications, chosen('indication'))),
      ),
      ...present(
        'regimen',
        maybe(() => ({
          ...present(
            'mgPerDay',
            maybe(() => regimen?.mgPerDay ?? 0),
          ),
          ...present(
            'days',
            maybe(() => (regimen?.days ?? 0) + (below(4) === 0 ? 1 : 0)),
          ),
        })),
      ),
      ...present(
        'quantity',
        maybe(() => ({
          ...present(
            'value',
            maybe(() => number(hints.values) * (pick([1, 50, 70]) ?? 1)),
          ),
          ...present('unit', amount?.unit),
        })),
      ),
      ...present('planDocument', below(3) > 0 ? undefined : pick(['silent', 'covers', 'excludes'] as const)),
      ...present('mandate', below(4) > 0 ? undefined : pick(['none', 'requires'] as const)),
    },
    ...present(
      'patient',
      maybe(() => ({
        birthDate: addDays(addMonths(dateOfService, -Math.round(pick(hints.ages) ?? 400)), below(3) - 1),
      })),
    ),
    ...present(
      'prescriber',
      maybe(() => ({ specialties: affirmed('specialties'), consultations: affirmed('consultations') })),
    ),
    ...present(
      'commitments',
      maybe(() => affirmed('commitments')),
    ),
    ...present(
      'diagnoses',
      maybe(() => many(diagnosis, 3)),
    ),
    ...present(
      'drugs',
      maybe(() => many(drug, 4)),
    ),
    ...present(
      'drugsComplete',
      maybe(() => below(3) > 0),
    ),
    ...present(
      'findings',
      maybe(() =>
        listed(
          findings.map(
            (id) =>
              [
                id,
                maybe(() =>
                  below(2) === 0
                    ? (pick(evidences) ?? 'documented')
                    : { ...present('evidence', pick(evidences)), on: near() },
                ),
              ] as const,
          ),
        ),
      ),
    ),
    ...present(
      'judgements',
      maybe(() =>
        listed(
          judgements.map(
            (id) =>
              [
                id,
                maybe(() => ({
                  ...present('papers', maybe(evidence)),
                  ...present(
                    'verdict',
                    maybe(() => pick(['met', 'met', 'not-met'] as const)),
                  ),
                })),
              ] as const,
          ),
        ),
      ),
    ),
    ...present(
      'events',
      maybe(() => many(event, 5)),
    ),
    ...present(
      'complete',
      maybe(() => hints.kinds.filter(() => below(3) > 0)),
    ),
    ...present(
      'dates',
      maybe(() => listed(milestones.map((id) => [id, maybe(near)] as const))),
    ),
    ...present(
      'attributes',
      maybe(() =>
        listed(
          tables.attributes.map(
            ({ id, values }) => [id, maybe(() => nameOf(values, chosen(`attributes.${id}`)))] as const,
          ),
        ),
      ),
    ),
  };
}
