import { expect, it } from 'vitest';
import { agentList, asShownBy, documented, oneOf, reasonAgainstEvery, trialOf } from '../../../dsl/index.ts';
import { plainText } from '../../../dsl/text.ts';
import { avonex, dimethylFumarate, fingolimod, tysabri } from '../../../policies/vocabulary/index.ts';
import { refusalCode } from './refusal-code.ts';

const list = (open: boolean) => agentList({ name: 'agent for it', products: [avonex, tysabri], open });
const pair = oneOf({ dimethylFumarate, fingolimod });

it('says EVERY, and names the agents', () => {
  expect(plainText(reasonAgainstEvery(pair, ['contraindication', 'intolerance']).wording.plain)).toBe(
    'Contraindication or intolerance to EVERY one of dimethyl fumarate (generic for Tecfidera) and fingolimod (generic for Gilenya)',
  );
  const ofList = reasonAgainstEvery(list(false), ['contraindication']);
  expect(plainText(ofList.wording.plain)).toBe('Contraindication to EVERY agent for it');
  expect(ofList.reading).toContain('By "agent for it" is meant Avonex or Tysabri.');
});

it('asks it of each ingredient, in any grade and from any source', () => {
  const meaning = {
    kind: 'trials',
    agents: { ingredients: ['dimethyl-fumarate', 'fingolimod'], open: false },
    by: 'ingredient',
    least: 'every',
    reasons: ['contraindication'],
  };
  const criterion = reasonAgainstEvery(pair, ['contraindication']);
  expect(criterion.expression).toEqual({ ...meaning, grade: 'plain' });
  expect(asShownBy(['record'], documented(criterion)).expression).toEqual({
    ...meaning,
    grade: 'documented',
    shownBy: ['record'],
  });
});

it('stands beside a count of its own for another reason', () => {
  const { members } = oneOf({
    failed: trialOf(pair, { count: 2, reasons: ['failure'] }),
    barred: reasonAgainstEvery(pair, ['contraindication']),
  });
  expect(Object.values(members).map(({ wording }) => plainText(wording.plain))).toEqual([
    'Failure of at least TWO of dimethyl fumarate (generic for Tecfidera) or fingolimod (generic for Gilenya), each of another ingredient',
    'Contraindication to EVERY one of dimethyl fumarate (generic for Tecfidera) and fingolimod (generic for Gilenya)',
  ]);
});

it.each([
  ['every-of-open', () => reasonAgainstEvery(list(true), ['contraindication'])],
  ['reasons', () => reasonAgainstEvery(list(false), [])],
  ['nested-list', () => reasonAgainstEvery(oneOf({ pair }), ['failure'])],
])('refuses: %s', (code, act) => expect(refusalCode(act)).toBe(code));
