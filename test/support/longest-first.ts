import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take half a minute or more, the longest first. One that is not named here is only taken later. */
const long = [
  'properties/analysis-answers.property',
  'pages/desk',
  'properties/analysis.property',
  'properties/evaluator.property',
  'scripts/generate',
  'pages/desk-cases',
  'pages/policy-document',
  'scripts/outside',
  'pages/matrix',
  'properties/missing.property',
  'scripts/killed',
  'properties/next.property',
  'compiler/compare/library-versions',
  'compiler/suite/mutation',
  'compiler/logic/leaves/shipped-events',
  'compiler/examine/examine',
];

/**
 * Takes the longest files first, so that no processor idles while the last one ends. Without times of an earlier run, as in
 * CI, vitest would go by the length of the files' text.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = long.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return found === -1 ? long.length : found;
    };
    return [...(await super.sort(files))].sort((one, other) => place(one) - place(other));
  }
}
