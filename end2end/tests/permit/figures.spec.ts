import { expect, test } from "@playwright/test";
import { examine, handIn, officer } from "../../support/permit";
import { expectAccessible } from "../a11y";

test("anybody reads how the office keeps its promises, as charts, tables and a file", async ({ page, javaScriptEnabled }) => {
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Transparansi layanan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Transparansi layanan");
  await expect(page.locator(".fig__big")).toHaveText(/^\d{1,3}%$/);
  await expectAccessible(page, javaScriptEnabled);
  await page.locator("summary", { hasText: "Angkanya dalam tabel" }).click();
  await expect(page.locator("[aria-labelledby=j-tepat] details table tbody tr")).toHaveCount(12);
  const training = page.getByRole("region", { name: "Pelatihan" });
  await expect(training.locator(".fig", { hasText: "Peserta hadir" })).toContainText(/\d/);
  await training.locator("summary", { hasText: "Per kecamatan peserta" }).click();
  for (const cell of await training.locator("details td").allTextContents()) expect(cell).not.toMatch(/^[1-4]$/);
  await page.getByRole("link", { name: "Rekomendasi Merek" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rekomendasi Merek");
  await expect(page.locator(".fig", { hasText: "Waktu tengah" })).toContainText(/\d hari kerja/);
  await expect(page.getByRole("img", { name: /^Permohonan menurut banyaknya hari kerja/ })).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  // No number between one and four stands in a table.
  for (const cell of await page.locator("#isi .plain td").allTextContents()) expect(cell).not.toMatch(/^[1-4]$/);
  await page.getByRole("navigation", { name: "Kurun waktu" }).getByRole("link", { name: /^\d{4}$/ }).last().click();
  await expect(page).toHaveURL(/\?periode=\d{4}$/);
  await expectAccessible(page, javaScriptEnabled);
  const file = await page.request.get((await page.getByRole("link", { name: /CSV/ }).getAttribute("href"))!);
  expect(file.headers()["content-type"]).toContain("text/csv");
  expect(await file.text()).toContain("rekomendasi-merek;masuk;;");
  expect((await page.goto("/transparansi/tidak-ada"))?.status()).toBe(404);
});

test("after the decision the applicant says how it was, without a name, once", async ({ page, browser, javaScriptEnabled }) => {
  test.slow();
  const number = await handIn(page);
  await page.goto(`/izin/kasus/${number}/survei`);
  await expect(page).toHaveURL(`/izin/kasus/${number}`);
  const office = await examine(browser, number, javaScriptEnabled);
  await office.getByRole("button", { name: "Teruskan ke penyetuju" }).click();
  await expect(office.locator(".stage").first()).toHaveText("Persetujuan");
  await office.context().close();
  const head = await officer(browser, "penyetuju", javaScriptEnabled);
  await head.goto(`/dinas/izin/${number}`);
  await head.locator("#langkah").getByLabel("Saya sudah memeriksa").first().check();
  await head.getByRole("button", { name: "Setujui" }).click();
  await expect(head.locator(".stage").first()).toHaveText("Terbit");
  await head.context().close();

  await page.reload();
  await page.getByRole("link", { name: "Isi survei" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bagaimana layanan kami?");
  await expectAccessible(page, javaScriptEnabled);
  const answers = ["Sesuai", "Mudah", "Cepat", "Gratis", "Sesuai", "Kompeten", "Sopan dan ramah", "Baik"];
  const questions = page.getByRole("group");
  for (const [nth, answer] of answers.entries()) await questions.nth(nth).getByLabel(answer, { exact: true }).check();
  await page.locator("main form").evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(page.getByRole("alert")).toContainText("Bagaimana pengaduan ditangani? Pilih satu jawaban.");
  await expect(questions.nth(3).getByLabel("Gratis")).toBeChecked();
  await expectAccessible(page, javaScriptEnabled);
  await questions.nth(8).getByLabel("Dikelola dengan baik").check();
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(page).toHaveURL(`/izin/kasus/${number}`);
  await expect(page.getByRole("link", { name: "Isi survei" })).toHaveCount(0);
  await page.goto(`/izin/kasus/${number}/survei`);
  await expect(page).toHaveURL(`/izin/kasus/${number}`);
});
