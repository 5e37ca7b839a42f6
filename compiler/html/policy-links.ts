import type { Element } from 'hast';
import { h } from 'hastscript';

const pages = [
  ['All policies', '../index.html'],
  ['Document', 'policy.html'],
  ['Matrix', 'matrix.html'],
  ['Desk', 'desk.html'],
] as const;

/**
 * The pages of a policy in the site, one of them the page that the links stand on.
 * @param pdf whether that page stands there as PDF as well
 */
export function policyLinks(current: 'Document' | 'Matrix' | 'Desk', pdf = false): Element {
  return h('nav.site', { ariaLabel: 'Pages' }, [
    ...pages.map(([text, href]) =>
      text === current ? h('span', { ariaCurrent: 'page' }, text) : h('a', { href }, text),
    ),
    ...(pdf ? [h('a', { href: 'policy.pdf', type: 'application/pdf' }, 'PDF')] : []),
  ]);
}
