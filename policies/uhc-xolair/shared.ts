import {
  allOf,
  ageAtLeast,
  before,
  below,
  between,
  concurrentUseOf,
  days,
  eitherOf,
  inTheLast,
  indication,
  measured,
  months,
  occurred,
  oneOf,
  paragraph,
  prescribedByOrInConsultationWith,
  quantity,
  trialOf,
  worded,
} from 'triplicate';
import {
  allergy,
  beneficialResponse,
  benralizumab,
  budesonide,
  budesonideFormoterol,
  cetirizine,
  chlorpheniramine,
  chronicRhinosinusitisWithNasalPolyps,
  cimetidine,
  dependentOnOralSteroids,
  desloratadine,
  diphenhydramine,
  dupilumab,
  emergencyVisitForAsthma,
  epinephrineAvailable,
  establishedOnRequestedDrug,
  famotidine,
  fev1PercentPredicted,
  fexofenadine,
  firstDoseDay,
  fluticasone,
  fluticasoneSalmeterol,
  foodAllergenAvoidance,
  historyOfType1ReactionToFood,
  hospitalAdmissionForAsthma,
  hydroxyzine,
  immunology,
  levocetirizine,
  loratadine,
  mepolizumab,
  moderateToSeverePersistentAsthma,
  mometasone,
  montelukast,
  nasalPolypsCriteria,
  onMaximalIcsLaba,
  onMaximalIcsWithAnotherController,
  poorAsthmaControl,
  positiveInVitroTestToPerennialAllergen,
  positiveOralFoodChallenge,
  positiveSkinTestToFood,
  positiveSkinTestToPerennialAllergen,
  positiveSpecificIgeToFood,
  priorAuthorization,
  pulmonology,
  reslizumab,
  systemicSteroidBurst,
  tezepelumab,
  totalIge,
  urgentVisitForAsthma,
  zafirlukast,
} from '../vocabulary/index.ts';

/*
 * UnitedHealthcare's criteria for omalizumab (Xolair) in what two of their versions have in common. Each version joins these
 * parts in a module of its own, so that a reader finds there what it changed.
 */

/** The three classes as published; which drugs they have is ours, and so is that the list is closed. */
export const biologicsForTypeTwoInflammation = worded(
  'a drug against interleukin 4 (dupilumab), interleukin 5 (mepolizumab, reslizumab or benralizumab) or TSLP (tezepelumab)',
  eitherOf({ dupilumab, mepolizumab, reslizumab, benralizumab, tezepelumab }),
);

/** Controllers with an inhaled corticosteroid; the list is ours. */
const inhaledCorticosteroids = worded(
  'an inhaled corticosteroid: budesonide, fluticasone or mometasone, alone or with a long-acting beta agonist',
  eitherOf({ budesonide, fluticasone, mometasone, budesonideFormoterol, fluticasoneSalmeterol }),
);

/** Antihistamines of the second generation; the list is ours. */
const secondGeneration = { cetirizine, levocetirizine, loratadine, desloratadine, fexofenadine };

/** Antihistamines of either generation against the H1 receptor; those of the first are ours, too. */
const h1Antihistamines = { ...secondGeneration, diphenhydramine, hydroxyzine, chlorpheniramine };

/** Going on with the drug, but for what is not combined with it. */
export const continuing = {
  authorization: worded(
    'An active authorization of the drug from this payer, under its medical benefit',
    occurred(priorAuthorization, { having: ['this-payer', 'medical-benefit', 'active'] }),
  ),
  established: establishedOnRequestedDrug,
  response: beneficialResponse,
  controller: concurrentUseOf(inhaledCorticosteroids),
};

