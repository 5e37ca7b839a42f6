import {
  ageAtLeast,
  allOf,
  conditionsNotCovered,
  disease,
  documented,
  exclusion,
  finding,
  indication,
  indications,
  ingredient,
  oneOf,
  policy,
  prescribedByOrInConsultationWith,
  product,
  specialty,
  vocabulary,
} from '../../../dsl/index.ts';

const drug = ingredient({ id: 'drug', name: 'drug' });
const brand = product({
  id: 'brand',
  brand: 'Brand',
  mark: '®',
  ingredient: drug,
  form: 'tablets',
  mode: 'Oral',
});
const illness = disease({ id: 'illness', name: 'Illness' });
const ailment = disease({ id: 'ailment', name: 'Ailment' });
const relapse = finding({ id: 'relapse', name: 'relapse' });
const lesion = finding({ id: 'lesion', name: 'lesion' });
const infection = finding({ id: 'infection', name: 'infection' });
const neurology = specialty({ id: 'neurology', practitioner: 'neurologist' });
const words = vocabulary({
  products: [brand],
  diseases: [illness, ailment],
  findings: [relapse, lesion, infection],
  specialties: [neurology],
});

/** Five clauses of scalar facts, each of which decides by itself. */
export const tinyPolicy = policy({
  number: 'TINY',
  title: 'Tiny',
  effective: '2024-01-01',
  product: brand,
  vocabulary: words,
  medicalNecessity: indication(
    illness,
    allOf({
      age: ageAtLeast(18),
      activity: documented(oneOf({ relapse, lesion })),
      prescriber: prescribedByOrInConsultationWith(neurology),
    }),
  ),
  exclusions: conditionsNotCovered({
    infection: exclusion('Infection', infection, { reason: 'It is a reason to wait.' }),
  }),
});

/** The same, and a clause that another one holds: who is 21 is 18. */
export const redundantPolicy = policy({
  number: 'TWICE',
  title: 'Twice',
  effective: '2024-01-01',
  product: brand,
  vocabulary: words,
  medicalNecessity: indication(
    illness,
    allOf({ adult: ageAtLeast(18), older: ageAtLeast(21), activity: documented(relapse) }),
  ),
});

/** Two indications: the clause that tells them apart puts a question and groups the criteria of each. */
export const twoIndicationsPolicy = policy({
  number: 'TWO',
  title: 'Two',
  effective: '2024-01-01',
  product: brand,
  vocabulary: words,
  medicalNecessity: indications({
    illness: indication(illness, allOf({ age: ageAtLeast(18), activity: documented(relapse) })),
    ailment: indication(ailment, allOf({ activity: documented(lesion) })),
  }),
});
