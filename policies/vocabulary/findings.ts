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
export const activeInfection = finding({ id: 'active-infection', name: 'active infection' });
