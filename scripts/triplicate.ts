#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { resolve } from 'node:path';
import { WrongInput } from '../compiler/generated-policy.ts';
import { WriteFailure } from '../compiler/write/write-failure.ts';
import { endWithReader } from './terminal.ts';
import { version } from './version.ts';

// The commands are loaded when they are asked for: what reads TypeScript takes most of a second to load.

const program = new Command('triplicate')
  .description('Compiles coverage policies to evaluators, criteria text and coverage matrices.')
  .version(version())
  .option('--root <folder>', "the project's folder", '.')
  .showHelpAfterError('(triplicate --help lists the commands and their options)');

program
  .command('generate')
  .description('compile all policies, or one, into generated/')
  .argument('[policy]', 'the name of its folder, as ip0213-alemtuzumab')
  .option('--check', 'write nothing; fail if a file is missing, stale or extra')
  .option('--prove', 'take over nothing that was found out before: analyse and prove all again')
  .option('--no-prove', 'analyse and prove nothing that was not before: the rest is written at once')
  .option('--watch', 'go on, and compile again what changes')
  .action(
    async (policy: string | undefined, options: { check?: boolean; prove?: boolean; watch?: boolean }) => {
      const { generateCommand } = await import('./generate.ts');
      await end(generateCommand(root(), policy, options));
    },
  );

program
  .command('start')
  .description('generate, and serve the pages of all policies on this machine, kept as new as their sources')
  .option('--port <number>', 'the port of the loopback interface; 0 for any that is free', portOf, 4173)
  .action(async (options: { port: number }) => {
    const { startCommand } = await import('./start.ts');
    await end(startCommand(root(), options));
  });

program
  .command('site')
  .description(
    'build the pages of all policies into site/, to be read from the folder or served by any server',
  )
  .action(async () => {
    const { siteCommand } = await import('./site.ts');
    await end(siteCommand(root()));
  });

program
  .command('decide')
  .description(
    'decide a case by a generated policy, or by the one in force for its product and date of service',
  )
  .argument('<policy>', 'its name in generated/; it may be left out')
  .argument('[case]', 'a case file, or - for standard input')
  .option('--json', 'print the determination as JSON')
  .action(async (first: string, second: string | undefined, options: { json?: boolean }) => {
    const { decideCommand } = await import('./decide.ts');
    const [policy, file] = second === undefined ? [undefined, first] : [first, second];
    await end(decideCommand(root(), policy, file, options));
  });

program
  .command('new')
  .description('start a policy: a folder in policies/ with a policy that compiles and a case of it')
  .argument('<number>', "the publisher's number, as IP0213")
  .argument('<title>', 'its title, as "Alemtuzumab"')
  .action(async (number: string, title: string) => {
    const { newCommand } = await import('./new.ts');
    await end(newCommand(root(), number, title));
  });

program
  .command('cases')
  .description("run every policy's case files, or one policy's, and print what they cover")
  .argument('[policy]', 'its name in generated/')
  .action(async (policy: string | undefined) => {
    const { casesCommand } = await import('./cases.ts');
    await end(casesCommand(root(), policy));
  });

program
  .command('analyze')
  .description(
    'prove what the policies, or one, can and cannot do: criteria that nothing meets, that others imply, that an exclusion cancels, and more; fails only where there is an error',
  )
  .argument('[policy]', 'the name of its folder, as ip0213-alemtuzumab')
  .option('--json', 'print the findings as JSON')
  .action(async (policy: string | undefined, options: { json?: boolean }) => {
    const { analyzeCommand } = await import('./analyze.ts');
    await end(analyzeCommand(root(), policy, options));
  });

program
  .command('diff')
  .description('tell what changed between two versions of a policy, and whose outcome changes with it')
  .argument('<old>', 'a policy by its name, as ip0213-alemtuzumab, or by its module, as my/policy.ts')
  .argument('<new>', 'the same; NAME@REVISION is the policy as git has it, as ip0213-alemtuzumab@HEAD~1')
  .option('--json', 'print the change log as JSON')
  .option('--cohort <folder>', 'count whose outcome changes among the case files of a folder')
  .action(async (older: string, newer: string, options: { json?: boolean; cohort?: string }) => {
    const { diffCommand } = await import('./diff.ts');
    await end(diffCommand(root(), [older, newer], options));
  });

program
  .command('mutate')
  .description(
    "make small slips in every policy's evaluator, or in one's, and see that its made-up cases tell",
  )
  .argument('[policy]', 'its name in generated/')
  .option('--prove', 'take over no proof: prove again what no case tells')
  .option('--json', 'print one line of JSON a policy')
  .action(async (policy: string | undefined, options: { prove?: boolean; json?: boolean }) => {
    const { mutateCommand } = await import('./mutate.ts');
    await end(mutateCommand(root(), policy, options));
  });

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}

function root(): string {
  return resolve(program.opts<{ root: string }>().root);
}

async function end(command: Promise<number>): Promise<void> {
  process.exitCode = await command;
}

endWithReader();
try {
  await program.parseAsync();
} catch (error) {
  const isOurs = error instanceof WrongInput || error instanceof WriteFailure;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    isOurs ? `${message}\n` : `Triplicate failed by a fault of its own: ${message}\nPlease report it.\n`,
  );
  process.exitCode = 1;
}
