import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The page has no violation that axe can find, in both themes, and nothing scrolls sideways at 320 px. */
export async function expectAccessible(page: Page, javaScript: boolean) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // axe runs inside the page, so it needs script.
    if (javaScript) {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(", ")}`)).toEqual([]);
    }
  }
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.locator("html").evaluate((html) => html.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
  await page.setViewportSize(before);
}
