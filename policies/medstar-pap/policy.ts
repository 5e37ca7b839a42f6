import {
  accept,
  allOf,
  atOrAbove,
  before,
  between,
  days,
  indication,
  measured,
  months,
  occurred,
  onDays,
  onDaysInARow,
  oneOf,
  paragraph,
  policy,
  quantity,
  reauthorization,
  requestedProduct,
  worded,
} from 'triplicate';
import {
  apneaHypopneaIndex,
  attendedSleepStudy,
  bilevelPapDevice,
  clinicalReevaluation,
  cpapDevice,
  cpapIneffective,
  daytimeSleepiness,
  faceToFaceEvaluation,
  historyOfStroke,
  homeSleepTestType2,
  homeSleepTestType3,
  homeSleepTestType4,
  hypertension,
  impairedCognition,
  insomnia,
  ischemicHeartDisease,
  moodDisorder,
  obstructiveSleepApnea,
  papUse,
  respiratoryDisturbanceIndex,
  respiratoryEvents,
  sharedVocabulary,
  sleepApneaSymptomsImproved,
  sleepTestDay,
  therapyStartDay,
} from '../vocabulary/index.ts';

/**
 * MedStar Health MP.023.MH: positive airway pressure for obstructive sleep apnea, on the national coverage determination
 * 240.4. The policy is its publisher's; it is outlined here, not copied, after a third party's copy at
 * https://vdocuments.mx/medstar-health-inc-medstar-provider-networkme-2018-05-11-airway-system.html and the summary of the
 * decision memo at https://cms.gov/medicare-coverage-database/view/ncacal-decision-memo.aspx?NCAId=204.
 * Nothing of the outline is left out. Ours are: the effective date (the day in the source's address), the 12 months of a
 * renewal, and how the days after the start of therapy are counted.
 */
export const medstarPap = policy({
  number: 'MP.023.MH',
  title: 'Positive airway pressure for obstructive sleep apnea',
  effective: '2018-05-11',
  products: [cpapDevice, bilevelPapDevice],
  vocabulary: sharedVocabulary,

  overview: [
    paragraph(
      "This is an outline, in other words, of a policy that MedStar Health published on the ground of Medicare's national coverage determination 240.4. The effective date and the length of a renewal are set here; the published text was not seen to give them.",
    ),
    paragraph(
      'The bands of the index are taken as they are printed: from 5 to 14, and from 15 on. A value between 14 and 15, as 14.6, stands in neither, and is not rounded.',
    ),
    paragraph(
      'The index and the number of events should come from one test; each is asked for by itself. One test on file that qualifies is enough.',
    ),
    paragraph(
      'The first approval is for 12 weeks as published, which is given as 3 months. The first three months of therapy are its first ninety nights, the night of the start among them.',
    ),
  ],

  medicalNecessity: indication(
    obstructiveSleepApnea,
    allOf(
      {
        test: worded(
          'The diagnosis is confirmed by',
          oneOf(
            {
              attended: occurred(attendedSleepStudy),
              typeTwo: occurred(homeSleepTestType2),
              typeThree: occurred(homeSleepTestType3),
              typeFour: occurred(homeSleepTestType4, { having: ['three-channels'] }),
            },
            { numbering: '1.' },
          ),
        ),
        severity: worded(
          'The severity is shown by',
          oneOf(
            {
              upper: worded(
                'With an index of 15 per hour or more:',
                allOf(
                  {
                    index: oneOf(
                      {
                        ahi: measured(apneaHypopneaIndex, atOrAbove(quantity(15, '/h'))),
                        rdi: measured(respiratoryDisturbanceIndex, atOrAbove(quantity(15, '/h'))),
                      },
                      { numbering: 'i.' },
                    ),
                    events: worded(
                      'At least 30 respiratory events in a measurement',
                      measured(respiratoryEvents, atOrAbove(quantity(30, '{events}'))),
                    ),
                  },
                  { numbering: 'a.' },
                ),
              ),
              lower: worded(
                'With an index from 5 to 14 per hour:',
                allOf(
                  {
                    index: oneOf(
                      {
                        ahi: measured(apneaHypopneaIndex, between(quantity(5, '/h'), quantity(14, '/h'))),
                        rdi: measured(
                          respiratoryDisturbanceIndex,
                          between(quantity(5, '/h'), quantity(14, '/h')),
                        ),
                      },
                      { numbering: 'i.' },
                    ),
                    events: worded(
                      'At least 10 respiratory events in a measurement',
                      measured(respiratoryEvents, atOrAbove(quantity(10, '{events}'))),
                    ),
                    reasons: worded(
                      'Symptoms or other diseases:',
                      oneOf(
                        {
                          sleepiness: daytimeSleepiness,
                          cognition: impairedCognition,
                          mood: moodDisorder,
                          insomnia,
                          hypertension,
                          ischemicHeartDisease,
                          stroke: historyOfStroke,
                        },
                        { numbering: 'i.' },
                      ),
                    ),
                  },
                  { numbering: 'a.' },
                ),
              ),
            },
            { numbering: '1.' },
          ),
        ),
        faceToFace: occurred(faceToFaceEvaluation, { within: before(sleepTestDay) }),
        device: worded(
          'The kind of device fits the case:',
          oneOf(
            { cpap: requestedProduct(cpapDevice), bilevelAfterCpap: cpapIneffective },
            { numbering: '1.' },
          ),
        ),
      },
      { numbering: 'A.' },
    ),
  ),

  reauthorization: reauthorization({
    repeats: 'nothing',
    criteria: allOf(
      {
        reevaluation: occurred(clinicalReevaluation, {
          within: onDays({ from: days(31), to: days(91), after: therapyStartDay }),
        }),
        improved: worded('Symptoms of sleep apnea have improved', sleepApneaSymptomsImproved),
        adherence: onDaysInARow({
          of: papUse,
          bounds: atOrAbove(quantity(4, 'h')),
          days: 30,
          percent: 70,
          within: onDays({ from: days(0), to: days(89), after: therapyStartDay }),
        }),
      },
      { numbering: '1.' },
    ),
  }),

  durations: { initial: months(3), reauthorization: months(12) },

  accepted: [
    accept(
      'band-gap',
      'severity',
      'The bands are published as 5 to 14 and 15 or more; an index between 14 and 15 is not rounded and meets neither, so the request is denied where the history is whole.',
    ),
  ],
});
