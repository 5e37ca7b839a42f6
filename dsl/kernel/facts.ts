import type { Expression, RequiredGrade } from './expression.ts';
import type { Clause, Kernel } from './kernel.ts';

/**
 * The places in a case that an expression reads, as `findings.hiv-infection`, each once and in the order in which
 * they are asked; of a reference, those of the clause it names. The date of service, on which nearly every
 * question depends, is left out.
 */
export function factsOf(expression: Expression, clauses: readonly Clause[] = []): readonly string[] {
  return [...new Set(leavesOf(expression, clauses).flatMap(placesOf))];
}

/** The grades of evidence that the questions of an expression ask for; empty where none asks for a grade. */
export function gradesOf(expression: Expression, clauses: readonly Clause[] = []): readonly RequiredGrade[] {
  return [...new Set(leavesOf(expression, clauses).flatMap((leaf) => ('grade' in leaf ? [leaf.grade] : [])))];
}

/** A question that an expression puts to the case. */
type Question = Exclude<Expression, { readonly kind: 'all' | 'any' | 'atLeast' | 'not' | 'clause' }>;

/** The questions of an expression, through references to other clauses. */
export function leavesOf(expression: Expression, clauses: readonly Clause[] = []): readonly Question[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause.expression]));
  const seen = new Set<string>();
  const visit = (part: Expression): readonly Question[] => {
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

/** Every clause that puts its own questions to the case, and so no clause of which others are parts. */
export function bottomClauses({ clauses }: Kernel): readonly Clause[] {
  return clauses.filter(({ expression }) => leavesOf(expression).length > 0);
}

function placesOf(leaf: Question): readonly string[] {
  switch (leaf.kind) {
    case 'threshold':
      return ['patient.birthDate'];
    case 'choice':
      return [`request.${leaf.field}`];
    case 'affirmed':
      return [`prescriber.${leaf.register}.${leaf.id}`];
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
    case 'concurrent':
    case 'elapsed':
      return ['drugs', 'drugsComplete'];
  }
}
