import { analysePolicy } from '../compiler/check/analyse-policy.ts';
import { loadSolver } from '../compiler/logic/solver.ts';
import { compile } from '../compiler/pipeline.ts';
import { diagnosticsCount, diagnosticsText } from '../compiler/report/diagnostics.ts';
import { findingsText } from '../compiler/report/findings.ts';
import { jsonText } from '../compiler/visible-text.ts';
import { showProgress } from './progress.ts';
import { hasColour } from './terminal.ts';

interface AnalyzeOptions {
  readonly json?: boolean;
}

/**
 * `triplicate analyze [policy] [--json]`: prints what is found in each policy, with proofs and cases; returns the exit
 * code, 1 where there is an error.
 */
export async function analyzeCommand(
  root: string,
  only: string | undefined,
  { json = false }: AnalyzeOptions,
): Promise<number> {
  const endProgress = await showProgress('Analysing');
  const { policies, diagnostics, placeOf } = await compile(only === undefined ? { root } : { root, only });
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    await endProgress();
    process.stderr.write(
      `${diagnosticsText(diagnostics, hasColour(process.stderr))}\n${diagnosticsCount(diagnostics)}.\n`,
    );
    return 1;
  }
  const solver = await loadSolver();
  try {
    const analysed = [];
    for (const policy of policies) analysed.push({ policy, findings: await analysePolicy(policy, solver) });
    await endProgress();
    process.stdout.write(
      json
        ? jsonText(Object.fromEntries(analysed.map(({ policy, findings }) => [policy.name, findings])))
        : analysed
            .map(({ policy, findings }) =>
              findingsText(
                policy.name,
                policy.kernel.tables,
                {
                  findings,
                  diagnostics: diagnostics.filter(({ position }) => position?.file === policy.source),
                },
                (clause) => placeOf(policy.name, clause),
                hasColour(process.stdout),
              ),
            )
            .join('\n'),
    );
    return analysed.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
  } finally {
    solver.close();
    await endProgress();
  }
}
