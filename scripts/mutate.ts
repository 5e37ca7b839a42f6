import { examine } from '../compiler/examine/examine.ts';
import { WrongInput } from '../compiler/generated-policy.ts';
import { generate } from '../compiler/generate.ts';
import { loadSolver } from '../compiler/logic/solver.ts';
import { compile } from '../compiler/pipeline.ts';
import { mutationText } from '../compiler/report/mutation.ts';
import { mutationWith, proveMutants, runMutants } from '../compiler/suite/mutation.ts';

interface MutateOptions {
  /** Take over no proof: prove again what no case tells. */
  readonly prove?: boolean;
  readonly json?: boolean;
}

/**
 * `triplicate mutate [policy]`: runs small slips of each policy's evaluator, or of one's, on the cases that `generated/`
 * keeps of it; returns the exit code, which is 1 where one of them was not told from the evaluator and not proved to be
 * the same. What `generated/` lacks is worked out first, which takes minutes a policy, and written there.
 */
export async function mutateCommand(
  root: string,
  only: string | undefined,
  { prove = false, json = false }: MutateOptions,
): Promise<number> {
  const one = only === undefined ? {} : { only };
  const examined = await examine(root, await compile({ root, ...one }), { mutants: true });
  await generate(root, examined, one);
  const { policies } = examined;
  if (policies.length === 0)
    throw new WrongInput(
      `There is no policy${only === undefined ? '' : ` '${only}'`} that compiles: run \`triplicate generate\` to see why.`,
    );
  const solver = prove ? await loadSolver() : undefined;
  let code = 0;
  for (const policy of policies) {
    const { suite, mutation: kept } = policy;
    if (suite === undefined || kept === undefined) {
      process.stderr.write(`${policy.name}: not examined, for there is an error in it.\n`);
      code = 1;
      continue;
    }
    const run = runMutants(policy, suite);
    const mutation =
      solver === undefined ? mutationWith(run, kept) : await proveMutants(policy, suite, solver);
    process.stdout.write(
      json
        ? `${JSON.stringify({ policy: policy.name, cases: suite.cases.length, ...mutation, equivalent: mutation.equivalent.length })}\n`
        : mutationText(policy.name, suite.cases.length, run, mutation),
    );
    if (mutation.survivors.length > 0) code = 1;
  }
  solver?.close();
  return code;
}
