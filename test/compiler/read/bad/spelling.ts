// expects TRI410
import { agentList, allOf, indication, policy, previousTreatmentWith, spelled } from 'triplicate';
import { briumvi, lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD086',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ before: previousTreatmentWith(spelled('ublituximab-xiij', briumvi)) })),
  appendix: agentList({ name: 'agent', products: [spelled('ublituximab-xiiv', briumvi)], open: true }),
});
