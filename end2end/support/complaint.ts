import { expect, type Page } from "@playwright/test";
import { newPhone } from "./people";

export const STORY = "Hari Senin loket tutup pukul sepuluh, padahal di papan tertulis pukul empat sore.";

/** Makes a complaint about a service; answers number and PIN. */
export async function complain(page: Page, privacy: "Petugas yang menangani" | "Rahasia" | "Tanpa nama") {
  await page.goto("/pengaduan");
  await page.getByLabel("Layanan dinas").check();
  await page.getByLabel("Layanan yang mana?").selectOption({ label: "Rekomendasi Merek" });
  await page.getByLabel("Apa yang terjadi?").fill(STORY);
  // The line below each answer is part of its label.
  await page.locator("label.choice", { hasText: privacy }).getByRole("radio").check();
  if (privacy !== "Tanpa nama") {
    await page.getByLabel("Nama Anda").fill("Mursalim Hadi");
    await page.getByLabel("Nomor HP (WhatsApp)").fill(newPhone());
  }
  await page.getByRole("button", { name: "Kirim pengaduan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pengaduan terkirim");
  return { number: (await page.locator("[data-nomor]").textContent())!, pin: (await page.locator("[data-pin]").textContent())! };
}
