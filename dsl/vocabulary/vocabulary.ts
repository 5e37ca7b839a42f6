import type { Tables } from '../kernel/kernel.ts';
import type { Attribute } from './attribute.ts';
import type { BillingCode } from './billing-code.ts';
import type { Commitment } from './commitment.ts';
import type { Disease } from './disease.ts';
import type { DiseaseCourse } from './disease-course.ts';
import type { EventTerm } from './event.ts';
import type { Finding } from './finding.ts';
import type { Ingredient } from './ingredient.ts';
import type { Item } from './item.ts';
import type { Judgement } from './judgement.ts';
import type { Measure } from './measure.ts';
import type { Milestone } from './milestone.ts';
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
  readonly measures: readonly Measure<string, string, string>[];
  readonly events: readonly EventTerm<string, string>[];
  readonly milestones: readonly Milestone<string>[];
  readonly attributes: readonly Attribute<string, string>[];
  readonly commitments: readonly Commitment<string>[];
  /** Devices, procedures and services. */
  readonly items: readonly Item[];
}

/**
 * Gathers the vocabulary. What a list leaves out is empty.
 * @example
 * vocabulary({ products: [lemtrada], diseases: [multipleSclerosis] })
 */
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
    measures: [],
    events: [],
    milestones: [],
    attributes: [],
    commitments: [],
    items: [],
    ...definition,
  };
}

/** The vocabulary as the kernel's tables; a similarity said on one side holds on both, an item is its own ingredient. */
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
    products: [
      ...vocabulary.products.map(({ id, brand, ingredient }) => ({
        id,
        name: brand,
        ingredient: ingredient.id,
      })),
      ...vocabulary.items.map(({ id, name }) => ({ id, name, ingredient: id })),
    ],
    ingredients: [
      ...ingredients.map(({ id, name, drugClass }) => ({
        id,
        name,
        similar: [...(similar.get(id) ?? [])],
        ...(drugClass === undefined ? {} : { class: drugClass }),
      })),
      ...vocabulary.items.map(({ id, name }) => ({ id, name, similar: [] })),
    ],
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
    events: [
      ...vocabulary.measures.map(({ id, name, units, conditions }) => ({
        id,
        name,
        units: units.map(({ unit, factor }) => ({ unit, factor })),
        conditions: conditions.map(named),
      })),
      ...vocabulary.events.map(({ id, name, conditions }) => ({
        id,
        name,
        units: [],
        conditions: conditions.map(named),
      })),
    ],
    milestones: vocabulary.milestones.map(named),
    attributes: vocabulary.attributes.map(({ id, name, values }) => ({
      id,
      name,
      values: values.map(named),
    })),
    commitments: vocabulary.commitments.map(named),
  };
}
