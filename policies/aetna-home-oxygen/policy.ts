import {
  above,
  accept,
  allOf,
  atOrAbove,
  atOrBelow,
  between,
  days,
  indication,
  inTheLast,
  measured,
  meets,
  months,
  occurred,
  oneOf,
  paragraph,
  policy,
  quantity,
  reauthorization,
  requested,
  worded,
} from 'triplicate';
import {
  alternativesTriedOrConsidered,
  arterialOxygenPressure,
  arterialOxygenSaturation,
  bloodOxygenTest,
  chronicStableState,
  clinicalReevaluation,
  corPulmonale,
  dependentEdema,
  dischargeDay,
  erythrocythemia,
  homeOxygen,
  hypoxemia,
  hypoxiaSymptomsExpectedToImprove,
  oxygenFallDuration,
  oxygenPressureFall,
  oxygenSaturationFall,
  severeLungDisease,
  sharedVocabulary,
  testPerformer,
  testSetting,
} from '../vocabulary/index.ts';

/** The conditions of a resting test. */
const atRest = { having: ['rest', 'awake', 'room-air'] } as const;

/**
 * Aetna CPB 0002: oxygen for home use. The policy is its publisher's; it is outlined here, not copied, after copies at
 * https://scribd.com/document/485391110/Oxygen-Medical-Clinical-Policy-Bulletins-AetnaMUYMUYBUENO-pdf and
 * https://d3rx.com/coverage/aetna/oxygen-cpb-0002.
 * The list of codes and the exclusions were not outlined and are left out, as is which of several tests in the two days
 * lies closest to discharge. Ours are: the effective date, hypoxemia as the indication that a request names, that a renewal
 * repeats the criteria, and the one length of approval. `questionnaire.md` compares the policy with public Questionnaires.
 */
export const aetnaHomeOxygen = policy({
  number: 'CPB 0002',
  title: 'Oxygen for home use',
  effective: '2020-01-01',
  product: homeOxygen,
  vocabulary: sharedVocabulary,

  overview: [
    paragraph(
      'This is an outline, in other words, of a policy that Aetna published. The effective date is set here, as is hypoxemia for the indication that a request names.',
    ),
    paragraph(
      'The bands are taken as they are printed: an arterial oxygen pressure between 55 and 56 mm Hg, or a saturation between 88 and 89%, stands in none, and is not rounded. The conditions of a test belong to its result: a value taken asleep, in exercise or on oxygen is no resting value.',
    ),
    paragraph(
      'The fall and the minutes that it lasts are two results of one test; each is asked for by itself. In an inpatient, any test from two days before the discharge to it counts; the published text wants the one closest to it.',
    ),
    paragraph(
      'A need is reassessed at 3 or at 12 months by group: 12 months go for group I, 3 months for every other. One length of approval is stated, the longer one; that a renewal repeats the criteria is set here.',
    ),
  ],

  medicalNecessity: indication(
    hypoxemia,
    allOf(
      {
        need: oneOf(
          { lungDisease: severeLungDisease, symptoms: hypoxiaSymptomsExpectedToImprove },
          { numbering: '1.' },
        ),
        bloodGas: worded(
          'The blood gas meets a threshold:',
          oneOf(
            {
              groupOne: worded(
                'Group I:',
                oneOf(
                  {
                    pressure: measured(arterialOxygenPressure, atOrBelow(quantity(55, 'mm[Hg]')), atRest),
                    saturation: measured(arterialOxygenSaturation, atOrBelow(quantity(88, '%')), atRest),
                  },
                  { numbering: 'a.' },
                ),
              ),
              groupTwo: worded(
                'Group II:',
                allOf(
                  {
                    level: oneOf(
                      {
                        pressure: measured(
                          arterialOxygenPressure,
                          between(quantity(56, 'mm[Hg]'), quantity(59, 'mm[Hg]')),
                          atRest,
                        ),
                        saturation: worded(
                          'Arterial oxygen saturation (SaO2) (at rest; awake; breathing room air) of 89%, in a measurement',
                          measured(
                            arterialOxygenSaturation,
                            between(quantity(89, '%'), quantity(89, '%')),
                            atRest,
                          ),
                        ),
                      },
                      { numbering: 'i.' },
                    ),
                    complication: oneOf(
                      { corPulmonale, edema: dependentEdema, erythrocythemia },
                      { numbering: 'i.' },
                    ),
                  },
                  { numbering: 'a.' },
                ),
              ),
              sleep: worded(
                'In sleep:',
                allOf(
                  {
                    fall: oneOf(
                      {
                        pressure: measured(oxygenPressureFall, above(quantity(10, 'mm[Hg]')), {
                          having: ['asleep'],
                        }),
                        saturation: measured(oxygenSaturationFall, above(quantity(5, '%')), {
                          having: ['asleep'],
                        }),
                      },
                      { numbering: 'i.' },
                    ),
                    minutes: measured(oxygenFallDuration, atOrAbove(quantity(5, 'min')), {
                      having: ['asleep'],
                    }),
                  },
                  { numbering: 'a.' },
                ),
              ),
              exercise: worded(
                'In exercise:',
                allOf(
                  {
                    fall: oneOf(
                      {
                        pressure: measured(oxygenPressureFall, above(quantity(10, 'mm[Hg]')), {
                          having: ['exercising'],
                        }),
                        saturation: measured(oxygenSaturationFall, above(quantity(5, '%')), {
                          having: ['exercising'],
                        }),
                      },
                      { numbering: 'i.' },
                    ),
                    minutes: measured(oxygenFallDuration, atOrAbove(quantity(5, 'min')), {
                      having: ['exercising'],
                    }),
                  },
                  { numbering: 'a.' },
                ),
              ),
            },
            { numbering: '1.' },
          ),
        ),
        performer: requested(testPerformer, 'qualified-laboratory'),
        timing: worded(
          'The test was done at a fit time:',
          oneOf(
            {
              inpatient: worded(
                'Inpatient:',
                allOf(
                  {
                    setting: requested(testSetting, 'inpatient'),
                    test: occurred(bloodOxygenTest, { within: inTheLast(days(2), dischargeDay) }),
                  },
                  { numbering: 'a.' },
                ),
              ),
              outpatient: worded(
                'Outpatient:',
                allOf(
                  { setting: requested(testSetting, 'outpatient'), stable: chronicStableState },
                  { numbering: 'a.' },
                ),
              ),
            },
            { numbering: '1.' },
          ),
        ),
        alternatives: alternativesTriedOrConsidered,
      },
      { numbering: 'A.' },
    ),
  ),

  reauthorization: reauthorization({
    repeats: 'medicalNecessity',
    criteria: allOf(
      {
        reassessment: worded(
          'The need was reassessed:',
          oneOf(
            {
              withinThreeMonths: occurred(clinicalReevaluation, { within: inTheLast(months(3)) }),
              groupOne: allOf(
                {
                  group: meets('bloodGas.groupOne'),
                  withinTwelveMonths: occurred(clinicalReevaluation, { within: inTheLast(months(12)) }),
                },
                { numbering: 'i.' },
              ),
            },
            { numbering: 'a.' },
          ),
        ),
      },
      { numbering: '1.' },
    ),
  }),

  durations: { initial: months(12), reauthorization: months(12) },

  accepted: [
    accept(
      'band-gap',
      'bloodGas',
      'The groups are published as 55 or less and 56 to 59 mm Hg, 88 or less and 89%; a value in between is not rounded and meets neither.',
    ),
  ],
});
