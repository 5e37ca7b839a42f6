import {
  accept,
  additionalCourse,
  ageAtLeast,
  allOf,
  bothOf,
  bracketed,
  concurrentUseOf,
  conditionsNotCovered,
  currentlyReceiving,
  diagnosedWith,
  documented,
  dosing,
  eitherOf,
  elapsedSinceLastDose,
  exclusion,
  failureContraindicationOrIntolerance,
  firstCourse,
  forExample,
  indication,
  mg,
  months,
  oneOf,
  oneOther,
  paragraph,
  policy,
  prescribedByOrInConsultationWith,
  previousTreatmentWith,
  reauthorization,
  spelled,
  worded,
} from 'triplicate';
import {
  activeSpms,
  beneficialResponse,
  briumvi,
  clinicallyIsolatedSyndrome,
  cognitiveImpairment,
  dimethylFumarate,
  disablingRelapse,
  fingolimod,
  hivInfection,
  j0202,
  kesimpta,
  lemtrada,
  mavenclad,
  mriHighlyActive,
  multipleSclerosis,
  neurology,
  nonactiveSpms,
  ocrevus,
  ppms,
  rapidlyAdvancingDeterioration,
  rrms,
  sharedVocabulary,
  tyruko,
  tysabri,
} from '../vocabulary/index.ts';
import { publishedMsAgents } from './appendix.ts';

