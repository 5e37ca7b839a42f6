import {
  after,
  allOf,
  atOrAbove,
  before,
  changedBy,
  documented,
  months,
  paragraph,
  policy,
  quantity,
  reauthorization,
  worded,
} from 'triplicate';
import { commonOverview, necessity } from '../bcbsnd-nusinersen/shared.ts';
import {
  bayleyGrossMotor,
  chopIntend,
  firstDoseDay,
  hfmse,
  hine2,
  mfm32,
  rulm,
  sharedVocabulary,
  spinraza,
  timpsi,
} from '../vocabulary/index.ts';

/**
 * Blue Cross Blue Shield of North Dakota: nusinersen (Spinraza) for spinal muscular atrophy, the earlier version. The policy
 * is its publisher's; it is outlined here, not copied, after a stored version of the payer's page at
 * https://www.bcbsnd.com/providers/policies-precertification/medical-policy/n/nusinersen-spinraza.
 * Cut there, and so left out: what nusinersen must not be combined with, which a reviewer judges, and the end of the page, which
 * seems to ask for a specialty. Ours are: the number, the effective date, the list of seven instruments, what counts as a
 * response, and that an approval is for 6 months.
 */
export const bcbsndNusinersen2022 = policy({
  number: 'BCBSND-NUSINERSEN',
  title: 'Nusinersen (Spinraza)',
  effective: '2022-01-01',
  product: spinraza,
  vocabulary: sharedVocabulary,

  overview: [
    ...commonOverview,
    paragraph(
      'Continuation past 6 months, and every 6 months after, goes by documented response alone; no other criterion is asked again. The outline gives a response no number: the latest score after the first dose must not be lower than the latest one before it, by the same instrument. One instrument that shows it is enough, even where another score has fallen.',
    ),
  ],

  medicalNecessity: necessity,

  reauthorization: reauthorization({
    repeats: 'nothing',
    criteria: allOf(
      {
        response: worded(
          'Documentation of response: a score of motor function (HINE-2, HFMSE, CHOP INTEND, RULM, MFM-32, Bayley gross motor or TIMPSI) has not fallen, comparing the latest after the day of the first dose with the latest before that day, by the same instrument',
          documented(
            changedBy(
              [hine2, hfmse, chopIntend, rulm, mfm32, bayleyGrossMotor, timpsi],
              atOrAbove(quantity(0, '{score}')),
              { from: before(firstDoseDay), within: after(firstDoseDay) },
            ),
          ),
        ),
      },
      { numbering: '1.' },
    ),
  }),

  durations: { initial: months(6), reauthorization: months(6) },
});
