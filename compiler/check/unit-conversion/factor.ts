import ucum from '@lhncbc/ucum-lhc';

const { validateUnitString, convertUnitTo } = bound();

/** Whether a text is a UCUM code; one in braces alone, as `{score}`, is a number without a dimension. */
export function isUnit(unit: string): boolean {
  return validateUnitString(unit).status === 'valid';
}

/**
 * How much one `unit` is in another; nothing where there is no such factor, as between Celsius and Fahrenheit, or
 * between mass and moles without the grams in a mole.
 */
export function factorTo(unit: string, other: string, molarMass?: number): number | undefined {
  if (unit === other) return 1;
  const direct = proportion(unit, other, molarMass);
  if (direct !== undefined) return direct;
  // UCUM converts no arbitrary units, as international ones; multiples of one and the same still have a factor.
  const arbitrary = arbitraryIn(unit);
  if (arbitrary === undefined || arbitrary !== arbitraryIn(other)) return undefined;
  return proportion(unit.replace(arbitrary, 'g'), other.replace(arbitrary, 'g'), undefined);
}

function proportion(unit: string, other: string, molarMass: number | undefined): number | undefined {
  const convert = (value: number) => {
    const { status, toVal } = convertUnitTo(unit, value, other, { molecularWeight: molarMass ?? null });
    return status === 'succeeded' && toVal !== null ? toVal : undefined;
  };
  const [one, thousand] = [convert(1), convert(1000)];
  if (one === undefined || thousand === undefined) return undefined;
  return isNear(thousand, one * 1000) ? one : undefined;
}

/** Within a millionth. */
export function isNear(given: number, right: number): boolean {
  return Math.abs(given - right) <= Math.abs(right) * 1e-6;
}

function arbitraryIn(unit: string): string | undefined {
  return /\[[^\]]+\]/.exec(unit)?.[0];
}

/** The library's functions lean on the object that they belong to. */
function bound() {
  const utilities = ucum.UcumLhcUtils.getInstance();
  return {
    validateUnitString: (unit: string) => utilities.validateUnitString(unit),
    convertUnitTo: (...given: Parameters<typeof utilities.convertUnitTo>) =>
      utilities.convertUnitTo(...given),
  };
}
