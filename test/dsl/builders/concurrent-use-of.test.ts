import { expect, test } from 'vitest';
import { concurrentUseOf, eitherOf, ingredient, oneOf } from '../../../dsl/index.ts';
import { plainText } from '../../../dsl/text.ts';

const dupilumab = ingredient({ id: 'dupilumab', name: 'dupilumab' });
const reslizumab = ingredient({ id: 'reslizumab', name: 'reslizumab' });
const agents = { ingredients: ['dupilumab', 'reslizumab'], open: false };

test('one of several drugs taken is concurrent use, of a list as of a choice within the item', () => {
  const ofList = concurrentUseOf(oneOf({ dupilumab, reslizumab }));
  const ofChoice = concurrentUseOf(eitherOf({ dupilumab, reslizumab }), { forSameIndication: true });
  expect(ofList.expression).toEqual({ kind: 'concurrent', agents });
  expect(ofChoice.expression).toEqual({ kind: 'concurrent', agents, sameIndication: true });
  expect(plainText(ofList.wording.plain)).toBe('Concurrent use of dupilumab or reslizumab');
});

test('a list within a list is refused', () => {
  const nested = oneOf({ dupilumab, others: oneOf({ reslizumab }) });
  expect(() => concurrentUseOf(nested)).toThrow(/list/);
});
