import {
  accept,
  after,
  allOf,
  below,
  documented,
  inTheLast,
  indication,
  measured,
  meets,
  months,
  occurred,
  oneOf,
  paragraph,
  policy,
  quantity,
  worded,
} from 'triplicate';
import {
  bloodGlucose,
  continuousGlucoseMonitor,
  devicePrescription,
  diabetes,
  diabetesMellitus,
  diabetesVisit,
  insulinTreated,
  orderDay,
  prescribedPerLabel,
  secondTherapyAdjustmentDay,
  sharedVocabulary,
  therapyAdjustment,
} from '../vocabulary/index.ts';

/** The threshold of problematic hypoglycemia in the two units it is published in. */
const low = below(quantity(54, 'mg/dL'), quantity(3, 'mmol/L'));

/** The months before the order in which the visit must lie. */
const beforeTheOrder = inTheLast(months(6), orderDay);

/**
 * Medicare's local coverage determination L33822: continuous glucose monitors. The determination is its publisher's; it is
 * outlined here, not copied, after https://www.cms.gov/medicare-coverage-database/view/lcd.aspx?lcdid=33822&ver=55 and the
 * table of its criteria, as first proposed, at
 * https://pmc.ncbi.nlm.nih.gov/articles/PMC11307217/table/table2-19322968221144052.
 * Left out: the codes of the companion article on diabetes, for which a finding stands. Ours are: the 12 months of an
 * approval, and how recurrent and persisting events are counted.
 */
export const cmsL33822Cgm = policy({
  number: 'L33822',
  title: 'Continuous glucose monitors',
  effective: '2023-04-16',
  product: continuousGlucoseMonitor,
  vocabulary: sharedVocabulary,

  overview: [
    paragraph(
      'This is an outline, in other words, of a local coverage determination of Medicare, made from a table of its proposed text. The 12 months of an approval are set here. The diagnosis goes by the codes of a companion article, which are not given: a finding of diabetes stands for them.',
    ),
    paragraph(
      'The visit is counted from the day of the order, which the date of service never stands in for. It must have determined that the other criteria are met, and they must be met.',
    ),
    paragraph(
      'The threshold is published as 54 mg/dL and as 3.0 mmol/L: a reading is held against the one in its own unit, and is never converted.',
    ),
    paragraph(
      'Events recur where two readings are on file, on whatever days; no time is given for them. They persist despite two attempts to adjust therapy where one of them lies after the day of the second attempt. An event that needed the help of another person is below the threshold, too, and counts among them.',
    ),
    paragraph(
      'The prescription is the evidence of sufficient training, so that it must be documented; so must everything that shows problematic hypoglycemia.',
    ),
  ],

  medicalNecessity: indication(
    diabetesMellitus,
    allOf(
      {
        diabetes: worded('Diabetes mellitus, by a code of the companion article', diabetes),
        training: worded(
          'Sufficient training of the patient or a caregiver, as documented by the prescription of the device',
          documented(occurred(devicePrescription)),
        ),
        label: worded(
          'The device is prescribed within the indications for use in the labelling that the FDA cleared or approved, as a reviewer judges',
          prescribedPerLabel,
        ),
        need: worded(
          'The need is shown by',
          oneOf(
            {
              insulin: insulinTreated,
              hypoglycemia: worded(
                'Problematic hypoglycemia, documented by',
                documented(
                  oneOf(
                    {
                      recurrent: worded(
                        'Recurrent events of level 2 that persist despite attempts to adjust therapy:',
                        allOf(
                          {
                            events: measured(bloodGlucose, low, { times: 2 }),
                            adjustments: occurred(therapyAdjustment, { times: 2 }),
                            persisting: measured(bloodGlucose, low, {
                              within: after(secondTherapyAdjustmentDay),
                            }),
                          },
                          { numbering: 'i.' },
                        ),
                      ),
                      severe: measured(bloodGlucose, low, { having: ['third-party-help'] }),
                    },
                    { numbering: 'a.' },
                  ),
                ),
              ),
            },
            { numbering: 'A.' },
          ),
        ),
        visit: worded(
          'A visit before the order:',
          allOf(
            {
              seen: oneOf(
                {
                  inPerson: occurred(diabetesVisit, {
                    within: beforeTheOrder,
                    having: ['in-person', 'glucose-control-evaluated', 'criteria-determined'],
                  }),
                  telehealth: occurred(diabetesVisit, {
                    within: beforeTheOrder,
                    having: ['approved-telehealth', 'glucose-control-evaluated', 'criteria-determined'],
                  }),
                },
                { numbering: 'a.' },
              ),
              determined: meets('diabetes', 'training', 'label', 'need'),
            },
            { numbering: 'A.' },
          ),
        ),
      },
      { numbering: '1.' },
    ),
  ),

  durations: { initial: months(12) },

  accepted: [
    accept(
      'implied',
      'visit.determined',
      'Printed as published: the visit determines that the criteria above are met, and they are asked for by themselves as well.',
    ),
  ],
});
