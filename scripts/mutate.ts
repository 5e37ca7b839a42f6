import { WrongInput } from '../compiler/generated-policy.ts';
import { examine } from '../compiler/examine/examine.ts';
import { compile } from '../compiler/pipeline.ts';
import { mutationText } from '../compiler/report/mutation.ts';
import { mutationOf, withBoundaryCases } from '../compiler/suite/mutation.ts';

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
    if (policy.suite === undefined) continue;
    const suite = withBoundaryCases(policy, policy.suite);
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
