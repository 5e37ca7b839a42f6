import type { PlannedFile } from '../write/plan.ts';
import { findBrowser, openBrowser } from './browser.ts';
import type { MakeFile } from './serve.ts';
import { policyPdf } from './policy-pdf.ts';

/** A policy's document beside which its PDF stands. */
const document = /(^|\/)policy\.html$/;

/**
 * The PDF of every policy's document among some pages.
 * @param program the path of a Chromium
 */
export async function printPdfs(
  program: string,
  pages: readonly PlannedFile[],
): Promise<readonly PlannedFile[]> {
  const { context, close } = await openBrowser(program);
  try {
    const files: PlannedFile[] = [];
    for (const { path, text } of pages)
      if (document.test(path) && typeof text === 'string')
        files.push({ path: pdfPath(path), text: await policyPdf(context, text, 'Letter') });
    return files;
  } finally {
    await close();
  }
}

/** Prints the documents of pages that are served, each when it is first asked for. */
export interface PdfMaker {
  readonly isPossible: boolean;
  readonly takeFrom: (pages: readonly PlannedFile[]) => void;
  readonly make: MakeFile;
  readonly close: () => Promise<void>;
}

/** Opens a browser at the first document that is asked for, if the machine has one. */
export function pdfMaker(): PdfMaker {
  const program = findBrowser();
  let documents: ReadonlyMap<string, string> = new Map();
  let opened: ReturnType<typeof openBrowser> | undefined;
  const known = new Map<string, Promise<Uint8Array>>();
  return {
    isPossible: program !== undefined,
    takeFrom: (pages) => {
      documents = new Map(
        pages.flatMap(({ path, text }) =>
          document.test(path) && typeof text === 'string' ? [[pdfPath(path), text]] : [],
        ),
      );
    },
    make: async (path) => {
      const text = documents.get(path);
      if (program === undefined || text === undefined) return undefined;
      opened ??= openBrowser(program);
      const { context } = await opened;
      const bytes = known.get(text) ?? policyPdf(context, text, 'Letter');
      known.set(text, bytes);
      return { type: 'application/pdf', bytes: await bytes };
    },
    close: async () => {
      if (opened !== undefined) await (await opened).close();
    },
  };
}

function pdfPath(path: string): string {
  return path.replace(/\.html$/, '.pdf');
}
