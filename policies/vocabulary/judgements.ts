import { judgement } from 'triplicate';

/** Questions without a threshold, which a reviewer answers on papers. */
export const beneficialResponse = judgement({ id: 'beneficial-response', name: 'beneficial response' });
export const withinMaximumDose = judgement({
  id: 'within-maximum-dose',
  name: 'a dose within the maximum that this policy states',
  evidence: 'the maximum doses that this policy states',
});
export const withinMaximumDosagePolicy = judgement({
  id: 'within-maximum-dosage-policy',
  name: 'a dose within the maximum of the policy on maximum dosage',
  evidence: "the payer's separate policy on maximum dosage",
});
export const nasalPolypsCriteria = judgement({
  id: 'nasal-polyps-criteria',
  name: "fulfilment of the payer's criteria for nasal polyps",
});
export const glp1ReauthorizationSection = judgement({
  id: 'glp1-reauthorization-section',
  name: 'fulfilment of the criteria for a renewal',
  evidence: "the payer's separate reauthorization section",
});
export const ncBenefitCriterion = judgement({
  id: 'nc-benefit-criterion',
  name: 'fulfilment of the further criterion for members with certain North Carolina benefits',
  evidence: "the member's benefit document",
});
export const preferredBrandLimb = judgement({
  id: 'preferred-brand-limb',
  name: 'fulfilment of the limb on preferred brand agents',
  evidence: 'the published policy, whose text is cut off in the outline',
});
export const nusinersenCombination = judgement({
  id: 'nusinersen-combination',
  name: 'no excluded combination with nusinersen',
  evidence: 'the published policy, whose text is cut off in the outline',
});
export const crohnsCriteriaCut = judgement({
  id: 'crohns-criteria-cut',
  name: "fulfilment of the further criteria for Crohn's disease",
  evidence: 'the published policy, whose text is cut off in the outline',
});
export const aboutTheTargetDose = judgement({
  id: 'about-the-target-dose',
  name: 'a dose of methotrexate that is about 25 mg a week',
});
export const benefitFromBiologic = judgement({
  id: 'benefit-from-biologic',
  name: 'benefit from the established biologic',
});
export const prescribedPerLabel = judgement({
  id: 'prescribed-per-label',
  name: 'prescription within the indications for use',
  evidence: 'the labelling that the FDA cleared or approved',
});

/** All judgements, for the shared vocabulary. */
export const judgements = [
  beneficialResponse,
  withinMaximumDose,
  withinMaximumDosagePolicy,
  nasalPolypsCriteria,
  glp1ReauthorizationSection,
  ncBenefitCriterion,
  preferredBrandLimb,
  nusinersenCombination,
  crohnsCriteriaCut,
  aboutTheTargetDose,
  benefitFromBiologic,
  prescribedPerLabel,
];
