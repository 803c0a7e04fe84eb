import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

/**
 * Fails with every broken WCAG rule and the elements that break it. axe is a script in the page, so it looks in the
 * project with scripts only; the HTML is the same in both.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (test.info().project.name === "nojs") return;
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html) }));
  expect(found).toEqual([]);
}
