import type { Agents, Expression } from '../kernel/expression.ts';
import type { Clause, Kernel, RegimenOption } from '../kernel/kernel.ts';
import { Refused } from '../refusal.ts';
import { plainText } from '../text.ts';
import { tablesOf } from '../vocabulary/vocabulary.ts';
import { coveredBy, coveredIngredients } from './covered.ts';
import { wholeMonths } from '../whole-months.ts';
import { whole } from '../whole.ts';
import { outline } from './outline.ts';
import { clausesOf, type OutlineClause } from './outline-clause.ts';
import type { Policy } from './policy.ts';

/**
 * The policy as machines see it.
 * @throws Refused where an "other" agent is chosen from a single one, where a clause refers to one that does not come
 * before it, where nothing is covered, and where an approval or a renewal is for no whole number of months above 0.
 */
export function elaborate(policy: Policy): Kernel {
  const sections = outline(policy);
  const products = coveredBy(policy).map(({ id }) => id);
  if (products.length === 0) {
    throw new Refused('nothing-covered', 'The policy covers nothing.', 'Name its product, or its products.');
  }
  const own = coveredIngredients(policy);
  const { number, title, effective, nextReview, durations, appliesTo } = policy;
  const reference = (id: string): Expression => ({ kind: 'clause', id });
  const clauses = [
    ...partsFirst(sections.medicalNecessity),
    ...(sections.dosing === undefined ? [] : partsFirst(sections.dosing)),
    ...(sections.reauthorization === undefined ? [] : partsFirst(sections.reauthorization)),
    ...sections.exclusions,
  ].map((clause) => clauseOf(clause, own));
  const scope = appliesTo === undefined ? undefined : withoutOwn(whole(appliesTo), own);
  refuseForwardReferences(clauses, scope);
  return {
    number,
    title,
    effective,
    ...(nextReview === undefined ? {} : { nextReview }),
    products,
    ...(scope === undefined ? {} : { scope }),
    clauses,
    printed: clausesOf(sections).map(({ id }) => id),
    criteria: reference('indication'),
    ...(sections.reauthorization === undefined ? {} : { reauthorization: reference('reauthorization') }),
    // Without a section for renewals, a renewal is asked the criteria as a first request is.
    repeatsCriteria: policy.reauthorization?.repeats !== 'nothing',
    exclusions: { kind: 'any', of: sections.exclusions.map(({ id }) => reference(id)) },
    ...(sections.dosing === undefined ? {} : { dosing: reference('dosing') }),
    regimens: regimensOf(policy),
    durations: {
      ...(durations?.initial === undefined ? {} : { initial: wholeMonths('An approval', durations.initial) }),
      ...(durations?.reauthorization === undefined
        ? {}
        : { reauthorization: wholeMonths('A renewal', durations.reauthorization) }),
    },
    tables: tablesOf(policy.vocabulary),
  };
}

function partsFirst(clause: OutlineClause): readonly OutlineClause[] {
  return [...clause.children.flatMap(partsFirst), clause];
}

function clauseOf({ id, number, text, isIndication, section, expression }: OutlineClause, own: Own): Clause {
  const heading = isIndication === true ? `${number}. ` : '';
  return { id, number, text: heading + plainText(text), section, expression: withoutOwn(expression, own) };
}

/** Clauses are decided in order, so what one refers to stands before it; the scope is decided before all of them. */
function refuseForwardReferences(clauses: readonly Clause[], scope: Expression | undefined): void {
  const known = new Set(clauses.map(({ id }) => id));
  const before = new Set<string>();
  const check = (where: string, expression: Expression) => {
    const wrong = referencesIn(expression).find((id) => !before.has(id));
    if (wrong === undefined) return;
    if (!known.has(wrong)) {
      throw new Refused(
        'unknown-clause',
        `${where} refers to '${wrong}', which is no clause of this policy.`,
        "Name a clause by its path of keys, as 'course.aggressive'.",
      );
    }
    throw new Refused(
      'forward-reference',
      `${where} refers to '${wrong}', which does not come before it.`,
      where === 'appliesTo'
        ? 'A scope is decided before any clause: state the criterion itself.'
        : `Move the criterion behind '${wrong}', or name clauses that come before it; a clause can't refer to itself or to a group that it is part of.`,
    );
  };
  if (scope !== undefined) check('appliesTo', scope);
  for (const { id, expression } of clauses) {
    check(`'${id}'`, expression);
    before.add(id);
  }
}

function referencesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return expression.of.flatMap(referencesIn);
    case 'not':
      return referencesIn(expression.of);
    case 'clause':
      return [expression.id];
    default:
      return [];
  }
}

/** What is covered: by ingredient, its products. */
type Own = ReadonlyMap<string, readonly string[]>;

/** A question that names agents beside the requested drug. */
type AboutOthers = Extract<Expression, { readonly kind: 'reason' | 'receiving' | 'concurrent' | 'trials' }>;

/**
 * The requested drug is never its own "other" agent (reading B-29). Where the policy covers drugs of several
 * ingredients, which one is requested decides which one is no other: a question that names some of them is then put
 * for each.
 */
function withoutOwn(expression: Expression, own: Own): Expression {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return { ...expression, of: expression.of.map((part) => withoutOwn(part, own)) };
    case 'not':
      return { ...expression, of: withoutOwn(expression.of, own) };
    case 'reason':
    case 'receiving':
    case 'concurrent':
    case 'trials':
      return forEachOwn(expression, own);
    default:
      return expression;
  }
}

function forEachOwn(leaf: AboutOthers, own: Own): Expression {
  const named = new Set(agentsOf(leaf).flatMap(({ ingredients }) => ingredients));
  const isTouched = [...own.keys()].some((ingredient) => named.has(ingredient));
  const [only] = own.keys();
  if (own.size === 1 && only !== undefined) return without(leaf, only);
  if (!isTouched) return leaf;
  const untouched = [...own].filter(([ingredient]) => !named.has(ingredient)).flatMap(([, ids]) => ids);
  const requests = (among: readonly string[], part: Expression): Expression => ({
    kind: 'all',
    of: [{ kind: 'choice', field: 'product', among }, part],
  });
  return {
    kind: 'any',
    of: [
      ...[...own].flatMap(([ingredient, products]) =>
        named.has(ingredient) ? [requests(products, without(leaf, ingredient))] : [],
      ),
      ...(untouched.length === 0 ? [] : [requests(untouched, leaf)]),
    ],
  };
}

function agentsOf(leaf: AboutOthers): readonly Agents[] {
  switch (leaf.kind) {
    case 'receiving':
      return [leaf.others];
    case 'reason':
      return leaf.otherThan === undefined ? [leaf.agents] : [leaf.agents, leaf.otherThan];
    default:
      return [leaf.agents];
  }
}

function without(leaf: AboutOthers, own: string): AboutOthers {
  const others = (agents: Agents): Agents => ({
    ...agents,
    ingredients: agents.ingredients.filter((id) => id !== own),
  });
  switch (leaf.kind) {
    case 'reason': {
      const { otherThan } = leaf;
      const agents = others(leaf.agents);
      if (otherThan !== undefined && agents.ingredients.length < 2) {
        throw new Refused(
          'one-other-of-one',
          'oneOther(...) chooses from a list that holds a single agent beside the requested drug.',
          'Name at least two agents, told apart by ingredient, in the list.',
        );
      }
      return { ...leaf, agents, ...(otherThan === undefined ? {} : { otherThan: others(otherThan) }) };
    }
    case 'receiving':
      return { ...leaf, others: others(leaf.others) };
    case 'concurrent':
      return { ...leaf, agents: others(leaf.agents) };
    case 'trials': {
      const agents = others(leaf.agents);
      // A trial of the requested drug alone is about that drug, and not about another.
      return agents.ingredients.length === 0 ? leaf : { ...leaf, agents };
    }
  }
}

/** The regimens, with the units that the billing code of the course's own ingredient counts. */
function regimensOf({ dosing, coding }: Policy): readonly RegimenOption[] {
  return Object.entries(dosing?.courses ?? {}).map(([key, course]) => {
    const { kind, product, mgPerDay, days, totalMg } = course;
    const code = coding?.codes.find((candidate) => candidate.ingredient.id === product.ingredient.id);
    return {
      clause: `dosing.${key}`,
      mgPerDay,
      days,
      ...(code === undefined ? {} : { units: totalMg / code.unit.value, code: code.code }),
      course: kind === 'firstCourse' ? 'first' : 'additional',
    };
  });
}
