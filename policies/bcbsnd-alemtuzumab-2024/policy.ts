import {
  allOf,
  atOrAbove,
  inTheLast,
  indication,
  measured,
  months,
  occurred,
  oneOf,
  paragraph,
  policy,
  quantity,
  reasonAgainstEvery,
  trialOf,
  worded,
} from 'triplicate';
import { commonOverview, msAgents, recent, relapsingForm, safeguards } from '../bcbsnd-alemtuzumab/shared.ts';
import {
  brainMri,
  dimethylFumarate,
  fingolimod,
  gadoliniumEnhancingLesions,
  glatiramerAcetate,
  highlyActiveDisease,
  lemtrada,
  multipleSclerosis,
  preferredBrandLimb,
  relapse,
  sharedVocabulary,
  t2LesionLoadIncrease,
} from '../vocabulary/index.ts';

/** The preferred generics: three as published; which they are is ours. */
const preferredGenerics = oneOf({ dimethylFumarate, fingolimod, glatiramerAcetate });

/**
 * Blue Cross Blue Shield of North Dakota: alemtuzumab (Lemtrada) for multiple sclerosis, the later version. The policy is
 * its publisher's; it is outlined here, not copied, after a stored excerpt of the payer's page at
 * https://www.bcbsnd.com/providers/policies-precertification/medical-policy/a/alemtuzumab-lemtrada.
 * Cut there, and so left out: the limb on preferred brand agents, which a reviewer judges, and the end of the page, whose
 * subjects are known: of these the specialist, HIV and combinations stand here as in the earlier version, and renewal is
 * left out. Ours are: the number, the effective date, the months of an approval, the specialty, the preferred generics, the
 * other agents and their classes.
 */
export const bcbsndAlemtuzumab2024 = policy({
  number: 'BCBSND-ALEMTUZUMAB',
  title: 'Alemtuzumab (Lemtrada)',
  effective: '2024-07-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,

  overview: [
    ...commonOverview,
    paragraph(
      'The limb on preferred brand agents must be met beside the one on generics, and its text is cut off. To leave it out would approve on a generic alone, so a reviewer judges it by the published text. The brands are taken to be Avonex, Bafiertam, Betaseron, Kesimpta, Mavenclad, Mayzent, Ocrevus, Plegridy, Rebif, Tysabri and Zeposia.',
    ),
    paragraph(
      'The specialist, HIV status and combinations are in the part that is cut off; they stand here in the words of the earlier version. Premedication and vaccination are not named for this version.',
    ),
    paragraph(
      'The previous year is the twelve calendar months up to the date of service, both ends in. How much of an increase of T2 lesions is significant has no number, and a previous MRI is shown by MRIs on two days, whenever they were.',
    ),
    paragraph(
      'The three preferred generics are all labelled for relapsing multiple sclerosis, so that this is no criterion of its own. A reason against them is asked for against all three, as in the earlier version, and here reported ones do. For the three classes any treatment counts, however it ended; a contraindication is no treatment, and the drug asked for is none of the agents.',
    ),
    paragraph(
      'Classes are the usual ones: the fumarates; the sphingosine-1-phosphate modulators (fingolimod, siponimod, ponesimod, ozanimod); the interferons, pegylated or not; glatiramer; anti-CD20 (ocrelizumab, ofatumumab, ublituximab); anti-integrin (natalizumab); the purine analogue cladribine; and teriflunomide.',
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
                'Relapsing multiple sclerosis, highly active or after other drugs:',
                allOf(
                  {
                    diagnosis: relapsingForm,
                    basis: oneOf(
                      {
                        highlyActive: worded(
                          'The disease is highly active:',
                          allOf(
                            {
                              disease: highlyActiveDisease,
                              relapses: occurred(relapse, { times: 2, within: inTheLast(months(12)) }),
                              mri: worded(
                                'Magnetic resonance imaging (MRI) shows',
                                oneOf(
                                  {
                                    enhancing: worded(
                                      'At least one gadolinium-enhancing lesion',
                                      measured(
                                        gadoliniumEnhancingLesions,
                                        atOrAbove(quantity(1, '{lesions}')),
                                      ),
                                    ),
                                    t2Increase: allOf(
                                      {
                                        increase: t2LesionLoadIncrease,
                                        comparison: worded(
                                          'A previous MRI to compare with: brain MRIs on at least two separate days',
                                          occurred(brainMri, { times: 2, onSeparateDays: true }),
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
                        threeClasses: trialOf(msAgents, { count: 3, distinctBy: 'class' }),
                        preferred: worded(
                          'Preferred agents, generic and brand:',
                          allOf(
                            {
                              generic: oneOf(
                                {
                                  inadequateResponse: trialOf(preferredGenerics, { reasons: ['failure'] }),
                                  reasonsAgainstAll: reasonAgainstEvery(preferredGenerics, [
                                    'intolerance',
                                    'contraindication',
                                  ]),
                                },
                                { numbering: 'a.' },
                              ),
                              brand: preferredBrandLimb,
                            },
                            { numbering: '1.' },
                          ),
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
      },
      { numbering: 'A.' },
    ),
  ),

  durations: { initial: months(12) },

  appendix: msAgents,
});
