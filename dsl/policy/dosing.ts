import type { ListOptions } from '../member.ts';
import type { Quantity } from '../quantity.ts';
import { Refused } from '../refusal.ts';
import { wholeMonths } from '../whole-months.ts';
import type { Product } from '../vocabulary/product.ts';

/** A recommended regimen of one course. */
export interface Course {
  readonly kind: 'firstCourse' | 'additionalCourse';
  readonly product: Product;
  readonly mgPerDay: number;
  readonly days: number;
  readonly totalMg: number;
  /** For an additional course: calendar months since the last dose of the one before. */
  readonly afterMonths?: number;
}

/** The recommended doses, of which one applies. */
export interface Dosing<Keys extends string> {
  readonly kind: 'dosing';
  readonly courses: Readonly<Record<string, Course>>;
  readonly numbering?: NonNullable<ListOptions['numbering']>;
  /** A general remark, which decides nothing (reading A-17). */
  readonly remark?: string;
  /** In the types alone: the keys of the courses. */
  readonly keys?: Keys;
}

interface Dose {
  readonly perDay: Quantity<'mg'>;
  readonly days: number;
  readonly total: Quantity<'mg'>;
}

/**
 * The first course of a product.
 * @throws Refused where the dose is not above 0, the days are none or broken, or they do not multiply to the total.
 * @example
 * firstCourse(lemtrada, { perDay: mg(12), days: 5, total: mg(60) })
 */
export function firstCourse(product: Product, dose: Dose): Course {
  return { kind: 'firstCourse', product, ...checked(dose) };
}

/**
 * Any later course, so many calendar months after the last dose of the one before (reading B-18).
 * @throws Refused as `firstCourse` does, and where the interval is no whole number of months above 0.
 * @example
 * additionalCourse(lemtrada, { perDay: mg(12), days: 3, total: mg(36), after: months(12) })
 */
export function additionalCourse(
  product: Product,
  dose: Dose & { readonly after: Quantity<'months'> },
): Course {
  return {
    kind: 'additionalCourse',
    product,
    ...checked(dose),
    afterMonths: wholeMonths('An interval', dose.after),
  };
}

/**
 * Gathers the recommended courses; the keys name them. A dose that is none of them is no ground for denial: the
 * recommended one is approved in its place.
 * @example
 * dosing({ first: firstCourse(lemtrada, { perDay: mg(12), days: 5, total: mg(60) }), additional: additionalCourse(lemtrada, { perDay: mg(12), days: 3, total: mg(36), after: months(12) }) })
 */
export function dosing<const Courses extends Readonly<Record<string, Course>>>(
  courses: Courses,
  options: ListOptions & { readonly remark?: string } = {},
): Dosing<keyof Courses & string> {
  return { kind: 'dosing', courses, ...options };
}

function checked({ perDay, days, total }: Dose): Pick<Course, 'mgPerDay' | 'days' | 'totalMg'> {
  if (!(perDay.value > 0) || !Number.isFinite(perDay.value) || !Number.isInteger(days) || days < 1) {
    throw new Refused(
      'dose',
      `${perDay.value} mg a day for ${days} days is no course.`,
      'Give a dose above 0 and whole days, from 1 on.',
    );
  }
  const product = perDay.value * days;
  if (Math.abs(product - total.value) > 1e-9) {
    throw new Refused(
      'dose-total',
      `${perDay.value} mg a day for ${days} days is ${product} mg, and the total says ${total.value} mg.`,
      `Write total: mg(${product}), or correct the dose or the days.`,
    );
  }
  return { mgPerDay: perDay.value, days, totalMg: total.value };
}
