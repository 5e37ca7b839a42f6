import { expect, it } from 'vitest';
import { billing } from '../../../compiler/check/billing/billing.ts';
import { hcpcs, mg } from '../../../dsl/index.ts';
import { alemtuzumab, dimethylFumarate, j0202 } from '../../../policies/vocabulary/index.ts';
import { analysing, lines } from '../../support/analysed.ts';
import { compiledByHand, compiledIp0213 } from '../../support/compiled-ip0213.ts';

const analyse = analysing();
const withCodes = (...codes: (typeof j0202)[]) =>
  compiledByHand({ ...compiledIp0213.policy, coding: { codes, notes: [] } });
const code = (name: string, ingredient: typeof alemtuzumab, unit: number) =>
  hcpcs({ code: name, description: 'Injection', ingredient, unit: mg(unit) });
const isAboutCodes = (line: string) => !line.startsWith('TRI431');

it('codes of what is not covered, and behind another of the same ingredient, are never billed', async () => {
  const policy = withCodes(j0202, code('J9998', dimethylFumarate, 1), code('J9999', alemtuzumab, 1));
  expect(lines(await analyse(policy, [billing])).filter(isAboutCodes)).toEqual([
    'TRI430 warning: The code J9998 is listed and never billed: the policy covers no product of dimethyl fumarate.',
    'TRI430 warning: The code J9999 is listed and never billed: J0202 stands before it and bills the same ingredient.',
  ]);
});

it('a dose comes to whole units', async () => {
  expect(
    lines(await analyse(withCodes(code('J9999', alemtuzumab, 7)), [billing])).filter(isAboutCodes),
  ).toEqual([
    'TRI432 warning: Dosing.A comes to 8.57143 units of J9999, which bills whole ones.',
    'TRI432 warning: Dosing.B comes to 5.14286 units of J9999, which bills whole ones.',
  ]);
});

it('IP0213 bills what it covers, and a note tells the one disease without a code of its own', async () => {
  expect(lines(await analyse(compiledIp0213, [billing]))).toEqual([
    'TRI431 note: No diagnosis code says what the exclusion "Clinically Isolated Syndrome" asks for, or leaves it open.',
  ]);
});
