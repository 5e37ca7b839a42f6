import { error } from '../../errors.ts';
import type { Check } from '../check.ts';

/** Every number that is cited is that of a reference. */
export const citation: Check = {
  name: 'citation',
  rule: ({ policy }, { placeOf }) => {
    const count = policy.references?.length ?? 0;
    const has = (number: number) => Number.isInteger(number) && number >= 1 && number <= count;
    const paragraphs = [...(policy.overview ?? []), ...(policy.background ?? [])];
    const cited = [
      ...paragraphs.flatMap(({ text, cites }) =>
        cites.map((number) => ({ number, at: undefined, where: `The paragraph "${text.slice(0, 40)}..."` })),
      ),
      ...Object.entries(policy.exclusions?.exclusions ?? {}).flatMap(([key, { name, cites }]) =>
        cites.map((number) => ({ number, at: `exclusions.${key}`, where: `'${name}'` })),
      ),
    ];
    return cited
      .filter(({ number }) => !has(number))
      .map(({ number, at, where }) =>
        error(
          'TRI404',
          placeOf(at),
          `${where} cites reference ${number}, and there are ${count}.`,
          'Add the reference, or cite one that is there; they count from 1.',
        ),
      );
  },
};
