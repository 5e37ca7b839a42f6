import { changeLogMarkdown } from '../compiler/compare/change-log-markdown.ts';
import { cohortOf } from '../compiler/compare/cohort.ts';
import { comparePolicies, type Version } from '../compiler/compare/compare-policies.ts';
import { findVersion } from '../compiler/compare/find-version.ts';
import { readCohort } from '../compiler/compare/read-cohort.ts';
import type { Cohort } from '../compiler/compare/change-log.ts';
import { comparedFrom } from '../compiler/compare/questions.ts';
import { decidingPolicy } from '../compiler/compare/witness.ts';
import { factsSchema } from '../compiler/emit/facts-schema/facts-schema.ts';
import { loadSolver, type Solver } from '../compiler/logic/solver.ts';
import { jsonText } from '../compiler/visible-text.ts';
import { showProgress } from './progress.ts';

interface DiffOptions {
  readonly json?: boolean;
  readonly cohort?: string;
}

/**
 * `triplicate diff <old> <new> [--json] [--cohort <folder>]`: prints what changed between two versions of a policy;
 * returns the exit code, 1 where a file of the cohort is no case.
 */
export async function diffCommand(
  root: string,
  [older, newer]: readonly [string, string],
  { json = false, cohort: folder }: DiffOptions,
): Promise<number> {
  const endProgress = await showProgress('Comparing');
  const solvers: Solver[] = [];
  const load = async () => {
    const solver = await loadSolver();
    solvers.push(solver);
    return solver;
  };
  try {
    const versions = [await findVersion(root, older), await findVersion(root, newer)] as const;
    const cohort = folder === undefined ? undefined : await cohortIn(folder, versions);
    const log = await comparePolicies(versions, load);
    const whole = cohort === undefined ? log : { ...log, cohort };
    await endProgress();
    for (const { file, problems } of cohort?.refused ?? []) {
      process.stderr.write(
        [`${file} is no case that can be decided:`, ...problems.map((text) => `  - ${text}`), ''].join('\n'),
      );
    }
    process.stdout.write(json ? jsonText(whole) : changeLogMarkdown(whole));
    return cohort === undefined || cohort.refused.length === 0 ? 0 : 1;
  } finally {
    for (const solver of solvers) solver.close();
    await endProgress();
  }
}

async function cohortIn(folder: string, versions: readonly [Version, Version]): Promise<Cohort> {
  const schemas = versions.map(({ compiled }): unknown => JSON.parse(factsSchema(compiled)));
  const files = await readCohort(folder, schemas);
  const [older, newer] = [
    await decidingPolicy(versions[0].compiled),
    await decidingPolicy(versions[1].compiled),
  ];
  const from = comparedFrom(older.compiled.kernel, newer.compiled.kernel);
  return cohortOf([older.evaluator, newer.evaluator], from, files);
}
