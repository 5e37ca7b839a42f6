import { error } from '../../errors.ts';
import type { Check } from '../check.ts';

/** No two clauses print the same number. */
export const clauseNumber: Check = {
  name: 'clause-number',
  rule: ({ kernel }, { placeOf }) => {
    const first = new Map<string, string>();
    return kernel.clauses.flatMap(({ id, number }) => {
      const other = first.get(number);
      if (other !== undefined) {
        return error(
          'TRI405',
          placeOf(id),
          `'${id}' and '${other}' both print as ${number}.`,
          "Give one of their lists another numbering, as { numbering: 'i.' }, or another heading.",
        );
      }
      first.set(number, id);
      return [];
    });
  },
};
