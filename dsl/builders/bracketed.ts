import type { Member } from '../member.ts';
import { phrase } from '../text.ts';

/**
 * Adds a note in brackets to a member's wording, as "[may require prior authorization]"; it has no effect (reading B-26).
 * @example
 * previousTreatmentWith(bracketed('may require prior authorization', tysabri))
 */
export function bracketed<const M extends Member>(note: string, member: M): M {
  const { plain, documented } = member.wording;
  return {
    ...member,
    wording: { plain: phrase(plain, ` [${note}]`), documented: phrase(documented, ` [${note}]`) },
  };
}
