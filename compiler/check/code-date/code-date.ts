import { isDate } from '../../../dsl/kernel/calendar.ts';
import type { BillingCode } from '../../../dsl/vocabulary/billing-code.ts';
import { error, type Diagnostic, type Place } from '../../errors.ts';
import type { Check } from '../check.ts';

/** The codes that a policy bills by exist when it takes effect; dates of codes are dates. */
export const codeDate: Check = {
  name: 'code-date',
  rule: ({ policy }, { placeOf }) => {
    const billed = policy.coding?.codes ?? [];
    const known = [
      ...policy.vocabulary.billingCodes,
      ...policy.vocabulary.courses.flatMap(({ codes }) => codes),
      ...billed,
    ];
    const wrong = new Map(
      known.flatMap(({ code, from, until }) =>
        [from, until].flatMap((date) =>
          date === undefined || isDate(date) ? [] : [[`${code} ${date}`, { code, date }] as const],
        ),
      ),
    );
    return [
      ...[...wrong.values()].map(({ code, date }) =>
        error(
          'TRI406',
          placeOf(),
          `The code ${code} has the date '${date}', which is none.`,
          'Write year, month and day, as 2025-10-01.',
        ),
      ),
      ...billed.flatMap((code) => outOfDate(code, policy.effective, placeOf)),
    ];
  },
};

function outOfDate(
  { code, from, until }: BillingCode<string>,
  effective: string,
  place: () => Place,
): readonly Diagnostic[] {
  if (from !== undefined && from > effective) {
    return [
      error(
        'TRI407',
        place(),
        `The code ${code} exists from ${from} on, and the policy takes effect on ${effective}.`,
        'Bill by a code that is in force, or correct a date.',
      ),
    ];
  }
  if (until !== undefined && until <= effective) {
    return [
      error(
        'TRI407',
        place(),
        `The code ${code} is gone from ${until} on, and the policy takes effect on ${effective}.`,
        'Bill by the code that came after it, or correct a date.',
      ),
    ];
  }
  return [];
}
