/** Whether a stream shows colours: a terminal does, unless NO_COLOR is set (https://no-color.org). */
export function hasColour(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  const { NO_COLOR: refused, TERM: terminal } = environment;
  return stream.isTTY === true && (refused === undefined || refused === '') && terminal !== 'dumb';
}

/** Ends quietly when the reader of our output has gone, as `head` does after ten lines. */
export function endWithReader(): void {
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

/** All of standard input. */
export async function standardInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) process.stderr.write('Reading a case from the keyboard; end with Ctrl-D.\n');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
