import { transform } from 'sucrase';
import type { EvaluatorModule } from './evaluator-module.ts';

export type { EvaluatorModule } from './evaluator-module.ts';

/** Loads the text of a generated evaluator as a module. Only text that this project's own emitter printed may be given. */
export async function loadEvaluator(text: string): Promise<EvaluatorModule> {
  const { code } = transform(text, { transforms: ['typescript'], disableESTransforms: true });
  const module: EvaluatorModule = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  return module;
}
