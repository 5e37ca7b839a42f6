import type { Expression } from '../../../dsl/kernel/expression.ts';
import type { RegimenOption } from '../../../dsl/kernel/kernel.ts';
import { aheadSource } from './ahead.ts';
import { line } from './decide.ts';
import { leavesOf, readsDrugs, type Plan } from './plan.ts';
import { productNames, questionsSource } from './questions.ts';
import { join, list, piecesOf, source, type Code } from './quote.ts';
import type { Shared } from './names.ts';
import {
  coursesFromDrugs,
  coursesUnknown,
  dateWriting,
  determinationTypes,
  determine,
} from './runtime/determine.ts';
import * as missing from './runtime/missing.ts';
import { parts } from './runtime/parts.ts';
import { warningsSource } from './warnings.ts';

/** Prints `determine`, the clauses as data, and all that words a determination. */
export function determineSource(plan: Plan, shared: Shared): Code {
  const { kernel } = plan;
  const { initial, reauthorization } = kernel.durations;
  const product = productNames(kernel, { products: kernel.products, siblings: 'different' });
  return join(
    [
      determinationTypes,
      clausesSource(plan),
      source`const productName: string = ${product};`,
      parts,
      partsSource(plan),
      questionsSource(plan, shared),
      source`
/** Maxima, in months. */
const durations: { readonly initial?: number; readonly reauthorization?: number } = {
  ${[
    ...(initial === undefined ? [] : [source`initial: ${initial},`]),
    ...(reauthorization === undefined ? [] : [source`reauthorization: ${reauthorization},`]),
  ]}
};

const recommended: readonly Recommended[] = [
  ${kernel.regimens.map((option) => regimenLine(plan, option))}
];`,
      determine,
      dateWriting,
      ...piecesOf(missing),
      aheadSource(plan, shared),
      readsDrugs(plan) ? coursesFromDrugs : coursesUnknown,
      warningsSource(plan, shared),
    ],
    '\n\n',
  );
}

function clausesSource({ kernel, clauseIndex }: Plan): Code {
  return source`
/** The clauses, in the order of the buffer that \`decide\` writes. */
export const clauses: readonly { readonly id: string; readonly number: string; readonly text: string }[] = [
  ${kernel.clauses.map(({ id, number, text }) => source`{ id: ${id}, number: ${number}, text: ${text} },`)}
];

/** The same in printed order, by their places. */
const printed: readonly number[] = ${list(kernel.printed.map(clauseIndex))};`;
}

function partsSource(plan: Plan): Code {
  const { kernel } = plan;
  const dosing = kernel.dosing === undefined ? source`allOf()` : part(plan, kernel.dosing);
  return source`
const parts: readonly Part[] = [
  ${kernel.clauses.map(({ id, expression }) => line(source`${part(plan, expression)},`, id))}
];

const coverage = ${part(plan, plan.coverage)};

const dosing = ${dosing};

/** What must hold beside the product and the date for the policy to apply. */
const scope = ${kernel.scope === undefined ? source`allOf()` : part(plan, kernel.scope)};`;
}

function part(plan: Plan, expression: Expression): Code {
  const parts = (of: readonly Expression[]) =>
    join(
      of.map((each) => part(plan, each)),
      ', ',
    );
  switch (expression.kind) {
    case 'all':
      return source`allOf(${parts(expression.of)})`;
    case 'any':
      return source`anyOf(${parts(expression.of)})`;
    case 'atLeast':
      return source`atLeastOf(${join([source`${expression.count}`, ...expression.of.map((each) => part(plan, each))], ', ')})`;
    case 'not':
      return source`swapOf(${part(plan, expression.of)})`;
    case 'clause':
      return source`clauseAt(${plan.clauseIndex(expression.id)})`;
    default:
      return source`leafAt(${plan.leafIndex(expression)})`;
  }
}

function regimenLine(plan: Plan, { clause, mgPerDay, days, units, code, course }: RegimenOption): Code {
  const expression = plan.kernel.clauses.find(({ id }) => id === clause)?.expression;
  const months =
    expression === undefined
      ? []
      : leavesOf(expression).flatMap((leaf) => (leaf.kind === 'elapsed' ? [leaf.months] : []));
  const fields = [
    source`clause: ${plan.clauseIndex(clause)}`,
    source`mgPerDay: ${mgPerDay}`,
    source`days: ${days}`,
    ...(units === undefined ? [] : [source`units: ${units}`]),
    ...(code === undefined ? [] : [source`code: ${code}`]),
    source`course: ${course}`,
    source`interval: ${Math.max(0, ...months)}`,
  ];
  return line(source`{ ${join(fields, ', ')} },`, clause);
}
