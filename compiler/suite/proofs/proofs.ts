import type { CompiledPolicy } from '../../compiled-policy.ts';
import { leavesOf } from '../../../dsl/kernel/facts.ts';
import { layerLeafCount, planOf } from '../../emit/evaluator/plan.ts';
import type { Solver } from '../../logic/solver.ts';
import { parseEvaluator, type DecidingPart } from '../deciding-part.ts';
import { decidingText, type Mutant } from '../mutants.ts';
import type { Sameness } from '../mutation-result.ts';
import type { Judge, Loader } from '../run-mutant.ts';
import { changesDays, keepsOrder, monthsCounted, sameDays, yearsGoneThrough } from './days.ts';
import { diagnosisProof, entriesGoneThrough, type DiagnosisPart } from './diagnoses.ts';
import { asksOrderAlone } from './order.ts';
import { compareTexts } from './reading.ts';
import { sameInDeciding } from './statuses.ts';

/** About how long one question to the solver may take, counted in its own steps. */
const milliseconds = 1500;
/** How many texts are read back for one policy at most. */
const readAtMost = 400;

/** What the proofs are about: an evaluator's text, and what runs it. */
export interface Proving {
  readonly policy: Pick<CompiledPolicy, 'kernel'>;
  readonly text: string;
  readonly deciding: DecidingPart;
  readonly part: DiagnosisPart;
  readonly loader: Loader;
  readonly judge: Judge;
  readonly plain: (mutant: Mutant) => Sameness | undefined;
}

/** What is seen of a mutant without any case: by statuses, or by days. */
export function plainProofs({
  policy: { kernel },
  text,
  deciding,
}: Pick<Proving, 'policy' | 'text' | 'deciding'>): (mutant: Mutant) => Sameness | undefined {
  const file = parseEvaluator(text);
  const names = new Set(deciding.declarations.map(({ name }) => name));
  const months = monthsCounted(planOf(kernel).leaves.flatMap(({ leaf }) => leavesOf(leaf)));
  const known = new Map<string, Sameness | undefined>();
  let asksOrder: boolean | undefined;
  const proved = (mutant: Mutant): Sameness | undefined => {
    if (sameInDeciding(kernel, file, mutant)) return { by: 'statuses' };
    if (!changesDays(mutant)) return undefined;
    if (sameDays(text, mutant, { deciding: names, months })) return { by: 'days', ...yearsGoneThrough };
    if (mutant.declaration !== 'dayNumber') return undefined;
    asksOrder ??= asksOrderAlone(file, deciding, 'dayNumber');
    return asksOrder && keepsOrder(text, mutant, names) ? { by: 'order', ...yearsGoneThrough } : undefined;
  };
  return (mutant) => {
    const key = `${mutant.start} ${mutant.end} ${mutant.replacement}`;
    if (!known.has(key)) known.set(key, proved(mutant));
    return known.get(key);
  };
}

/** Proves of mutants that no case tells that they decide as the evaluator does, as far as that is found. */
export async function proveSame(
  mutants: readonly Mutant[],
  { policy: { kernel }, text, deciding, part, loader, judge, plain }: Proving,
  solver: Solver,
): Promise<ReadonlyMap<Mutant, Sameness>> {
  const leafCount = layerLeafCount + planOf(kernel).leaves.length;
  const diagnosed = diagnosisProof(kernel, part, { loader, judge, leafCount });
  const comparison = compareTexts({
    kernel,
    text: decidingText(text, deciding),
    leafCount,
    diagnosed: { places: part.places, together: diagnosed.together },
    solver,
    milliseconds,
  });
  const found = new Map<Mutant, Sameness>();
  let readings = 0;
  let asksOrder: boolean | undefined;
  const known = new Map<string, number | undefined>();
  for (const mutant of mutants) {
    const how = await sameness(mutant);
    if (how !== undefined) found.set(mutant, how);
  }
  return found;

  /** Where the number of a day never matters, or of a date only its order: what windows are reckoned from may then be dead. */
  async function samenessOfDays(mutant: Mutant): Promise<Sameness | undefined> {
    const entries = await unread('dayNumber');
    if (mutant.declaration === 'dayNumber')
      return entries === undefined ? undefined : { by: 'reading', entries };
    if (mutant.declaration !== 'day' || entries === undefined || (await unread('sideDay')) === undefined)
      return undefined;
    const names = new Set(deciding.declarations.map(({ name }) => name));
    asksOrder ??= asksOrderAlone(parseEvaluator(text), deciding, 'day', ['dayNumber', 'sideDay']);
    return asksOrder && keepsOrder(text, mutant, names) ? { by: 'order', ...yearsGoneThrough } : undefined;
  }

  /** Up to how many entries what a function returns is never read. */
  async function unread(name: string): Promise<number | undefined> {
    if (!known.has(name)) {
      const own = decidingText(text, deciding);
      const other = withoutResult(own, name);
      known.set(name, other === own ? undefined : await comparison.sameUpTo(other));
    }
    return known.get(name);
  }

  async function sameness(mutant: Mutant): Promise<Sameness | undefined> {
    const seen = plain(mutant);
    if (seen !== undefined) return seen;
    if (changesDays(mutant)) return await samenessOfDays(mutant);
    const touches = part.touches(mutant);
    if (touches !== 'not' && (part.places.length === 0 || !diagnosed.isSame(mutant))) return undefined;
    if (touches === 'only') return { by: 'diagnoses', entries: entriesGoneThrough };
    if (readings >= readAtMost) return undefined;
    readings += 1;
    const entries = await comparison.sameUpTo(decidingText(text, deciding, mutant));
    return entries === undefined ? undefined : { by: 'reading', entries };
  }
}

/**
 * A text in which a function returns what no operator may read: a variable that nothing writes. It has another name, for of
 * functions on dates by their own names only what they return is known, and they are not read.
 */
export function withoutResult(text: string, name: string): string {
  const declared = new RegExp(`^(function ${name}\\(.*\\): number \\{)$[^]*?^}$`, 'm');
  if (!declared.test(text)) return text;
  return text
    .replace(declared, (_, head: string) => `let unread = 0;\n${head}\n  return unread;\n}`)
    .replaceAll(new RegExp(`\\b${name}\\(`, 'g'), `${name}Unread(`);
}
