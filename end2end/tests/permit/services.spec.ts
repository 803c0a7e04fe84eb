import { expect, test } from "@playwright/test";
import { expectAccessible } from "../a11y";

test("somebody who makes chips finds out what she needs and in which order", async ({ page, javaScriptEnabled }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Perizinan" }).last().click();
  await expect(page.locator(".svc")).toHaveCount(6);
  await expectAccessible(page, javaScriptEnabled);

  await page.getByRole("link", { name: "Makanan dari rumah" }).click();
  const order = page.locator("#perlu ol");
  await expect(order.getByRole("link")).toHaveText([
    "NIB",
    "Surat Keterangan UMKM Binaan",
    "SPP-IRT",
    "Sertifikat Halal (self-declare)",
    "Rekomendasi Merek",
    "Pendaftaran Merek",
  ]);
  await expect(order).toContainText("P-IRT, halal, dan merek meminta NIB");
  await expectAccessible(page, javaScriptEnabled);

  await order.getByRole("link", { name: "SPP-IRT" }).click();
  await expect(page).toHaveURL(/\/izin\/pirt$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("SPP-IRT");
  await expect(page.getByRole("link", { name: "Ajukan di situs resmi" })).toHaveAttribute("href", "https://oss.go.id");
  await expect(page.getByText("Situs ini tidak tersambung ke OSS")).toBeVisible();
  await expect(page.getByRole("region", { name: "Kewajiban sesudah terbit" })).toContainText("Penyuluhan Keamanan Pangan");
  await expectAccessible(page, javaScriptEnabled);
});

test("the standard of the office's own service says what, how long and that it is free", async ({ page, javaScriptEnabled }) => {
  await page.goto("/izin/binaan");
  const facts = page.getByRole("complementary");
  await expect(facts).toContainText("Gratis.");
  await expect(facts).toContainText("Petugas tidak boleh menerima uang.");
  await expect(facts).toContainText("5 hari kerja");
  await expect(facts.getByRole("link", { name: "Ajukan sekarang" })).toHaveAttribute("href", "/izin/binaan/ajukan");
  await expect(page.getByRole("region", { name: "Syarat" })).toContainText("keempat sudut terlihat");
  for (const part of ["Hasil", "Waktu", "Biaya", "Masa berlaku", "Dasar hukum", "Pengaduan", "Sarana", "Petugas"]) {
    await expect(page.locator("dt", { hasText: part })).toHaveCount(1);
  }
  // What the office has not confirmed is not promised silently.
  await expect(page.getByText("Belum dipastikan")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
});

test("services are found by the words people use", async ({ page }) => {
  for (const [typed, names] of [
    ["pirt", ["SPP-IRT"]],
    ["halal", ["Sertifikat Halal (self-declare)"]],
    ["merk", ["Rekomendasi Merek", "Pendaftaran Merek"]],
    ["hallal", ["Sertifikat Halal (self-declare)"]],
  ] as const) {
    await page.goto("/izin");
    await page.getByLabel("Cari layanan").fill(typed);
    await page.locator("main").getByRole("button", { name: "Cari" }).click();
    await expect(page).toHaveURL(new RegExp(`/izin\\?q=${typed}`));
    await expect(page.locator(".svc h3")).toHaveText([...names]);
  }
  await page.goto("/izin?q=xqzwv");
  await expect(page.getByRole("heading", { name: "Tidak ada layanan untuk “xqzwv”" })).toBeVisible();
  await expect(page.locator(".svc")).toHaveCount(6);
  // What was typed is shown, never run.
  await page.goto("/izin?q=%3Cb%3Ehalal%3C/b%3E&usaha=%3Cscript%3E");
  await expect(page.locator(".head b")).toHaveCount(0);
});

test("a trademark costs money, and the office's help does not", async ({ page }) => {
  await page.goto("/izin/merek");
  await expect(page.getByRole("complementary")).toContainText("Mulai Rp500.000");
  await expect(page.getByRole("complementary")).toContainText("Bantuan dinas gratis.");
  await expect(page.locator(".spec")).toContainText("Rp1.800.000");
});

test("search engines read the service; unknown ones are not found", async ({ page, request }) => {
  await page.goto("/izin/halal");
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
  expect(data["@type"]).toBe("GovernmentService");
  expect(data.serviceOperator.name).toBe("BPJPH");
  expect(data.offers[0].price).toBe("0");
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /\/izin\/halal$/);
  await expect(page.locator('meta[name="description"]')).toHaveAttribute("content", /Sertifikat halal/);
  const sitemap = await (await request.get("/sitemap.xml")).text();
  for (const slug of ["nib", "binaan", "pirt", "halal", "rekomendasi-merek", "merek"]) {
    expect(sitemap).toContain(`/izin/${slug}</loc>`);
  }
  expect((await request.get("/izin/tidak-ada")).status()).toBe(404);
  expect((await request.get("/izin/rekomendasi_merek")).status()).toBe(404);
});

test("services are read in English", async ({ page }) => {
  await page.goto("/izin/binaan");
  await page.getByRole("button", { name: "Switch to English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Certificate of a Mentored Business");
  await expect(page.getByRole("complementary")).toContainText("Officers may not accept money.");
  await page.goto("/izin?usaha=jasa");
  await expect(page.locator("#perlu ol li")).toHaveCount(4);
  await expect(page.locator("#perlu ol")).toContainText("Get this first");
});
