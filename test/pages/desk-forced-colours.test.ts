import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { compiledIp0213 } from '../support/compiled-ip0213.ts';
import { deskFolder, type DeskFolder } from '../support/desk.ts';

/** What a system's colours come to in the page, by a probe. */
const systemColours = `(names) => Object.fromEntries(names.map((name) => {
  const probe = document.createElement('i');
  probe.style.cssText = 'forced-color-adjust: none';
  probe.style.color = name;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return [name, colour];
}))`;

describeInBrowser('the desk in forced colours', ({ open }) => {
  let folder: DeskFolder | undefined;
  let address = '';
  beforeAll(async () => {
    folder = await deskFolder();
    address = folder.add(compiledIp0213);
  });
  afterAll(() => folder?.remove());

  const openDesk = async (colorScheme: 'light' | 'dark', name: string) => {
    const page = await open();
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await page.goto(address);
    await page.getByLabel('Worked case').selectOption(name);
    await page.getByRole('button', { name: 'Load' }).click();
    return page;
  };

  it.each(['light', 'dark'] as const)('tells every status by a sign and a word, in %s', async (scheme) => {
    const page = await openDesk(scheme, 'hiv-documented-denied');
    const statuses = await page.locator('.clause').evaluateAll((all) =>
      all.map((each) => {
        const tone = [...each.classList].find((name) => name.startsWith('is-')) ?? '';
        return `${tone}: ${each.querySelector('.status')?.textContent ?? ''}`;
      }),
    );
    expect([...new Set(statuses)].sort()).toEqual([
      'is-met: ✓ Does not apply',
      'is-met: ✓ Met',
      'is-not-met: ✗ Applies',
      'is-not-met: ✗ Not met',
      'is-unknown: ? Unknown',
    ]);
    expect(await page.locator('.outcome .word').textContent()).toBe('✗ Denied');
    expect(await page.evaluate("getComputedStyle(document.querySelector('.outcome')).borderTopStyle")).toBe(
      'solid',
    );
    await page.close();
  });

  it.each(['light', 'dark'] as const)(
    'shows what is chosen in the system’s colours, in %s',
    async (scheme) => {
      const page = await openDesk(scheme, 'hiv-unknown-pended');
      const found: unknown = await page.evaluate(`(() => {
      const system = (${systemColours})(['Highlight', 'HighlightText', 'Canvas', 'CanvasText']);
      // What says nothing is chosen with less weight.
      const said = ['HighlightText', 'Highlight', 'Highlight'];
      const leftOut = ['CanvasText', 'Canvas', 'Highlight'];
      return [...document.querySelectorAll('.segment:has(:checked)')].map((segment) => {
        const { color, backgroundColor, borderTopColor } = getComputedStyle(segment.querySelector('span'));
        const isLeftOut = segment.classList.contains('is-left-out');
        const wanted = (isLeftOut ? leftOut : said).map((name) => system[name]);
        const isSo = [color, backgroundColor, borderTopColor].every((each, place) => each === wanted[place]);
        return (isLeftOut ? 'left out: ' : 'said: ') + isSo;
      });
    })()`);
      if (!Array.isArray(found)) throw new TypeError('Nothing was found.');
      expect([...new Set(found)].sort()).toEqual(['left out: true', 'said: true']);
      await page.close();
    },
  );

  it.each(['light', 'dark'] as const)('outlines what has the focus, in %s', async (scheme) => {
    const page = await openDesk(scheme, 'hiv-unknown-pended');
    await page.locator('body').press('Tab');
    const seen: string[] = [];
    for (let place = 0; place < 40; place += 1) {
      const found: unknown = await page.evaluate(`(() => {
        const { Highlight } = (${systemColours})(['Highlight']);
        const focused = document.activeElement;
        const shown = focused.matches('.segment input') ? focused.nextElementSibling : focused;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
        const isOutlined = outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2 && outlineColor === Highlight;
        return isOutlined ? '' : focused.outerHTML.slice(0, 80) + ' ' + [outlineStyle, outlineWidth, outlineColor].join(' ');
      })()`);
      if (found !== '') seen.push(String(found));
      await page.keyboard.press('Tab');
    }
    expect(seen).toEqual([]);
    await page.close();
  });
});
