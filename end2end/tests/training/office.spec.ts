import { expect, test } from "@playwright/test";
import { fillPlan, moment, register } from "../../support/classes";
import { signedIn } from "../../support/people";
import { expectAccessible } from "../a11y";

const ADMIN = "0811-1000-0003";

/** Six in the evening, so many days from now. */
function inDays(days: number): Date {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Date(`${day.toISOString().slice(0, 10)}T18:00:00+07:00`);
}

test("an organiser plans a class of a new course, publishes it, decides about people, copies and cancels it", async ({
  browser,
  javaScriptEnabled,
}) => {
  test.slow();
  const title = javaScriptEnabled ? "Sablon kaus rumahan" : "Sabun cuci dari jelantah";
  const days = javaScriptEnabled ? 20 : 23;
  const page = await signedIn(browser, ADMIN, javaScriptEnabled);
  await page.goto("/dinas/pelatihan/materi/baru");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Judul").fill(title);
  await page.getByLabel("Ringkasan satu kalimat").fill("Dari bahan sampai siap jual.");
  await page.getByLabel("Yang dipelajari").fill("Bahan.\n\nPraktik.");
  await page.getByLabel("Bidang").selectOption({ label: "Keuangan" });
  await page.getByLabel("Untuk siapa").fill("Pemilik usaha mikro");
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page).toHaveURL("/dinas/pelatihan/materi");

  await page.locator("li", { hasText: title }).getByRole("link", { name: "Kelas baru" }).click();
  await expectAccessible(page, javaScriptEnabled);
  const starts = inDays(days);
  const before = moment(starts, -24 * 60);
  await fillPlan(page, starts, 120, "Praktik");
  // What is wrong is said at its place, and nothing typed is lost.
  await page.getByLabel("Batas pembatalan").fill(moment(starts, 24 * 60));
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.locator("#batas_batal-error")).toContainText("sebelum sesi pertama");
  await expect(page.locator("#topik0")).toHaveValue("Praktik");
  await page.getByLabel("Batas pembatalan").fill(before);
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expectAccessible(page, javaScriptEnabled);
  const office = new URL(page.url()).pathname;
  const slug = office.split("/").at(-1) ?? "";
  expect((await page.request.get(`/pelatihan/${slug}`)).status()).toBe(404);
  await page.getByRole("button", { name: "Terbitkan" }).click();
  await expect(page.locator(".state")).toHaveText("Terbit");

  const first = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await register(first, `/pelatihan/${slug}`, "Siti Pertama");
  const second = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await register(second, `/pelatihan/${slug}`, "Euis Kedua");
  await page.reload();
  const person = page.locator("#peserta li", { hasText: "Siti Pertama" });
  await person.getByText("Tindak").click();
  await person.getByLabel("Alasan").fill("Bukan warga kabupaten.");
  await expectAccessible(page, javaScriptEnabled);
  await person.getByRole("button", { name: "Tolak" }).click();
  await expect(page.locator("#peserta li", { hasText: "Siti Pertama" })).toContainText("Tidak diterima");
  await first.reload();
  await expect(first.locator("main")).toContainText("Bukan warga kabupaten.");
  await second.reload();
  await expect(second.getByRole("heading", { name: "Ada kursi untuk Anda" })).toBeVisible();
  const file = await page.request.get(`${office}/peserta.csv`);
  expect(await file.text()).toContain("Euis Kedua");
  const book = await page.request.get(`${office}/peserta.xlsx`);
  expect(book.headers()["content-type"]).toContain("spreadsheetml");
  expect((await book.body()).subarray(0, 2).toString()).toBe("PK");
  await page.goto(office);
  await page.getByRole("link", { name: /^Daftar hadir/ }).first().click();
  const list = await page.getByRole("link", { name: "Cetak daftar hadir (PDF)" }).getAttribute("href");
  const paper = await page.request.get(list!);
  expect([paper.status(), paper.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  expect((await first.request.get(list!)).status(), "names are for the office").toBe(404);
  await page.goto(office);
  expect((await first.request.get(`${office}/peserta.xlsx`, { maxRedirects: 0 })).status()).toBe(303);
  expect((await first.request.get(`${office}/peserta.csv`, { maxRedirects: 0 })).status()).toBe(303);

  await page.getByRole("link", { name: "Ubah rencana" }).click();
  await page.locator("#dari0").fill("19:00");
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.locator("main")).toContainText("19.00–20.00");
  await second.reload();
  await expect(second.locator("main")).toContainText("19.00–20.00");

  await page.getByRole("link", { name: "Buat salinan" }).click();
  await expect(page.getByLabel("Pengajar")).toHaveValue("Wulan Astuti");
  await page.goto(office);
  await page.getByText("Batalkan kelas").first().click();
  await page.getByLabel("Alasan").first().fill("Pengajar sakit.");
  await page.getByRole("button", { name: "Batalkan kelas" }).click();
  await expect(page.locator(".state")).toHaveText("Batal");
  await second.reload();
  await expect(second.getByRole("heading", { name: "Kelas ini tidak jadi diadakan" })).toBeVisible();
  await page.goto("/dinas/pelatihan?laci=selesai");
  await expectAccessible(page, javaScriptEnabled);
  for (const other of [first, second, page]) {
    await other.context().close();
  }
});

test("the rooms of training are closed to everybody else", async ({ browser, javaScriptEnabled }) => {
  const page = await signedIn(browser, "0811-1000-0002", javaScriptEnabled);
  for (const path of ["/dinas/pelatihan", "/dinas/pelatihan/materi", "/dinas/pelatihan/tempat", "/dinas/pelatihan/baru"]) {
    expect((await page.goto(path))?.status()).toBe(403);
  }
  await page.context().close();
});
