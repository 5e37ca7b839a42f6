import type { CompiledPolicy } from '../compiled-policy.ts';
import { sha256 } from '../digest.ts';
import { analysisJson } from './analysis/analysis-json.ts';
import { criteriaMarkdown } from './criteria/criteria-markdown.ts';
import { criteriaText } from './criteria/criteria-text.ts';
import { changesJson } from './changes/changes-json.ts';
import { policyHtml } from './criteria/policy-html.ts';
import { policyPdf } from './criteria/policy-pdf.ts';
import { evaluator } from './evaluator/evaluator.ts';
import { factsSchema } from './facts-schema/facts-schema.ts';
import { clauseLines } from './matrix/clause-lines.ts';
import { matrixCsv } from './matrix/matrix-csv.ts';
import { matrixJson } from './matrix/matrix-json.ts';
import { matrixMarkdown } from './matrix/matrix-markdown.ts';
import { mutationJson } from './mutation/mutation-json.ts';
import { proofJson } from './proof/proof-json.ts';
import { suiteJson } from './suite/suite-json.ts';
import { matrixOf, type Matrix } from './matrix/matrix.ts';

/** One file of a policy's folder in `generated/`. */
export interface PolicyOutput {
  /** The file's name. */
  readonly name: string;
  /** Nothing where it tells what was not worked out. */
  readonly emit: (policy: CompiledPolicy) => string | Uint8Array | undefined;
}

/** Every file that is generated for a policy. A new output is a file of its own and a line here. */
export const outputs: readonly PolicyOutput[] = [
  { name: 'evaluator.ts', emit: evaluatorText },
  { name: 'facts.schema.json', emit: factsSchema },
  { name: 'criteria.md', emit: criteriaMarkdown },
  { name: 'criteria.txt', emit: criteriaText },
  { name: 'policy.html', emit: (policy) => policyHtml(policy) },
  { name: 'policy.pdf', emit: pdf },
  { name: 'matrix.md', emit: (policy) => matrixMarkdown(matrix(policy)) },
  { name: 'matrix.csv', emit: (policy) => matrixCsv(matrix(policy)) },
  { name: 'matrix.json', emit: (policy) => matrixJson(matrix(policy)) },
  { name: 'analysis.json', emit: analysis },
  { name: 'cases.json', emit: cases },
  { name: 'mutation.json', emit: mutation },
  { name: 'proof.json', emit: proof },
  { name: 'changes.json', emit: changes },
];

const evaluatorOnce = once(evaluator);

const pdfOnce = once(policyPdf);

/** The bytes of a policy's document on paper. */
export function pdf(policy: CompiledPolicy): Uint8Array {
  return pdfOnce(policy);
}

/** The text of an evaluator. */
export function evaluatorText(policy: CompiledPolicy): string {
  return evaluatorOnce(policy);
}

function analysis(policy: CompiledPolicy): string | undefined {
  return policy.findings === undefined ? undefined : analysisJson(policy, policy.findings);
}

function cases(policy: CompiledPolicy): string | undefined {
  return policy.suite === undefined ? undefined : suiteJson(policy, policy.suite);
}

function changes(policy: CompiledPolicy): string | undefined {
  const found = (policy.earlier ?? []).flatMap(({ changes: each }) => each ?? []);
  return found.length === 0 ? undefined : changesJson(policy, found);
}

function mutation(policy: CompiledPolicy): string | undefined {
  return policy.mutation === undefined ? undefined : mutationJson(policy, policy.mutation);
}

/** The proof vouches for the files beside it: what it needs of them passes through here. */
function proof(policy: CompiledPolicy): string | undefined {
  const [analysed, suite, mutants] = [analysis(policy), cases(policy), mutation(policy)];
  if (policy.proof === undefined || analysed === undefined || suite === undefined) return undefined;
  return proofJson(policy, policy.proof, {
    analysis: sha256(analysed),
    cases: sha256(suite),
    ...(mutants === undefined ? {} : { mutation: sha256(mutants) }),
  });
}

/** A policy's coverage matrix. It names lines of the evaluator: what the one needs of the other passes through here. */
export const matrix: (policy: CompiledPolicy) => Matrix = once((policy) =>
  matrixOf(policy, clauseLines(policy.kernel, evaluatorText(policy))),
);

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
