import type { Expression } from '../../../dsl/kernel/expression.ts';
import type { Tables } from '../../../dsl/kernel/kernel.ts';
import { compareCondition } from './condition.ts';
import { readLead, type Lead } from './lead.ts';
import { disagrees, inWords } from './quantifiers.ts';
import { compared, different, uncompared, type Remark } from './remark.ts';

/** How a clause decides by the clauses below it. */
interface Logic {
  readonly negated: boolean;
  readonly kind: 'all' | 'any' | 'atLeast';
  /** How many of the clauses below are asked for. */
  readonly least: number;
  /** The clauses below that it asks, in its order. */
  readonly parts: readonly string[];
  /** What decides beside them. */
  readonly besides: readonly Expression[];
}

/**
 * The words over a list against the logic of the clause, whose parts print below it under these numbers, by id. `printed`
 * is how many items the list has as it prints.
 */
export function compareGroup(
  text: string,
  expression: Expression,
  below: ReadonlyMap<string, string>,
  printed: number,
  tables: Tables,
): readonly Remark[] {
  const logic = logicOf(expression, below);
  if (logic === undefined)
    return [uncompared('its logic decides by more than a connective of the items below it')];
  const lead = readLead(text);
  return [
    ...compareParts(logic, below),
    ...compareForm(lead, logic, tables),
    ...compareQuantifiers(lead, logic, printed),
    ...compareNegation(lead, logic),
  ];
}

function logicOf(expression: Expression, below: ReadonlyMap<string, string>): Logic | undefined {
  if (expression.kind === 'not') {
    const inner = logicOf(expression.of, below);
    return inner === undefined ? undefined : { ...inner, negated: !inner.negated };
  }
  if (expression.kind !== 'all' && expression.kind !== 'any' && expression.kind !== 'atLeast')
    return undefined;
  const isPart = (part: Expression) => part.kind === 'clause' && below.has(part.id);
  const parts = expression.of.flatMap((part) => (part.kind === 'clause' && isPart(part) ? [part.id] : []));
  const counts = { all: parts.length, any: 1, atLeast: expression.kind === 'atLeast' ? expression.count : 0 };
  return {
    negated: false,
    kind: expression.kind,
    least: counts[expression.kind],
    parts,
    besides: expression.of.filter((part) => !isPart(part)),
  };
}

function compareParts({ parts }: Logic, below: ReadonlyMap<string, string>): readonly Remark[] {
  const asked = new Set(parts);
  const printed = [...below.keys()];
  if (parts.length === asked.size && parts.length === printed.length) {
    const isSame = parts.every((id, index) => id === printed[index]);
    return isSame
      ? [compared('parts')]
      : [different('prints its items in another order than its logic asks them')];
  }
  const missing = printed.filter((id) => !asked.has(id)).map((id) => below.get(id) ?? id);
  return [
    different(
      missing.length === 0
        ? 'asks one of its items twice in its logic'
        : `has items below it that its logic doesn't ask: ${missing.join(', ')}`,
    ),
  ];
}

const formNames = {
  list: 'a plain list',
  condition: 'a condition ("If ..., then the following must be met")',
  exception: 'a criterion and its exception ("The first is required, unless the second is met")',
  population: 'a table of populations ("every row that applies must be met")',
  silent: 'no word of how its items decide',
} as const;

/** A condition, an exception and a table of populations each have their own words and their own logic. */
function compareForm({ form, condition }: Lead, logic: Logic, tables: Tables): readonly Remark[] {
  const { kind, parts, besides } = logic;
  const [beside] = besides;
  const isConditional =
    kind === 'any' && parts.length === 1 && besides.length === 1 && beside?.kind === 'not';
  const isTable = kind === 'all' && besides.length === 1 && beside?.kind === 'any';
  switch (form) {
    case 'silent':
      return [
        different(
          `says nothing of how its ${count(parts.length)} decide, and its logic asks for ${asks(logic)}`,
        ),
      ];
    case 'list':
      if (besides.length === 0) return [];
      return [
        different(
          `says ${formNames.list}, and its logic has ${isConditional ? formNames.condition : isTable ? formNames.population : 'something beside its items'}`,
        ),
      ];
    case 'exception':
      return kind === 'any' && parts.length === 2 && besides.length === 0
        ? [compared('exception')]
        : [different(`says ${formNames.exception}, and its logic asks for ${asks(logic)}`)];
    case 'population':
      return isTable
        ? [compared('population')]
        : [different(`says ${formNames.population}, and its logic asks for ${asks(logic)}`)];
    case 'condition':
      if (!isConditional)
        return [different(`says ${formNames.condition}, and its logic asks for ${asks(logic)}`)];
      return compareCondition(condition ?? '', beside.of, tables);
  }
}

function compareQuantifiers({ quantifiers }: Lead, logic: Logic, printed: number): readonly Remark[] {
  if (quantifiers.length === 0) return [];
  const { length } = logic.parts;
  const implied = quantifiers.find(
    ({ parts }) => parts !== undefined && (parts !== length || parts !== printed),
  );
  const wrong = implied ?? quantifiers.find((quantifier) => disagrees(quantifier, logic.least, length));
  if (wrong === undefined) return [compared('quantifier')];
  const { words, limits, parts } = wrong;
  if (limits) return [different(`says "${words}", a limit, and its logic asks for ${asks(logic)}`)];
  const items = length === parts ? printed : length;
  return [
    different(
      parts !== undefined && parts !== items
        ? `says "${words}", which is of ${inWords(parts)}, and has ${count(items)} below it`
        : `says "${words}", and its logic asks for ${asks(logic)}`,
    ),
  ];
}

function asks({ kind, least, parts, besides }: Logic): string {
  const { length } = parts;
  if (kind === 'any' && besides.length > 0) return `its ${count(length)} under a condition`;
  if (length === 1) return 'its one item';
  if (least === length) return length === 2 ? 'both of its items' : `all of its ${count(length)}`;
  return `at least ${inWords(least)} of its ${count(length)}`;
}

function count(items: number): string {
  return `${inWords(items)} ${items === 1 ? 'item' : 'items'}`;
}

function compareNegation(lead: Lead, { negated }: Logic): readonly Remark[] {
  if (lead.negated && !negated) {
    return [different('says that it must NOT be so, and its logic asks that it is')];
  }
  if (negated && !lead.mayNegate) {
    return [different('asks in its logic that it is not so, and its words have no "not"')];
  }
  if (negated) return [compared('negation')];
  return lead.mayNegate && !lead.negated
    ? [uncompared('its words hold a "not" that may turn the list round or belong to what they name')]
    : [];
}
