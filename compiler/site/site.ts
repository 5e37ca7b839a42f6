import type { CompiledPolicy } from '../compiled-policy.ts';
import { policyHtml } from '../emit/criteria/policy-html.ts';
import type { PlannedFile } from '../write/plan.ts';
import type { Bundles } from './bundles.ts';
import { changesPage } from './changes-page.ts';
import { deskPage } from './desk-page.ts';
import { libraryPage, type Readable } from './library-page.ts';
import { matrixPage } from './matrix-page.ts';
import { changesPath } from './versions.ts';

/** One page of a policy's folder in the site. */
interface PolicyPage {
  readonly name: string;
  readonly make: (policy: CompiledPolicy, bundles: Bundles, readable: Readable) => string | Promise<string>;
}

/** The document, with the ways to its PDF and to what changed where there are such. */
function documentPage(policy: CompiledPolicy, { pdf }: Readable): string {
  const { earlier } = policy;
  return policyHtml(policy, {
    site: true,
    pdf,
    ...(earlier?.changes === undefined ? {} : { changes: `../${changesPath(earlier, policy)}` }),
  });
}

const pages: readonly PolicyPage[] = [
  { name: 'policy.html', make: (policy, _, readable) => documentPage(policy, readable) },
  { name: 'matrix.html', make: (policy, { matrix }) => matrixPage(policy, matrix) },
  { name: 'desk.html', make: (policy, { desk }) => deskPage(policy, desk) },
];

/** Pages that were made, and whether with PDFs beside them. */
interface Made {
  readonly pdf: boolean;
  readonly files: Promise<readonly PlannedFile[]>;
}

/** Makes the pages of policies; of a policy that is the same object as before, they are the same again. */
export function siteMaker(
  bundles: Bundles,
): (policies: readonly CompiledPolicy[], readable: Readable) => Promise<readonly PlannedFile[]> {
  const known = new WeakMap<CompiledPolicy, Made>();
  const pagesOf = (policy: CompiledPolicy, readable: Readable) => {
    const before = known.get(policy);
    if (before?.pdf === readable.pdf) return before.files;
    const files = Promise.all(
      pages.map(async ({ name, make }) => ({
        path: `${policy.name}/${name}`,
        text: await make(policy, bundles, readable),
      })),
    );
    known.set(policy, { pdf: readable.pdf, files });
    return files;
  };
  return async (policies, readable) => {
    const made = await Promise.all(policies.map((policy) => pagesOf(policy, readable)));
    const changes = policies.flatMap((policy) => {
      const { earlier } = policy;
      if (earlier?.changes === undefined) return [];
      return { path: changesPath(earlier, policy), text: changesPage(earlier.changes.log) };
    });
    return [
      { path: 'index.html', text: libraryPage(policies, bundles.library, readable) },
      ...changes,
      ...made.flat(),
    ];
  };
}
