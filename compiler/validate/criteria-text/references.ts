import type { Clause } from '../../../dsl/kernel/kernel.ts';
import { oneLine } from './document.ts';
import { compared, different, uncompared, type Remark } from './remark.ts';

/** The numbers by which a text names other clauses, against those that its logic asks. */
export function compareReferences(
  words: string,
  asked: readonly Clause[],
  heading: string,
): readonly Remark[] {
  const found = /^(?:NOT: )*(criterion|criteria) (.+?) (?:is|are all) met$/i.exec(words);
  if (found === null) {
    const joins = /\bor\b/i.test(words) && !/\band\b/i.test(words);
    return joins && asked.length > 1
      ? [different(`joins by "or", and its logic asks for all of the clauses ${numbersOf(asked, heading)}`)]
      : [uncompared('its words do not name by their numbers the clauses that its logic asks')];
  }
  const [, , list = ''] = found;
  return isListOf(list, asked, heading)
    ? [compared('references')]
    : [different(`names the clauses ${list}, and its logic asks for ${numbersOf(asked, heading)}`)];
}

/** Reads names one after the other; `1 to 4` stands for those between as well. */
function isListOf(list: string, asked: readonly Clause[], heading: string): boolean {
  let rest = list;
  for (let index = 0; index < asked.length; index += 1) {
    const clause = asked[index];
    const name = clause === undefined ? undefined : nameAt(rest, clause, heading);
    if (name === undefined) return false;
    rest = rest.slice(name.length);
    if (rest.startsWith(' to ')) {
      const end = asked.findIndex(
        (other, at) => at > index + 1 && nameAt(rest.slice(4), other, heading) !== undefined,
      );
      const last = asked[end];
      const lastName = last === undefined ? undefined : nameAt(rest.slice(4), last, heading);
      if (lastName === undefined || !isRow(asked.slice(index, end + 1))) return false;
      rest = rest.slice(4 + lastName.length);
      index = end;
    }
    if (index === asked.length - 1) return rest === '';
    const separator = /^(?:, and | and |, )/.exec(rest)?.[0];
    if (separator === undefined) return false;
    rest = rest.slice(separator.length);
  }
  return rest === '';
}

/** Where the rest of a list begins with a clause's name: that name. */
function nameAt(rest: string, clause: Clause, heading: string): string | undefined {
  return namesOf(clause, heading).find(
    (name) => rest.startsWith(name) && /^(?:$| to |, | and )/.test(rest.slice(name.length)),
  );
}

/** A clause goes by its number; within the use that it belongs to, without the heading; one without a number by its words. */
function namesOf({ id, number, text }: Clause, heading: string): readonly string[] {
  if (number === id) return [`"${oneLine(text)}"`, number];
  return number.startsWith(`${heading}.`) ? [number.slice(heading.length + 1), number] : [number];
}

/** Clauses that follow each other in one list. */
function isRow(clauses: readonly Clause[]): boolean {
  const parents = new Set(clauses.map(({ id }) => id.slice(0, Math.max(id.lastIndexOf('.'), 0))));
  return parents.size === 1;
}

function numbersOf(asked: readonly Clause[], heading: string): string {
  return asked.map((clause) => namesOf(clause, heading)[0] ?? clause.id).join(', ');
}
