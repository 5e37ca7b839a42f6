import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analysePolicy } from '../compiler/check/analyse-policy.ts';
import type { CompiledPolicy } from '../compiler/compiled-policy.ts';
import { loadSolver } from '../compiler/logic/solver.ts';
import { compile } from '../compiler/pipeline.ts';
import { suiteOf } from '../compiler/suite/suite-of.ts';
import { largePolicy } from './large-example.ts';

/**
 * The analysis or the suite of policies, in a process of its own: `analysis.ts analysis|suite <criteria>|shipped`. Prints
 * how long it took, and of how many clauses something was left undecided.
 */

const histories = 40;
const [what = 'analysis', size = '75'] = process.argv.slice(2);

if (size === 'shipped') {
  await measure(fileURLToPath(new URL('..', import.meta.url)));
} else {
  const root = mkdtempSync(join(tmpdir(), 'triplicate-bench-'));
  try {
    mkdirSync(join(root, 'policies', 'large'), { recursive: true });
    writeFileSync(join(root, 'policies', 'large', 'policy.ts'), largePolicy(Number(size), histories));
    await measure(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measure(root: string): Promise<void> {
  const { policies } = await compile({ root });
  const began = performance.now();
  const before = process.cpuUsage();
  let undecided = 0;
  for (const policy of policies) undecided += await undecidedIn(policy);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(
    JSON.stringify({
      what,
      size,
      policies: policies.length,
      clauses: policies.reduce((sum, { kernel }) => sum + kernel.clauses.length, 0),
      milliseconds: performance.now() - began,
      processor: (user + system) / 1000,
      undecided,
    }),
  );
}

/** The clauses of which a question was left undecided; each policy has a solver of its own, as in `generate`. */
async function undecidedIn(policy: CompiledPolicy): Promise<number> {
  const solver = await loadSolver();
  try {
    if (what === 'suite') {
      const { notIndependent } = await suiteOf(policy, solver);
      return notIndependent.filter(({ status }) => status === 'undecided').length;
    }
    const findings = await analysePolicy(policy, solver);
    const open = findings.filter(({ status }) => status === 'undecided');
    return new Set(open.flatMap(({ clauses }) => clauses)).size;
  } finally {
    solver.close();
  }
}