/** Starting the drug, but for what is not combined with it and the prescriber. */
export const starting = {
  severity: moderateToSeverePersistentAsthma,
  uncontrolled: worded(
    'The asthma is uncontrolled, as shown by',
    oneOf(
      {
        control: poorAsthmaControl,
        bursts: occurred(systemicSteroidBurst, { times: 2, within: inTheLast(months(12)) }),
        urgentVisit: occurred(
          oneOf({ emergencyVisitForAsthma, hospitalAdmissionForAsthma, urgentVisitForAsthma }),
        ),
        fev1: measured(fev1PercentPredicted, below(quantity(80, '%'))),
        oralSteroids: dependentOnOralSteroids,
      },
      { numbering: 'a.' },
    ),
  ),
  ige: measured(totalIge, between(quantity(30, '[IU]/mL'), quantity(1300, '[IU]/mL')), {
    within: before(firstDoseDay),
  }),
  allergen: worded(
    'Sensitivity to a perennial allergen, as shown by',
    oneOf(
      {
        skinTest: positiveSkinTestToPerennialAllergen,
        inVitroTest: positiveInVitroTestToPerennialAllergen,
      },
      { numbering: 'a.' },
    ),
  ),
  controller: worded(
    'Controllers are at their maximum, as shown by',
    oneOf({ icsLaba: onMaximalIcsLaba, icsAndOther: onMaximalIcsWithAnotherController }, { numbering: 'a.' }),
  ),
};

/** Who prescribes the drug for asthma. */
export const specialist = oneOf(
  {
    allergy: prescribedByOrInConsultationWith(allergy),
    immunology: prescribedByOrInConsultationWith(immunology),
    pulmonology: prescribedByOrInConsultationWith(pulmonology),
  },
  { numbering: 'a.' },
);

/** What was tried for urticaria before. */
export const despite = worded(
  'The urticaria gives symptoms despite',
  oneOf(
    {
      twoAntihistamines: trialOf(oneOf(h1Antihistamines), {
        count: 2,
        reasons: ['failure', 'intolerance'],
        lasting: days(14),
        binding: 'failure',
      }),
      secondGenerationAndOther: allOf(
        {
          secondGeneration: trialOf(oneOf(secondGeneration), {
            reasons: ['failure', 'intolerance'],
            lasting: days(14),
            binding: 'failure',
          }),
          different: trialOf(
            oneOf({ ...h1Antihistamines, famotidine, cimetidine, montelukast, zafirlukast }),
            {
              count: 2,
              reasons: ['failure', 'intolerance'],
              lasting: days(14),
              binding: 'failure',
            },
          ),
        },
        { numbering: 'i.' },
      ),
    },
    { numbering: '1.' },
  ),
);

/** Food allergy, but for the dose. */
export const foodAllergyCriteria = {
  age: ageAtLeast(1),
  confirmed: worded(
    'The allergy is confirmed by',
    allOf(
      {
        history: historyOfType1ReactionToFood,
        test: oneOf(
          {
            skinTest: positiveSkinTestToFood,
            ige: positiveSpecificIgeToFood,
            challenge: positiveOralFoodChallenge,
          },
          { numbering: 'a.' },
        ),
      },
      { numbering: '1.' },
    ),
  ),
  avoidance: foodAllergenAvoidance,
  epinephrine: epinephrineAvailable,
};

/** Nasal polyps: of these criteria the name alone is known. */
export const nasalPolyps = indication(
  chronicRhinosinusitisWithNasalPolyps,
  allOf({ criteria: nasalPolypsCriteria }, { numbering: 'A.' }),
);

/** What both versions say before their criteria. */
export const commonOverview = [
  paragraph(
    'This is an outline, in other words, of criteria that UnitedHealthcare published for omalizumab (Xolair), made from what a third party wrote down of them. The number, the effective date, the 12 months of an approval, and the lists of drugs and of specialties are set here; the published text was not seen to give them.',
  ),
  paragraph(
    'There is no section for renewals: who goes on with the drug for asthma meets the first of the two courses, and any other request is held against the same criteria again.',
  ),
  paragraph(
    'The baseline of IgE lies before the day of the first dose, given or planned; a result of that day is none. A visit or a stay for asthma counts whenever it was. What dose of a controller is maximal differs by drug, and the record says it.',
  ),
  paragraph(
    'The two weeks of a trial bind failure alone: an intolerance may end it sooner, and a contraindication is no reason here. One antihistamine of the second generation with a different drug of the wider list is asked for as one of the second generation, and two drugs of the wider list, which contains it.',
  ),
  paragraph(
    "For nasal polyps the outline gives no criterion: a reviewer judges by the payer's own, so that no such request is denied as another use.",
  ),
];
