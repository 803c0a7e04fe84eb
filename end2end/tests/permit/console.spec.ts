import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test as story, type Page } from "@playwright/test";
import { addressBeside, Server } from "../../support/server";
import { signInAs, signOut } from "../../support/people";
import { expectAccessible } from "../a11y";

// What is published here would be seen by all other stories: each of these has a server of its own.
const test = story.extend<{ site: Server }>({
  site: async ({}, use, info) => {
    const server = await Server.start(addressBeside(info.parallelIndex));
    await use(server);
    await server.stop();
  },
  baseURL: async ({ site }, use, info) => {
    void site;
    await use(`http://${addressBeside(info.parallelIndex)}`);
  },
});

test.beforeEach(async ({ page }) => {
  test.slow();
  await signInAs(page, "Admin");
});

async function save(page: Page) {
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("tersimpan");
}

test("the administrator publishes a version with another time and a new field", async ({ page, javaScriptEnabled }) => {
  await page.goto("/dinas");
  await page.getByRole("navigation", { name: "Utama" }).getByRole("link", { name: "Layanan" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(7);
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("link", { name: "Surat Keterangan UMKM Binaan" }).click();
  await expect(page.getByText("isi awal situs")).toBeVisible();
  await page.getByRole("button", { name: "Kerjakan versi berikutnya" }).click();
  await expect(page.getByRole("heading", { name: "Draf versi 2" })).toBeVisible();
  await expect(page.getByText("Belum ada yang berbeda")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);

  // Zero days can be saved, for now.
  await page.getByRole("link", { name: "Waktu, biaya, dan aturan" }).click();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Jangka waktu (hari kerja)").fill("tujuh");
  await page.getByLabel("Biaya (Rp)").fill("2.500");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("angka bulat");
  await expect(page.getByLabel("Biaya (Rp)")).toHaveValue("2.500");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Jangka waktu (hari kerja)").fill("0");
  await page.getByLabel("Biaya (Rp)").fill("0");
  await save(page);

  // A document that is required and that nobody announces.
  await page.getByRole("link", { name: "Surat Keterangan UMKM Binaan" }).click();
  await page.getByRole("link", { name: "Formulir pemohon" }).click();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("link", { name: "Isian baru di “Dokumen”" }).click();
  await page.getByLabel("Pertanyaan (Indonesia)").fill("Denah tempat usaha");
  await page.getByLabel("Pertanyaan (Inggris)").fill("Plan of the place");
  await page.getByLabel("Wajib diisi").check();
  await page.getByLabel("Jenis isian").selectOption({ label: "Berkas" });
  await save(page);
  await expect(page).toHaveURL(/\/draf\/isian\/dokumen\/denah_tempat_usaha$/);
  await page.getByLabel("Ukuran terbesar tiap berkas").selectOption("2 MB");
  await expectAccessible(page, javaScriptEnabled);
  await save(page);
  await expect(page.locator("#dokumen li").last()).toContainText("Denah tempat usaha");
  await page.getByRole("button", { name: "Naikkan: Denah tempat usaha" }).click();
  await expect(page.locator("#dokumen li").nth(1)).toContainText("Denah tempat usaha");

  // What is wrong has words, and leads to where it is mended.
  await page.getByRole("link", { name: "Surat Keterangan UMKM Binaan" }).click();
  await expect(page.getByRole("heading", { name: "Perlu diperbaiki sebelum terbit (2)" })).toBeVisible();
  await expect(page.getByText("Terbitkan versi 2")).toHaveCount(0);
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("link", { name: "Jangka waktu (hari kerja): angkanya terlalu kecil" }).click();
  await page.getByLabel("Jangka waktu (hari kerja)").fill("7");
  await save(page);
  await page.getByRole("link", { name: "Surat Keterangan UMKM Binaan" }).click();
  await expect(page.getByRole("link", { name: /^Denah tempat usaha: dokumen wajib/ })).toBeVisible();
  await page.getByRole("link", { name: "Syarat", exact: true }).click();
  await expectAccessible(page, javaScriptEnabled);
  const row = page.getByRole("group", { name: "Syarat, baris baru" }).first();
  await row.getByLabel("Yang diperlukan (Indonesia)").fill("Denah tempat usaha");
  await row.getByLabel("Yang diperlukan (Inggris)").fill("Plan of the place");
  await row.getByLabel("Isian yang memintanya").selectOption("Denah tempat usaha");
  await save(page);
  await page.getByRole("button", { name: "Naikkan: Syarat 5" }).click();
  await expect(page.getByRole("group", { name: "Syarat 4" }).getByLabel("Yang diperlukan (Indonesia)")).toHaveValue("Denah tempat usaha");

  await page.getByRole("link", { name: "Surat Keterangan UMKM Binaan" }).click();
  await expect(page.getByText("Draf ini bisa diterbitkan")).toBeVisible();
  await expect(page.getByText(/Berbeda dengan versi terbaru: waktu, biaya, dan aturan, syarat, formulir pemohon/)).toBeVisible();
  await page.getByRole("link", { name: "Pratinjau" }).click();
  await expect(page.getByText("Pratinjau draf")).toBeVisible();
  await expect(page.getByRole("complementary")).toContainText("7 hari kerja");
  await expectAccessible(page, javaScriptEnabled);
  await page.goto("/izin/binaan");
  await expect(page.getByRole("complementary")).toContainText("5 hari kerja");

  await page.goto("/dinas/layanan/binaan");
  await page.getByText("Terbitkan versi 2", { exact: true }).click();
  await expect(page.getByText("Permohonan yang sudah berjalan tetap memakai versinya sendiri")).toBeVisible();
  await page.getByRole("button", { name: "Ya, terbitkan" }).click();
  await expect(page.getByRole("status")).toContainText("Berhasil");
  await expect(page.locator(".events .event")).toHaveCount(2);
  await expect(page.locator(".events .event").first()).toContainText("Bambang Hidayat");
  await page.getByRole("link", { name: "Lihat halaman publik" }).click();
  await expect(page.getByRole("complementary")).toContainText("7 hari kerja");
  await expect(page.getByRole("region", { name: "Syarat" }).getByRole("listitem").nth(3)).toContainText("Denah tempat usaha");
});

test("of two administrators the slower one is told, and loses nothing typed", async ({ page, browser, baseURL, javaScriptEnabled }) => {
  await page.goto("/dinas/layanan/binaan");
  await page.getByRole("button", { name: "Kerjakan versi berikutnya" }).click();
  await page.getByRole("link", { name: "Langkah" }).click();
  const context = await browser.newContext({ baseURL, javaScriptEnabled, storageState: await page.context().storageState() });
  const other = await context.newPage();
  await other.goto("/dinas/layanan/binaan/draf/langkah");
  const first = (of: Page) => of.getByRole("group", { name: "Langkah 1" }).getByLabel("Langkah (Indonesia)");
  await first(other).fill("Datang ke loket.");
  await save(other);

  await first(page).fill("Serahkan isian lewat situs.");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Bambang Hidayat menyimpan draf ini");
  await expect(first(page)).toHaveValue("Serahkan isian lewat situs.");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("link", { name: "Lihat yang tersimpan" }).click();
  await expect(first(page)).toHaveValue("Datang ke loket.");
  await page.goBack();
  await save(page);
  await other.reload();
  await expect(first(other)).toHaveValue("Serahkan isian lewat situs.");

  // Thrown away under somebody's hands, the draft begins anew with what was typed.
  await other.goto("/dinas/layanan/binaan");
  await other.getByText("Buang draf", { exact: true }).click();
  await other.getByRole("button", { name: "Ya, buang draf" }).click();
  await expect(other.getByRole("status")).toContainText("dihapus");
  await first(page).fill("Serahkan berkasnya.");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Draf baru dimulai");
  await expect(first(page)).toHaveValue("Serahkan berkasnya.");
  await save(page);
  await context.close();
});

test("a service comes from the definition of another office, and is closed again", async ({ page, javaScriptEnabled }) => {
  const file = resolve(import.meta.dirname, "../../../platform/src/permit/services/binaan.json");
  const theirs = JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), code: "izin_pasar", name: { id: "Izin Pasar" } }, null, 2);
  await page.goto("/dinas/layanan");
  await page.getByText("Layanan baru dari definisi JSON").click();
  await page.getByLabel("Definisi (JSON)").fill(theirs.replace('"version": 1,', '"version": 1'));
  await page.getByRole("button", { name: "Mulai draf" }).click();
  await expect(page.getByRole("alert")).toContainText("Baris 4, kolom 3: bukan JSON yang benar");
  await expect(page.getByLabel("Definisi (JSON)")).toHaveValue(/izin_pasar/);
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Definisi (JSON)").fill(theirs);
  await page.getByRole("button", { name: "Mulai draf" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Izin Pasar");
  await expect(page.getByText("Belum terbit")).toBeVisible();
  expect((await page.request.get("/izin/izin-pasar")).status()).toBe(404);
  await page.getByText("Terbitkan versi 1", { exact: true }).click();
  await page.getByRole("button", { name: "Ya, terbitkan" }).click();
  expect((await page.request.get("/izin/izin-pasar")).status()).toBe(200);

  // What is taken along is what another office can paste.
  const answer = await page.request.get("/dinas/layanan/izin-pasar/definisi.json");
  expect(answer.headers()["content-disposition"]).toContain("izin-pasar-1.json");
  expect(JSON.parse(await answer.text()).code).toBe("izin_pasar");
  await page.goto("/dinas/layanan");
  await page.getByRole("button", { name: "Tutup Izin Pasar" }).click();
  await expect(page.getByRole("button", { name: "Buka Izin Pasar" })).toBeVisible();
  expect((await page.request.get("/izin/izin-pasar")).status()).toBe(404);
});

test("what is saved as it stands changes nothing", async ({ page }) => {
  for (const [slug, parts] of [
    ["binaan", ["nama", "aturan", "standar", "syarat", "langkah", "dasar", "alasan", "isian/usaha", "isian/usaha/pekerja", "isian/dokumen/ktp"]],
    ["pirt", ["lembaga", "tahap"]],
  ] as const) {
    await page.goto(`/dinas/layanan/${slug}`);
    await page.getByRole("button", { name: "Kerjakan versi berikutnya" }).click();
    for (const part of parts) {
      await page.goto(`/dinas/layanan/${slug}/draf/${part}`);
      await save(page);
    }
    await page.goto(`/dinas/layanan/${slug}`);
    await expect(page.getByText("Belum ada yang berbeda")).toBeVisible();
  }
});

test("nobody but the administrator keeps the services", async ({ page }) => {
  await signOut(page);
  await signInAs(page, "Petugas");
  const answer = await page.goto("/dinas/layanan");
  expect(answer!.status()).toBe(403);
  expect((await page.request.get("/dinas/layanan/nib/definisi.json", { maxRedirects: 0 })).status()).toBe(303);
});

test("the administrator keeps the days off, one by one and a year at once", async ({ page, javaScriptEnabled }) => {
  const year = new Date().getFullYear();
  await page.goto("/dinas/layanan");
  await page.getByRole("link", { name: "Kalender libur" }).click();
  await expectAccessible(page, javaScriptEnabled);

  // A year far ahead, which no other part of the story needs.
  await page.goto(`/dinas/kalender?tahun=${year + 5}`);
  await expect(page.getByText(`Belum ada hari libur untuk ${year + 5}.`)).toBeVisible();
  await page.getByText("Tempel daftar satu tahun").click();
  await page.getByLabel("Daftar hari").fill(`${year + 5}-01-01;libur_nasional;Tahun Baru\n${year + 5}-02-30;cuti_bersama;Cuti`);
  await page.getByRole("button", { name: "Simpan daftar" }).click();
  await expect(page.getByRole("alert")).toContainText("Baris 2: tanggalnya tidak ada");
  await expect(page.getByLabel("Daftar hari")).toHaveValue(/Tahun Baru/);
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Daftar hari").fill(`${year + 5}-01-01;libur_nasional;Tahun Baru\n\n${year + 5}-02-28;cuti_bersama;Cuti\n`);
  await page.getByRole("button", { name: "Simpan daftar" }).click();
  await expect(page.getByRole("status")).toContainText("tersimpan");
  const days = page.getByRole("region", { name: String(year + 5) }).getByRole("listitem");
  await expect(days).toHaveCount(2);

  await page.getByRole("link", { name: "Ubah Cuti" }).click();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Tanggal").fill(`${year + 5}-01-01`);
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("sudah ada: Tahun Baru");
  await page.getByLabel("Tanggal").fill(`${year + 5}-03-03`);
  await page.getByLabel("Nama hari").fill("Cuti Nyepi");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(days.last()).toContainText("Cuti Nyepi");
  await page.getByRole("link", { name: "Ubah Cuti Nyepi" }).click();
  await page.getByText("Hapus dari kalender").click();
  await page.getByRole("button", { name: "Ya, hapus" }).click();
  await expect(page.getByRole("status")).toContainText("dihapus");
  await expect(days).toHaveCount(1);
});
