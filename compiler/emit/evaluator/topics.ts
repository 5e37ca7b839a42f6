import type { Expression, Leaf, Products } from '../../../dsl/kernel/expression.ts';
import { isInBounds } from '../../../dsl/kernel/window.ts';
import { answersOfHistories, historical, type Historical } from './histories.ts';
import { layerLeaves, type Plan } from './plan.ts';
import { edgesOf, standing, type Standing } from './standing.ts';

/**
 * Questions that one matter answers together, as the state of a disease answers whether it is this one and whether it is
 * that: the answers that it can have, and for each what every one of the leaves is then. A leaf may be of several.
 */
export interface Topic {
  /** Places in the buffer of leaves. */
  readonly leaves: readonly number[];
  readonly answers: readonly (readonly Standing[])[];
}

/** One answer: what a leaf is under it. */
type Answer = (leaf: Leaf) => Standing;

/** The answers that have a bit each in a number; with more, the leaves stand each for itself. */
export const mostAnswers = 30;

/**
 * The topics of a policy; a leaf of none can be met or not met whatever the others are. Courses of drugs are taken to be
 * independent but for those of one set of products.
 */
export function topicsOf(plan: Plan): readonly Topic[] {
  const groups = new Map<string, { readonly index: number; readonly leaf: Leaf }[]>();
  for (const { index, leaf } of plan.leaves) {
    const key = matterOf(leaf);
    if (key !== undefined && historical(leaf) === undefined)
      groups.set(key, [...(groups.get(key) ?? []), { index, leaf }]);
  }
  const apart = [...groups].flatMap(([key, members]) => {
    const leaves = members.map(({ leaf }) => leaf);
    const answers = answersTo(plan, leaves).map((answer) => leaves.map(answer));
    // Whether the policy speaks of the product is a question about the request's product too.
    const scope = key === 'request.product' ? [layerLeaves.scope] : [];
    const rows =
      scope.length === 0 ? answers : answers.map((row, place) => [...row, inScope(plan, leaves, place)]);
    const distinct = [...new Map(rows.map((row) => [row.join(), row])).values()];
    const isPlain =
      members.length + scope.length === 1 && distinct.length === 2 && distinct.flat().includes(0);
    if (isPlain || distinct.length > mostAnswers) return [];
    return [{ leaves: [...members.map(({ index }) => index), ...scope], answers: distinct }];
  });
  return [...apart, ...historiesOf(plan).flatMap(boundTogether)];
}

/**
 * For every leaf, the first that is about the same: what would have to be otherwise for several of one matter is one
 * change.
 */
export function matters(plan: Plan): readonly number[] {
  const firsts = new Map<string, number>();
  const own = plan.leaves.map(({ index, leaf }) => {
    const key = matterOf(leaf) ?? `leaf ${index}`;
    const scope = key === 'request.product' ? layerLeaves.scope : undefined;
    const first = firsts.get(key) ?? scope ?? index;
    firsts.set(key, first);
    return first;
  });
  return [...Object.values(layerLeaves), ...own];
}

/** A question about a history of events, and the place of its leaf. */
interface Member {
  readonly index: number;
  readonly question: Historical;
}

/** The questions about histories that have a kind of event in common, directly or by way of others. */
function historiesOf(plan: Plan): readonly (readonly Member[])[] {
  const members = plan.leaves.flatMap(({ index, leaf }) => {
    const question = historical(leaf);
    return question === undefined ? [] : [{ index, question }];
  });
  return members.reduce<readonly (readonly Member[])[]>((groups, member) => {
    const isNear = (group: readonly Member[]) =>
      group.some((other) => shareEvents(other.question, member.question));
    return [...groups.filter((group) => !isNear(group)), [...groups.filter(isNear).flat(), member]];
  }, []);
}

/** Whether two questions are about a kind of event in common. */
export function shareEvents(first: Historical, second: Historical): boolean {
  return first.of.events.some((id) => second.of.events.includes(id));
}

