import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluator } from '../../../../compiler/emit/evaluator/evaluator.ts';
import { layerLeafCount, planOf } from '../../../../compiler/emit/evaluator/plan.ts';
import { loadSolver, type Solver } from '../../../../compiler/logic/solver.ts';
import { decidingPart, parseEvaluator } from '../../../../compiler/suite/deciding-part.ts';
import { decidingText } from '../../../../compiler/suite/mutants.ts';
import { withoutResult } from '../../../../compiler/suite/proofs/proofs.ts';
import { compareTexts } from '../../../../compiler/suite/proofs/reading.ts';
import type { Policy } from '../../../../dsl/policy/policy.ts';
import { anthemHomeOxygen } from '../../../../policies/anthem-home-oxygen/policy.ts';
import { cmsL33822Cgm } from '../../../../policies/cms-l33822-cgm/policy.ts';
import { compiledByHand } from '../../../support/compiled-ip0213.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
afterAll(() => solver.close());

/** What decides by a policy, and up to how many entries another text decides the same. */
function comparisonOf(policy: Policy) {
  const compiled = compiledByHand(policy);
  const whole = evaluator(compiled);
  const text = decidingText(whole, decidingPart(parseEvaluator(whole)));
  const { kernel } = compiled;
  const leafCount = layerLeafCount + planOf(kernel).leaves.length;
  const diagnosed = { places: [], together: [] };
  return { text, ...compareTexts({ kernel, text, leafCount, diagnosed, solver, milliseconds: 1500 }) };
}

describe('texts that are read', () => {
  it('tell that no number of a day matters to a policy that counts measurements of any day, and to no other', async () => {
    const oxygen = comparisonOf(anthemHomeOxygen);
    const without = withoutResult(oxygen.text, 'dayNumber');
    expect(without).not.toBe(oxygen.text);
    expect(await oxygen.sameUpTo(without)).toBe(2);
    const glucose = comparisonOf(cmsL33822Cgm);
    for (const name of ['dayNumber', 'sideDay', 'monthsAfter'])
      expect(await glucose.sameUpTo(withoutResult(glucose.text, name))).toBeUndefined();
  }, 120_000);

  it('are not the same where one goes by what an earlier case left', async () => {
    const { text, sameUpTo } = comparisonOf(anthemHomeOxygen);
    const changed = (from: string, to: string) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    };
    const before = 'markEvents(selection, eventMarks, 0);';
    expect(await sameUpTo(changed(before, `if (eventCount < 0) return 3; ${before}`))).toBe(2);
    // Each comes to 3 where an earlier case left the number, the truth, the bits that it asks for.
    expect(await sameUpTo(changed(before, `if (spanLast === 7) return 3; ${before}`))).toBeUndefined();
    expect(await sameUpTo(changed(before, `if (spanIsUnknown) return 3; ${before}`))).toBeUndefined();
    expect(
      await sameUpTo(changed(before, `if ((~eventYes[5]! & 1) === 0) return 3; ${before}`)),
    ).toBeUndefined();
    expect(await sameUpTo(changed('yes & ~eventYes[index]!', 'yes & ~eventYes[index + 1]!'))).toBeUndefined();
  }, 120_000);
});
