import { expect, type Browser, type Page } from "@playwright/test";
import { signedIn, signUp } from "./people";

export const MENTOR = "0811-1000-0004";
export const COORDINATOR = "0811-1000-0003";

/** An owner on a phone who has asked for mentoring, and its number. */
export async function asked(page: Page, business: string): Promise<string> {
  await signUp(page, "Kokom Komariah");
  await page.goto("/pendampingan/ajukan");
  await page.getByLabel("Nama usaha").fill(business);
  await page.getByLabel("Kecamatan").selectOption({ label: "Tigaraksa" });
  await page.getByLabel("Yang ingin dibenahi").selectOption("pemasaran");
  await page.getByLabel("Ceritakan").fill("Sambal laku di pasar, tetapi belum masuk toko.");
  await page.getByRole("button", { name: "Kirim" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(business);
  return (await page.locator("[data-nomor]").textContent())!;
}

/** The mentor of the demo, who has taken it. */
export async function taken(browser: Browser, number: string, script: boolean): Promise<Page> {
  const mentor = await signedIn(browser, MENTOR, script);
  await mentor.goto(`/pendampingan/${number}`);
  await mentor.getByRole("button", { name: "Ambil pendampingan ini" }).click();
  await expect(mentor.getByText("Berhasil.")).toBeVisible();
  return mentor;
}

/** Opens what is folded away, unless it is open. */
export async function unfold(page: Page, label: string) {
  const fold = page.locator("details", { has: page.locator("summary", { hasText: label }) }).first();
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").first().click();
}

/** `2026-12-24`, so many days from now in Tangerang. */
export function day(later: number): string {
  return new Date(Date.now() + later * 86_400_000).toLocaleDateString("sv", { timeZone: "Asia/Jakarta" });
}
