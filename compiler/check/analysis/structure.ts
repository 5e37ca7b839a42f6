import type { Expression } from '../../../dsl/kernel/expression.ts';
import { expressionsById, type ById } from '../../../dsl/kernel/facts.ts';
import type { Clause, Kernel } from '../../../dsl/kernel/kernel.ts';
import { applies, conditionsOf, type Condition } from './conditions.ts';

/** Where a clause stands among the others. */
export interface Place {
  readonly clause: Clause;
  /** Which part of the policy it is of. */
  readonly part: Part;
  /** What joins it with others in the group that holds it, and these. */
  readonly group?: { readonly join: 'all' | 'any' | 'atLeast'; readonly others: readonly Expression[] };
  /** Whether meeting it serves an approval: it stands under no negation, and in no exclusion. */
  readonly serves: boolean;
  /** What must hold beside it for it to decide, as far as it serves. */
  readonly beside: readonly Condition[];
  /** What makes the outcome turn with it: that it is met or not, and what of all else leaves the rest to it. */
  readonly decides: readonly Condition[];
}

export type Part = 'criteria' | 'reauthorization' | 'dosing' | 'exclusions';

/** How what is walked through stands: `helps` where its being met brings an approval nearer. */
type Standing = Omit<Place, 'clause'> & { readonly helps: boolean };

/** The places of all clauses, each by the first reference to it; parts come before the groups that they are of. */
export function placesOf(kernel: Kernel): ReadonlyMap<string, Place> {
  const byId = expressionsById(kernel);
  const clauses = new Map(kernel.clauses.map((clause) => [clause.id, clause]));
  const places = new Map<string, Place>();

  const walk = (expression: Expression, stand: Standing) => {
    switch (expression.kind) {
      case 'clause': {
        const clause = clauses.get(expression.id);
        if (clause === undefined || places.has(clause.id)) return;
        const { helps, ...place } = stand;
        const own = conditionsOf(expression, helps ? 'met' : 'not-met', byId, clause.id);
        places.set(clause.id, { ...place, clause, decides: [...own, ...stand.decides] });
        const { group: _group, ...inherited } = stand;
        walk(clause.expression, inherited);
        return;
      }
      case 'not':
        walk(expression.of, { ...stand, serves: false, beside: [], helps: !stand.helps });
        return;
      case 'all':
      case 'any':
      case 'atLeast':
        expression.of.forEach((member, index) => {
          const others = expression.of.filter((_, other) => other !== index);
          walk(member, {
            ...stand,
            group: { join: expression.kind, others },
            beside: [...(stand.serves ? stand.beside : []), ...besideIn(expression.kind, others, byId)],
            decides: [...stand.decides, ...leftTo(index, expression, stand.helps, byId)],
          });
        });
        return;
      default:
        return;
    }
  };

  const { criteria, reauthorization, dosing, exclusions } = kernel;
  const asked = [applies, isOfKind('initial')];
  const met = conditionsOf(criteria, 'met', byId);
  const free = noExclusion(kernel);
  const serving = { serves: true, helps: true, beside: [applies] };
  walk(criteria, { ...serving, part: 'criteria', decides: [...asked, ...free] });
  if (reauthorization !== undefined) {
    const beside = renewalOf(kernel, byId);
    walk(reauthorization, { ...serving, part: 'reauthorization', beside, decides: [...beside, ...free] });
  }
  if (dosing !== undefined)
    walk(dosing, { ...serving, part: 'dosing', decides: [...asked, ...met, ...free] });
  walk(exclusions, {
    part: 'exclusions',
    serves: false,
    helps: false,
    beside: [],
    decides: [...asked, ...met],
  });
  return new Map(
    kernel.clauses.flatMap(({ id }) => {
      const place = places.get(id);
      return place === undefined ? [] : [[id, place] as const];
    }),
  );
}

/** What an approval asks for: of the criteria or a renewal's, and no exclusion. */
export function approvalOf(kernel: Kernel, kind: 'initial' | 'reauthorization'): readonly Condition[] {
  const byId = expressionsById(kernel);
  const { criteria, reauthorization } = kernel;
  const asks =
    kind === 'reauthorization' && reauthorization !== undefined
      ? [...renewalOf(kernel, byId), ...conditionsOf(reauthorization, 'met', byId)]
      : [applies, isOfKind(kind), ...conditionsOf(criteria, 'met', byId)];
  return [...asks, ...noExclusion(kernel)];
}

/** That no exclusion is met, each by itself. */
export function noExclusion(kernel: Kernel): readonly Condition[] {
  return conditionsOf(kernel.exclusions, 'not-met', expressionsById(kernel));
}

/** What goes before a renewal's own criteria. */
function renewalOf(kernel: Kernel, byId: ById): readonly Condition[] {
  return [
    applies,
    isOfKind('reauthorization'),
    ...(kernel.repeatsCriteria ? conditionsOf(kernel.criteria, 'met', byId) : []),
  ];
}

function isOfKind(kind: string): Condition {
  return { on: 'expression', expression: { kind: 'choice', field: 'kind', among: [kind] }, is: 'met' };
}

/**
 * What a member of a group needs beside it: of all, the others; of alternatives, that no question that stands there by
 * itself has decided already, as "not of this indication, or ...".
 */
function besideIn(
  join: 'all' | 'any' | 'atLeast',
  others: readonly Expression[],
  byId: ById,
): readonly Condition[] {
  switch (join) {
    case 'all':
      return others.flatMap((other) => conditionsOf(other, 'met', byId));
    case 'any':
      return others
        .filter(({ kind }) => kind !== 'clause')
        .flatMap((other) => conditionsOf(other, 'not-met', byId));
    case 'atLeast':
      return [];
  }
}

/** How the others of a group have to stand for one member to decide what the group comes to. */
function leftTo(
  member: number,
  group: Extract<Expression, { readonly kind: 'all' | 'any' | 'atLeast' }>,
  helps: boolean,
  byId: ById,
): readonly Condition[] {
  const others = group.of.filter((_, place) => place !== member);
  const count = { all: others.length, any: 0, atLeast: 'count' in group ? group.count - 1 : 0 }[group.kind];
  return others.flatMap((other, place) =>
    conditionsOf(other, place < count ? 'met' : helps ? 'unmet' : 'not-met', byId),
  );
}
