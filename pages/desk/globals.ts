import type { EvaluatorModule } from '../../compiler/evaluator-module.ts';
import type { Validate } from '../../compiler/case-files/check-case.ts';
import type { CaseText } from './case-text.ts';

declare global {
  /** The generated evaluator of the page's policy (compiler/site/desk-page.ts). */
  const triplicateEvaluator: EvaluatorModule;
  /** Gives the validator of the page's policy, compiled beforehand; it takes what that requires. */
  const triplicateValidator: (require: (name: string) => unknown) => Validate<CaseText>;
}
