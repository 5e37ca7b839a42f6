import type { Vocabulary } from '../../../dsl/vocabulary/vocabulary.ts';
import { error, type Diagnostic } from '../../errors.ts';
import type { Check, CheckContext } from '../check.ts';
import { factorTo, isNear, isUnit } from './factor.ts';

type Measure = Vocabulary['measures'][number];

/** The units of a measure are UCUM codes, and their factors are what UCUM makes of them. */
export const unitConversion: Check = {
  name: 'unit-conversion',
  // What several policies share is told of at one place, and there once.
  rule: ({ policy }, context) =>
    policy.vocabulary.measures.flatMap((measure) => wrongUnits(measure, context)),
};

interface WrongUnit {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

const known = new WeakMap<Measure, readonly WrongUnit[]>();

function wrongUnits(measure: Measure, { placeOfEntry }: CheckContext): readonly Diagnostic[] {
  const wrong = known.get(measure) ?? findWrong(measure);
  known.set(measure, wrong);
  return wrong.map(({ code, message, remedy }) => error(code, placeOfEntry(measure), message, remedy));
}

function findWrong({ id, units, molarMass }: Measure): readonly WrongUnit[] {
  const first = units[0]?.unit ?? '';
  return units.flatMap(({ unit, factor }): readonly WrongUnit[] => {
    if (!isUnit(unit)) {
      return [
        {
          code: 'TRI413',
          message: `'${unit}', a unit of '${id}', is no UCUM code.`,
          remedy: "Write a UCUM code, as mg/dL, kg/m2, mm[Hg], [iU]/mL, /h or, for a score, '{score}'.",
        },
      ];
    }
    if (!isUnit(first)) return [];
    const right = factorTo(unit, first, molarMass);
    if (right === undefined) {
      return [
        {
          code: 'TRI414',
          message: `No factor converts ${unit} to ${first}, the first unit of '${id}'.`,
          remedy:
            'Leave the unit out; or, between mass and moles, add molarMass: the grams in a mole of the substance.',
        },
      ];
    }
    if (isNear(factor, right)) return [];
    return [
      {
        code: 'TRI414',
        message: `One ${unit} of '${id}' is ${rounded(right)} ${first}, and its factor is ${factor}.`,
        remedy: `Write '${unit}': ${rounded(right)}${molarMass === undefined ? '' : ', or correct the molar mass'}.`,
      },
    ];
  });
}

/** Enough digits to pass, without those that floating point adds. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(10)));
}