/** Cigna IP0213: alemtuzumab (Lemtrada) for multiple sclerosis. The policy is its publisher's. */
export const alemtuzumab = policy({
  number: 'IP0213',
  title: 'Alemtuzumab',
  effective: '2024-03-01',
  nextReview: '2025-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  related: ['Medication Administration Site of Care'],

  instructions: {
    considerations: [
      'the benefit plan document in force on the date of service',
      'laws and regulations that apply',
      'other source materials, coverage policies among them',
      'the facts of the case',
    ],
    remarks: [
      'This policy applies to benefit plans that Cigna Companies administer; some of them only review utilization for clients and decide no coverage.',
      'It interprets standard benefit plans. Where a plan document says otherwise, as by an exclusion of its own, the plan document prevails; where a federal or state mandate controls, the mandate does.',
      'To be medically necessary by this policy is not to be covered: that follows from the plan document.',
      'It guides no treatment. In some markets the guidelines of a delegated vendor may support a determination.',
    ],
  },

  overview: [
    paragraph('This policy supports the review of medical necessity for alemtuzumab (Lemtrada).'),
    paragraph('Product received as a sample satisfies no criterion for coverage.'),
  ],

  medicalNecessity: indication(
    multipleSclerosis,
    allOf(
      {
        age: ageAtLeast(17),
        diagnosis: documented(
          diagnosedWith(
            oneOf(
              { activeSpms: forExample('SPMS with a documented relapse', activeSpms), rrms },
              { numbering: 'a.' },
            ),
          ),
        ),
        course: oneOf(
          {
            stepTherapy: documented(
              failureContraindicationOrIntolerance(
                bothOf(
                  {
                    first: eitherOf({
                      dimethylFumarate: bracketed('may require prior authorization', dimethylFumarate),
                      fingolimod: bracketed('may require prior authorization', fingolimod),
                    }),
                    other: oneOther(publishedMsAgents),
                  },
                  { numbering: 'a.' },
                ),
              ),
            ),
            highEfficacy: previousTreatmentWith(
              oneOf({
                kesimpta,
                tysabri,
                tyruko,
                briumvi: spelled('ublituximab-xiij', briumvi),
                mavenclad,
                ocrevus,
              }),
            ),
            aggressive: worded(
              'Treatment of highly-active or aggressive multiple sclerosis documented by',
              documented(
                oneOf(
                  {
                    decline: forExample(
                      'loss of mobility / or lower levels of ambulation, severe changes in strength or coordination',
                      worded(
                        'Demonstration of rapidly-advancing deterioration(s) in physical functioning',
                        rapidlyAdvancingDeterioration,
                      ),
                    ),
                    disablingRelapse: worded(
                      'Documentation of disabling relapse(s) with suboptimal response to systemic corticosteroids',
                      disablingRelapse,
                    ),
                    mri: forExample(
                      'new, enlarging, or a high burden of T2 lesions or gadolinium-enhancing lesions',
                      worded(
                        'Magnetic resonance imaging (MRI) findings suggest highly-active or aggressive multiple sclerosis',
                        mriHighlyActive,
                      ),
                    ),
                    cognition: forExample(
                      'deficits in short-term or long-term memory, visual spatial ability deficits',
                      worded(
                        'Documentation of cognitive impairment related to multiple sclerosis',
                        cognitiveImpairment,
                      ),
                    ),
                  },
                  { numbering: 'a.' },
                ),
              ),
            ),
            continuing: currentlyReceiving(lemtrada, {
              interval: months(12),
              slack: months(12),
              unlessFollowedBy: publishedMsAgents,
            }),
          },
          { numbering: 'i.' },
        ),
        prescriber: prescribedByOrInConsultationWith(neurology),
      },
      { numbering: 'A.' },
    ),
  ),

  dosing: dosing(
    {
      first: firstCourse(lemtrada, { perDay: mg(12), days: 5, total: mg(60) }),
      additional: additionalCourse(lemtrada, { perDay: mg(12), days: 3, total: mg(36), after: months(12) }),
    },
    {
      numbering: 'A.',
      remark:
        'Where the drug is covered and medically necessary, its dose, frequency, duration and site of care should be reasonable, clinically appropriate and supported by the literature, and fitted to severity, to the other treatments there are, and to the response so far.',
    },
  ),

  reauthorization: reauthorization({
    repeats: 'medicalNecessity',
    criteria: allOf(
      {
        response: documented(beneficialResponse),
        interval: elapsedSinceLastDose(months(12), lemtrada),
      },
      { numbering: '1.' },
    ),
  }),

  durations: { initial: months(12), reauthorization: months(12) },

  exclusions: conditionsNotCovered({
    clinicallyIsolatedSyndrome: exclusion(
      'Clinically Isolated Syndrome',
      diagnosedWith(clinicallyIsolatedSyndrome),
      {
        reason: 'The safety profile of Lemtrada speaks against its use in clinically isolated syndrome.',
        cites: [1],
      },
    ),
    concurrentUse: exclusion(
      'Concurrent Use with Other Disease-Modifying Agents Used for Multiple Sclerosis',
      concurrentUseOf(publishedMsAgents),
      {
        reason:
          'These agents are not indicated in combination (the Appendix has examples); whether a combination is safe and adds efficacy needs more data.',
      },
    ),
    hivInfection: exclusion('Human Immunodeficiency Virus (HIV) Infection', hivInfection, {
      reason: 'Contraindicated with HIV infection, since Lemtrada lowers CD4+ lymphocyte counts for long.',
      cites: [1],
    }),
    nonRelapsingForms: exclusion(
      'Non-Relapsing Forms of Multiple Sclerosis',
      diagnosedWith(eitherOf({ ppms, nonactiveSpms })),
      {
        reason:
          'Efficacy is not established in forms without relapses, as primary progressive multiple sclerosis.',
        cites: [1],
      },
    ),
  }),

  coding: {
    codes: [j0202],
    notes: [
      'The list of codes may not be complete.',
      'Codes deleted, or not effective when the service is rendered, may not be reimbursed.',
    ],
  },

  background: [
    paragraph(
      'Lemtrada is a cytolytic monoclonal antibody against CD52, indicated for adults with relapsing forms of multiple sclerosis: relapsing-remitting and active secondary progressive disease. Because of its safety profile it is generally kept for those whose response to two or more other drugs was inadequate, and it is not recommended in clinically isolated syndrome. Campath holds the same ingredient. Safety and efficacy below 17 years of age are not established.',
      { cites: [1] },
    ),
    paragraph(
      'Each infusion takes about 4 hours. The first course is 12 mg a day on five days in a row, the second 12 mg a day on three days 12 months later; more courses of three days may follow, each at least 12 months after the last dose of the one before.',
      { cites: [1] },
    ),
    paragraph(
      'Multiple sclerosis is a chronic inflammatory, demyelinating disease of the central nervous system that affects almost a million people in the US. The courses told apart are clinically isolated syndrome, relapsing-remitting, primary progressive and secondary progressive disease; each may be active or not, and worsening or stable.',
      { cites: [2, 3, 4, 5, 6] },
    ),
    paragraph(
      'The American Academy of Neurology (2018) advises considering Lemtrada in highly active disease.',
      { cites: [7] },
    ),
    paragraph(
      'Lemtrada is available only through a REMS program, for its risks of autoimmunity, infusion reactions, stroke and malignancies. It is contraindicated with HIV infection and with active infection; progressive multifocal leukoencephalopathy has occurred.',
      { cites: [1] },
    ),
  ],

  appendix: publishedMsAgents,

  references: [
    'Lemtrada® intravenous infusion [prescribing information]. Cambridge, MA: Genzyme; May 2023.',
    'A Consensus Paper by the Multiple Sclerosis Coalition. The use of disease-modifying therapies in multiple sclerosis. September 2019. Accessed on November 9, 2023.',
    'McGinley MP, Goldschmidt C, Rae-Grant AD. Diagnosis and treatment of multiple sclerosis. A review. JAMA. 2021;325(8):765-779.',
    'No authors listed. Drugs for multiple sclerosis. Med Lett Drugs Ther. 2021;63(1620):42-48.',
    'Lublin FD, Reingold SC, Cohen JA, et al. Defining the clinical course of multiple sclerosis: the 2013 revisions. Neurology. 2014;83:278-286.',
    'Thompson AJ, Banwell BL, Barkhof F, et al. Diagnosis of multiple sclerosis: 2017 revisions of the McDonald criteria. Lancet Neurol. 2018;17(2):162-173.',
    'Rae-Grant A, Day GS, Marrie RA, et al. Practice guideline recommendations summary: disease-modifying therapies for adults with multiple sclerosis. Neurology. 2018;90:777-788.',
  ],

  boilerplate: [
    'Cigna Companies are operating subsidiaries of Cigna Corporation, which alone provide its products and services. The policy is © 2024 Cigna; this rendering of it explains in other words.',
  ],

  accepted: [
    accept(
      'spelling',
      'course.highEfficacy',
      'The published policy spells ublituximab-xiij here and ublituximab-xiiv in its Appendix; the label says ublituximab-xiiy. Both print as published; the meaning goes by the product.',
    ),
  ],
});
