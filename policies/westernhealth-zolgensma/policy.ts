import {
  allOf,
  ageAtMost,
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
  quantityAtMost,
  worded,
} from 'triplicate';
import {
  completeLimbParalysis,
  infusionDay,
  invasiveVentilation,
  respiratoryAssistance,
  sharedVocabulary,
  smn2Copies,
  spinalMuscularAtrophy,
  zolgensma,
} from '../vocabulary/index.ts';
import { antibodies, preparation, safety, smn1 } from '../zolgensma/shared.ts';

/**
 * Western Health Advantage: onasemnogene abeparvovec (Zolgensma) for spinal muscular atrophy. The policy is its publisher's;
 * it is outlined here, not copied, after the payer's page at
 * https://www.westernhealth.com/provider/prior-authorization-criteria/onasemnogene-abeparvovec-xioi-zolgensma/.
 * What the outline gives for Blue Cross NC alone, the prescriber and the benefit, is left out. Ours are: the number, the effective
 * date, and the months in which ventilation is looked for.
 */
export const westernhealthZolgensma = policy({
  number: 'WHA-ZOLGENSMA',
  title: 'Onasemnogene abeparvovec-xioi',
  effective: '2021-01-01',
  product: zolgensma,
  vocabulary: sharedVocabulary,

  overview: [
    paragraph(
      'This is an outline, in other words, of criteria that Western Health Advantage published. The number and the effective date are set here; the outline does not give them. Criteria that it gives for no one payer are taken for this one, too.',
    ),
    paragraph(
      'At most 2 years of age at the infusion is read in full years, as ages are spoken of: it is met up to the day before the third birthday. Which payer asks for that, and which for less than 2 years, the outline does not say; it is given to this one.',
    ),
    paragraph(
      'The latest titre of antibodies rules, so that the record must hold every one of them. Titres go by their denominators.',
    ),
    paragraph(
      'Permanent ventilation without a tube is read as fourteen calendar days in a row, each with at least 16 hours of assistance that was due neither to an acute reversible illness nor to an operation. It is looked for in the 36 months before the date of service, which hold the whole life of a child of the age that is asked for.',
    ),
    paragraph(
      'One infusion in a lifetime is the limit: an infusion counts whoever paid for it. There is no renewal.',
    ),
    paragraph(
      'One kit is asked for, the one that the weight calls for; choosing it is left to the pharmacy.',
    ),
  ],

  medicalNecessity: indication(
    spinalMuscularAtrophy,
    allOf(
      {
        age: ageAtMost(2, { at: infusionDay }),
        smn1,
        smn2: measured(smn2Copies, atOrBelow(quantity(3, '{copies}'))),
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
                        'At least 16 hours of respiratory assistance a day, neither during an acute reversible illness nor around an operation, on each of some 14 consecutive days, from 36 months before the date of service to that date, both included',
                        onDaysInARow({
                          of: respiratoryAssistance,
                          bounds: atOrAbove(quantity(16, 'h')),
                          lacking: ['acute-reversible-illness', 'perioperative'],
                          days: 14,
                          percent: 100,
                          within: inTheLast(months(36)),
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
        dose: quantityAtMost(quantity(1, '{kit}')),
      },
      { numbering: 'A.' },
    ),
  ),

  durations: { initial: months(1) },
});
