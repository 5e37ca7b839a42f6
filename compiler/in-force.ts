import { isDate } from '../dsl/kernel/calendar.ts';
import type { CaseBytes } from './case-bytes.ts';
import { parseJson } from './case-files/json.ts';
import { isRecord, shown } from './case-files/values.ts';
import { generatedNames, loadGenerated, WrongInput, type GeneratedPolicy } from './generated-policy.ts';

/** What is asked for, as far as it tells which policy is in force. */
interface Asked {
  readonly product: string;
  readonly dateOfService: string;
}

/**
 * The generated policy that is in force for the product and the date of service of a case: of each number the latest
 * version that is effective by then, if it speaks of the product.
 * @throws WrongInput where the case names none of the two, or no policy or several are in force.
 */
export async function policyForCase(root: string, { bytes, label }: CaseBytes): Promise<GeneratedPolicy> {
  const asked = askedFor(bytes, label);
  const names = await generatedNames(root);
  const policies = await Promise.all(names.map((name) => loadGenerated(root, name)));
  const inForce = policiesInForce(policies, asked);
  const [only, ...others] = inForce;
  if (only !== undefined && others.length === 0) return only;
  const request = `${shown(asked.product)} on ${asked.dateOfService}`;
  throw new WrongInput(
    only === undefined
      ? `No policy in generated/ is in force for ${request}. Name the policy before the case.`
      : `Several policies are in force for ${request}: ${inForce.map(({ name }) => name).join(', ')}. Name one of them before the case.`,
  );
}

/** The policies in force for a request, by the evaluators' own account of what they speak of. */
function policiesInForce(policies: readonly GeneratedPolicy[], asked: Asked): readonly GeneratedPolicy[] {
  const begun = policies.filter(({ evaluator }) => evaluator.policy.effective <= asked.dateOfService);
  return begun.filter(({ evaluator }) => {
    const { number, effective } = evaluator.policy;
    const isReplaced = begun.some(
      (other) => other.evaluator.policy.number === number && other.evaluator.policy.effective > effective,
    );
    return !isReplaced && evaluator.determine({ request: asked }).outcome !== 'notApplicable';
  });
}

function askedFor(bytes: Uint8Array, label: string): Asked {
  const parsed = parseJson(bytes);
  if ('problem' in parsed) throw new WrongInput(`${label}: ${parsed.problem}`);
  const request = isRecord(parsed.value) ? parsed.value['request'] : undefined;
  const { product, dateOfService } = isRecord(request) ? request : {};
  if (typeof product === 'string' && typeof dateOfService === 'string' && isDate(dateOfService)) {
    return { product, dateOfService };
  }
  throw new WrongInput(
    `${label} does not tell which policy is in force: it takes a request.product and a request.dateOfService, as 2024-03-01. Add them, or name the policy before the case.`,
  );
}
