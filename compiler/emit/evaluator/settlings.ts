import type { Leaf, Reading, Threshold } from '../../../dsl/kernel/expression.ts';
import { boundsIn, wholeBounds } from './codes.ts';
import { historical } from './histories.ts';
import type { Shared } from './names.ts';
import type { Plan } from './plan.ts';
import { join, list, source, type Code } from './quote.ts';
import { boundsList, limitCode, selectionConstant } from './specifications.ts';
import { edgesOf } from './standing.ts';
import { mostAnswers, shareEvents } from './topics.ts';

/** The functions of the evaluator that tell which facts settle a leaf as met, and as not met. */
export function settlingsOf(leaf: Leaf, plan: Plan, shared: Shared): readonly [Code, Code] {
  if (leaf.kind === 'reading') {
    const settling = readingSettling(leaf, plan, shared);
    return [settling, settling];
  }
  const [met, notMet] = plainSettlings(leaf);
  return [{ code: met }, { code: notMet }];
}

type Settling = 'byAll' | 'byEach' | 'byEntry' | 'byHistory' | 'byNone' | 'byVerdict';

function plainSettlings(leaf: Exclude<Leaf, Reading>): readonly [Settling, Settling] {
  switch (leaf.kind) {
    case 'judgement':
      return ['byAll', 'byVerdict'];
    case 'regimen':
      return ['byAll', 'byEach'];
    case 'reason':
    case 'treated':
    case 'concurrent':
      return ['byEntry', 'byNone'];
    case 'receiving':
      return ['byHistory', 'byAll'];
    case 'run':
      return ['byHistory', 'byNone'];
    case 'elapsed':
      return ['byAll', 'byEntry'];
    case 'trials':
      return [leaf.least === 1 && leaf.totalDays === undefined ? 'byEntry' : 'byHistory', 'byNone'];
    case 'counted':
      return [leaf.least === 1 ? 'byEntry' : 'byHistory', 'byNone'];
    default:
      return ['byAll', 'byAll'];
  }
}

function readingSettling(
  { of, which, bounds, relativeTo, minimum }: Reading,
  { codes }: Plan,
  shared: Shared,
): Code {
  if (which === 'mean') return { code: 'byAll' };
  const selection = selectionConstant(codes, of, shared);
  if (which !== 'every') return source`byLast(${selection}, ${which === 'earliest'})`;
  return source`byEvery(${selection}, ${boundsList(codes, bounds, relativeTo)}, ${limitCode(relativeTo)}, ${minimum})`;
}

/**
 * How facts that several leaves ask for speak to each of them, so that one fact is not to turn out in two ways: facts of
 * the entries of one history, and the date of birth where ages on several days turn on it.
 */
export function sayingsSource(plan: Plan, shared: Shared): Code {
  const ages = agesAsked(plan);
  const sayings = plan.leaves.flatMap(({ index, leaf }) => {
    const says = entrySaying(plan, leaf, shared);
    return says === undefined ? [] : [source`${index}: ${says},`];
  });
  return source`
const ages: readonly Age[] = [
  ${ages.map(({ index, leaf }) => {
    const { least, most } = wholeBounds(leaf.bounds);
    return source`{ leaf: ${index}, anchor: ${plan.codes.anchors.indexOf(leaf.at)}, unit: ${leaf.unit === 'years' ? 384 : 32}, least: ${least}, most: ${most} },`;
  })}
];

/** Values on either side of each bound, by unit. */
const valueSteps: readonly (readonly number[])[] = [${join(valueSteps(plan).map(list), ', ')}];

/** How the facts that a leaf asks for speak to it, where other leaves ask for them too. */
const sayings: Readonly<Record<number, Saying>> = {
  ${sayings}
};

/** Which moments give an age the answer that is wanted, where one date of birth answers for several days. */
const ageSayings: Readonly<Record<number, (wanted: number, search: Search) => number | undefined>> = {
  ${ages.map(({ index }, place) => source`${index}: ageAnswers(${place}),`)}
};`;
}

/** Ages in years and months, where one date of birth answers for several days. */
function agesAsked(plan: Plan): readonly { readonly index: number; readonly leaf: Threshold }[] {
  const ages = plan.leaves.flatMap(({ index, leaf }) =>
    leaf.kind === 'threshold' && leaf.unit !== 'days' ? [{ index, leaf }] : [],
  );
  return new Set(ages.map(({ leaf }) => leaf.at)).size > 1 ? ages : [];
}

function entrySaying(plan: Plan, leaf: Leaf, shared: Shared): Code | undefined {
  const own = historical(leaf);
  if (own === undefined) return undefined;
  const isShared = plan.leaves.some((other) => {
    const question = other.leaf === leaf ? undefined : historical(other.leaf);
    return question !== undefined && shareEvents(own, question);
  });
  if (!isShared) return undefined;
  const { bounds, relativeTo } = own.kind === 'counted' ? own.of : own;
  const values = bounds === undefined ? { code: 'undefined' } : boundsList(plan.codes, bounds, relativeTo);
  return source`entrySays(${selectionConstant(plan.codes, own.of, shared)}, ${values}, ${limitCode(relativeTo)})`;
}

/** Values by the place of their unit; none where they are more than a number has bits. */
function valueSteps({ codes, leaves }: Plan): readonly (readonly number[])[] {
  const bounds = leaves.flatMap(({ leaf }) => {
    const own = historical(leaf);
    return own === undefined ? [] : [...(own.of.bounds ?? []), ...(own.kind === 'reading' ? own.bounds : [])];
  });
  const steps = codes.units.map((unit) => {
    const named = bounds.flatMap((each) => boundsIn([each], unit) ?? []);
    const values = [...new Set(edgesOf(named))];
    return values.length > mostAnswers ? [] : values;
  });
  return [[], ...steps];
}
