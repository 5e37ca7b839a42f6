import type { CompiledPolicy } from '../compiler/compiled-policy.ts';
import { WrongInput } from '../compiler/generated-policy.ts';
import { examine } from '../compiler/examine/examine.ts';
import { loadSolver } from '../compiler/logic/solver.ts';
import { compile } from '../compiler/pipeline.ts';
import { mutationText } from '../compiler/report/mutation.ts';
import { mutationOf, withBoundaryCases } from '../compiler/suite/mutation.ts';
import { suiteOf } from '../compiler/suite/suite-of.ts';
import type { Suite } from '../compiler/suite/suite.ts';

/**
 * `triplicate mutate [policy]`: runs small slips of each policy's evaluator, or of one's, on its made-up cases; returns the
 * exit code, which is 1 where one of them was not told from the evaluator and not proved to be the same.
 */
export async function mutateCommand(
  root: string,
  only: string | undefined,
  { json = false }: { readonly json?: boolean },
): Promise<number> {
  const { policies } = await examine(root, await compile({ root, ...(only === undefined ? {} : { only }) }));
  if (policies.length === 0)
    throw new WrongInput(
      `There is no policy${only === undefined ? '' : ` '${only}'`} that compiles: run \`triplicate generate\` to see why.`,
    );
  let code = 0;
  for (const policy of policies) {
    const suite = withBoundaryCases(policy, policy.suite ?? (await newSuite(policy)));
    const mutation = mutationOf(policy, suite);
    const { mutants, killed, equivalent, survivors } = mutation;
    process.stdout.write(
      json
        ? `${JSON.stringify({ policy: policy.name, cases: suite.cases.length, mutants: mutants.length, killed: killed.length, equivalent: equivalent.length, survivors })}\n`
        : mutationText(policy.name, suite.cases.length, mutation),
    );
    if (survivors.length > 0) code = 1;
  }
  return code;
}

/** The suite of a policy for which `generated/` keeps none. */
async function newSuite(policy: CompiledPolicy): Promise<Suite> {
  const solver = await loadSolver();
  try {
    return await suiteOf(policy, solver);
  } finally {
    solver.close();
  }
}
