import { expressionsById } from '../../../dsl/kernel/facts.ts';
import { warning } from '../../errors.ts';
import type { Check } from '../check.ts';
import { alternativesIn, gapsBetween } from './bands.ts';

/** Alternatives over the same measure leave no values between them that meet none. */
export const bandGap: Check = {
  name: 'band-gap',
  rule: ({ kernel }, { placeOf, isAccepted }) => {
    const byId = expressionsById(kernel);
    // A group comes after the clauses in it: a gap is told at the innermost group that has it.
    const told = new Set<string>();
    return kernel.clauses.flatMap(({ id, number, expression }) =>
      alternativesIn(expression)
        .flatMap((alternatives) => gapsBetween(alternatives, byId))
        .filter(({ subject, text }) => !told.has(`${subject} ${text}`) && told.add(`${subject} ${text}`))
        .filter(() => !isAccepted(id))
        .map(({ name, text }) =>
          warning(
            'TRI412',
            placeOf(id),
            `The alternatives of ${number} leave a gap: ${name} of ${text} meets none of them.`,
            `Let the bands meet, as between(...) and above(...); if the gap is published, add accept('band-gap', '${id}', 'why').`,
          ),
        ),
    );
  },
};
