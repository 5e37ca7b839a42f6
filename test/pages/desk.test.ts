import axe from 'axe-core';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeCase, largePolicy } from '../../bench/large-example.ts';
import { readCase } from '../../compiler/cases.ts';
import { factsSchemaOf } from '../../compiler/emit/facts-schema/facts-schema.ts';
import { createCompiler } from '../../compiler/pipeline.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import { describeInBrowser } from '../support/browser.ts';
import { compiledByHand, compiledIp0213 } from '../support/compiled-ip0213.ts';
import { deskFolder, openCase, shownDetermination, wrongs, type DeskFolder } from '../support/desk.ts';
import { evaluatorOf } from '../support/evaluators.ts';
import { hostile, hostilePolicy } from '../support/hostile-policy.ts';
import { project } from '../support/project.ts';
import { violations } from '../support/violations.ts';

const schema = factsSchemaOf(compiledIp0213.kernel);

function shipped(name: string): CaseRecord {
  const found = compiledIp0213.cases.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no case ${name}.`);
  return found.record;
}

describeInBrowser('the desk of a policy', ({ open }) => {
  let folder: DeskFolder | undefined;
  let address = '';
  beforeAll(async () => {
    folder = await deskFolder();
    address = folder.add(compiledIp0213);
  });
  afterAll(() => folder?.remove());

  const openDesk = async (size?: { readonly width: number; readonly height: number }): Promise<Page> => {
    const page = await open(size);
    await page.goto(address);
    return page;
  };
  const load = async (page: Page, name: string) => {
    await page.getByLabel('Worked case').selectOption(name);
    await page.getByRole('button', { name: 'Load' }).click();
  };
  /** The text of the file that the desk saves. */
  const saved = async (page: Page): Promise<string> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save' }).click(),
    ]);
    return await readFile(await file.path(), 'utf8');
  };
  const outcome = (page: Page) => page.locator('.outcome .word').textContent();

  it('of a large policy draws the outcome at once, and its lists when that is seen', async () => {
    const { root, remove } = project({ 'policies/large/policy.ts': largePolicy(120, 12) });
    const {
      policies: [large],
    } = await createCompiler({ root }).compile();
    remove();
    if (large === undefined || folder === undefined) throw new Error('The large policy does not compile.');
    const page = await open();
    await page.goto(folder.add(large));
    const { request } = largeCase();
    await openCase(page, 'case.json', JSON.stringify({ request }));
    // What the page shows before the next frame, and what it comes to.
    const shownAfter: unknown = await page.evaluate(`(async () => {
      const field = document.getElementById('f-request.dateOfService');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '2023-01-28');
      const shown = () => ({
        outcome: document.querySelector('.outcome .word').textContent.replace(/^\\S+ /, ''),
        missing: document.querySelectorAll('#result .missing li').length > 0,
        asked: document.querySelectorAll('#desk-form .open [data-question]').length > 0,
      });
      const before = shown();
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await Promise.resolve().then(() => new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      }));
      const atOnce = shown();
      for (let frame = 0; frame < 200 && shown().missing; frame += 1) await new Promise(requestAnimationFrame);
      return [before, atOnce, shown()];
    })()`);
    expect(shownAfter).toEqual([
      { outcome: 'Pended', missing: true, asked: true },
      { outcome: 'Not applicable', missing: true, asked: true },
      { outcome: 'Not applicable', missing: false, asked: false },
    ]);
    await page.close();
  }, 60_000);

  describe('a case that is typed in', () => {
    it('is what was typed, and is determined as its file is', async () => {
      const page = await openDesk();
      const record = shipped('first-course-prescribed-by-neurologist');
      await typeIn(page, record);
      expect(readCase(Buffer.from(await saved(page)), schema).record).toEqual(record);
      const { determine } = await evaluatorOf(compiledIp0213.kernel);
      const { policy: _policy, ...decided } = determine(record);
      expect(await shownDetermination(page)).toMatchObject(JSON.parse(JSON.stringify(decided)));
      await page.close();
    });

    it('asks in the order of what to ask next, and moves nothing while a question is being answered', async () => {
      const page = await openDesk();
      await page.getByLabel('Date of service').fill('2024-06-03');
      await page.getByLabel('Product asked for').selectOption('lemtrada');
      await page.getByLabel('Indication').first().selectOption('multiple-sclerosis');
      const keys = () =>
        page
          .locator('.open [data-question]')
          .evaluateAll((all) => all.map((each) => each.getAttribute('data-question')));
      const before = await keys();
      const determination = await shownDetermination(page);
      expect(determination).toMatchObject({ next: { first: { fact: expect.any(String) } } });
      const asked = page.getByRole('radio', { name: 'Documented' }).first();
      const key = await asked.evaluate((each) =>
        each.closest('[data-question]')?.getAttribute('data-question'),
      );
      await asked.focus();
      await page.keyboard.press('Space');
      expect(await keys()).toEqual(before);
      expect(await asked.evaluate((each) => each.matches(':focus'))).toBe(true);
      await page.getByLabel('Date of service').focus();
      expect(await keys()).not.toContain(key);
      await page.close();
    });

    it('takes a history for the whole one no longer where an entry of it is not filled in yet', async () => {
      const page = await openDesk();
      await openCase(page, 'a.json', JSON.stringify(shipped('aggressive-mri-documented')));
      expect(await outcome(page)).toContain('Approved');
      await page.locator('summary', { hasText: 'Answered' }).click();
      await page.getByRole('button', { name: 'Add a course' }).first().click();
      expect(await outcome(page)).toContain('Pended');
      await page.getByRole('button', { name: 'Remove' }).last().click();
      expect(await outcome(page)).toContain('Approved');
      await page.close();
    });

    it.each([
      ['Date of service', '2024-02-30', /no day of the calendar/],
      ['Dose a day', '12 mg', /must be a number/],
      ['Dose a day', '0', /not more than 0/],
    ])(
      'says at the field %s that %s is no fact, evaluates nothing of it, and does not save it',
      async (label, text, said) => {
        const page = await openDesk();
        await openCase(page, 'a.json', JSON.stringify(shipped('first-course-prescribed-by-neurologist')));
        const field = page.getByLabel(label, { exact: true });
        await field.fill(text);
        await page.getByLabel('Product asked for').focus();
        expect(await field.inputValue()).toBe(text);
        expect(await field.getAttribute('aria-invalid')).toBe('true');
        const describedBy = (await field.getAttribute('aria-describedby')) ?? '';
        expect(await page.locator(`[id="${describedBy}"]`).textContent()).toMatch(said);
        if (label === 'Date of service') expect(await page.locator('.outcome').count()).toBe(0);
        else expect(await outcome(page)).toContain('Pended');
        await page.getByRole('button', { name: 'Save' }).click();
        expect(await page.getByRole('alert').textContent()).toMatch(said);
        expect(await field.evaluate((each) => each.matches(':focus'))).toBe(true);
        await page.close();
      },
    );

    it('takes a date of digits alone, as a phone types it', async () => {
      const page = await openDesk();
      await page.getByLabel('Date of service').pressSequentially('20240603');
      await page.keyboard.press('Tab');
      expect(await page.getByLabel('Date of service').inputValue()).toBe('2024-06-03');
      await page.close();
    });

    it('counts an entry without its drug for nothing, nor the history for whole, and says so', async () => {
      const page = await openDesk();
      await openCase(page, 'a.json', JSON.stringify(shipped('bafiertam-after-dimethyl-fumarate')));
      await page.locator('[id="f-drugs.0.agent"]').fill('');
      expect(await page.locator('[id="f-drugs.0.agent-problem"]').textContent()).toMatch(/missing/);
      const { drugs = [], drugsComplete: _, ...rest } = shipped('bafiertam-after-dimethyl-fumarate');
      const { determine } = await evaluatorOf(compiledIp0213.kernel);
      const { outcome: decided, clauses } = determine({ ...rest, drugs: drugs.slice(1) });
      expect(await shownDetermination(page)).toMatchObject({ outcome: decided, clauses: [...clauses] });
      await page.close();
    });
  });

  describe('files', () => {
    it.each(['bafiertam-after-dimethyl-fumarate', 'reauthorization-all-met', 'icd10-g35d-subtype-unknown'])(
      '%s, opened and saved and opened, is the same case',
      async (name) => {
        const page = await openDesk();
        await openCase(page, 'a.json', JSON.stringify(shipped(name)));
        const before = await shownDetermination(page);
        const text = await saved(page);
        expect(readCase(Buffer.from(text), schema).record).toEqual(shipped(name));
        expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(shipped(name)));
        await page.getByRole('button', { name: 'New' }).click();
        await openCase(page, 'b.json', text);
        expect(await shownDetermination(page)).toEqual(before);
        await page.close();
      },
    );

    it.each([
      ['no JSON', '{ "request": '],
      ['a list', '[]'],
      ['an empty file', ''],
      ['a key twice', '{"request":{"dateOfService":"2024-06-03"},"request":{"dateOfService":"2024-06-03"}}'],
      ['an unknown key', '{"request":{"dateOfService":"2024-06-03"},"finding":{}}'],
      ['no date of service', '{"request":{}}'],
      ['a day that is none', '{"request":{"dateOfService":"2024-02-30"}}'],
      ['a wrong name', '{"request":{"dateOfService":"2024-06-03","product":"lemtrda"}}'],
      ['several errors', '{"request":{"dateOfService":3,"kind":"new"},"drugs":[{}]}'],
    ])('%s is refused in the words of decide, and the form stays as it was', async (_name, text) => {
      const page = await openDesk();
      await load(page, 'hiv-documented-denied');
      const before = await saved(page);
      await page
        .locator('#case-file')
        .setInputFiles({ name: 'wrong.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await page.getByRole('alert').waitFor();
      const lines = await page.getByRole('alert').getByRole('listitem').allTextContents();
      const refused = readCase(Buffer.from(text), schema).problems.map((problem) => problem.text);
      expect(refused.length).toBeGreaterThan(0);
      // Where JSON itself is wrong, each engine says so in words of its own.
      const comparable = (line: string) => line.replace(/^(The file is no JSON).*$/s, '$1');
      expect(lines.map(comparable)).toEqual(refused.map(comparable));
      await page.getByRole('button', { name: 'Dismiss' }).click();
      expect(await saved(page)).toBe(before);
      await page.close();
    });

    it('takes a case that is pasted, and one that is dropped', async () => {
      const page = await openDesk();
      await page.getByRole('button', { name: 'Paste…' }).click();
      await page.getByLabel('The text of a case file').fill(JSON.stringify(shipped('hiv-documented-denied')));
      await page.getByRole('button', { name: 'Take it' }).click();
      expect(await outcome(page)).toContain('Denied');
      const dropped = await page.evaluateHandle(`(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([${JSON.stringify(JSON.stringify(shipped('reauthorization-all-met')))}], 'dropped.json'));
        return transfer;
      })()`);
      await page.dispatchEvent('#desk-form', 'drop', { dataTransfer: dropped });
      await page.getByText('dropped.json is open.').waitFor();
      expect(await outcome(page)).toContain('Approved');
      await page.close();
    });

    it('undoes what was done, an opened case as well', async () => {
      const page = await openDesk();
      await load(page, 'hiv-documented-denied');
      await load(page, 'reauthorization-all-met');
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await outcome(page)).toContain('Denied');
      await page.close();
    });

    it('asks before changes are lost, and only then', async () => {
      const page = await openDesk();
      let asked = 0;
      page.on('dialog', (dialog) => {
        asked += 1;
        void dialog.accept();
      });
      await load(page, 'hiv-documented-denied');
      await page.reload();
      expect(asked).toBe(0);
      await page.getByLabel('Date of service').click();
      await page.keyboard.type('2024-06-03');
      await page.reload();
      expect(asked).toBe(1);
      await page.close();
    });

    it('is kept when the page loads itself again, and in nothing afterwards', async () => {
      const page = await openDesk();
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.message());
        void dialog.accept();
      });
      await page.getByLabel('Date of service').fill('2024-06');
      await page.getByLabel('Dose a day').fill('12');
      await page.evaluate("window.dispatchEvent(new Event('triplicate:leave')); location.reload()");
      await expect.poll(() => page.getByLabel('Dose a day').inputValue()).toBe('12');
      expect(await page.getByLabel('Date of service').inputValue()).toBe('2024-06');
      expect(asked).toEqual([]);
      expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0);
      await page.close();
    });
  });

  it('shows what would happen if a fact were otherwise, and puts it back', async () => {
    const page = await openDesk();
    await load(page, 'first-course-prescribed-by-neurologist');
    expect(await outcome(page)).toContain('Approved');
    await page.getByRole('button', { name: 'What if…' }).click();
    await page.getByLabel('Dose a day').fill('24');
    expect(await page.locator('.what-if [role=status]').textContent()).toBe(
      'Was Approved → now Approved as modified; 2 clauses moved.',
    );
    expect(await page.locator('.outcome .was').textContent()).toBe('Was: Approved by the policy');
    const moved = page.locator('.clause.moved');
    expect(await moved.count()).toBe(2);
    expect(await moved.first().textContent()).toContain('Not met (was met)');
    await page.getByRole('button', { name: 'Put it back' }).click();
    expect(await page.getByLabel('Dose a day').inputValue()).toBe('12');
    expect(await outcome(page)).toContain('Approved');
    await page.getByLabel('Dose a day').fill('24');
    await page.getByRole('button', { name: 'What if…' }).click();
    await page.getByRole('button', { name: 'Keep the change' }).click();
    expect(await page.locator('.clause.moved').count()).toBe(0);
    expect(await page.getByLabel('Dose a day').inputValue()).toBe('24');
    await page.close();
  });

  it('leads from what is missing to its field, wherever that is', async () => {
    const page = await openDesk();
    await load(page, 'bafiertam-after-dimethyl-fumarate');
    await page.getByRole('button', { name: /Whether Bafiertam counts/ }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('f-drugs.1.agent');
    await load(page, 'hiv-documented-denied');
    await page.getByRole('button', { name: /Cannot change/ }).click();
    expect(await page.evaluate("document.activeElement.closest('[data-question]').dataset.question")).toBe(
      'findings.hiv-infection',
    );
    await page.close();
  });

  describe('letters', () => {
    it.each([
      [
        'first-course-prescribed-by-neurologist',
        'Approval',
        [
          'approved by the policy',
          'For up to',
          '12 mg a day on 5 days, 60 mg in all (Dosing.A).',
          'billing units',
        ],
        ['How to appeal'],
      ],
      [
        'turns-seventeen-a-day-after-date-of-service',
        'Denial',
        ['denied by the policy', 'A: ', '17 years of age or older', 'How to appeal'],
        ['For up to'],
      ],
      [
        'hiv-documented-denied',
        'Denial',
        ['Exclusion: Applies: Human Immunodeficiency Virus (HIV) Infection'],
        [],
      ],
      [
        'hiv-unknown-pended',
        'Request for further information',
        ['Please send', 'Whether the patient has human immunodeficiency virus (HIV) infection'],
        ['How to appeal', 'For up to'],
      ],
      ['double-dose-modified-to-first-course', 'Approval as modified', ['as modified', 'How to appeal'], []],
    ] as const)('of %s: %s, a draft to sign', async (name, title, has, hasNot) => {
      const page = await openDesk();
      await load(page, name);
      const letter = page.getByRole('article', { name: 'Draft letter' });
      const text = (await letter.textContent()) ?? '';
      expect(text).toContain('DRAFT for a reviewer to sign. Not sent.');
      expect(await letter.getByRole('heading', { level: 3 }).textContent()).toBe(title);
      for (const each of has) expect(text).toContain(each);
      for (const each of hasNot) expect(text).not.toContain(each);
      await page.getByLabel('Member').fill('A. Member <b>');
      expect(await letter.textContent()).toContain('Member: A. Member <b>');
      await page.close();
    });

    it('is none where the policy does not apply', async () => {
      const page = await openDesk();
      await load(page, 'campath-not-applicable');
      expect(await page.getByRole('article', { name: 'Draft letter' }).count()).toBe(0);
      await page.close();
    });

    it('prints alone, as the determination does', async () => {
      const page = await openDesk();
      await load(page, 'hiv-documented-denied');
      await page.evaluate('window.print = () => undefined');
      await page.getByRole('button', { name: 'Print the letter' }).click();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.letter').isVisible()).toBe(true);
      for (const other of ['#result', '#desk-form', '.head', '.letter-fields'])
        expect([other, await page.locator(other).isVisible()]).toEqual([other, false]);
      await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
      await page.emulateMedia({ media: 'screen' });
      await page.getByRole('button', { name: 'Print the determination' }).click();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.outcome').isVisible()).toBe(true);
      for (const other of ['.letter', '#desk-form'])
        expect([other, await page.locator(other).isVisible()]).toEqual([other, false]);
      await page.close();
    });
  });

  describe('for everyone', () => {
    const states: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
      ['empty', async () => undefined],
      ['pended', (page) => load(page, 'bafiertam-after-dimethyl-fumarate')],
      [
        'denied, all unfolded and compared',
        async (page) => {
          await load(page, 'hiv-documented-denied');
          await page.getByRole('button', { name: 'What if…' }).click();
          await page.getByLabel('Dose a day').fill('24');
          for (const summary of await page.locator('.folded > summary').all()) await summary.click();
          await page.getByText('As JSON', { exact: true }).click();
        },
      ],
      [
        'wrong',
        async (page) => {
          await load(page, 'hiv-documented-denied');
          await page.getByLabel('Date of service').fill('2024-02-30');
          await page.getByRole('button', { name: 'Save' }).click();
        },
      ],
      ['pasting', (page) => page.getByRole('button', { name: 'Paste…' }).click()],
    ];
    it.each(states)('axe finds nothing where it is %s, in light and dark', async (_name, reach) => {
      const page = await openDesk();
      await reach(page);
      expect(await violations(page, axe.source)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, axe.source, 'of colours')).toEqual([]);
      await page.close();
    });

    it.each(states)('scrolls in one direction alone at 320 pixels where it is %s', async (_name, reach) => {
      const page = await openDesk({ width: 320, height: 640 });
      await reach(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      await page.close();
    });

    it('is worked by the keyboard alone, from the first field to a saved case', async () => {
      const page = await openDesk();
      const press = async (key: string, times = 1) => {
        for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
      };
      const tabTo = async (id: string) => {
        for (let step = 0; step < 200; step += 1) {
          await press('Tab');
          if ((await page.evaluate('document.activeElement.id')) === id) return;
        }
        throw new Error(`Tab does not lead to ${id}.`);
      };
      await press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('To the form');
      await press('Enter');
      await press('Tab');
      // From what is chosen, that it is unknown, on to the first choice.
      await press('ArrowRight');
      await tabTo('f-request.product');
      await page.keyboard.type('Lemtrada');
      await tabTo('f-request.indication');
      await page.keyboard.type('Multiple');
      await tabTo('f-request.dateOfService');
      await page.keyboard.type('2024-06-03');
      expect(await outcome(page)).toContain('Pended');
      await page.locator('.missing button').first().focus();
      await press('Enter');
      expect(await page.evaluate("document.activeElement.closest('[data-question]') !== null")).toBe(true);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save' }).press('Enter'),
      ]);
      expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toEqual({
        request: {
          kind: 'initial',
          product: 'lemtrada',
          indication: 'multiple-sclerosis',
          dateOfService: '2024-06-03',
        },
      });
      await page.close();
    });

    it('says a new outcome to who does not see it', async () => {
      const page = await openDesk();
      await load(page, 'hiv-unknown-pended');
      const said = page.locator('#result > [role=status]');
      expect(await said.textContent()).toBe('Pended: 1 fact missing');
      await page.getByRole('radio', { name: 'Documented' }).first().check();
      expect(await said.textContent()).toBe('Denied');
      await page.close();
    });
  });

  describe('hostile text', () => {
    it('in a case is shown, never run', async () => {
      const page = await open();
      const found = wrongs(page);
      await page.goto(address);
      const text = `<img src=x onerror=alert(1)> </script><script>alert(2)</script> ${hostile}`;
      const record = {
        request: { dateOfService: '2024-06-03', product: 'lemtrada' },
        drugs: [{ agent: text, current: true }],
      };
      await openCase(page, 'a.json', JSON.stringify({ about: text, ...record }));
      expect(await page.locator('.about').textContent()).toContain('<img src=x onerror=alert(1)>');
      expect(await page.locator('[id="f-drugs.0.agent"]').inputValue()).toBe(text.replaceAll('\n', ''));
      expect(await page.locator('img').count()).toBe(0);
      await page.locator('#case-file').setInputFiles({
        name: '<b>.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify({ [text]: text })),
      });
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').textContent()).toContain('<img src=x');
      expect(found).toEqual([]);
      await page.close();
    });

    it('in a policy is shown, never run, and hides nothing', async () => {
      const text = `<img src=x onerror=alert(1)> ${hostile}`;
      const page = await open();
      const found = wrongs(page);
      await page.goto(folder?.add({ ...compiledByHand(hostilePolicy(text)), name: 'hostile' }) ?? '');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('<img src=x');
      await page.getByLabel('Date of service').fill('2024-06-03');
      await page.getByLabel('Product asked for').selectOption('brand');
      await page.locator('.outcome').waitFor();
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.evaluate("document.body.innerText.includes('\\u202e')")).toBe(false);
      expect(await page.locator('body').innerText()).toContain('[U+202E]');
      expect(found).toEqual([]);
      await page.close();
    });
  });
});

/** Fills a case in by the fields and keys that a reviewer uses. */
async function typeIn(page: Page, record: CaseRecord): Promise<void> {
  const field = (path: string) => page.locator(`[id="f-${path}"]`);
  const unfold = async () => {
    for (const summary of await page.locator('.folded:not([open]) > summary').all()) await summary.click();
  };
  const put = async (path: string, value: unknown): Promise<void> => {
    if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) {
        await page
          .locator(`[data-question="${path}"]`)
          .getByRole('button', { name: /^Add an? / })
          .click();
        await put(`${path}.${index}`, entry);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) await put(`${path}.${key}`, part);
    } else await enter(path, value);
  };
  const enter = async (path: string, value: unknown): Promise<void> => {
    // A finding's grade alone is short for an object.
    const place = /^findings\.[^.]*$/.test(path) ? `${path}.evidence` : path;
    const control = field(place);
    await control.waitFor({ state: 'attached' });
    const kind = await control.evaluate((each) => `${each.tagName} ${each.getAttribute('type')}`);
    const words = value === true ? 'yes' : value === false ? 'no' : String(value);
    if (kind.startsWith('SELECT')) await control.selectOption(words);
    else if (kind.endsWith('radio')) await page.locator(`input[name="f-${place}"][value="${words}"]`).check();
    else {
      await control.focus();
      await page.keyboard.type(words);
      await page.keyboard.press('Tab');
    }
  };
  await put('request', record.request);
  await unfold();
  for (const [key, value] of Object.entries(record)) {
    if (key === 'request') continue;
    await unfold();
    await put(key, value);
  }
}
