import {
  allOf,
  ageBelow,
  atOrAbove,
  atOrBelow,
  inTheLast,
  indication,
  measured,
  months,
  not,
  onDaysInARow,
  oneOf,
  paragraph,
  policy,
  quantity,
  requested,
  weightBasedQuantity,
  worded,
} from 'triplicate';
import {
  bodyWeight,
  completeLimbParalysis,
  invasiveVentilation,
  memberBenefit,
  ncBenefitCriterion,
  practiceSetting,
  prescriberCertification,
  respiratoryAssistance,
  sharedVocabulary,
  smn2Copies,
  spinalMuscularAtrophy,
  zolgensma,
} from '../vocabulary/index.ts';
import { antibodies, preparation, safety, smn1 } from '../zolgensma/shared.ts';

/**
 * Blue Cross NC: onasemnogene abeparvovec (Zolgensma) for spinal muscular atrophy. The policy is its publisher's; it is
 * outlined here, not copied, after the payer's page at
 * https://www.bluecrossnc.com/providers/policies-guidelines-codes/commercial/um/medical-benefit/updates/onasemnogene-abeparvovec-criteria.
 * Cut there, and so left out: what is asked of members with certain North Carolina benefits, but for the judgement that it is
 * met. Ours are: the number, the effective date, the step that a dose is rounded up to, and the months in which ventilation is
 * looked for.
 */
export const bcncZolgensma = policy({
  number: 'BCNC-ZOLGENSMA',
  title: 'Onasemnogene abeparvovec',
  effective: '2021-01-01',
  product: zolgensma,
  vocabulary: sharedVocabulary,

  overview: [
    paragraph(
      'This is an outline, in other words, of criteria that Blue Cross NC published. The number, the effective date and the step that a dose is rounded up to are set here; the outline does not give them.',
    ),
    paragraph(
      'The age is below 2 years on the date of service, as the outline names no day; which payer asks for that, and which for at most 2 years at the infusion, it does not say. Criteria that it gives for no one payer are taken for this one, too.',
    ),
    paragraph(
      'The latest titre of antibodies rules, so that the record must hold every one of them. Titres go by their denominators.',
    ),
    paragraph(
      'Permanent ventilation without a tube is read as fourteen calendar days in a row, each with at least 16 hours of assistance that was due neither to an acute reversible illness nor to an operation. It is looked for in the 24 months before the date of service, which hold the whole life of a child of the age that is asked for.',
    ),
    paragraph(
      'One infusion in a lifetime is the limit: an infusion counts whoever paid for it. There is no renewal.',
    ),
    paragraph(
      'A further criterion for members with certain North Carolina benefits is not known here: a reviewer judges it by their benefit document. The dose goes by the latest weight, rounded up by half a kilogram, the step from one kit to the next.',
    ),
  ],

  medicalNecessity: indication(
    spinalMuscularAtrophy,
    allOf(
      {
        age: ageBelow(2),
        smn1,
        smn2: measured(smn2Copies, atOrBelow(quantity(4, '{copies}'))),
        antibodies,
        notAdvanced: not(
          worded(
            'Advanced spinal muscular atrophy, that is,',
            oneOf(
              {
                paralysis: completeLimbParalysis,
                ventilation: worded(
                  'Permanent ventilation, that is,',
                  oneOf(
                    {
                      invasive: invasiveVentilation,
                      prolonged: worded(
                        'At least 16 hours of respiratory assistance a day, neither during an acute reversible illness nor around an operation, on each of some 14 consecutive days, from 24 months before the date of service to that date, both included',
                        onDaysInARow({
                          of: respiratoryAssistance,
                          bounds: atOrAbove(quantity(16, 'h')),
                          lacking: ['acute-reversible-illness', 'perioperative'],
                          days: 14,
                          percent: 100,
                          within: inTheLast(months(24)),
                        }),
                      ),
                    },
                    { numbering: 'a.' },
                  ),
                ),
              },
              { numbering: '1.' },
            ),
          ),
        ),
        ...preparation,
        ...safety,
        prescriber: worded(
          'The prescriber meets',
          allOf(
            {
              certified: oneOf(
                {
                  neurology: worded(
                    'Board-certified in neurology',
                    requested(prescriberCertification, 'neurology'),
                  ),
                  pediatricNeurology: worded(
                    'Board-certified in pediatric neurology',
                    requested(prescriberCertification, 'pediatric-neurology'),
                  ),
                },
                { numbering: 'a.' },
              ),
              academic: worded(
                'Practises in a research academic setting',
                requested(practiceSetting, 'research-academic'),
              ),
            },
            { numbering: '1.' },
          ),
        ),
        benefit: oneOf(
          {
            other: worded(
              "The member's benefit is none of certain North Carolina benefits",
              requested(memberBenefit, 'other'),
            ),
            stateCriterion: ncBenefitCriterion,
          },
          { numbering: '1.' },
        ),
        dose: worded(
          'The dose asked for is at most 1.1 × 10^14 vector genomes (vg) for each kg of the latest body weight, rounded up to a multiple of 5.5 × 10^13 vg, which is the dose for half a kilogram',
          weightBasedQuantity(bodyWeight, {
            atMost: quantity(1.1e14, '{vg}'),
            roundedUpTo: quantity(5.5e13, '{vg}'),
          }),
        ),
      },
      { numbering: 'A.' },
    ),
  ),

  durations: { initial: months(1) },
});
