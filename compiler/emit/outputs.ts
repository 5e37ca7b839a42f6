import type { CompiledPolicy } from '../compiled-policy.ts';
import { criteriaMarkdown } from './criteria/criteria-markdown.ts';
import { criteriaText } from './criteria/criteria-text.ts';
import { evaluator } from './evaluator/evaluator.ts';
import { factsSchema } from './facts-schema/facts-schema.ts';
import { clauseLines } from './matrix/clause-lines.ts';
import { matrixCsv } from './matrix/matrix-csv.ts';
import { matrixJson } from './matrix/matrix-json.ts';
import { matrixMarkdown } from './matrix/matrix-markdown.ts';
import { matrixOf, type Matrix } from './matrix/matrix.ts';

/** One file of a policy's folder in `generated/`. */
export interface PolicyOutput {
  /** The file's name. */
  readonly name: string;
  readonly emit: (policy: CompiledPolicy) => string;
}

/** Every file that is generated for a policy. A new output is a file of its own and a line here. */
export const outputs: readonly PolicyOutput[] = [
  { name: 'evaluator.ts', emit: once(evaluator) },
  { name: 'facts.schema.json', emit: factsSchema },
  { name: 'criteria.md', emit: criteriaMarkdown },
  { name: 'criteria.txt', emit: criteriaText },
  { name: 'matrix.md', emit: (policy) => matrixMarkdown(matrix(policy)) },
  { name: 'matrix.csv', emit: (policy) => matrixCsv(matrix(policy)) },
  { name: 'matrix.json', emit: (policy) => matrixJson(matrix(policy)) },
];

/** The matrix names lines of the evaluator: what the one needs of the other passes through here. */
const matrix: (policy: CompiledPolicy) => Matrix = once((policy) =>
  matrixOf(policy, clauseLines(policy.kernel, outputOf('evaluator.ts', policy))),
);

function outputOf(name: string, policy: CompiledPolicy): string {
  return outputs.find((output) => output.name === name)?.emit(policy) ?? '';
}

/** Remembers what a policy gave, as long as the policy itself is kept. */
function once<Value extends string | object>(
  emit: (policy: CompiledPolicy) => Value,
): (policy: CompiledPolicy) => Value {
  const known = new WeakMap<CompiledPolicy, Value>();
  return (policy) => {
    const before = known.get(policy);
    if (before !== undefined) return before;
    const value = emit(policy);
    known.set(policy, value);
    return value;
  };
}
