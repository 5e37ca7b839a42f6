import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

/** The repository's folder. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A small policy, as an author outside the repository writes one. */
export const demoPolicy = (
  age = 18,
  number = 'DEMO1',
) => `import { ageAtLeast, allOf, documented, indication, months, oneOf, policy, prescribedByOrInConsultationWith } from 'triplicate';
import { disablingRelapse, lemtrada, mriHighlyActive, multipleSclerosis, neurology, sharedVocabulary } from 'triplicate/vocabulary';

export const demo = policy({
  number: '${number}',
  title: 'A demonstration',
  effective: '2024-01-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  durations: { initial: months(6) },
  medicalNecessity: indication(
    multipleSclerosis,
    allOf({
      age: ageAtLeast(${age}),
      activity: documented(oneOf({ disablingRelapse, mri: mriHighlyActive })),
      prescriber: prescribedByOrInConsultationWith(neurology),
    }),
  ),
});
`;

/** A case of that policy which it approves. */
export const demoCase = {
  request: {
    kind: 'initial',
    product: 'lemtrada',
    indication: 'multiple-sclerosis',
    dateOfService: '2024-06-03',
    planDocument: 'silent',
    mandate: 'none',
  },
  patient: { birthDate: '1980-02-29' },
  prescriber: { specialties: { neurology: true } },
  findings: { 'disabling-relapse': 'documented', 'mri-highly-active': 'absent' },
} as const;

/** A project in a folder of its own, removed at the end. */
export interface Project {
  readonly root: string;
  readonly write: (path: string, text: string) => void;
  readonly remove: () => void;
}

/** Makes a project that holds these files. */
export function project(files: Readonly<Record<string, string>>, prefix = 'triplicate-test-'): Project {
  const root = mkdtempSync(join(tmpdir(), prefix));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The repository's own policies and cases, copied. */
export function copyOfPolicies(prefix?: string): Project {
  const copy = project({}, prefix);
  cpSync(join(repository, 'policies'), join(copy.root, 'policies'), { recursive: true });
  return copy;
}

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the bin, built from its source before all tests, in a project and waits. */
export function triplicate(
  root: string,
  args: readonly string[],
  { env = {}, input = '' }: { readonly env?: Readonly<Record<string, string>>; readonly input?: string } = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inject('command'), '--root', root, ...args],
    {
      cwd: repository,
      encoding: 'utf8',
      input,
      env: { ...process.env, NO_COLOR: '1', ...env },
    },
  );
  return { code: status, out: stdout, err: stderr };
}

/** Starts the bin and does not wait. */
export function start(root: string, args: readonly string[]) {
  return spawn(process.execPath, [inject('command'), '--root', root, ...args], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
}

/** Every file below a folder with its text, by path. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')] as const),
  );
}
