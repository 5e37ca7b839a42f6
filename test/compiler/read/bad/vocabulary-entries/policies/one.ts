import {
  agentList,
  ageAtLeast,
  allOf,
  finding,
  indication,
  ingredient,
  measure,
  policy,
  product,
  vocabulary,
} from 'triplicate';
import { lemtrada, multipleSclerosis } from 'triplicate/vocabulary';

const read = finding({ id: 'read', name: 'a finding that is read' });
const unread = finding({ id: 'unread', name: 'a finding that nothing reads' });
const twice = finding({ id: 'twice', name: 'A finding that nothing reads' });
const again = finding({ id: 'read', name: 'a finding that is read' });
const hba1c = measure({ id: 'hba1c', name: 'hemoglobin A1c', units: { '%': 1 }, loinc: '4548-4' });
const a1c = measure({ id: 'a1c', name: 'glycated hemoglobin', units: { '%': 1 }, loinc: '4548-4' });
const listed = ingredient({ id: 'listed', name: 'listed' });
const brand = product({ id: 'brand', brand: 'Brand', ingredient: listed, form: 'tablets', mode: 'Oral' });
const other = product({ id: 'other', brand: 'Other', ingredient: listed, form: 'tablets', mode: 'Oral' });

export const example = policy({
  number: 'BAD415',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: vocabulary({
    products: [lemtrada, brand, other],
    diseases: [multipleSclerosis],
    findings: [read, unread, twice, again],
    measures: [hba1c, a1c],
  }),
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17), read })),
  appendix: agentList({ name: 'agent', products: [brand], open: false }),
});
