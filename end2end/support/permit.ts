import { expect, type Browser, type Page } from "@playwright/test";
import { newPhone, signedIn } from "./people";
import { png } from "./pictures";

/** Sends what was typed into a part of the form. */
export const next = (page: Page) => page.getByRole("button", { name: "Simpan dan lanjutkan" }).click();

/** Begins an application; answers number and PIN. */
export async function begin(page: Page, phone: string) {
  await page.goto("/izin/rekomendasi-merek");
  await page.getByRole("link", { name: "Ajukan sekarang" }).click();
  await page.getByLabel("Nama lengkap").fill("Tarsinah Wulan");
  await page.getByLabel("Nomor HP (WhatsApp)").fill(phone);
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Permohonan Rekomendasi Merek");
  return { number: (await page.locator("[data-nomor]").textContent())!, pin: (await page.locator("[data-pin]").textContent())! };
}

/** A file as a browser chooses it. */
type Chosen = { name: string; mimeType: string; buffer: Buffer };

export async function fillIn(page: Page, brand = "Bu Wulan", ktp: Chosen = png("ktp.png", [120, 80, 40])) {
  await page.getByRole("link", { name: "Pemilik merek" }).click();
  await page.getByLabel("Nama lengkap").fill("Tarsinah Wulan");
  await page.getByLabel("NIK").fill("3603014107850001");
  await page.getByLabel("NIB").fill("1242300876140");
  await next(page);
  await page.getByLabel("Nama merek").fill(brand);
  await page.getByLabel("Barang atau jasa").fill("Keripik pisang");
  await page.getByLabel("Sudah").check();
  await next(page);
  await page.getByLabel("Foto KTP").setInputFiles(ktp);
  await page.getByLabel("Etiket merek").setInputFiles(png("etiket.png", [40, 120, 80]));
  await next(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Periksa jawaban Anda");
}

export async function send(page: Page) {
  await page.getByLabel("Saya menyatakan isian dan dokumen ini benar.").check();
  await page.getByRole("button", { name: "Kirim permohonan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Permohonan terkirim");
}

/** The demo accounts, by duty. */
export const OFFICERS = {
  loket: "0811-1000-0011",
  verifikator: "0811-1000-0012",
  lapangan: "0811-1000-0013",
  penyetuju: "0811-1000-0014",
  bendahara: "0811-1000-0015",
  /** Has every duty. */
  semua: "0811-1000-0003",
};

/** A window of its own, signed in with the demo account of a duty. */
export const officer = (browser: Browser, duty: keyof typeof OFFICERS, javaScriptEnabled: boolean) =>
  signedIn(browser, OFFICERS[duty], javaScriptEnabled);

/** The rows of the inbox that these words find. */
export async function find(page: Page, words: string, drawer = "berjalan") {
  await page.goto(`/dinas/izin?laci=${drawer}`);
  await page.getByLabel("Nomor, usaha, atau pemohon").fill(words);
  await page.getByRole("button", { name: "Cari" }).click();
  return page.locator(".cases tbody tr");
}

/** Opens the case about a business. */
export async function open(page: Page, subject: string, drawer = "berjalan") {
  const rows = await find(page, subject, drawer);
  await rows.getByRole("link", { name: subject }).click();
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
}

/** The way to a step that is not the first one. */
export async function unfold(page: Page, step: string) {
  await page.locator("summary", { hasText: step }).click();
}

/** An application that was handed in; answers its number. */
export async function handIn(page: Page, brand?: string, ktp?: Chosen) {
  const { number } = await begin(page, newPhone());
  await fillIn(page, brand, ktp);
  await send(page);
  return number;
}

/** The verifikator takes the case and accepts every document. */
export async function examine(browser: Browser, number: string, javaScriptEnabled: boolean) {
  const office = await officer(browser, "verifikator", javaScriptEnabled);
  await office.goto(`/dinas/izin/${number}`);
  await office.getByRole("button", { name: "Ambil dan periksa" }).click();
  for (const path of ["ktp", "etiket"]) {
    const document = office.locator(`[id='d-${path}']`);
    await document.getByRole("button", { name: "Terima" }).click();
    await expect(document.locator(".state")).toHaveText("Diterima");
  }
  return office;
}
