import { startPolicy } from '../compiler/new-policy.ts';
import { startedText } from '../compiler/report/started.ts';

/** `triplicate new <number> <title>`: returns the exit code. */
export async function newCommand(root: string, number: string, title: string): Promise<number> {
  const today = new Date().toISOString().slice(0, 10);
  process.stdout.write(startedText(await startPolicy(root, { number, title, today })));
  return 0;
}
