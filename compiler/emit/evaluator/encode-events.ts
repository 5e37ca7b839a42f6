import type { Amount, Leaf, Reading } from '../../../dsl/kernel/expression.ts';
import { boundsIn, codeOf, everyEntryOf, milestoneOf } from './codes.ts';
import { mapLiteral, type Shared } from './names.ts';
import { readsEvents, type Plan } from './plan.ts';
import { join, list, source, type Code } from './quote.ts';
import { boundsList, boundsLiteral, limitCode, selectionConstant } from './specifications.ts';

/** The days that windows and ages are counted from, by place: filled with each case. */
export function anchorVocabulary({ codes }: Plan): readonly Code[] {
  return [
    source`
/** The days that windows are counted from, the date of service first; 0 where unknown. */
const anchors = new Int32Array(${codes.anchors.length});`,
  ];
}

/** Fills the anchors; none where only the date of service is one that nothing counts from. */
export function anchorLines({ codes }: Plan, isRead: boolean): readonly Code[] {
  if (!isRead) return [];
  return codes.anchors.map((anchor, place) => {
    const milestone = milestoneOf(anchor);
    return milestone === undefined
      ? source`anchors[${place}] = on;`
      : source`anchors[${place}] = dayOrNone(facts.dates?.[${milestone}]);`;
  });
}

/** The names and units of events, and how units convert. */
export function eventVocabulary(plan: Plan): readonly Code[] {
  if (!readsEvents(plan)) return [];
  const { codes, kernel } = plan;
  const places = (names: readonly string[]) => new Map(names.map((name) => [name, codeOf(names, name)]));
  const width = codes.units.length + 1;
  const factors = Array.from({ length: (codes.events.length + 1) * width }, () => 0);
  for (const { id, units } of kernel.tables.events) {
    const kind = codeOf(codes.events, id);
    if (kind > 0)
      for (const { unit, factor } of units) factors[kind * width + codeOf(codes.units, unit)] = factor;
  }
  return [
    mapLiteral('eventNames', 'Kinds of events by their place.', places(codes.events)),
    mapLiteral('eventUnitNames', 'Units by their place.', places(codes.units)),
    source`
const eventConditions: readonly string[] = ${list(codes.conditions)};

/** Of which kinds the list of events is whole. */
const eventsListed = new Uint8Array(${codes.events.length + 1});

/** How much of the first unit one of a unit is, by kind of event and by unit; 0 where it is not measured in it. */
const eventUnitCount = ${width};
const eventFactors = Float64Array.from(${list(factors)});`,
  ];
}

/** The term of a leaf about events. */
export function eventTerm(leaf: Leaf, plan: Plan, shared: Shared): Code {
  const { codes } = plan;
  switch (leaf.kind) {
    case 'counted':
      return source`areCounted(${selectionConstant(codes, leaf.of, shared)}, ${leaf.least}, ${leaf.distinct === 'day'})`;
    case 'reading':
      return readingTerm(leaf, plan, shared);
    case 'change': {
      const [of, baseline] = [leaf.of, leaf.baseline].map((each) => selectionConstant(codes, each, shared));
      return source`isChanged(${join(
        [of, baseline].flatMap((each) => each ?? []),
        ', ',
      )}, ${leaf.as === 'percent'}, ${boundsLiteral(leaf.bounds, 0)})`;
    }
    case 'run':
      return source`hasRun(${selectionConstant(codes, leaf.of, shared)}, ${leaf.days}, ${neededDays(leaf)}, on)`;
    case 'amount':
      return amountTerm(leaf, plan, shared);
    default:
      throw new Error(`A leaf of kind ${leaf.kind} is not about events.`);
  }
}

/** How many days of a run must qualify. */
export function neededDays({ days, percent }: { readonly days: number; readonly percent: number }): number {
  return Math.ceil((days * percent) / 100);
}

function readingTerm(leaf: Reading, plan: Plan, shared: Shared): Code {
  const { of, which, bounds, relativeTo, minimum } = leaf;
  const selection = selectionConstant(plan.codes, of, shared);
  const values = source`${boundsList(plan.codes, bounds, relativeTo)}, ${limitCode(relativeTo)}`;
  switch (which) {
    case 'latest':
    case 'earliest':
      return source`isLast(${selection}, ${values}, ${which === 'earliest'})`;
    case 'every':
      return source`isEvery(${selection}, ${values}, ${minimum})`;
    case 'mean': {
      const first = plan.kernel.tables.events.find(({ id }) => id === of.events[0])?.units[0]?.unit;
      const found = boundsIn(bounds, first);
      const literal =
        found === undefined ? source`undefined` : boundsLiteral(found, codeOf(plan.codes.units, found.unit));
      return source`isMean(${selection}, ${literal}, ${minimum})`;
    }
  }
}

function amountTerm({ unit, bounds, perValueOf }: Amount, { codes }: Plan, shared: Shared): Code {
  const asked = source`request.quantity, ${unit}, ${boundsLiteral(bounds, 0)}`;
  if (perValueOf === undefined) return source`isAmount(${asked})`;
  const selection = selectionConstant(codes, everyEntryOf(perValueOf.event), shared);
  return source`isAmountPer(${asked}, ${selection}, ${perValueOf.roundedUpTo ?? 0})`;
}
