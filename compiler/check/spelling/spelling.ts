import { outline } from '../../../dsl/policy/outline.ts';
import { clausesOf } from '../../../dsl/policy/outline-clause.ts';
import { plainText } from '../../../dsl/text.ts';
import type { CompiledPolicy } from '../../compiled-policy.ts';
import { error } from '../../errors.ts';
import type { Check } from '../check.ts';

/** A nonproprietary name has one suffix of four letters in one document. */
export const spelling: Check = {
  name: 'spelling',
  rule: (compiled, { placeOf, isAccepted }) => {
    const found = spellings(compiled);
    const stems = [...new Set(found.map(({ stem }) => stem))];
    return stems.flatMap((stem) => {
      const uses = found.filter((use) => use.stem === stem);
      const names = [...new Set(uses.map(({ name }) => name))];
      const clauses = uses.flatMap(({ clause }) => clause ?? []);
      if (names.length < 2 || clauses.some(isAccepted)) return [];
      const places = names.map(
        (name) => `'${name}' in ${uses.find((use) => use.name === name)?.where ?? ''}`,
      );
      const [at] = clauses;
      return error(
        'TRI410',
        placeOf(at),
        `One name is spelled in ${names.length} ways: ${places.join(', ')}.`,
        at === undefined
          ? 'Spell it in one way.'
          : `Spell it in one way; or, if it is printed so, add accept('spelling', '${at}', 'why').`,
      );
    });
  },
};

interface Use {
  readonly stem: string;
  readonly name: string;
  readonly where: string;
  readonly clause?: string;
}

function spellings({ policy, kernel }: CompiledPolicy): readonly Use[] {
  const ingredients = new Set(
    kernel.tables.ingredients.flatMap(({ name }) => name.toLowerCase().split(/[^a-z]+/)),
  );
  const usesIn = (text: string, where: string, clause?: string): Use[] =>
    [...text.matchAll(/\b([a-z]{4,})-([a-z]{4})\b/g)].flatMap(([name, stem = '']) =>
      ingredients.has(stem) ? [{ stem, name, where, ...(clause === undefined ? {} : { clause }) }] : [],
    );
  return [
    ...clausesOf(outline(policy)).flatMap(({ id, number, text }) => usesIn(plainText(text), number, id)),
    ...(policy.appendix?.products ?? []).flatMap(({ nonproprietaryName }) =>
      usesIn(nonproprietaryName, 'the appendix'),
    ),
    ...[...(policy.overview ?? []), ...(policy.background ?? [])].flatMap(({ text }) =>
      usesIn(text, 'the background'),
    ),
  ];
}