/** The topic of some questions about one history; where their answers are too many, one for every two that bind each other. */
function boundTogether(members: readonly Member[]): readonly Topic[] {
  const topic = topicOfHistory(members);
  if (topic !== undefined || members.length < 3) return topic === undefined || isFree(topic) ? [] : [topic];
  return members.flatMap((first, place) =>
    members.slice(place + 1).flatMap((second) => boundTogether([first, second])),
  );
}

function topicOfHistory(members: readonly Member[]): Topic | undefined {
  const answers = answersOfHistories(members.map(({ question }) => question));
  if (answers === undefined || answers.length > mostAnswers) return undefined;
  return { leaves: members.map(({ index }) => index), answers };
}

/** Whether each leaf may be met or not met whatever the others are. */
function isFree({ leaves, answers }: Topic): boolean {
  return answers.filter((answer) => !answer.includes(1)).length === 2 ** leaves.length;
}

/** The leaves of coverage and dosing that are asked in one place and are of no topic: what they are matters there alone. */
export function aloneLeaves(plan: Plan, topics: readonly Topic[]): readonly number[] {
  const { kernel } = plan;
  const named = new Map<string, number>();
  const asked = new Map<number, number>();
  const visit = (part: Expression, times: number): void => {
    if (part.kind === 'clause') named.set(part.id, (named.get(part.id) ?? 0) + times);
    else if (part.kind === 'not') visit(part.of, times);
    else if (part.kind === 'all' || part.kind === 'any' || part.kind === 'atLeast')
      for (const each of part.of) visit(each, times);
    else asked.set(plan.leafIndex(part), (asked.get(plan.leafIndex(part)) ?? 0) + times);
  };
  visit(plan.coverage, 1);
  if (kernel.dosing !== undefined) visit(kernel.dosing, 1);
  // A clause comes after those that it refers to, so backwards each is seen when all that name it were.
  for (const { id, expression } of kernel.clauses.toReversed())
    visit(expression, Math.min(2, named.get(id) ?? 0));
  const together = new Set(topics.flatMap(({ leaves }) => leaves));
  return plan.leaves.map(({ index }) => index).filter((leaf) => asked.get(leaf) === 1 && !together.has(leaf));
}

/** What a leaf is about, where other leaves may be about the same. */
function matterOf(leaf: Leaf): string | undefined {
  switch (leaf.kind) {
    case 'threshold':
      return `age ${leaf.at}`;
    case 'choice':
      return leaf.field.startsWith('attributes.') ? leaf.field : `request.${leaf.field}`;
    case 'finding':
      return `findings.${leaf.finding}`;
    case 'judgement':
      return `judgements.${leaf.judgement}`;
    case 'classified':
      return `axis ${leaf.axis}`;
    case 'regimen':
      return 'request.regimen';
    case 'treated':
    case 'receiving':
    case 'elapsed':
      return `courses ${productsKey(leaf.products)}`;
    case 'reading':
      return leaf.which === 'latest' || leaf.which === 'earliest'
        ? `reading ${JSON.stringify([leaf.of, leaf.which, leaf.relativeTo])}`
        : undefined;
    case 'amount':
      return leaf.perValueOf === undefined ? `quantity ${leaf.unit}` : undefined;
    default:
      return undefined;
  }
}

function productsKey({ products }: Products): string {
  return [...products].sort().join();
}

/** The answers that the matter of some leaves can have, some of them perhaps alike. */
function answersTo(plan: Plan, leaves: readonly Leaf[]): readonly Answer[] {
  const [first] = leaves;
  switch (first?.kind) {
    case 'threshold':
      return agesOf(leaves);
    case 'choice':
      return choicesOf(plan, leaves).map(
        (id) => (leaf) => standing(leaf.kind === 'choice' && leaf.among.includes(id)),
      );
    case 'finding':
    case 'judgement':
      return [() => 3, () => 0];
    case 'classified':
      return statesOf(plan, first.axis).map(
        (state) => (leaf) => standing(leaf.kind === 'classified' && leaf.among.includes(state)),
      );
    case 'regimen':
      return regimensOf(leaves);
    case 'treated':
    case 'receiving':
    case 'elapsed':
      return coursesOf(leaves);
    case 'amount':
      return edgesOf(leaves.flatMap((leaf) => (leaf.kind === 'amount' ? [leaf.bounds] : []))).map(
        (value) => (leaf) => standing(leaf.kind === 'amount' && isInBounds(value, leaf.bounds)),
      );
    default:
      return [];
  }
}

