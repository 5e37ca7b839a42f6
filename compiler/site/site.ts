import type { CompiledPolicy } from '../compiled-policy.ts';
import { policyHtml } from '../emit/criteria/policy-html.ts';
import { pdf } from '../emit/outputs.ts';
import type { Bundles } from './bundles.ts';
import { changesPage } from './changes-page.ts';
import { deskPage } from './desk-page.ts';
import { libraryPage } from './library-page.ts';
import { matrixPage } from './matrix-page.ts';
import { changesPath, comparedVersions, seriesOf, type Series } from './versions.ts';

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

/** A file of the site, which is made when it is first asked for. */
export interface SiteFile {
  /** Its path in the site, with `/` between folders. */
  readonly path: string;
  /** A page as its text, another file as its bytes. */
  readonly make: () => Promise<string | Uint8Array>;
}

/** Tells the files of the site; those of a policy that is the same object as before are the same again. */
export function siteMaker(bundles: Bundles): (policies: readonly CompiledPolicy[]) => readonly SiteFile[] {
  const known = new WeakMap<CompiledPolicy, readonly SiteFile[]>();
  const filesOf = (policy: CompiledPolicy): readonly SiteFile[] => {
    const files = known.get(policy) ?? [
      ...pages.map(({ name, make }) => madeOnce(`${policy.name}/${name}`, () => make(policy, bundles))),
      madeOnce(`${policy.name}/policy.pdf`, () => pdf(policy)),
    ];
    known.set(policy, files);
    return files;
  };
  return (policies) => [
    madeOnce('index.html', () => libraryPage(policies, bundles.library)),
    ...seriesOf(policies).flatMap(changesFiles),
    ...policies.flatMap(filesOf),
  ];
}

function changesFiles(series: Series): readonly SiteFile[] {
  const pairs = comparedVersions(series);
  return series.versions.flatMap((policy) =>
    (policy.earlier ?? []).flatMap((older) => {
      const { changes } = older;
      if (changes === undefined) return [];
      return [madeOnce(changesPath(older, policy), () => changesPage(changes.log, pairs))];
    }),
  );
}

function madeOnce(path: string, work: () => string | Uint8Array | Promise<string | Uint8Array>): SiteFile {
  let made: Promise<string | Uint8Array> | undefined;
  return { path, make: () => (made ??= Promise.resolve().then(work)) };
}
