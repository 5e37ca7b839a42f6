import { finding } from 'triplicate';

/** Findings that records show; each name reads within a sentence. */
export const rapidlyAdvancingDeterioration = finding({
  id: 'rapidly-advancing-deterioration',
  name: 'rapidly-advancing deterioration(s) in physical functioning',
});
export const disablingRelapse = finding({
  id: 'disabling-relapse',
  name: 'disabling relapse(s) with suboptimal response to systemic corticosteroids',
});
export const mriHighlyActive = finding({
  id: 'mri-highly-active',
  name: 'magnetic resonance imaging (MRI) findings that suggest highly-active or aggressive multiple sclerosis',
});
export const cognitiveImpairment = finding({
  id: 'cognitive-impairment',
  name: 'cognitive impairment related to multiple sclerosis',
});
export const hivInfection = finding({
  id: 'hiv-infection',
  name: 'human immunodeficiency virus (HIV) infection',
});
export const daytimeSleepiness = finding({ id: 'daytime-sleepiness', name: 'excessive daytime sleepiness' });
export const impairedCognition = finding({ id: 'impaired-cognition', name: 'impaired cognition' });
export const moodDisorder = finding({ id: 'mood-disorder', name: 'a mood disorder' });
export const insomnia = finding({ id: 'insomnia', name: 'insomnia' });
export const hypertension = finding({ id: 'hypertension', name: 'hypertension' });
export const ischemicHeartDisease = finding({ id: 'ischemic-heart-disease', name: 'ischemic heart disease' });
export const historyOfStroke = finding({ id: 'history-of-stroke', name: 'a history of stroke' });
export const cpapIneffective = finding({
  id: 'cpap-ineffective',
  name: 'continuous positive airway pressure (CPAP) tried and ineffective',
});
export const sleepApneaSymptomsImproved = finding({
  id: 'sleep-apnea-symptoms-improved',
  name: 'symptoms of sleep apnea that improved',
});
export const sleepApneaRuledOut = finding({ id: 'sleep-apnea-ruled-out', name: 'sleep apnea ruled out' });
export const severeLungDisease = finding({ id: 'severe-lung-disease', name: 'severe lung disease' });
export const hypoxiaSymptomsExpectedToImprove = finding({
  id: 'hypoxia-symptoms-expected-to-improve',
  name: 'symptoms of hypoxia that are expected to improve with oxygen',
});
export const corPulmonale = finding({ id: 'cor-pulmonale', name: 'cor pulmonale' });
export const dependentEdema = finding({ id: 'dependent-edema', name: 'dependent edema' });
export const erythrocythemia = finding({ id: 'erythrocythemia', name: 'erythrocythemia' });
export const chronicStableState = finding({
  id: 'chronic-stable-state',
  name: 'a chronic stable state when the test was done',
});
export const alternativesTriedOrConsidered = finding({
  id: 'alternatives-tried-or-considered',
  name: 'alternative treatments tried or considered',
});
export const hypoxemiaImprovedByOxygenInExercise = finding({
  id: 'hypoxemia-improved-by-oxygen-in-exercise',
  name: 'hypoxemia in exercise that oxygen improved',
});
export const establishedOnRequestedDrug = finding({
  id: 'established-on-requested-drug',
  name: 'treatment established on the requested drug',
});
export const moderateToSeverePersistentAsthma = finding({
  id: 'moderate-to-severe-persistent-asthma',
  name: 'moderate to severe persistent asthma',
});
export const poorAsthmaControl = finding({ id: 'poor-asthma-control', name: 'poor control of asthma' });
export const dependentOnOralSteroids = finding({
  id: 'dependent-on-oral-steroids',
  name: 'dependence on oral corticosteroids',
});
export const positiveSkinTestToPerennialAllergen = finding({
  id: 'positive-skin-test-to-perennial-allergen',
  name: 'a positive skin test to a perennial allergen',
});
export const positiveInVitroTestToPerennialAllergen = finding({
  id: 'positive-in-vitro-test-to-perennial-allergen',
  name: 'a positive in-vitro test to a perennial allergen',
});
export const onMaximalIcsLaba = finding({
  id: 'on-maximal-ics-laba',
  name: 'a maximal dose of an inhaled corticosteroid with a long-acting beta agonist',
});
export const onMaximalIcsWithAnotherController = finding({
  id: 'on-maximal-ics-with-another-controller',
  name: 'a maximal dose of an inhaled corticosteroid with another controller',
});
export const historyOfType1ReactionToFood = finding({
  id: 'history-of-type-1-reaction-to-food',
  name: 'a history of type I allergic reactions to the food',
});
export const positiveSkinTestToFood = finding({
  id: 'positive-skin-test-to-food',
  name: 'a positive skin test to the food',
});
export const positiveSpecificIgeToFood = finding({
  id: 'positive-specific-ige-to-food',
  name: 'positive specific IgE to the food',
});
export const positiveOralFoodChallenge = finding({
  id: 'positive-oral-food-challenge',
  name: 'a positive oral food challenge',
});
export const epinephrineAvailable = finding({ id: 'epinephrine-available', name: 'epinephrine at hand' });
export const smn1HomozygousDeletion = finding({
  id: 'smn1-homozygous-deletion',
  name: 'homozygous deletion of SMN1 by genetic test',
});
export const smn1CompoundHeterozygote = finding({
  id: 'smn1-compound-heterozygote',
  name: 'compound heterozygosity of SMN1 by genetic test',
});
export const completeLimbParalysis = finding({
  id: 'complete-limb-paralysis',
  name: 'complete paralysis of the limbs',
});
export const invasiveVentilation = finding({ id: 'invasive-ventilation', name: 'invasive ventilation' });
export const prematureNeonate = finding({
  id: 'premature-neonate',
  name: 'a premature neonate, not yet at full term',
});
export const highlyActiveDisease = finding({
  id: 'highly-active-disease',
  name: 'highly active multiple sclerosis',
});
export const t2LesionLoadIncrease = finding({
  id: 't2-lesion-load-increase',
  name: 'a significant increase of T2 lesion load compared with a previous MRI',
});
export const mriAbnormalitiesOfRelapsingMs = finding({
  id: 'mri-abnormalities-of-relapsing-ms',
  name: 'abnormalities in MRI that define relapsing multiple sclerosis',
});
export const changeOfTherapyRisk = finding({
  id: 'change-of-therapy-risk',
  name: 'a risk to the patient from a change of therapy',
});
export const sma5qGeneticConfirmation = finding({
  id: 'sma-5q-genetic-confirmation',
  name: 'genetic confirmation of spinal muscular atrophy on chromosome 5q',
});
export const tracheostomy = finding({ id: 'tracheostomy', name: 'tracheostomy' });
export const psoriasisAtSpecialSites = finding({
  id: 'psoriasis-at-special-sites',
  name: 'psoriasis at special sites',
});
export const seriousImpactOfPsoriasis = finding({
  id: 'serious-impact-of-psoriasis',
  name: 'a serious impact of psoriasis on daily life',
});
export const severePsoriaticArthritis = finding({
  id: 'severe-psoriatic-arthritis',
  name: 'severe psoriatic arthritis',
});
export const moderatelyToSeverelyActiveCrohns = finding({
  id: 'moderately-to-severely-active-crohns',
  name: "moderately to severely active Crohn's disease",
});
export const diabetes = finding({ id: 'diabetes-mellitus', name: 'diabetes mellitus' });
export const insulinTreated = finding({ id: 'insulin-treated', name: 'treatment with insulin' });
export const obesityRelatedComorbidity = finding({
  id: 'obesity-related-comorbidity',
  name: 'a comorbidity related to obesity',
});
export const unsuccessfulMedicalObesityTreatment = finding({
  id: 'unsuccessful-medical-obesity-treatment',
  name: 'unsuccessful medical treatment of obesity',
});

