import { months, paragraph, policy } from 'triplicate';
import { commonOverview, necessity } from '../bcbsnd-nusinersen/shared.ts';
import { sharedVocabulary, spinraza } from '../vocabulary/index.ts';

/**
 * Blue Cross Blue Shield of North Dakota: nusinersen (Spinraza) for spinal muscular atrophy, the later version. The policy
 * is its publisher's; it is outlined here, not copied, after a stored version of the payer's page at
 * https://www.bcbsnd.com/providers/policies-precertification/medical-policy/n/nusinersen-spinraza.
 * Cut there, and so left out: what nusinersen must not be combined with, which a reviewer judges, and the end of the page,
 * which seems to ask for a specialty and may hold criteria for continuation, as the earlier version does. Ours are: the number, the effective date, the
 * list of seven instruments, and the months of an approval.
 */
export const bcbsndNusinersen2024 = policy({
  number: 'BCBSND-NUSINERSEN',
  title: 'Nusinersen (Spinraza)',
  effective: '2024-01-01',
  product: spinraza,
  vocabulary: sharedVocabulary,

  overview: [
    ...commonOverview,
    paragraph(
      'The outline gives criteria for continuation in the earlier version only, and the end of this one is cut off. A request to go on is therefore held against the criteria for starting. Where the two versions differ in their outcome, that comes from the missing section, and not from a criterion that was eased.',
    ),
  ],

  medicalNecessity: necessity,

  durations: { initial: months(12) },
});
