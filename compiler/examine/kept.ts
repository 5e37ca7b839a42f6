import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFile } from 'node:fs/promises';
import type { Finding } from '../check/finding.ts';
import { sha256 } from '../digest.ts';
import { parseJson } from '../case-files/json.ts';
import type { Mutation } from '../suite/mutation-result.ts';
import type { SuiteCase, Suite } from '../suite/suite.ts';
import type { Proof } from '../validate/evaluator/proof.ts';
import type { Examination, Examined, Tried } from './examination.ts';

/** The files that keep an examination, as they are written. */
interface AnalysisFile {
  readonly findings: readonly Finding[];
}
interface CasesFile extends Omit<Suite, 'cases'> {
  readonly cases: readonly (Omit<SuiteCase, 'outcome' | 'layer' | 'clauses'> & {
    readonly expected: Pick<SuiteCase, 'outcome' | 'layer' | 'clauses'>;
  })[];
}
interface MutationFile {
  readonly mutation: Mutation;
}
interface ProofFile {
  readonly beside: { readonly analysis: string; readonly cases: string; readonly mutation?: string };
  readonly proof: Proof;
}

/**
 * The examination that a policy's folder in `generated/` keeps; none where it is of another kernel or evaluator, or where
 * one of its files is missing or not as it was written.
 */
export async function keptExamination(folder: string, examined: Examined): Promise<Examination | undefined> {
  const kept = await wholeIn(folder);
  return kept?.proof.evaluator === examined.evaluator && kept.proof.kernel === examined.kernel
    ? kept
    : undefined;
}

/**
 * What a policy's folder in `generated/` keeps of mutants, with the suite that they were run on; none where they are of
 * another kernel or of an evaluator that decides by another text. What else stands in its text does not matter to them.
 * @param examined SHA-256 of the kernel as canonical JSON, and of the text that the evaluator decides by
 */
export async function keptMutants(
  folder: string,
  examined: Pick<Examined, 'kernel'> & Pick<Mutation, 'deciding'>,
): Promise<Tried | undefined> {
  const kept = await wholeIn(folder);
  if (kept?.mutation?.deciding !== examined.deciding || kept.proof.kernel !== examined.kernel)
    return undefined;
  return { suite: kept.suite, mutation: kept.mutation };
}

/** The examination that a folder keeps, of whatever it is; none where one of its files is missing or not as it was written. */
async function wholeIn(folder: string): Promise<Examination | undefined> {
  const [proofText, analysisText, casesText, mutationText] = await Promise.all(
    ['proof.json', 'analysis.json', 'cases.json', 'mutation.json'].map((name) => textOf(`${folder}/${name}`)),
  );
  if (proofText === undefined || analysisText === undefined || casesText === undefined) return undefined;
  const kept = parsed(proofText);
  if (!isProofFile(kept)) return undefined;
  const { proof, beside } = kept;
  const isWhole =
    beside.analysis === sha256(analysisText) &&
    beside.cases === sha256(casesText) &&
    beside.mutation === (mutationText === undefined ? undefined : sha256(mutationText));
  const [analysis, cases] = [parsed(analysisText), parsed(casesText)];
  if (!isWhole || !isAnalysisFile(analysis) || !isCasesFile(cases)) return undefined;
  const examination = { findings: analysis.findings, suite: suiteIn(cases), proof };
  if (mutationText === undefined) return examination;
  const mutants = parsed(mutationText);
  return isMutationFile(mutants) ? { ...examination, mutation: mutants.mutation } : undefined;
}

function suiteIn({ cases, pairs, withheld, notIndependent }: CasesFile): Suite {
  return {
    cases: cases.map(({ expected, name, about, record, purpose }) => ({
      name,
      about,
      record,
      ...expected,
      purpose,
    })),
    pairs,
    withheld,
    notIndependent,
  };
}

/** The text of a file; nothing where it is not there. */
export async function textOf(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch(() => undefined);
}

/** What a text says as JSON; nothing where it is none. */
export function parsed(text: string): unknown {
  const result = parseJson(Buffer.from(text));
  return 'problem' in result ? undefined : result.value;
}

/** What the digests do not vouch for: that a file has the parts that are read from it. */
const ajv = new Ajv2020({ strict: true });
const list = { type: 'array', items: { type: 'object' } };
const isAnalysisFile = ajv.compile<AnalysisFile>(withParts({ findings: list }));
const isCasesFile = ajv.compile<CasesFile>(
  withParts({ cases: list, pairs: list, withheld: list, notIndependent: list }),
);
const isMutationFile = ajv.compile<MutationFile>(
  withParts({
    mutation: withParts({
      deciding: { type: 'string' },
      solver: { type: 'string' },
      made: { type: 'integer' },
      killed: { type: 'integer' },
      equivalent: list,
      survivors: list,
    }),
  }),
);
const isProofFile = ajv.compile<ProofFile>(
  withParts({
    beside: withParts({ analysis: { type: 'string' }, cases: { type: 'string' } }),
    proof: withParts({
      kernel: { type: 'string' },
      evaluator: { type: 'string' },
      solver: { type: 'string' },
      claims: list,
    }),
  }),
);

/** The schema of an object that has these parts, and perhaps others. */
export function withParts(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', properties, required: Object.keys(properties) };
}
