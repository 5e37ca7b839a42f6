import { describe, expect, it } from 'vitest';
import { cancelledPath } from '../../../compiler/check/cancelled-path/cancelled-path.ts';
import type { Classified, Expression } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { meaningOf } from '../../../dsl/kernel/meaning.ts';
import { ageAtLeast, ageBetween, allOf, conditionsNotCovered, exclusion } from '../../../dsl/index.ts';
import { disablingRelapse } from '../../../policies/vocabulary/index.ts';
import { analysing, lines, withCriteria, withKernel } from '../../support/analysed.ts';
import { compiledIp0213 } from '../../support/compiled-ip0213.ts';

const analyse = analysing();

describe('IP0213, which covers active secondary progressive disease and excludes non-relapsing forms', () => {
  it('cancels no path: the vocabulary tells active from nonactive disease', async () => {
    expect(await analyse(compiledIp0213, [cancelledPath])).toEqual([]);
  });

  it('would cancel one if the vocabulary did not', async () => {
    const findings = await analyse(withKernel(withoutActivity(compiledIp0213.kernel)), [cancelledPath]);
    expect(lines(findings)).toEqual([
      'TRI425 error: B.a never leads to an approval: the exclusion "Non-Relapsing Forms of Multiple Sclerosis" cancels it.',
    ]);
    expect(findings[0]?.clauses).toEqual(['diagnosis.activeSpms', 'exclusions.nonRelapsingForms']);
  });
});

/** The policy over a vocabulary that knows secondary progressive disease alone, active or not. */
function withoutActivity(kernel: Kernel): Kernel {
  const [active, nonactive] = ['active-spms', 'nonactive-spms'];
  const merged = (leaf: Classified): Classified => ({
    ...leaf,
    among: [...new Set(leaf.among.map((state) => (state === nonactive ? active : state)))],
  });
  const change = (expression: Expression): Expression =>
    expression.kind === 'classified' ? merged(expression) : expression;
  return {
    ...kernel,
    clauses: kernel.clauses.map((clause) => ({ ...clause, expression: change(clause.expression) })),
    tables: {
      ...kernel.tables,
      axes: kernel.tables.axes.map((axis) => ({
        ...axis,
        codes: [],
        states: axis.states
          .filter(({ id }) => id !== nonactive)
          .map(({ activity: _activity, ...state }) => ({ ...state, settledBy: [] })),
      })),
    },
  };
}

describe('an exclusion that cancels some cases', () => {
  const policy = withCriteria(allOf({ age: ageAtLeast(18), relapse: disablingRelapse }), {
    exclusions: conditionsNotCovered({
      middle: exclusion('Middle age', ageBetween(40, 50), {
        reason: 'Made up.',
      }),
    }),
  });

  it('is a note, with a case that the interpreter denies', async () => {
    const findings = await analyse(policy, [cancelledPath]);
    expect(lines(findings)).toEqual([
      'TRI426 note: The exclusion "Middle age" cancels some of the cases that meet A.',
    ]);
    const witness = findings[0]?.witness;
    if (witness === undefined) throw new Error('There is no case.');
    const { clauses } = meaningOf(policy.kernel, witness);
    expect([clauses.get('age')?.truth, clauses.get('exclusions.middle')?.truth]).toEqual(['met', 'met']);
  });
});
