import { always, type Member } from '../member.ts';
import { phrase, uncapitalised } from '../text.ts';

/**
 * Prints a member in the published words instead of the builder's; the logic stays. Of a group the words open the
 * list: `worded('Treatment of ... documented by', oneOf({...}))` prints "Treatment of ... documented by ONE of the
 * following:". Of anything else they are the whole item.
 * @example
 * worded('Aggressive disease, documented by', oneOf({ relapse: disablingRelapse, mri: mriHighlyActive }))
 */
export function worded<const M extends Member>(words: string, member: M): M {
  const list = member.join === undefined ? [] : phrase(' ', uncapitalised(quantifierOf(member)));
  return { ...member, wording: always(phrase(words, list)) };
}

/** The quantifier that opens a group's list, from its bold word on. */
function quantifierOf({ wording }: Member) {
  const start = wording.plain.findIndex((span) => span.kind === 'strong');
  return wording.plain.slice(Math.max(start, 0));
}
