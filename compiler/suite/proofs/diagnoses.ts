import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { diagnosisCases } from '../../validate/evaluator/diagnoses.ts';
import { withoutDiagnoses, type Slice } from '../../validate/evaluator/slice.ts';
import { Unreadable } from '../../validate/evaluator/unreadable.ts';
import { spelledCodes } from '../candidates/spellings.ts';
import { namesNeededBy, parseEvaluator } from '../deciding-part.ts';
import { mutated, type Mutant } from '../mutants.ts';
import { loaded } from '../probes.ts';
import type { Judge, Loader } from '../run-mutant.ts';

/** How many diagnoses a case has at most, of those that are gone through one by one. */
export const entriesGoneThrough = 2;

/** What of an evaluator reads diagnoses. */
export interface DiagnosisPart {
  /** Whether a mutant changes what reads diagnoses, and nothing else, or that too, or not. */
  readonly touches: (mutant: Mutant) => 'only' | 'too' | 'not';
  /** The places of the leaves that only diagnoses decide. */
  readonly places: readonly number[];
}

/** Finds what reads diagnoses. Where it can't be told apart, every mutant may change it too. */
export function diagnosisPart(text: string): DiagnosisPart {
  const slice = sliceOf(text);
  if (slice === undefined) return { touches: () => 'too', places: [] };
  const file = parseEvaluator(text);
  const all = namesNeededBy(file, ['encode', 'decide']);
  const rest = namesNeededBy(parseEvaluator(slice.text), ['encode', 'decide']);
  const own = [...all].filter((name) => !rest.has(name));
  const shared = namesNeededBy(file, own);
  return {
    places: slice.places,
    touches: (mutant) => {
      const { declaration } = mutant;
      if (!rest.has(declaration)) return 'only';
      if (declaration === 'encode' && sliceOf(mutated(text, mutant))?.text === slice.text) return 'only';
      return shared.has(declaration) ? 'too' : 'not';
    },
  };
}

function sliceOf(text: string): Slice | undefined {
  try {
    return withoutDiagnoses(text);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** Every case of few diagnoses that the vocabulary tells apart, with what the evaluator reads of it. */
export interface DiagnosisProof {
  /** Whether a mutant reads each of them as the evaluator does. */
  readonly isSame: (mutant: Mutant) => boolean;
  /** Which leaves stand together, at the places that only diagnoses decide. */
  readonly together: readonly (readonly number[])[];
}

/** Reads the cases of few diagnoses by the evaluator. */
export function diagnosisProof(
  kernel: Kernel,
  { places }: DiagnosisPart,
  {
    loader,
    judge,
    leafCount,
  }: { readonly loader: Loader; readonly judge: Judge; readonly leafCount: number },
): DiagnosisProof {
  const { axes } = kernel.tables;
  const records: readonly CaseRecord[] =
    places.length === 0 ? [] : [...spelledCodes(axes), ...diagnosisCases(axes)];
  const original = loader.load();
  const read = records.map((record) => {
    const leaves = new Uint8Array(leafCount);
    original.rest();
    original.encode(record, leaves);
    return { record, leaves };
  });
  const together = read.map(({ leaves }) => places.map((place) => leaves[place] ?? 1));
  return {
    together: [...new Map(together.map((row) => [row.join(' '), row])).values()],
    isSame: (mutant) => {
      const decider = loaded(loader, mutant);
      return (
        decider !== undefined &&
        read.every(({ record, leaves }) => !judge.readsOtherwise(decider, record, leaves))
      );
    },
  };
}
