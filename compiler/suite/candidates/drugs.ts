import { addDays, addMonths } from '../../../dsl/kernel/calendar.ts';
import type { CaseRecord, DrugEntry } from '../../../dsl/kernel/case.ts';
import type { Leaf } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { serviceDays } from './days.ts';

type AboutDrugs = Extract<
  Leaf,
  { kind: 'reason' | 'treated' | 'receiving' | 'concurrent' | 'elapsed' | 'trials' }
>;

/**
 * Drug histories at random, about few agents each: some in which all is told, some in which a part is left open; with
 * courses that end about the days on which answers turn. The same for the same policy.
 */
export function drugHistories(kernel: Kernel, leaves: readonly Leaf[], count: number): readonly CaseRecord[] {
  const asked = leaves.filter(isAboutDrugs);
  if (asked.length === 0) return [];
  const chance = chanceFrom(20_240_301);
  const agents = agentsOf(kernel, asked);
  return Array.from({ length: count }, () => history(kernel, asked, agents, chance));
}

function isAboutDrugs(leaf: Leaf): leaf is AboutDrugs {
  return ['reason', 'treated', 'receiving', 'concurrent', 'elapsed', 'trials'].includes(leaf.kind);
}

interface AgentLists {
  /** Those that some question names. */
  readonly named: readonly string[];
  /** Names of the vocabulary that none does, and names of no vocabulary. */
  readonly others: readonly string[];
}

function agentsOf({ tables, products }: Kernel, asked: readonly AboutDrugs[]): AgentLists {
  const ids = new Set<string>(products);
  for (const leaf of asked) {
    if ('agents' in leaf) leaf.agents.ingredients.forEach((id) => ids.add(id));
    if ('otherThan' in leaf) leaf.otherThan?.ingredients.forEach((id) => ids.add(id));
    if ('others' in leaf) leaf.others.ingredients.forEach((id) => ids.add(id));
    if ('products' in leaf) leaf.products.products.forEach((id) => ids.add(id));
  }
  const rows = [...tables.products, ...tables.ingredients];
  const own = tables.products.filter(({ id, ingredient }) => ids.has(id) || ids.has(ingredient));
  for (const { id, ingredient } of own) ids.add(id).add(ingredient);
  return {
    named: [...ids],
    others: [
      ...rows
        .filter(({ id }) => !ids.has(id))
        .map(({ id }) => id)
        .slice(0, 2),
      'an unlisted drug',
      'another unlisted drug',
      'a third unlisted drug',
    ],
  };
}

function history(
  kernel: Kernel,
  asked: readonly AboutDrugs[],
  agents: AgentLists,
  chance: Chance,
): CaseRecord {
  const { pick, below, onceIn } = chance;
  const leaf = pick(asked);
  const on = onceIn(2) ? addMonths(kernel.effective, below(30)) : pick(serviceDays);
  // Few agents, so that entries of one meet: those of the question that it is about, and one or two others.
  const focus = agentsOf(kernel, [leaf]).named;
  const own = 'products' in leaf ? leaf.products.products : focus;
  const few = [pick(own), pick(focus), pick(agents.named), pick(onceIn(2) ? agents.others : focus)];
  const doubt = pick([0, 0, 6, 3]);
  const turns = turningDays(leaf, on);
  const long = onceIn(40);
  const length = long ? pick([15, 16, 17, 33, 40]) : 1 + below(pick([1, 2, 3, 4, 6]));
  const drugs = Array.from({ length }, () => entry(leaf, pick(few), on, turns, doubt, chance));
  return {
    request: {
      dateOfService: on,
      ...(onceIn(3) ? { kind: pick(['initial', 'reauthorization'] as const) } : {}),
      ...(asked.some((each) => each.kind === 'concurrent' && each.sameIndication === true) && !onceIn(4)
        ? { indication: pick(kernel.tables.indications.slice(0, 3).map(({ id }) => id)) }
        : {}),
    },
    drugs,
    ...(onceIn(3) ? {} : { drugsComplete: !onceIn(8) }),
  };
}

/** The days on which the question's answer may turn, and those beside them. */
function turningDays(leaf: AboutDrugs, on: string): readonly string[] {
  const months = [
    ...('months' in leaf ? [leaf.months] : []),
    ...(leaf.kind === 'trials' && leaf.lasting?.unit === 'months' ? [leaf.lasting.count] : []),
    ...(leaf.kind === 'trials' ? offsets(leaf, 'months') : []),
  ];
  const days = [
    ...(leaf.kind === 'trials' && leaf.lasting?.unit === 'days' ? [leaf.lasting.count] : []),
    ...(leaf.kind === 'trials' ? offsets(leaf, 'days') : []),
  ];
  const about = [
    on,
    addMonths(on, -6),
    ...months.map((count) => addMonths(on, -count)),
    ...days.map((count) => addDays(on, -count)),
  ];
  return about.flatMap((day) => [day, addDays(day, -1), addDays(day, 1)]);
}

function offsets(
  { window }: Extract<AboutDrugs, { kind: 'trials' }>,
  unit: 'days' | 'months',
): readonly number[] {
  return [window?.from, window?.to].flatMap((each) => (each?.unit === unit ? [-each.count] : []));
}

function entry(
  leaf: AboutDrugs,
  agent: string,
  on: string,
  turns: readonly string[],
  doubt: number,
  { pick, below, onceIn }: Chance,
): DrugEntry {
  const isOpen = () => doubt !== 0 && onceIn(doubt);
  const outcome = pick(['failure', 'intolerance', 'contraindication', 'none', 'failure', 'unknown'] as const);
  const day = () => (onceIn(3) ? addDays(on, -below(900)) : pick(turns));
  const to = day();
  const from = onceIn(4) ? day() : addDays(to, -below(400));
  const dose = leaf.kind === 'trials' ? leaf.dose : undefined;
  const bound = dose === undefined ? undefined : (dose.least ?? dose.above ?? dose.most ?? dose.below);
  const lasts = leaf.kind === 'trials' ? leaf.lasting : undefined;
  const begun =
    lasts === undefined || onceIn(3)
      ? from
      : addDays(
          lasts.unit === 'days' ? addDays(to, 1 - lasts.count) : addMonths(to, -lasts.count),
          below(4) - 2,
        );
  return {
    agent,
    ...(isOpen() ? {} : { outcome }),
    ...(isOpen() ? {} : { evidence: onceIn(5) ? pick(['reported', 'absent'] as const) : 'documented' }),
    ...(isOpen() ? {} : { source: onceIn(6) ? 'sample' : 'supplied' }),
    ...(onceIn(5) ? {} : { from: begun }),
    ...(onceIn(3) ? {} : { to }),
    ...(onceIn(3) ? { current: !onceIn(3) } : {}),
    ...(leaf.kind === 'trials' && leaf.shownBy !== undefined && !isOpen()
      ? {
          shownBy: onceIn(4)
            ? pick(['record', 'claim', 'laboratory', 'prescriber', 'attestation'] as const)
            : pick(leaf.shownBy),
        }
      : {}),
    ...(dose === undefined || bound === undefined || isOpen()
      ? {}
      : {
          doseReached: {
            value: Number((bound + pick([0, 0, 1, -1, 0.1, -0.1])).toPrecision(9)),
            unit: dose.unit,
          },
        }),
  };
}