/** All findings, for the shared vocabulary. */
export const findings = [
  rapidlyAdvancingDeterioration,
  disablingRelapse,
  mriHighlyActive,
  cognitiveImpairment,
  hivInfection,
  daytimeSleepiness,
  impairedCognition,
  moodDisorder,
  insomnia,
  hypertension,
  ischemicHeartDisease,
  historyOfStroke,
  cpapIneffective,
  sleepApneaSymptomsImproved,
  sleepApneaRuledOut,
  severeLungDisease,
  hypoxiaSymptomsExpectedToImprove,
  corPulmonale,
  dependentEdema,
  erythrocythemia,
  chronicStableState,
  alternativesTriedOrConsidered,
  hypoxemiaImprovedByOxygenInExercise,
  establishedOnRequestedDrug,
  moderateToSeverePersistentAsthma,
  poorAsthmaControl,
  dependentOnOralSteroids,
  positiveSkinTestToPerennialAllergen,
  positiveInVitroTestToPerennialAllergen,
  onMaximalIcsLaba,
  onMaximalIcsWithAnotherController,
  historyOfType1ReactionToFood,
  positiveSkinTestToFood,
  positiveSpecificIgeToFood,
  positiveOralFoodChallenge,
  epinephrineAvailable,
  smn1HomozygousDeletion,
  smn1CompoundHeterozygote,
  completeLimbParalysis,
  invasiveVentilation,
  prematureNeonate,
  highlyActiveDisease,
  t2LesionLoadIncrease,
  mriAbnormalitiesOfRelapsingMs,
  changeOfTherapyRisk,
  sma5qGeneticConfirmation,
  tracheostomy,
  psoriasisAtSpecialSites,
  seriousImpactOfPsoriasis,
  severePsoriaticArthritis,
  moderatelyToSeverelyActiveCrohns,
  diabetes,
  insulinTreated,
  obesityRelatedComorbidity,
  unsuccessfulMedicalObesityTreatment,
];
