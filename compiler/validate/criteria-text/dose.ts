import type { Expression, Leaf } from '../../../dsl/kernel/expression.ts';
import type { Clause, RegimenOption } from '../../../dsl/kernel/kernel.ts';
import { compared, different, uncompared, type Remark } from './remark.ts';

const first =
  /^First treatment course is ([\d.]+) mg\/day by .+ on ([\d.]+) consecutive days \(([\d.]+) mg total dose\)$/;
const additional =
  /^For additional treatment courses, the dose is ([\d.]+) mg\/day by .+ on ([\d.]+) consecutive days \(([\d.]+) mg total dose\) administered ([\d.]+) months after the last .+ treatment course$/;

/** A recommended course as it prints: milligrams a day, days, milligrams in all, and for a later course months since the last. */
interface PrintedDose {
  readonly course: RegimenOption['course'];
  readonly mgPerDay: number;
  readonly days: number;
  readonly totalMg: number;
  readonly afterMonths?: number;
}

/** The words of a recommended course against the dose that its clause asks for and that an approval gives. */
export function compareDose(
  text: string,
  clause: Clause,
  regimens: readonly RegimenOption[],
): readonly Remark[] {
  const printed = readDose(text);
  if (printed === undefined) return [uncompared('its words are none of a recommended course')];
  const { course, mgPerDay, days, totalMg, afterMonths } = printed;
  const asked = partsOf(clause.expression);
  const option = regimens.find((regimen) => regimen.clause === clause.id);
  const wrong = [
    ...(asked.regimen === undefined ? ['no dose'] : []),
    ...wrongNumber('mg a day', mgPerDay, asked.regimen?.mgPerDay),
    ...wrongNumber('days', days, asked.regimen?.days),
    ...wrongNumber('months after the last course', afterMonths, asked.elapsed?.months),
    ...(asked.course === course
      ? []
      : [`${asked.course === 'first' ? 'the first' : 'an additional'} course`]),
    ...(option === undefined ? ['a course that no approval gives'] : []),
    ...wrongNumber('mg a day in the approval', mgPerDay, option?.mgPerDay),
    ...wrongNumber('days in the approval', days, option?.days),
  ];
  if (wrong.length > 0) {
    return [different(`recommends "${text}", and its logic asks for ${wrong.join(', ')}`)];
  }
  const product = mgPerDay * days;
  return Math.abs(product - totalMg) < 1e-9
    ? [compared('dose')]
    : [different(`states a total of ${totalMg} mg, and its dose comes to ${product} mg`)];
}

function readDose(text: string): PrintedDose | undefined {
  for (const [course, pattern] of [
    ['first', first],
    ['additional', additional],
  ] as const) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [mgPerDay = 0, days = 0, totalMg = 0, afterMonths] = found.slice(1).map(Number);
    return { course, mgPerDay, days, totalMg, ...(afterMonths === undefined ? {} : { afterMonths }) };
  }
  return undefined;
}

interface AskedDose {
  readonly regimen?: Extract<Leaf, { readonly kind: 'regimen' }>;
  readonly elapsed?: Extract<Leaf, { readonly kind: 'elapsed' }>;
  readonly course?: RegimenOption['course'];
}

/** An earlier course makes the next one additional, and its absence makes it the first. */
function partsOf(expression: Expression): AskedDose {
  const parts = expression.kind === 'all' ? expression.of : [expression];
  const regimen = parts.find((part) => part.kind === 'regimen');
  const elapsed = parts.find((part) => part.kind === 'elapsed');
  const isFirst = parts.some((part) => part.kind === 'not' && part.of.kind === 'treated');
  const isLater = parts.some((part) => part.kind === 'treated');
  return {
    ...(regimen === undefined ? {} : { regimen }),
    ...(elapsed === undefined ? {} : { elapsed }),
    ...(isFirst === isLater ? {} : { course: isFirst ? 'first' : 'additional' }),
  };
}

function wrongNumber(
  what: string,
  printed: number | undefined,
  asked: number | undefined,
): readonly string[] {
  return printed === asked ? [] : [`${asked ?? 'no'} ${what}`];
}
