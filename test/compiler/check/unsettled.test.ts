import { expect, it } from 'vitest';
import { unmeetable } from '../../../compiler/check/unmeetable/unmeetable.ts';
import { unsettled } from '../../../compiler/check/unsettled/unsettled.ts';
import { findingsText } from '../../../compiler/report/findings.ts';
import { analysing, lines, withKernel } from '../../support/analysed.ts';
import { compiledIp0213 } from '../../support/compiled-ip0213.ts';

const analyse = analysing();
const { kernel } = compiledIp0213;

/** A policy that the builders would refuse to write: its disease has no such states. */
const unsettledPolicy = () => {
  const clauses = kernel.clauses.map((clause) =>
    clause.id === 'diagnosis.rrms'
      ? {
          ...clause,
          expression: { kind: 'classified', axis: 'none', among: ['rrms'], grade: 'plain' } as const,
        }
      : clause,
  );
  return withKernel({ ...kernel, clauses });
};

it('a criterion that no evidence settles is told, and not as one that nothing meets', async () => {
  expect(lines(await analyse(unsettledPolicy(), [unsettled, unmeetable]))).toEqual([
    'TRI422 error: Nothing settles B.b: whatever is on file, it is neither met nor not met.',
  ]);
});

it('is printed with its place, why it is so and what to write instead', async () => {
  const findings = await analyse(unsettledPolicy(), [unsettled]);
  const place = (clause: string) => ({
    position: { file: 'policies/made-up.ts', line: 3, column: 5 },
    frame: `> 3 |     ${clause}: diagnosedWith(rrms),`,
  });
  expect(findingsText('made-up', kernel.tables, { findings, diagnostics: [] }, place)).toMatchInlineSnapshot(`
    "made-up: 1 error

    policies/made-up.ts:3:5: error TRI422: Nothing settles B.b: whatever is on file, it is neither met nor not met.
    > 3 |     diagnosis.rrms: diagnosedWith(rrms),
      Remedy: Ask for what a record can show; if it is published so, add accept('unsettled', 'diagnosis.rrms', 'why').
      Why: B.b asks for "Relapsing-Remitting Multiple Sclerosis". Of all cases there is none that meets
           it, and none that fails it.
    "
  `);
});

it('what waits for papers, or for a judgement, can be settled', async () => {
  expect(await analyse(compiledIp0213, [unsettled])).toEqual([]);
});
