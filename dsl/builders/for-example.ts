import type { Member } from '../member.ts';
import { phrase } from '../text.ts';

/**
 * Adds "(for example, ...)" to a member's wording: never a requirement, never exhaustive (reading B-25).
 * @example
 * forExample('a relapse that left a deficit', disablingRelapse)
 */
export function forExample<const M extends Member>(examples: string, member: M): M {
  const note = ` (for example, ${examples})`;
  const { plain, documented } = member.wording;
  return { ...member, wording: { plain: phrase(plain, note), documented: phrase(documented, note) } };
}
