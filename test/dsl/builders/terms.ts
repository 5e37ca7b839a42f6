import * as t from '../../../dsl/index.ts';
import * as v from '../../../policies/vocabulary/index.ts';
import type { Expression } from '../../../dsl/kernel/expression.ts';
import type { Criterion } from '../../../dsl/member.ts';
import { Refused } from '../../../dsl/refusal.ts';
import { plainText } from '../../../dsl/text.ts';

/** Terms that tests of several builders share; all are made up. */

export const order = t.milestone({ id: 'order', name: 'the order' });
export const start = t.milestone({ id: 'start', name: 'the start of therapy' });
export const glucose = t.measure({
  id: 'glucose',
  name: 'plasma glucose',
  units: { 'mg/dL': 1, 'mmol/L': 18.0156 },
  conditions: { fasting: 'fasting' },
});
export const hba1c = t.measure({ id: 'hba1c', name: 'HbA1c', units: { '%': 1 } });
export const weight = t.measure({ id: 'weight', name: 'body weight', units: { kg: 1, g: 0.001 } });
export const antibodies = t.measure({ id: 'aav9', name: 'anti-AAV9 titre', units: { '{titer}': 1 } });
export const visit = t.event({
  id: 'visit',
  name: 'clinic visit',
  plural: 'clinic visits',
  conditions: { inPerson: 'in person' },
});
export const therapy = t.event({ id: 'therapy', name: 'gene therapy' });
export const approach = t.attribute({
  id: 'approach',
  name: 'approach',
  values: { open: 'open', laparoscopic: 'laparoscopic' },
});
export const withMethotrexate = t.commitment({ id: 'methotrexate', name: 'will take methotrexate with it' });
export const cpap = t.item({ id: 'cpap', name: 'CPAP device', kind: 'device' });
export const agents = t.agentList({
  name: 'agent for it',
  plural: 'agents for it',
  products: [v.avonex, v.tysabri],
  open: false,
});
export const choice = t.oneOf({ dimethylFumarate: v.dimethylFumarate, fingolimod: v.fingolimod });
export const quarter = t.inTheLast(t.months(3));

export const policyWith = (criteria: Criterion): t.Policy => ({
  kind: 'policy',
  number: 'T1',
  title: 'Test',
  effective: '2024-01-01',
  product: v.lemtrada,
  vocabulary: v.sharedVocabulary,
  medicalNecessity: { kind: 'indication', disease: v.multipleSclerosis, criteria },
});
export const words = ({ wording }: Criterion) => plainText(wording.plain);
export const refusalOf = (act: () => unknown): Refused | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  return undefined;
};
/** Every leaf of a criterion that has no members. */
export const leaf = (criterion: Criterion): Expression | undefined => criterion.expression;
