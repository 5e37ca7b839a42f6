import {
  ageAtLeast,
  ageAtMost,
  allOf,
  atOrAbove,
  before,
  documented,
  ifThen,
  indication,
  measured,
  never,
  not,
  occurred,
  oneOf,
  paragraph,
  quantity,
  requested,
  worded,
} from 'triplicate';
import {
  bayleyGrossMotor,
  chopIntend,
  firstDoseDay,
  hfmse,
  hine2,
  invasiveVentilation,
  mfm32,
  nusinersenCombination,
  onasemnogeneInfusion,
  rulm,
  sma5qGeneticConfirmation,
  smaType,
  smn2Copies,
  spinalMuscularAtrophy,
  symptomOnsetDay,
  timpsi,
  tracheostomy,
} from '../vocabulary/index.ts';

/*
 * Blue Cross Blue Shield of North Dakota's criteria for nusinersen (Spinraza) in what two of their versions have in common:
 * the whole of medical necessity. Each version stands in a module of its own, so that a reader finds there what it changed.
 */

/** What both versions ask of a request. */
export const necessity = indication(
  spinalMuscularAtrophy,
  allOf(
    {
      type: requested(smaType, ['type-1', 'type-2', 'type-3']),
      genetics: documented(sma5qGeneticConfirmation),
      smn2: worded(
        'At least 2 copies of SMN2, in at least one measurement',
        measured(smn2Copies, atOrAbove(quantity(2, '{copies}'))),
      ),
      onset: worded(
        'Symptoms began at an age that fits the type:',
        allOf(
          {
            early: ifThen(
              requested(smaType, ['type-1', 'type-2']),
              worded(
                'Symptoms began at 21 months of age at most, up to the day before 22 months',
                ageAtMost(21, { unit: 'months', at: symptomOnsetDay }),
              ),
            ),
            late: ifThen(
              requested(smaType, 'type-3'),
              worded(
                'Symptoms began at 18 months of age or later',
                ageAtLeast(18, { unit: 'months', at: symptomOnsetDay }),
              ),
            ),
          },
          { numbering: '1.' },
        ),
      ),
      baseline: worded(
        'At least one baseline assessment of motor function before the first dose, that day not included, by the instrument that fits age and ability: HINE-2, HFMSE, CHOP INTEND, RULM, MFM-32, Bayley gross motor or TIMPSI',
        occurred(oneOf({ hine2, hfmse, chopIntend, rulm, mfm32, bayleyGrossMotor, timpsi }), {
          within: before(firstDoseDay),
        }),
      ),
      notVentilated: not(
        worded('On', oneOf({ invasive: invasiveVentilation, tracheostomy }, { numbering: '1.' })),
      ),
      neverGeneTherapy: never(onasemnogeneInfusion),
      notCombined: worded(
        'Nusinersen is not combined with what the published text excludes beside it, as a reviewer judges',
        nusinersenCombination,
      ),
    },
    { numbering: 'A.' },
  ),
);

/** What both versions say before their criteria. */
export const commonOverview = [
  paragraph(
    'This is an outline, in other words, of a policy that Blue Cross Blue Shield of North Dakota published for nusinersen (Spinraza). The number, the effective date, the months of an approval and the seven instruments are set here; the outline does not give them.',
  ),
  paragraph(
    'The limb on the onset of symptoms is published as a list of which one must be met. Its sense is a condition by type: each row binds the types that it names, and asks nothing of the others.',
  ),
  paragraph(
    'Ages go by full months. Up to 21 months holds to the day before 22 months; after 18 months holds from the day of 18 months on, one day more than the letter. Onset between the two fits every type.',
  ),
  paragraph(
    'The baseline lies before the day of the first dose, given or planned; an assessment of that day is none. Which instrument fits age and ability is left to who assesses.',
  ),
  paragraph(
    'Gene therapy is known never to have been given only where the record holds its whole history. What must not be combined with nusinersen is cut off in the outline: a reviewer judges it by the published text.',
  ),
];
