import {
  allOf,
  documented,
  indication,
  months,
  oneOf,
  paragraph,
  policy,
  reasonAgainstEvery,
  trialOf,
  worded,
} from 'triplicate';
import { commonOverview, msAgents, recent, relapsingForm, safeguards } from '../bcbsnd-alemtuzumab/shared.ts';
import {
  dimethylFumarate,
  fingolimod,
  glatiramerAcetate,
  herpesAntiviralProphylaxis,
  highDoseSteroidPremedication,
  immunizationsSixWeeksBefore,
  interferonBeta1a,
  lemtrada,
  mriAbnormalitiesOfRelapsingMs,
  multipleSclerosis,
  noLiveVaccine,
  sharedVocabulary,
  teriflunomide,
} from '../vocabulary/index.ts';

/** The preferred medicines; which they are is ours. */
const preferredMedicines = oneOf({
  dimethylFumarate,
  fingolimod,
  glatiramerAcetate,
  interferonBeta1a,
  teriflunomide,
});

/**
 * Blue Cross Blue Shield of North Dakota: alemtuzumab (Lemtrada) for multiple sclerosis, the earlier version. The policy is
 * its publisher's; it is outlined here, not copied, after a stored excerpt of the payer's page at
 * https://www.bcbsnd.com/providers/policies-precertification/medical-policy/alemtuzumab-lemtrada.
 * Cut there, and so left out: the end of the page. Ours are: the number, the effective date, the months of an approval, the
 * specialty, the preferred medicines and the other agents, and that a failure and a reason against a drug do not add up.
 */
export const bcbsndAlemtuzumab2023 = policy({
  number: 'BCBSND-ALEMTUZUMAB',
  title: 'Alemtuzumab (Lemtrada)',
  effective: '2023-01-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,

  overview: [
    ...commonOverview,
    paragraph(
      'Steroids, antivirals and vaccinations are undertaken: the prescriber says that they will be given. The six weeks after immunization are in the words alone, and are not computed from dates.',
    ),
  ],

  medicalNecessity: indication(
    multipleSclerosis,
    allOf(
      {
        need: worded(
          'The ground of the request is',
          oneOf(
            {
              ...recent,
              relapsing: worded(
                'Relapsing multiple sclerosis, after the preferred medicines:',
                allOf(
                  {
                    diagnosis: relapsingForm,
                    mri: mriAbnormalitiesOfRelapsingMs,
                    preferred: oneOf(
                      {
                        inadequateResponse: trialOf(preferredMedicines, { count: 2, reasons: ['failure'] }),
                        reasonsAgainstAll: documented(
                          reasonAgainstEvery(preferredMedicines, ['intolerance', 'contraindication']),
                        ),
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
        ),
        ...safeguards,
        prophylaxis: worded(
          'What goes with each course is undertaken:',
          allOf(
            {
              steroid: highDoseSteroidPremedication,
              antiviral: herpesAntiviralProphylaxis,
              immunizations: immunizationsSixWeeksBefore,
              noLiveVaccine,
            },
            { numbering: '1.' },
          ),
        ),
      },
      { numbering: 'A.' },
    ),
  ),

  durations: { initial: months(12) },

  appendix: msAgents,
});
