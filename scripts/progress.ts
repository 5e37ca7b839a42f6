import { Worker } from 'node:worker_threads';

/**
 * Shows on a terminal that work goes on, once it has taken a second. A thread of its own shows it, for reading
 * policies keeps the main one busy. Returns what ends it.
 */
export async function showProgress(label: string): Promise<() => Promise<void>> {
  const stream = process.stderr;
  if (!stream.isTTY) return async () => undefined;
  const worker = new Worker(ticker, { eval: true, workerData: { label, fd: stream.fd } });
  worker.on('error', () => undefined);
  worker.unref();
  return async () => {
    await worker.terminate();
    stream.write('\r\u001b[K');
  };
}

const ticker = `
const { writeSync } = require('node:fs');
const { workerData: { label, fd } } = require('node:worker_threads');
const began = Date.now();
setInterval(() => {
  const seconds = Math.floor((Date.now() - began) / 1000);
  if (seconds > 0) writeSync(fd, '\\r' + label + ' ' + seconds + ' s');
}, 250);
`;
