import { expect, test } from "@playwright/test";
import { newPhone } from "../../support/people";
import { begin, fillIn, next, send } from "../../support/permit";
import { png } from "../../support/pictures";
import { expectAccessible } from "../a11y";

test("an applicant fills in, checks, sends, and knows until when", async ({ page, javaScriptEnabled, request }) => {
  const { number, pin } = await begin(page, newPhone());
  expect(number).toMatch(/^IZN-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
  expect(pin).toMatch(/^\d{6}$/);
  await expect(page.locator(".tasks .state")).toHaveText(["Belum diisi", "Belum diisi", "Belum diisi"]);
  await expectAccessible(page, javaScriptEnabled);

  // What is wrong is said at the top and beside the question; what was typed stays.
  await page.getByRole("link", { name: "Pemilik merek" }).click();
  await page.getByLabel("NIK").fill("360301");
  await next(page);
  await expect(page.getByRole("alert")).toContainText("NIK: Baru 6 angka; seharusnya 16 angka");
  await expect(page.getByRole("alert")).toContainText("Nama lengkap: Ini perlu diisi.");
  await expect(page.getByLabel("NIK")).toHaveValue("360301");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("button", { name: "Simpan, lanjut nanti" }).click();
  await expect(page.locator(".tasks .state").first()).toHaveText("Belum lengkap");

  await fillIn(page);
  await expect(page.locator(".answers")).toContainText(["Tarsinah Wulan", "3603014107850001", "Bu Wulan", "ktp.png"]);
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("button", { name: "Kirim permohonan" }).click();
  await expect(page.getByText("Centang pernyataan")).toHaveCount(2);
  await send(page);
  await expect(page.getByText(/Selesai paling lambat \p{L}+, \d+ \p{L}+ \d{4}\./u)).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);

  // The page survives a bookmark, and the receipt is a PDF for this device only.
  await page.reload();
  await expect(page.locator("[data-pin]")).toHaveText(pin);
  const receipt = page.getByRole("link", { name: "Unduh tanda terima (PDF)" });
  const path = (await receipt.getAttribute("href"))!;
  const file = await page.request.get(path);
  expect(file.headers()["content-type"]).toBe("application/pdf");
  expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
  expect((await request.get(path)).status()).toBe(404);

  await page.getByRole("link", { name: "Lihat permohonan" }).click();
  await expect(page.getByText("Giliran dinas")).toBeVisible();
  await expect(page.locator(".promise")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
});

test("a draft goes on from another device with number and PIN", async ({ page, browser, javaScriptEnabled }) => {
  const { number, pin } = await begin(page, newPhone());
  await page.getByRole("link", { name: "Pemilik merek" }).click();
  await page.getByLabel("Nama lengkap").fill("Tarsinah Wulan");
  await page.getByRole("button", { name: "Simpan, lanjut nanti" }).click();
  await expect(page.getByRole("status")).toContainText("tersimpan");

  const other = await browser.newContext({ javaScriptEnabled });
  const phone = await other.newPage();
  await phone.goto(`/izin/kasus/${number}`);
  await expect(phone).toHaveURL(/\/lacak$/);
  await phone.goto("/izin/rekomendasi-merek/ajukan");
  await phone.getByText("Sudah punya nomor permohonan?").click();
  await phone.getByLabel("Nomor permohonan").fill(number.toLowerCase().replaceAll("-", " "));
  await phone.getByLabel("PIN 6 angka").fill(pin === "000000" ? "111111" : "000000");
  await phone.getByRole("button", { name: "Buka" }).click();
  await expect(phone.getByRole("alert")).toContainText("Nomor atau PIN tidak cocok");
  await expectAccessible(phone, javaScriptEnabled);
  await phone.getByLabel("PIN 6 angka").fill(pin);
  await phone.getByRole("button", { name: "Buka" }).click();
  await phone.getByRole("link", { name: "Pemilik merek" }).click();
  await expect(phone.getByLabel("Nama lengkap")).toHaveValue("Tarsinah Wulan");
  await other.close();
});

test("a document that is none is named, and one is taken back", async ({ page }) => {
  await begin(page, newPhone());
  await page.getByRole("link", { name: "Dokumen" }).click();
  await page.getByLabel("Foto KTP").setInputFiles({ name: "ktp.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<html>") });
  await page.getByLabel("Etiket merek").setInputFiles(png("etiket.png", [40, 120, 80]));
  await page.getByRole("button", { name: "Unggah" }).click();
  await expect(page.getByRole("alert")).toContainText("ktp.jpg");
  await expect(page.locator(".doc")).toHaveCount(1);
  const picture = page.locator(".doc img");
  const file = await page.request.get((await picture.getAttribute("src"))!);
  expect(file.headers()["content-security-policy"]).toContain("sandbox");
  expect(file.headers()["content-disposition"]).toContain("inline");
  await page.getByRole("button", { name: "Hapus etiket.png" }).click();
  await expect(page.locator(".doc")).toHaveCount(0);
});

test("number and four digits show where it is, and nothing personal", async ({ page, browser, javaScriptEnabled }) => {
  const phone = newPhone();
  const { number, pin } = await begin(page, phone);
  await fillIn(page);
  await send(page);

  const other = await browser.newContext({ javaScriptEnabled });
  const stranger = await other.newPage();
  await stranger.goto("/lacak");
  await stranger.getByLabel(/^Nomor/).fill(number);
  await stranger.getByLabel(/4 angka/).fill("0000" === phone.slice(-4) ? "1111" : "0000");
  await stranger.locator("main form button").click();
  await expect(stranger.getByRole("alert")).toBeVisible();
  await stranger.getByLabel(/4 angka/).fill(phone.slice(-4));
  await stranger.locator("main form button").click();
  await expect(stranger).toHaveURL(new RegExp(`/izin/kasus/${number}$`));
  await expect(stranger.getByText("Permohonan diterima lengkap")).toBeVisible();
  await expect(stranger.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
  const told = await stranger.content();
  for (const secret of ["Tarsinah", "3603014107850001", "Bu Wulan", "etiket.png", phone.slice(1, -4)]) {
    expect(told).not.toContain(secret);
  }
  await expectAccessible(stranger, javaScriptEnabled);
  // With the PIN the applicant takes it back.
  await stranger.getByText("Membuka isian, memperbaiki, atau membatalkan").click();
  await stranger.getByLabel("PIN 6 angka").fill(pin);
  await stranger.getByRole("button", { name: "Buka" }).click();
  await stranger.getByText("Batalkan permohonan").click();
  await stranger.getByRole("button", { name: "Ya, batalkan" }).click();
  await expect(stranger.locator(".tr__top .state")).toHaveText("Dibatalkan pemohon");
  await other.close();
});

test("a code of no letter is said to be none", async ({ page, javaScriptEnabled, request }) => {
  await page.goto("/verifikasi");
  await page.getByLabel("Kode").fill("salah");
  await page.getByRole("button", { name: "Periksa" }).click();
  await expect(page.getByRole("alert")).toContainText("salah ketik");
  await expectAccessible(page, javaScriptEnabled);
  await page.goto("/verifikasi/00000000000000000");
  await expect(page.getByRole("heading", { name: "Tidak ditemukan" })).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  const answer = await request.get("/verifikasi/00000000000000000/data.json");
  expect([answer.status(), await answer.json()]).toEqual([404, { asli: false }]);
  const keys = await (await request.get("/verifikasi/kunci.json")).json();
  expect(keys.keys[0]).toMatchObject({ kty: "OKP", crv: "Ed25519" });
});
