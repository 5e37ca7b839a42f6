import { expect, it } from 'vitest';
import { unmeetable } from '../../../compiler/check/unmeetable/unmeetable.ts';
import { unsettled } from '../../../compiler/check/unsettled/unsettled.ts';
import { analysing, lines, withKernel } from '../../support/analysed.ts';
import { compiledIp0213 } from '../../support/compiled-ip0213.ts';

const analyse = analysing();
const { kernel } = compiledIp0213;

it('a criterion that no evidence settles is told, and not as one that nothing meets', async () => {
  const clauses = kernel.clauses.map((clause) =>
    clause.id === 'diagnosis.rrms'
      ? {
          ...clause,
          expression: { kind: 'classified', axis: 'none', among: ['rrms'], grade: 'plain' } as const,
        }
      : clause,
  );
  expect(lines(await analyse(withKernel({ ...kernel, clauses }), [unsettled, unmeetable]))).toEqual([
    'TRI422 error: Nothing settles B.b: whatever is on file, it is neither met nor not met.',
  ]);
});

it('what waits for papers, or for a judgement, can be settled', async () => {
  expect(await analyse(compiledIp0213, [unsettled])).toEqual([]);
});
