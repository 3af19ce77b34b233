import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Everything axe finds on the page as it stands, as short lines. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${impact} ${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
  );
}
