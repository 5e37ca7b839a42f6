// expects TRI418
import { allOf, indication, oneOf, paragraph, policy, worded } from 'triplicate';
import { disablingRelapse, lemtrada, mriHighlyActive, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD450',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    allOf({
      disease: worded('☒ Relapse, shown by', oneOf({ relapse: disablingRelapse, mri: mriHighlyActive })),
    }),
  ),
  background: [paragraph('Relapses are treated by 漢.')],
});
