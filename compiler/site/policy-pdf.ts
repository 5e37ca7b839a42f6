import type { BrowserContext } from 'playwright-core';

/**
 * A policy's document on paper: with bookmarks of its headings, tags that a screen reader follows, and words that can be
 * selected and searched. Its bytes are of this browser, and of no day.
 * @param html a page that needs no other file
 */
export async function policyPdf(
  context: BrowserContext,
  html: string,
  format: 'Letter' | 'A4',
): Promise<Uint8Array> {
  const page = await context.newPage();
  try {
    await page.setContent(html);
    return withoutDay(await page.pdf({ format, tagged: true, outline: true, printBackground: true }));
  } finally {
    await page.close();
  }
}

/** The day on which it was made, put at a fixed one of the same length: where something stands is counted in bytes. */
function withoutDay(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  return Buffer.from(text.replace(/(?<=\/(?:CreationDate|ModDate) \(D:)\d{14}/g, '20000101000000'), 'latin1');
}
