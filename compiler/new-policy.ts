import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WrongInput } from './generated-policy.ts';
import { findModules } from './read/find-modules.ts';
import { jsonText, visible } from './visible-text.ts';
import { codeOf, writeFailure } from './write/write-failure.ts';

/** What starts a policy; `today` is the day that stands for its dates until they are filled in. */
export interface NewPolicy {
  readonly number: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** What was written: the folder's name and its path in the project. */
export interface StartedPolicy {
  readonly name: string;
  readonly folder: string;
}

/**
 * Starts a policy in a folder of its own: a small policy that compiles, and a case of it. The folder appears whole or
 * not at all.
 * @throws WrongInput where number or title can't be taken, or the folder is there.
 */
export async function startPolicy(root: string, given: NewPolicy): Promise<StartedPolicy> {
  const number = printable('number', given.number);
  const title = printable('title', given.title);
  const name = slugOf(number, title);
  const home = homeIn(root);
  const folder = home === '' ? name : `${home}/${name}`;
  const taken = () =>
    new WrongInput(`${folder} is there already, and nothing was written. Give another number or title.`);
  if (existsSync(join(root, folder))) throw taken();
  try {
    await mkdir(join(root, home), { recursive: true });
    // A name that begins with a dot is no policy to the compiler: what a killed run leaves harms nothing.
    const draft = await mkdtemp(join(root, home, '.new-'));
    try {
      await mkdir(join(draft, 'cases'));
      await writeFile(join(draft, 'policy.ts'), policyText({ number, title, today: given.today }, name));
      await writeFile(join(draft, 'cases/every-criterion-met.json'), caseText(given.today, name));
      await rename(draft, join(root, folder));
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  } catch (error) {
    if (['EEXIST', 'ENOTEMPTY'].includes(codeOf(error) ?? '')) throw taken();
    throw writeFailure(folder, error);
  }
  return { name, folder };
}

/** Where policies are: in `policies/`, or in the project's folder itself where it has its policies there. */
function homeIn(root: string): string {
  if (existsSync(join(root, 'policies'))) return 'policies';
  return findModules(root, (path) => path).paths.length > 0 ? '' : 'policies';
}

const longest = 200;

/** A text that can stand in a policy: on one line, and every character of it is seen. */
function printable(what: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new WrongInput(`The ${what} is empty.`);
  if (trimmed.length > longest) throw new WrongInput(`The ${what} has more than ${longest} characters.`);
  if (visible(trimmed) !== trimmed) {
    throw new WrongInput(
      `The ${what} holds a line break or a character that can't be seen: ${visible(trimmed)}`,
    );
  }
  return trimmed;
}

/** The folder's name: small letters, digits and hyphens alone, so that it stays in its place whatever was given. */
function slugOf(number: string, title: string): string {
  const slug = `${number} ${title}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  if (slug === '' || slug === 'index') {
    throw new WrongInput(
      `'${number} ${title}' names no folder: it needs letters from a to z, or digits, and can't be 'index'.`,
    );
  }
  return slug;
}

/** A string literal: past these two escapes nothing in a text on one line can end it. */
function literal(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function policyText({ number, title, today }: NewPolicy, name: string): string {
  const called = (what: string) => literal(`${what} (${number})`);
  return `import {
  ageAtLeast,
  allOf,
  disease,
  documented,
  finding,
  indication,
  ingredient,
  policy,
  product,
  vocabulary,
} from 'triplicate';

// Made up, so that the policy compiles: put the drug, the disease and the findings of the policy in its place, and share
// them with other policies from a module of their own.
const drug = ingredient({ id: '${name}-drug', name: ${called('drug')} });
const brand = product({
  id: '${name}-brand',
  brand: ${called('Brand')},
  ingredient: drug,
  form: 'tablets',
  mode: 'Oral',
});
const illness = disease({ id: '${name}-disease', name: ${called('Disease')} });
const sign = finding({ id: '${name}-finding', name: ${called('finding')} });

/** A start: number and title are given, and everything else is to be replaced by what is published. */
export const newPolicy = policy({
  number: ${literal(number)},
  title: ${literal(title)},
  effective: '${today}',
  product: brand,
  vocabulary: vocabulary({ products: [brand], findings: [sign], diseases: [illness] }),
  medicalNecessity: indication(illness, allOf({ age: ageAtLeast(18), sign: documented(sign) })),
});
`;
}

function caseText(today: string, name: string): string {
  return jsonText({
    about: 'Made up: every criterion is met.',
    expected: {
      outcome: 'approved',
      layer: 'policy',
      clauses: { indication: 'met', age: 'met', sign: 'met', 'exclusions.otherUse': 'not-met' },
      missing: [],
    },
    request: {
      kind: 'initial',
      product: `${name}-brand`,
      indication: `${name}-disease`,
      dateOfService: today,
      planDocument: 'silent',
      mandate: 'none',
    },
    patient: { birthDate: '1950-01-01' },
    findings: { [`${name}-finding`]: 'documented' },
  });
}
