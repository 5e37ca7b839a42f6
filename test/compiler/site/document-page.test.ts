import { expect, it } from 'vitest';
import { policyHtml } from '../../../compiler/emit/criteria/policy-html.ts';
import { siteMaker } from '../../../compiler/site/site.ts';
import { compiledIp0213 } from '../../support/compiled-ip0213.ts';

const bundle = { style: '', script: '' };

it('a document leads to its PDF where the site has one', async () => {
  const make = siteMaker({ desk: bundle, matrix: bundle, library: bundle, live: bundle });
  const documentOf = async (pdf: boolean) => {
    const files = await make([compiledIp0213], { pdf });
    const text = files.find(({ path }) => path === `${compiledIp0213.name}/policy.html`)?.text;
    return /<nav class="site".*?<\/nav>/s.exec(String(text))?.[0];
  };
  const link = '<a href="policy.pdf" type="application/pdf">PDF</a>';
  expect(await documentOf(true)).toContain(link);
  // Of the same policy, after it: what was made before is not what is asked for now.
  expect(await documentOf(false)).not.toContain('policy.pdf');
  expect(policyHtml(compiledIp0213)).not.toContain('policy.pdf');
});
