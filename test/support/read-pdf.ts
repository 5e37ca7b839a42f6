import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader of PDF finds in one. */
export async function readPdf(bytes: Uint8Array) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const [outline, marks, { info }] = [
    await pdf.getOutline(),
    await pdf.getMarkInfo(),
    await pdf.getMetadata(),
  ];
  const sheets = [];
  const roles = new Set<string>();
  for (let place = 1; place <= pdf.numPages; place += 1) {
    const page = await pdf.getPage(place);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    collectRoles(await page.getStructTree(), roles);
    sheets.push({
      size: [Math.round(width), Math.round(height)],
      words: items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [
              {
                text: item.str,
                left: Number(item.transform[4]),
                right: Number(item.transform[4]) + item.width,
              },
            ]
          : [],
      ),
    });
  }
  await loading.destroy();
  return {
    bookmarks: titlesOf(outline),
    isTagged: marks?.['Marked'] === true,
    title: valueOf(info, 'Title'),
    language: valueOf(info, 'Language'),
    sheets,
    roles: [...roles],
  };
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

function titlesOf(bookmarks: readonly Bookmark[]): readonly string[] {
  return bookmarks.flatMap(({ title, items }) => [title, ...titlesOf(items)]);
}

function collectRoles(node: unknown, roles: Set<string>): void {
  const role = valueOf(node, 'role');
  if (typeof role === 'string') roles.add(role);
  const children = valueOf(node, 'children');
  if (Array.isArray(children)) for (const child of children) collectRoles(child, roles);
}

function valueOf(record: unknown, key: string): unknown {
  return new Map(Object.entries(Object(record))).get(key);
}
