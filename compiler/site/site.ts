import type { CompiledPolicy } from '../compiled-policy.ts';
import { policyHtml } from '../emit/criteria/policy-html.ts';
import { pdf } from '../emit/outputs.ts';
import type { PlannedFile } from '../write/plan.ts';
import type { Bundles } from './bundles.ts';
import { changesPage } from './changes-page.ts';
import { deskPage } from './desk-page.ts';
import { libraryPage } from './library-page.ts';
import { matrixPage } from './matrix-page.ts';
import { changesPath, comparedVersions, seriesOf } from './versions.ts';

/** One page of a policy's folder in the site. */
interface PolicyPage {
  readonly name: string;
  readonly make: (policy: CompiledPolicy, bundles: Bundles) => string | Promise<string>;
}

/** The document, with the way to what changed where there is such. */
function documentPage(policy: CompiledPolicy): string {
  const [earlier] = policy.earlier ?? [];
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
): (policies: readonly CompiledPolicy[]) => Promise<readonly PlannedFile[]> {
  const known = new WeakMap<CompiledPolicy, Promise<readonly PlannedFile[]>>();
  const pagesOf = (policy: CompiledPolicy) => {
    const files =
      known.get(policy) ??
      Promise.all(
        pages.map(async ({ name, make }) => ({
          path: `${policy.name}/${name}`,
          text: await make(policy, bundles),
        })),
      );
    known.set(policy, files);
    return files;
  };
  return async (policies) => {
    const made = await Promise.all(policies.map(pagesOf));
    const changes = seriesOf(policies).flatMap((series) => {
      const pairs = comparedVersions(series);
      return series.versions.flatMap((policy) =>
        (policy.earlier ?? []).flatMap((older) =>
          older.changes === undefined
            ? []
            : [{ path: changesPath(older, policy), text: changesPage(older.changes.log, pairs) }],
        ),
      );
    });
    return [{ path: 'index.html', text: libraryPage(policies, bundles.library) }, ...changes, ...made.flat()];
  };
}

/** A policy's document on paper, and where the site has it. */
export interface PdfToMake {
  readonly path: string;
  /** Makes it when it is first asked for. */
  readonly make: () => Uint8Array;
}

/** The documents of policies on paper. */
export function sitePdfs(policies: readonly CompiledPolicy[]): readonly PdfToMake[] {
  return policies.map((policy) => ({ path: `${policy.name}/policy.pdf`, make: () => pdf(policy) }));
}
