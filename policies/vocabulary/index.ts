import { vocabulary } from 'triplicate';
import { attributes } from './attributes.ts';
import { billingCodes } from './billing-codes.ts';
import { commitments } from './commitments.ts';
import { multipleSclerosisCourse } from './diagnoses.ts';
import { diseases } from './diseases.ts';
import { events } from './events.ts';
import { findings } from './findings.ts';
import { ingredients } from './ingredients.ts';
import { items } from './items.ts';
import { judgements } from './judgements.ts';
import { measures } from './measures.ts';
import { milestones } from './milestones.ts';
import { products } from './products.ts';
import { specialties } from './specialties.ts';

export * from './attributes.ts';
export * from './billing-codes.ts';
export * from './commitments.ts';
export * from './diagnoses.ts';
export * from './diseases.ts';
export * from './events.ts';
export * from './findings.ts';
export * from './ingredients.ts';
export * from './items.ts';
export * from './judgements.ts';
export * from './measures.ts';
export * from './milestones.ts';
export * from './products.ts';
export * from './specialties.ts';

/** Every name that a case may hold, shared by all policies. */
export const sharedVocabulary = vocabulary({
  attributes,
  billingCodes,
  commitments,
  diseases,
  events,
  findings,
  ingredients,
  items,
  judgements,
  measures,
  milestones,
  products,
  specialties,
  courses: [multipleSclerosisCourse],
});
