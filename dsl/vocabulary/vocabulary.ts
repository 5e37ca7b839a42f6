import type { Tables } from '../kernel/kernel.ts';
import type { BillingCode } from './billing-code.ts';
import type { Disease } from './disease.ts';
import type { DiseaseCourse } from './disease-course.ts';
import type { Finding } from './finding.ts';
import type { Ingredient } from './ingredient.ts';
import type { Judgement } from './judgement.ts';
import type { Product } from './product.ts';
import type { Specialty } from './specialty.ts';

/** Every name that a case may hold, shared by all policies. */
export interface Vocabulary {
  readonly kind: 'vocabulary';
  readonly ingredients: readonly Ingredient[];
  readonly products: readonly Product[];
  readonly courses: readonly DiseaseCourse[];
  readonly findings: readonly Finding<string>[];
  readonly judgements: readonly Judgement<string>[];
  readonly specialties: readonly Specialty<string>[];
  readonly diseases: readonly Disease[];
  readonly billingCodes: readonly BillingCode<string>[];
}

/** Gathers the vocabulary. What a list leaves out is empty. */
export function vocabulary(definition: Partial<Omit<Vocabulary, 'kind'>>): Vocabulary {
  return {
    kind: 'vocabulary',
    ingredients: [],
    products: [],
    courses: [],
    findings: [],
    judgements: [],
    specialties: [],
    diseases: [],
    billingCodes: [],
    ...definition,
  };
}

/** The vocabulary as the kernel's tables; a similarity said on one side holds on both. */
export function tablesOf(vocabulary: Vocabulary): Tables {
  const ingredients = [
    ...new Map(
      [...vocabulary.ingredients, ...vocabulary.products.map((product) => product.ingredient)].map((row) => [
        row.id,
        row,
      ]),
    ).values(),
  ];
  const similar = new Map<string, Set<string>>(ingredients.map((row) => [row.id, new Set(row.similarTo)]));
  for (const row of ingredients) for (const other of row.similarTo) similar.get(other)?.add(row.id);
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
  return {
    products: vocabulary.products.map(({ id, brand, ingredient }) => ({
      id,
      name: brand,
      ingredient: ingredient.id,
    })),
    ingredients: ingredients.map(({ id, name }) => ({ id, name, similar: [...(similar.get(id) ?? [])] })),
    axes: vocabulary.courses.map((course) => ({
      id: course.id,
      name: course.name,
      states: course.states.map(({ id, name, condition, activity, prevails, settledBy }) => ({
        id,
        name,
        condition,
        ...(activity === undefined ? {} : { activity }),
        prevails,
        settledBy,
      })),
      codes: course.codes.map(({ code, states, from, until }) => ({
        code,
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
        states: states.map((state) => state.id),
      })),
    })),
    findings: vocabulary.findings.map(named),
    judgements: vocabulary.judgements.map(named),
    specialties: vocabulary.specialties.map(({ id, practitioner }) => ({ id, name: practitioner })),
    indications: vocabulary.diseases.map(named),
  };
}
