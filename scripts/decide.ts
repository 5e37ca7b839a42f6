import { decideCase } from '../compiler/decide-case.ts';
import { loadGenerated } from '../compiler/generated-policy.ts';
import { policyForCase } from '../compiler/in-force.ts';
import { readCaseBytes } from '../compiler/case-bytes.ts';
import { determinationText } from '../compiler/report/determination.ts';
import { hasColour, standardInput } from './terminal.ts';

/**
 * `triplicate decide [policy] <case.json | -> [--json]`: without a policy, by the one in force for the product and the
 * date of service of the case. Returns the exit code.
 */
export async function decideCommand(
  root: string,
  name: string | undefined,
  file: string,
  { json = false }: { readonly json?: boolean },
): Promise<number> {
  const named = name === undefined ? undefined : await loadGenerated(root, name);
  const given =
    file === '-' ? { label: 'standard input', bytes: await standardInput() } : await readCaseBytes(file);
  const policy = named ?? (await policyForCase(root, given));
  const determination = decideCase(policy, given);
  process.stdout.write(
    json
      ? `${JSON.stringify(determination, undefined, 2)}\n`
      : determinationText(determination, policy.evaluator.policy.title, hasColour(process.stdout)),
  );
  return 0;
}
