/** Prints one part of the page: the letter, or the determination. */
export function printPart(part: 'letter' | 'determination'): void {
  document.body.dataset['print'] = part;
  window.addEventListener('afterprint', () => delete document.body.dataset['print'], { once: true });
  window.print();
}
