import { relative } from 'node:path';
import { caseFolders } from '../compiler/case-folders.ts';
import { criteriaCount, loadGenerated } from '../compiler/generated-policy.ts';
import { readCases } from '../compiler/cases.ts';
import { casesText } from '../compiler/report/cases.ts';
import { runCases } from '../compiler/run-cases.ts';
import { hasColour } from './terminal.ts';

/** `triplicate cases [policy]`: runs the case files of every policy, or of one; returns the exit code. */
export async function casesCommand(root: string, only: string | undefined): Promise<number> {
  let code = 0;
  for (const { name, folder } of await caseFolders(root, only)) {
    const { evaluator, schema } = await loadGenerated(root, name);
    const { cases, problems } = readCases(folder, schema);
    for (const { file, text } of problems)
      process.stderr.write(`${relative(process.cwd(), file)}: ${text}\n`);
    const results = runCases(evaluator, cases);
    process.stdout.write(
      casesText(name, await criteriaCount(root, name), results, hasColour(process.stdout)),
    );
    if (problems.length > 0 || results.some(({ differences }) => differences.length > 0)) code = 1;
  }
  return code;
}
