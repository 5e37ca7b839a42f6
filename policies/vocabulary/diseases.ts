import { disease } from 'triplicate';

/** Indications that a request may name; a use that is not listed is `other`. */
export const multipleSclerosis = disease({ id: 'multiple-sclerosis', name: 'Multiple Sclerosis' });
export const chronicLymphocyticLeukemia = disease({
  id: 'chronic-lymphocytic-leukemia',
  name: 'Chronic Lymphocytic Leukemia',
});
export const neuromyelitisOptica = disease({
  id: 'neuromyelitis-optica-spectrum-disorder',
  name: 'Neuromyelitis Optica Spectrum Disorder',
});
export const graftVersusHostDisease = disease({
  id: 'graft-versus-host-disease',
  name: 'Graft-versus-Host Disease',
});
export const kidneyTransplant = disease({ id: 'kidney-transplant', name: 'Kidney Transplant' });
export const rheumatoidArthritis = disease({ id: 'rheumatoid-arthritis', name: 'Rheumatoid Arthritis' });
export const otherUse = disease({ id: 'other', name: 'Other Use' });
