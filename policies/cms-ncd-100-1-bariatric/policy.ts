import {
  allOf,
  atOrAbove,
  conditionsNotCovered,
  exclusion,
  indication,
  measured,
  months,
  occurred,
  oneOf,
  paragraph,
  policy,
  quantity,
  requested,
  requestedProduct,
  worded,
} from 'triplicate';
import {
  acsLevelOneCertification,
  asbsCenterCertification,
  biliopancreaticDiversionDuodenalSwitch,
  bodyMassIndex,
  gastricBanding,
  obesity,
  obesityRelatedComorbidity,
  rouxEnYGastricBypass,
  sharedVocabulary,
  sleeveGastrectomy,
  surgicalApproach,
  unsuccessfulMedicalObesityTreatment,
  verticalBandedGastroplasty,
} from '../vocabulary/index.ts';

/**
 * Medicare's national coverage determination 100.1 (2006): bariatric surgery. The determination is its publisher's; it is
 * outlined here, not copied, after the decision memo CAG-00250R at
 * https://cms.gov/medicare-coverage-database/view/ncacal-decision-memo.aspx?ncaid=160&proposed=N.
 * Later reconsiderations (diabetes, the rule on facilities, the sleeve) are left out, as are the sections on the gastric
 * balloon and the intestinal bypass, which stay as they are, and codes, which the outline lacks. Ours are: obesity as the
 * indication that a request names, which two programs certify a facility, the effective date, and the 12 months.
 */
export const cmsNcdBariatric = policy({
  number: 'NCD 100.1',
  title: 'Bariatric surgery for treatment of morbid obesity',
  effective: '2006-02-21',
  products: [
    rouxEnYGastricBypass,
    gastricBanding,
    biliopancreaticDiversionDuodenalSwitch,
    sleeveGastrectomy,
    verticalBandedGastroplasty,
  ],
  called: 'bariatric surgery',
  vocabulary: sharedVocabulary,

  overview: [
    paragraph(
      "This is an outline, in other words, of Medicare's national coverage determination 100.1 as the decision memo of 2006 put it. The effective date, the two programs that certify a facility and the 12 months of an approval are set here; the outline does not give them.",
    ),
    paragraph(
      'It covers three procedures by its criteria and excludes others for everyone. A sleeve or a vertical banded gastroplasty is denied by its name alone, whatever else is known. Gastric balloon and intestinal bypass have sections of their own and are not decided here.',
    ),
    paragraph(
      'The approach, open or laparoscopic, decides for gastric banding only: laparoscopic banding is covered, open banding is not.',
    ),
    paragraph(
      'The latest body mass index rules; how old it may be is not said. A certification counts up to the date of service, that day included. The day whose standards it must go by is named in the determination, and not in the outline.',
    ),
  ],

  medicalNecessity: indication(
    obesity,
    allOf(
      {
        procedure: worded(
          'The procedure is a covered one:',
          oneOf(
            {
              rouxEnY: worded(
                'The request is for Roux-en-Y gastric bypass, open or laparoscopic',
                requestedProduct(rouxEnYGastricBypass),
              ),
              banding: worded(
                'Laparoscopic banding:',
                allOf(
                  {
                    product: requestedProduct(gastricBanding),
                    approach: requested(surgicalApproach, 'laparoscopic'),
                  },
                  { numbering: 'a.' },
                ),
              ),
              diversion: worded(
                'The request is for biliopancreatic diversion with duodenal switch, open or laparoscopic',
                requestedProduct(biliopancreaticDiversionDuodenalSwitch),
              ),
            },
            { numbering: '1.' },
          ),
        ),
        bmi: measured(bodyMassIndex, atOrAbove(quantity(35, 'kg/m2')), { which: 'latest' }),
        comorbidity: worded('At least one comorbidity related to obesity', obesityRelatedComorbidity),
        medicalTreatment: worded(
          'Medical treatment of obesity was unsuccessful before',
          unsuccessfulMedicalObesityTreatment,
        ),
        facility: worded(
          'The facility is certified by the standards that the determination names, as shown by',
          oneOf(
            {
              levelOne: worded(
                'A certification by the American College of Surgeons as level 1, by those standards',
                occurred(acsLevelOneCertification, { having: ['standards-in-force'] }),
              ),
              centerOfExcellence: worded(
                'A certification by the American Society for Bariatric Surgery, by those standards',
                occurred(asbsCenterCertification, { having: ['standards-in-force'] }),
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

  exclusions: conditionsNotCovered({
    verticalBanded: exclusion(
      'Vertical Banded Gastroplasty, Open or Laparoscopic',
      requestedProduct(verticalBandedGastroplasty),
      { reason: 'The determination covers it for no one.' },
    ),
    sleeve: exclusion('Sleeve Gastrectomy, Open or Laparoscopic', requestedProduct(sleeveGastrectomy), {
      reason: 'The determination of 2006 covers it for no one.',
    }),
    openBanding: exclusion(
      'Open Gastric Banding',
      allOf({ product: requestedProduct(gastricBanding), approach: requested(surgicalApproach, 'open') }),
      { reason: 'The determination covers banding by laparoscopy only.' },
    ),
  }),
});
