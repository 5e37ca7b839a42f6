import { expect, it } from 'vitest';
import { overlap } from '../../../compiler/check/overlap/overlap.ts';
import { ageAtLeast, ageBelow, byPopulation } from '../../../dsl/index.ts';
import { disablingRelapse, mriHighlyActive } from '../../../policies/vocabulary/index.ts';
import { analysing, lines, withCriteria } from '../../support/analysed.ts';
import { compiledIp0213 } from '../../support/compiled-ip0213.ts';

const analyse = analysing();
const table = (from: number) =>
  withCriteria(
    byPopulation({
      children: { when: ageBelow(18), then: disablingRelapse },
      adults: { when: ageAtLeast(from), then: mriHighlyActive },
    }),
  );

it('two rows of a table that one patient may belong to are a note, with such a patient', async () => {
  const findings = await analyse(table(12), [overlap]);
  expect(lines(findings)).toEqual(['TRI427 note: A and B can both apply to one request.']);
  expect(findings[0]?.witness?.patient?.birthDate).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it('rows that end where the other begins, and the regimens of IP0213, do not overlap', async () => {
  expect(await analyse(table(18), [overlap])).toEqual([]);
  expect(await analyse(compiledIp0213, [overlap])).toEqual([]);
});
