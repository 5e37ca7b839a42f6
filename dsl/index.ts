/** The language, whole: what an author imports. */
export * from './builders/index.ts';
export * from './policy/accept.ts';
export * from './policy/dosing.ts';
export * from './policy/exclusions.ts';
export {
  indication,
  indications,
  type CriterionOnly,
  type Indication,
  type IndicationCriteria,
  type Indications,
  type Necessity,
  type SomeIndications,
} from './policy/indication.ts';
export * from './policy/paragraph.ts';
export * from './policy/policy.ts';
export * from './policy/reauthorization.ts';
export * from './quantity.ts';
export type { Agent } from './vocabulary/agent.ts';
export * from './vocabulary/agent-list.ts';
export * from './vocabulary/attribute.ts';
export * from './vocabulary/billing-code.ts';
export * from './vocabulary/commitment.ts';
export { diagnosis, type Diagnosis, type DiagnosisTerm } from './vocabulary/diagnosis.ts';
export * from './vocabulary/disease.ts';
export * from './vocabulary/disease-course.ts';
export { event, type EventChoice, type EventTerm } from './vocabulary/event.ts';
export * from './vocabulary/finding.ts';
export * from './vocabulary/ingredient.ts';
export * from './vocabulary/item.ts';
export * from './vocabulary/judgement.ts';
export * from './vocabulary/measure.ts';
export * from './vocabulary/milestone.ts';
export * from './vocabulary/product.ts';
export * from './vocabulary/specialty.ts';
export * from './vocabulary/spelled.ts';
export { vocabulary, type Vocabulary } from './vocabulary/vocabulary.ts';
export type { FactsFrom, FactsOf } from './facts.ts';
export type { PathsIn } from './paths.ts';
