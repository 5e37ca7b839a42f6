import {
  allOf,
  concurrentUseOf,
  indication,
  indications,
  months,
  not,
  oneOf,
  paragraph,
  policy,
  worded,
} from 'triplicate';
import {
  biologicsForTypeTwoInflammation,
  commonOverview,
  continuing,
  despite,
  foodAllergyCriteria,
  nasalPolyps,
  specialist,
  starting,
} from '../uhc-xolair/shared.ts';
import {
  asthma,
  chronicSpontaneousUrticaria,
  igeMediatedFoodAllergy,
  sharedVocabulary,
  withinMaximumDose,
  xolair,
} from '../vocabulary/index.ts';

/** As this version has it: none of these drugs at all, whatever it is taken for. */
const notCombined = not(concurrentUseOf(biologicsForTypeTwoInflammation));

/** As this version has it: by doses of its own. */
const dose = worded(
  'A dose within the maximum doses that this policy states, as a reviewer judges',
  withinMaximumDose,
);

/**
 * UnitedHealthcare: omalizumab (Xolair) for four indications, the older version. The policy is its publisher's; it is
 * outlined here, not copied, after a third party's transcription at
 * https://coverage.pharmacistwrite.com/coverage/united-healthcare/xolair-omalizumab/moderate-to-severe-persistent-asthma (and
 * chronic-spontaneous-urticaria, ige-mediated-food-allergy and chronic-rhinosinusitis-with-nasal-polyps there), and the notes
 * of changes at
 * https://www.openpayer.com/policy-updates/unitedhealthcare/clinical-medical/allergy-clinical-immunology/unitedhealthcare-f2a3ed5e-5c3.
 * Cut there, and so left out: the criteria for nasal polyps, the maximum doses, genetic tests, codes, and what differs by
 * line of business. Ours are: the number, the effective date, the months of an approval, the lists of drugs and specialties.
 */
export const uhcXolair2023 = policy({
  number: 'UHC-XOLAIR',
  title: 'Omalizumab',
  effective: '2023-01-01',
  product: xolair,
  vocabulary: sharedVocabulary,

  overview: [
    ...commonOverview,
    paragraph(
      'This older version forbids any use of the three classes of drugs beside omalizumab, and states the maximum doses itself. The outline left their numbers out, so that a reviewer judges the dose by them.',
    ),
  ],

  medicalNecessity: indications({
    asthma: indication(
      asthma,
      allOf(
        {
          course: oneOf(
            {
              continuing: worded(
                'Going on with the drug:',
                allOf({ ...continuing, notCombined }, { numbering: 'i.' }),
              ),
              starting: worded(
                'Starting the drug:',
                allOf({ ...starting, notCombined, specialist }, { numbering: 'i.' }),
              ),
            },
            { numbering: '1.' },
          ),
          dose,
        },
        { numbering: 'A.' },
      ),
    ),
    urticaria: indication(chronicSpontaneousUrticaria, allOf({ despite, dose }, { numbering: 'A.' })),
    foodAllergy: indication(
      igeMediatedFoodAllergy,
      allOf({ ...foodAllergyCriteria, dose }, { numbering: 'A.' }),
    ),
    nasalPolyps,
  }),

  durations: { initial: months(12) },
});
