import { always, type EventSelection } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase } from '../text.ts';
import { circumstances, type Circumstanced, type EventChoice } from './event.ts';

/** Something that is measured in a patient on a day, with the units that its value may have. */
export interface Measure<
  Id extends string,
  Unit extends string,
  Circumstance extends string,
> extends EventChoice {
  readonly kind: 'measure';
  readonly id: Id;
  readonly name: string;
  /** The first has factor 1: a value in it is a value in another unit times that unit's factor. */
  readonly units: readonly MeasureUnit<Unit>[];
  readonly conditions: readonly Circumstanced<Circumstance>[];
  readonly events: readonly EventSelection[];
  /** LOINC code, where it is known with certainty. */
  readonly loinc?: string;
  /** Grams in a mole, by which factors between mass and moles can be checked. */
  readonly molarMass?: number;
  readonly facts?: `events.${Id}`;
}

/** A unit of a measure. */
export interface MeasureUnit<Unit extends string> {
  readonly unit: Unit;
  readonly factor: number;
}

/**
 * Declares what is measured; `id` is its key in a case, `name` reads within a sentence. `units` are UCUM units, the
 * first with factor 1: a value in mmol/L times 18.0156 is one in mg/dL. `conditions` are circumstances of a measurement.
 * @throws Refused where there is no unit, the first has not factor 1, or a factor is not above 0.
 * @example
 * measure({ id: 'glucose', name: 'plasma glucose', units: { 'mg/dL': 1, 'mmol/L': 18.0156 }, molarMass: 180.156, conditions: { fasting: 'fasting' } })
 */
export function measure<
  const Id extends string,
  const Unit extends string,
  const Circumstance extends string = never,
>(definition: {
  readonly id: Id;
  readonly name: string;
  readonly units: Readonly<Record<Unit, number>>;
  readonly loinc?: string;
  readonly molarMass?: number;
  readonly conditions?: Readonly<Record<Circumstance, string>>;
}): Measure<Id, Unit, Circumstance> {
  const { id, name, loinc, molarMass } = definition;
  const units = Object.entries(definition.units).map(([unit, factor]) => ({ unit, factor: Number(factor) }));
  if (units[0]?.factor !== 1 || units.some(({ factor }) => !Number.isFinite(factor) || factor <= 0)) {
    throw new Refused(
      'measure-units',
      `The units of '${id}' do not begin with one of factor 1, or a factor is not above 0.`,
      "Name the main unit first: units: { 'mg/dL': 1, 'mmol/L': 18.0156 }.",
    );
  }
  const conditions = circumstances(definition.conditions);
  return {
    kind: 'measure',
    means: 'event',
    id,
    name,
    // The keys of the declaration are its units: TypeScript knows them as text alone.
    // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
    units: units as unknown as readonly MeasureUnit<Unit>[],
    conditions,
    wording: always(phrase(name)),
    events: [{ id, name, conditions }],
    ...(loinc === undefined ? {} : { loinc }),
    ...(molarMass === undefined ? {} : { molarMass }),
  };
}
