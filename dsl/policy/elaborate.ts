import type { Agents, Expression } from '../kernel/expression.ts';
import type { Clause, Kernel, RegimenOption } from '../kernel/kernel.ts';
import { Refused } from '../refusal.ts';
import { plainText } from '../text.ts';
import { tablesOf } from '../vocabulary/vocabulary.ts';
import { clausesOf, outline, type OutlineClause } from './outline.ts';
import type { Policy } from './policy.ts';

/**
 * The policy as machines see it.
 * @throws Refused where an "other" agent is chosen from a single one.
 */
export function elaborate(policy: Policy): Kernel {
  const sections = outline(policy);
  const own = policy.product.ingredient.id;
  const { number, title, effective, nextReview, durations } = policy;
  const reference = (id: string): Expression => ({ kind: 'clause', id });
  return {
    number,
    title,
    effective,
    ...(nextReview === undefined ? {} : { nextReview }),
    product: policy.product.id,
    clauses: [
      ...partsFirst(sections.medicalNecessity),
      ...(sections.dosing === undefined ? [] : partsFirst(sections.dosing)),
      ...(sections.reauthorization === undefined ? [] : partsFirst(sections.reauthorization)),
      ...sections.exclusions,
    ].map((clause) => clauseOf(clause, policy, own)),
    criteria: reference('indication'),
    ...(sections.reauthorization === undefined ? {} : { reauthorization: reference('reauthorization') }),
    exclusions: { kind: 'any', of: sections.exclusions.map(({ id }) => reference(id)) },
    ...(sections.dosing === undefined ? {} : { dosing: reference('dosing') }),
    regimens: regimensOf(policy),
    durations: {
      ...(durations?.initial === undefined ? {} : { initial: durations.initial.value }),
      ...(durations?.reauthorization === undefined
        ? {}
        : { reauthorization: durations.reauthorization.value }),
    },
    tables: tablesOf(policy.vocabulary),
  };
}

/** Ids of all clauses in printed order. */
export function printedOrder(policy: Policy): readonly string[] {
  return clausesOf(outline(policy)).map(({ id }) => id);
}

function partsFirst(clause: OutlineClause): readonly OutlineClause[] {
  return [...clause.children.flatMap(partsFirst), clause];
}

function clauseOf(
  { id, number, text, section, expression }: OutlineClause,
  policy: Policy,
  own: string,
): Clause {
  const heading = id === 'indication' ? `${policy.medicalNecessity.disease.name}. ` : '';
  return { id, number, text: heading + plainText(text), section, expression: withoutOwn(expression, own) };
}

/** The requested drug is never its own "other" agent (reading B-29). */
function withoutOwn(expression: Expression, own: string): Expression {
  const others = (agents: Agents): Agents => ({
    ...agents,
    ingredients: agents.ingredients.filter((id) => id !== own),
  });
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return { ...expression, of: expression.of.map((part) => withoutOwn(part, own)) };
    case 'not':
      return { ...expression, of: withoutOwn(expression.of, own) };
    case 'reason': {
      const { otherThan } = expression;
      const agents = others(expression.agents);
      if (otherThan !== undefined && agents.ingredients.length < 2) {
        throw new Refused(
          'one-other-of-one',
          'oneOther(...) chooses from a list that holds a single agent beside the requested drug.',
          'Name at least two agents, told apart by ingredient, in the list.',
        );
      }
      return {
        ...expression,
        agents,
        ...(otherThan === undefined ? {} : { otherThan: others(otherThan) }),
      };
    }
    case 'receiving':
      return { ...expression, others: others(expression.others) };
    case 'concurrent':
      return { ...expression, agents: others(expression.agents) };
    default:
      return expression;
  }
}

function regimensOf({ dosing, coding, product }: Policy): readonly RegimenOption[] {
  const code = coding?.codes.find((candidate) => candidate.ingredient.id === product.ingredient.id);
  return Object.entries(dosing?.courses ?? {}).map(([key, { kind, mgPerDay, days, totalMg }]) => ({
    clause: `dosing.${key}`,
    mgPerDay,
    days,
    ...(code === undefined ? {} : { units: totalMg / code.unit.value, code: code.code }),
    course: kind === 'firstCourse' ? 'first' : 'additional',
  }));
}