/** The ids that some choices name; but for a kind, of which there are two, another one as well. */
function choicesOf({ kernel }: Plan, leaves: readonly Leaf[]): readonly string[] {
  const named = leaves.flatMap((leaf) => (leaf.kind === 'choice' ? leaf.among : []));
  const fields = leaves.flatMap((leaf) => (leaf.kind === 'choice' ? [leaf.field] : []));
  if (fields.includes('kind')) return ['initial', 'reauthorization'];
  const own = fields.includes('product') ? kernel.products : [];
  return [...new Set([...named, ...own]), ''];
}

/** Whether the policy speaks of the product that is this answer. */
function inScope(plan: Plan, leaves: readonly Leaf[], place: number): Standing {
  return standing(plan.kernel.products.includes(choicesOf(plan, leaves)[place] ?? ''));
}

/** The states of an axis, and having none of them. */
function statesOf({ kernel }: Plan, axis: string): readonly string[] {
  const states = kernel.tables.axes.find(({ id }) => id === axis)?.states ?? [];
  return [...states.map(({ id }) => id), ''];
}

/** Ages on either side of each bound. A year is twelve months and a month its mean number of days, so that equal bounds meet. */
function agesOf(leaves: readonly Leaf[]): readonly Answer[] {
  const daysIn = { days: 1, months: 30.4375, years: 365.25 };
  const bounds = leaves.flatMap((leaf) => {
    if (leaf.kind !== 'threshold') return [];
    const { least, above, most, below } = leaf.bounds;
    const starts = [least, below, ...[above, most].map((each) => (each === undefined ? each : each + 1))];
    return starts.flatMap((age) => (age === undefined ? [] : [age * daysIn[leaf.unit]]));
  });
  return bounds
    .flatMap((age) => [age - 0.5, age + 0.5])
    .filter((age) => age >= 0)
    .map(
      (age) => (leaf) =>
        standing(leaf.kind === 'threshold' && isInBounds(Math.floor(age / daysIn[leaf.unit]), leaf.bounds)),
    );
}

/** Each dose on each number of days that is named, and others. */
function regimensOf(leaves: readonly Leaf[]): readonly Answer[] {
  const named = leaves.flatMap((leaf) => (leaf.kind === 'regimen' ? [leaf] : []));
  const doses = [...named.map(({ mgPerDay }) => mgPerDay), -1];
  return doses.flatMap((dose) =>
    [...named.map(({ days }) => days), -1].map(
      (days): Answer =>
        (leaf) =>
          standing(leaf.kind === 'regimen' && leaf.mgPerDay === dose && leaf.days === days),
    ),
  );
}

/**
 * No course of the products, or one so many months ago, supplied or a sample, with another agent begun since or not. With
 * no course there is nothing to count an interval from.
 */
function coursesOf(leaves: readonly Leaf[]): readonly Answer[] {
  const never: Answer = ({ kind }) => (kind === 'elapsed' ? 1 : 0);
  const ages = leaves.flatMap((leaf) =>
    leaf.kind === 'elapsed' || leaf.kind === 'receiving'
      ? [leaf.months - 1, leaf.months, leaf.months + 1]
      : [0],
  );
  const given = [...new Set(ages)].flatMap((months) =>
    [true, false].flatMap((supplied) =>
      [false, true].map((later): Answer => (leaf) => {
        if (leaf.kind === 'elapsed') return standing(months >= leaf.months);
        if (leaf.kind === 'receiving') return standing(supplied && !later && months <= leaf.months);
        return standing(leaf.kind === 'treated' && (supplied || leaf.samples));
      }),
    ),
  );
  return [never, ...given];
}
