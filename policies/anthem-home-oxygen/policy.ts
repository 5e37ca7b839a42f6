import {
  above,
  accept,
  allOf,
  atOrBelow,
  between,
  indication,
  measured,
  months,
  oneOf,
  paragraph,
  policy,
  quantity,
  requested,
  worded,
} from 'triplicate';
import {
  arterialOxygenPressure,
  arterialOxygenSaturation,
  corPulmonale,
  dependentEdema,
  hematocrit,
  homeOxygen,
  hypoxemia,
  hypoxemiaCourse,
  hypoxemiaImprovedByOxygenInExercise,
  shareOfNightAtOrBelow88Percent,
  sharedVocabulary,
  shortTermOxygen,
  sleepApneaRuledOut,
} from '../vocabulary/index.ts';

/** The conditions of a resting test. */
const atRest = { having: ['rest', 'awake', 'room-air'] } as const;

/**
 * Anthem CG-DME-18: home oxygen therapy. The policy is its publisher's; it is outlined here, not copied, after a copy at
 * https://genhealth.ai/policy/anthem-bluecross-ct/a43c3fea-cg-dme-18-home-oxygen-therapy.
 * What a renewal asks was not outlined and is left out, as are exclusions and codes. Ours are: the effective date, the length
 * of an approval, that the resting thresholds, which are outlined without a payer's name, are Anthem's too, and that
 * an acute need is met for a short term only.
 */
export const anthemHomeOxygen = policy({
  number: 'CG-DME-18',
  title: 'Home oxygen therapy',
  effective: '2022-01-01',
  product: homeOxygen,
  vocabulary: sharedVocabulary,

  overview: [
    paragraph(
      'This is an outline, in other words, of a guideline that Anthem published. The effective date and the length of an approval are set here. The resting thresholds, outlined without the name of a payer, are taken for this one, too.',
    ),
    paragraph(
      'The bands are taken as they are printed: an arterial oxygen pressure between 55 and 56 mm Hg, or a saturation between 88 and 89%, stands in none, and is not rounded. More than 30% of the night, and a hematocrit of more than 56%, leave out exactly that.',
    ),
    paragraph(
      'The conditions of a test belong to its result: a value taken in exercise is no resting value, and a resting value none in exercise.',
    ),
  ],

  medicalNecessity: indication(
    hypoxemia,
    allOf(
      {
        hypoxemia: worded(
          'Hypoxemia is shown by',
          oneOf(
            {
              rest: worded(
                'At rest:',
                oneOf(
                  {
                    pressure: measured(arterialOxygenPressure, atOrBelow(quantity(55, 'mm[Hg]')), atRest),
                    saturation: measured(arterialOxygenSaturation, atOrBelow(quantity(88, '%')), atRest),
                  },
                  { numbering: 'a.' },
                ),
              ),
              borderline: worded(
                'At rest, with a complication:',
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
                      {
                        corPulmonale,
                        edema: dependentEdema,
                        hematocrit: measured(hematocrit, above(quantity(56, '%'))),
                      },
                      { numbering: 'i.' },
                    ),
                  },
                  { numbering: 'a.' },
                ),
              ),
              exercise: worded(
                'In exercise:',
                allOf(
                  {
                    hypoxemia: measured(arterialOxygenSaturation, atOrBelow(quantity(88, '%')), {
                      having: ['exercising', 'room-air'],
                    }),
                    improvement: hypoxemiaImprovedByOxygenInExercise,
                  },
                  { numbering: 'a.' },
                ),
              ),
              sleep: worded(
                'In sleep:',
                allOf(
                  {
                    share: worded(
                      'A saturation of 88% or less for more than 30% of a night',
                      measured(shareOfNightAtOrBelow88Percent, above(quantity(30, '%'))),
                    ),
                    apneaRuledOut: sleepApneaRuledOut,
                  },
                  { numbering: 'a.' },
                ),
              ),
            },
            { numbering: '1.' },
          ),
        ),
        term: worded(
          'The need is chronic, or it is acute and met for a short term:',
          oneOf(
            {
              chronic: requested(hypoxemiaCourse, 'chronic'),
              acute: allOf(
                {
                  course: requested(hypoxemiaCourse, 'acute'),
                  shortTerm: worded('The individual will have oxygen for a short term only', shortTermOxygen),
                },
                { numbering: 'a.' },
              ),
            },
            { numbering: '1.' },
          ),
        ),
      },
      { numbering: 'A.' },
    ),
  ),

  durations: { initial: months(12) },

  accepted: [
    accept(
      'band-gap',
      'hypoxemia',
      'The bands are published as 55 or less and 56 to 59 mm Hg, 88 or less and 89%; a value in between is not rounded and meets neither.',
    ),
  ],
});
