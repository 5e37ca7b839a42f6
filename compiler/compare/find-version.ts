import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { WrongInput } from '../generated-policy.ts';
import { compile } from '../pipeline.ts';
import { policyFolder } from '../read/find-modules.ts';
import { policyName } from '../read/policy-names.ts';
import { diagnosticsText } from '../report/diagnostics.ts';
import type { Version } from './compare-policies.ts';
import { commitOf, contentsOf, filesOf } from './git.ts';

/** Where a policy is to be looked for: in a project, as it is or as it was. */
interface Sought {
  readonly root: string;
  readonly name: string;
  readonly revision?: string;
}

/**
 * Compiles one version of a policy: `NAME` or `FILE.ts` as it is, `NAME@REVISION` as git has it. An old version is
 * written to a temporary folder, read there and removed again: the project stays as it is, and nothing of it is run.
 * @throws WrongInput where it is not there or does not compile.
 */
export async function findVersion(
  root: string,
  label: string,
  calledFrom = process.env['INIT_CWD'],
): Promise<Version> {
  const sought = soughtBy(root, label, calledFrom);
  if (sought.revision === undefined) return compiledVersion(sought.root, sought.name, label);
  const commit = await commitOf(sought.root, sought.revision);
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'triplicate-diff-'));
  try {
    await writeModules(sought.root, commit, folder);
    return await compiledVersion(folder, sought.name, label);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function soughtBy(root: string, label: string, calledFrom: string | undefined): Sought {
  const place = label.indexOf('@');
  const [named, revision] = place < 0 ? [label] : [label.slice(0, place), label.slice(place + 1)];
  if (revision === '')
    throw new WrongInput(`'${label}' names no revision: write NAME@REVISION, as ip0213-alemtuzumab@HEAD~1.`);
  const found = named.endsWith('.ts') ? fileIn(named, root, calledFrom) : { root, name: named };
  return { ...found, ...(revision === undefined ? {} : { revision }) };
}

/** The project that a module belongs to, and what the policy in it is called there. */
function fileIn(file: string, root: string, calledFrom: string | undefined): Sought {
  const places = [resolve(file), ...(calledFrom === undefined ? [] : [resolve(calledFrom, file)])];
  const path = places.find((each) => existsSync(each) && statSync(each).isFile());
  if (path === undefined)
    throw new WrongInput(`${file} is not there. Name a policy, or the module that holds it.`);
  const project = isBelow(root, path) ? root : projectOf(path);
  const home = policyFolder(project);
  if (!isBelow(home, path))
    throw new WrongInput(`${file} is no policy of its project: policies lie below ${home}.`);
  return { root: project, name: policyName(home, path) };
}

/** The nearest folder above a module that looks like a project's; the module's own where none does. */
function projectOf(path: string): string {
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) {
    if (['package.json', 'policies', '.git'].some((entry) => existsSync(join(folder, entry)))) return folder;
  }
  return basename(path) === 'policy.ts' ? dirname(dirname(path)) : dirname(path);
}

function isBelow(folder: string, path: string): boolean {
  const within = relative(folder, path);
  return within !== '' && !within.startsWith('..') && !within.startsWith(sep);
}

/** Writes every module of a commit below a project's folder to another folder. */
async function writeModules(root: string, commit: string, folder: string): Promise<void> {
  const modules = (await filesOf(root, commit)).filter(
    ({ path }) => path.endsWith('.ts') && !path.split('/').includes('node_modules'),
  );
  const below = modules.filter(({ path }) => path.startsWith('policies/'));
  // As when a project is read: where there is a folder of policies, the policies are there.
  const wanted = below.length > 0 ? below : modules;
  const contents = await contentsOf(
    root,
    wanted.map(({ object }) => object),
  );
  for (const { path, object } of wanted) {
    const target = resolve(folder, path);
    const content = contents.get(object);
    // A commit that was made by hand may name a path outside.
    if (!isBelow(folder, target) || content === undefined) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

async function compiledVersion(root: string, name: string, label: string): Promise<Version> {
  const { policies, diagnostics } = await compile({ root, only: name });
  // A case that is out of date is no fault of the criteria; diff tells what it is out of date with.
  const errors = diagnostics.filter(({ severity, code }) => severity === 'error' && !code.startsWith('TRI5'));
  const compiled = policies.find((policy) => policy.name === name);
  if (compiled !== undefined && errors.length === 0) return { label, compiled };
  throw new WrongInput(`'${label}' can't be compared:\n\n${diagnosticsText(errors).trimEnd()}`);
}
