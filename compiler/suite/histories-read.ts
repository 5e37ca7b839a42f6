import { namesNeededBy, parseEvaluator } from './deciding-part.ts';
import type { Mutant } from './mutants.ts';
import type { DiagnosisPart } from './proofs/diagnoses.ts';

/** Which history what a mutant changes reads: one alone, several or any, or none. */
export type HistoryRead = 'diagnoses' | 'drugs' | 'several' | 'none';

/** Finds which history the declaration that a mutant changes reads. */
export function readBy(text: string, part: DiagnosisPart): (mutant: Mutant) => HistoryRead {
  const file = parseEvaluator(text);
  const ofDrugs = namesNeededBy(file, ['encodeDrugs']);
  const ofOthers = namesNeededBy(file, ['encode', 'decide'], 'encodeDrugs');
  return (mutant) => {
    const touches = part.touches(mutant);
    if (touches === 'only') return 'diagnoses';
    if (touches === 'too') return 'several';
    if (!ofOthers.has(mutant.declaration)) return 'drugs';
    return ofDrugs.has(mutant.declaration) ? 'several' : 'none';
  };
}
