import type { Expression, Leaf } from './expression.ts';

/** The leaves of an expression, in order; references are not followed. */
export function leavesOf(expression: Expression): readonly Leaf[] {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return expression.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(expression.of);
    case 'clause':
      return [];
    default:
      return [expression];
  }
}

/** Where in a case an expression looks, as `findings.hiv-infection` or `drugs`; each place once. */
export function factsOf(expression: Expression): readonly string[] {
  return [...new Set(leavesOf(expression).map(factOf))];
}

/** Where in a case a leaf looks. */
export function factOf(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'threshold':
      return 'patient.birthDate';
    case 'choice':
      return `request.${leaf.field}`;
    case 'affirmed':
      return `prescriber.${leaf.register}.${leaf.id}`;
    case 'classified':
      return 'diagnoses';
    case 'finding':
      return `findings.${leaf.finding}`;
    case 'judgement':
      return `judgements.${leaf.judgement}`;
    case 'regimen':
      return 'request.regimen';
    default:
      return 'drugs';
  }
}
