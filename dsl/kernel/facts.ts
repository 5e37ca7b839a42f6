import type { Anchor, Expression, Leaf, RequiredGrade } from './expression.ts';
import type { Clause, Kernel } from './kernel.ts';

/** The expressions of clauses by their ids, for references to be followed. */
export type ById = ReadonlyMap<string, Expression>;

const none: ById = new Map();

/** The clauses of a kernel by id. */
export function expressionsById({ clauses }: Kernel): ById {
  return new Map(clauses.map(({ id, expression }) => [id, expression]));
}

/**
 * The places in a case that an expression reads, as `findings.hiv-infection`, each once and in the order in which
 * they are asked; with `byId`, those of the clauses that it refers to as well. The date of service, on which nearly
 * every question depends, is left out.
 */
export function factsOf(expression: Expression, byId: ById = none): readonly string[] {
  return [...new Set(leavesOf(expression, byId).flatMap(placesOf))];
}

/** The grades of evidence that the questions of an expression ask for; one that knows no grade is `plain`. */
export function gradesOf(expression: Expression, byId: ById = none): readonly RequiredGrade[] {
  return [...new Set(leavesOf(expression, byId).map((leaf) => gradeOf(leaf)))];
}

function gradeOf(leaf: Leaf): RequiredGrade {
  if ('grade' in leaf) return leaf.grade;
  return 'of' in leaf ? leaf.of.grade : 'plain';
}

/** The questions that an expression puts to the case; with `byId`, through references to other clauses. */
export function leavesOf(expression: Expression, byId: ById = none): readonly Leaf[] {
  const seen = new Set<string>();
  const visit = (part: Expression): readonly Leaf[] => {
    switch (part.kind) {
      case 'all':
      case 'any':
      case 'atLeast':
        return part.of.flatMap(visit);
      case 'not':
        return visit(part.of);
      case 'clause': {
        const named = byId.get(part.id);
        if (named === undefined || seen.has(part.id)) return [];
        seen.add(part.id);
        return visit(named);
      }
      default:
        return [part];
    }
  };
  return visit(expression);
}

/** Every clause that puts questions of its own to the case; the others are groups of clauses. */
export function bottomClauses({ clauses }: Kernel): readonly Clause[] {
  return clauses.filter(({ expression }) => leavesOf(expression).length > 0);
}

function placesOf(leaf: Leaf): readonly string[] {
  switch (leaf.kind) {
    case 'threshold':
      return ['patient.birthDate', ...anchored(leaf.at)];
    case 'choice':
      return [leaf.field.startsWith('attributes.') ? leaf.field : `request.${leaf.field}`];
    case 'affirmed':
      return [
        leaf.register === 'commitments' ? `commitments.${leaf.id}` : `prescriber.${leaf.register}.${leaf.id}`,
      ];
    case 'classified':
      return ['diagnoses'];
    case 'finding':
      return [`findings.${leaf.finding}`];
    case 'judgement':
      return [`judgements.${leaf.judgement}`];
    case 'regimen':
      return ['request.regimen'];
    case 'reason':
    case 'treated':
    case 'receiving':
    case 'elapsed':
      return ['drugs', 'drugsComplete'];
    case 'concurrent':
      return ['drugs', 'drugsComplete', ...(leaf.sameIndication === true ? ['request.indication'] : [])];
    case 'trials':
      return ['drugs', 'drugsComplete', ...anchored(leaf.window?.anchor)];
    case 'counted':
    case 'reading':
    case 'run':
      return [...leaf.of.events.map((id) => `events.${id}`), ...anchored(leaf.of.window?.anchor)];
    case 'change':
      return [
        ...[...leaf.of.events, ...leaf.baseline.events].map((id) => `events.${id}`),
        ...anchored(leaf.of.window?.anchor),
        ...anchored(leaf.baseline.window?.anchor),
      ];
    case 'amount':
      return [
        'request.quantity',
        ...(leaf.perValueOf === undefined ? [] : [`events.${leaf.perValueOf.event}`]),
      ];
  }
}

/** The milestone that a window or an age is counted from; the date of service is no fact of its own. */
function anchored(anchor: Anchor | undefined): readonly string[] {
  return anchor === undefined || anchor === 'dateOfService' ? [] : [anchor];
}
