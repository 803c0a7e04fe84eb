import { expect, type Page } from "@playwright/test";

/** Puts the first hit of a list into the cart; ends on the cart. */
export async function fillCart(page: Page, list: string) {
  await page.goto(list);
  await page.locator(".good__name a").first().click();
  // The demo shelf has least of the first choice, and the stories beside this one buy too.
  await page.locator("input[name=varian]:enabled").last().check();
  await page.getByRole("button", { name: "Masukkan keranjang" }).click();
  // Without scripts the form leads there; with them a link appears once it is in.
  const there = page.getByRole("heading", { level: 1, name: "Keranjang" });
  await there.or(page.getByRole("link", { name: "Lihat keranjang" })).first().waitFor();
  await page.goto("/keranjang");
  await expect(there).toBeVisible();
}
