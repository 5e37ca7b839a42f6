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
  readonly make: (policy: CompiledPolicy, bundles: Bundles) => string | Promise<string>;
}

/** The document, with the way to what changed where that was worked out. */
function documentPage(policy: CompiledPolicy): string {
  const { earlier } = policy;
  return policyHtml(policy, {
    site: true,
    ...(earlier?.changes === undefined ? {} : { changes: `../${changesPath(earlier, policy)}` }),
  });
}

const pages: readonly PolicyPage[] = [
  { name: 'policy.html', make: documentPage },
  { name: 'matrix.html', make: (policy, { matrix }) => matrixPage(policy, matrix) },
  { name: 'desk.html', make: (policy, { desk }) => deskPage(policy, desk) },
];

/** Makes the pages of policies; of a policy that is the same object as before, they are the same again. */
export function siteMaker(
  bundles: Bundles,
): (policies: readonly CompiledPolicy[], readable: Readable) => Promise<readonly PlannedFile[]> {
  const known = new WeakMap<CompiledPolicy, Promise<readonly PlannedFile[]>>();
  const pagesOf = (policy: CompiledPolicy) => {
    const before = known.get(policy);
    if (before !== undefined) return before;
    const made = Promise.all(
      pages.map(async ({ name, make }) => ({
        path: `${policy.name}/${name}`,
        text: await make(policy, bundles),
      })),
    );
    known.set(policy, made);
    return made;
  };
  return async (policies, readable) => {
    const made = await Promise.all(policies.map(pagesOf));
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
