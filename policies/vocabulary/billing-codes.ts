import { hcpcs, mg } from 'triplicate';
import { alemtuzumab } from './ingredients.ts';

/** HCPCS Level II codes. J0202 took effect on 1 January 2016. */
export const j0202 = hcpcs({
  code: 'J0202',
  description: 'Injection, alemtuzumab, 1 mg',
  ingredient: alemtuzumab,
  unit: mg(1),
  from: '2016-01-01',
});

/** All billing codes, for the shared vocabulary. */
export const billingCodes = [j0202];
