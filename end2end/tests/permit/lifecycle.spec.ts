import { expect, test } from "@playwright/test";
import { examine, handIn, officer, unfold } from "../../support/permit";
import { scan } from "../../support/scan";
import { expectAccessible } from "../a11y";

test("from the application by a visit to a letter whose code is scanned and genuine", async ({ page, browser, javaScriptEnabled }) => {
  test.slow();
  const number = await handIn(page);
  const office = await examine(browser, number, javaScriptEnabled);
  await unfold(office, "Jadwalkan kunjungan");
  await expectAccessible(office, javaScriptEnabled);
  await office.getByRole("button", { name: "Jadwalkan kunjungan" }).click();
  await expect(office.locator(".stage").first()).toHaveText("Kunjungan");
  await office.context().close();

  await page.goto(`/izin/kasus/${number}`);
  await expect(page.getByText(/Petugas/).first()).toBeVisible();
  const field = await officer(browser, "lapangan", javaScriptEnabled);
  await field.goto(`/dinas/izin/${number}`);
  await field.getByLabel("Laporan kunjungan").fill("Tempat sesuai, produk ada.");
  await field.getByRole("button", { name: "Kirim laporan kunjungan" }).click();
  await expect(field.locator(".stage").first()).toHaveText("Persetujuan");
  await field.context().close();

  // The head sends it back once, with a reason for colleagues, and it comes again.
  const head = await officer(browser, "penyetuju", javaScriptEnabled);
  await head.goto(`/dinas/izin/${number}`);
  await unfold(head, "Kembalikan ke pemeriksa");
  const back = head.locator("details", { hasText: "Kembalikan ke pemeriksa" });
  await back.getByLabel("Alasan").selectOption({ index: 1 });
  await back.locator("textarea").fill("Tambahkan catatan kunjungan.");
  await back.getByRole("button", { name: "Kembalikan ke pemeriksa" }).click();
  await expect(head.locator(".stage").first()).toHaveText("Diperiksa");
  await page.reload();
  await expect(page.getByText("Tambahkan catatan kunjungan.")).toHaveCount(0);
  const again = await officer(browser, "verifikator", javaScriptEnabled);
  await again.goto(`/dinas/izin/${number}`);
  await again.getByRole("button", { name: "Teruskan ke penyetuju" }).click();
  await expect(again.locator(".stage").first()).toHaveText("Persetujuan");
  await again.context().close();
  await head.goto(`/dinas/izin/${number}`);
  await head.locator("#langkah").getByLabel("Saya sudah memeriksa").first().check();
  await head.getByRole("button", { name: "Setujui" }).click();
  await expect(head.locator(".stage").first()).toHaveText("Terbit");

  await page.reload();
  await expectAccessible(page, javaScriptEnabled);
  const link = (await page.getByRole("link", { name: /^Unduh surat/ }).getAttribute("href"))!;
  const letter = await page.request.get(link);
  expect(letter.headers()["content-type"]).toBe("application/pdf");
  const address = await scan(browser, await letter.body());
  const code = new URL(address).pathname;
  expect(code).toMatch(/^\/verifikasi\//);
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
  const stranger = await context.newPage();
  await stranger.goto(code + new URL(address).search);
  await expect(stranger.getByRole("heading", { name: "Asli dan masih berlaku" })).toBeVisible();
  await expect(stranger.getByText(number)).toBeVisible();
  await expect(stranger.getByText("3603014107850001")).toHaveCount(0);
  await expectAccessible(stranger, javaScriptEnabled);
  const data = await (await stranger.request.get(`${code}/data.json`)).json();
  expect(JSON.stringify(data)).not.toContain("3603014107850001");

  // What was issued is taken back, and the same code says so.
  await unfold(head, "Cabut yang sudah terbit");
  const revoke = head.locator("details", { hasText: "Cabut yang sudah terbit" });
  await revoke.getByLabel("Alasan").selectOption({ index: 1 });
  await revoke.locator("textarea").first().fill("NIB ternyata milik usaha lain.");
  await revoke.getByLabel("Saya sudah memeriksa").check();
  await revoke.getByRole("button", { name: "Cabut yang sudah terbit" }).click();
  await expect(head.locator(".stage").first()).toHaveText("Dicabut");
  await stranger.reload();
  await expect(stranger.getByRole("heading", { name: "Asli, tetapi dicabut" })).toBeVisible();
  await context.close();
  await head.context().close();
});

test("a refusal is objected to, and a head who had no part in it lets it fall", async ({ page, browser, javaScriptEnabled }) => {
  test.slow();
  const number = await handIn(page);
  const examiner = await examine(browser, number, javaScriptEnabled);
  await unfold(examiner, "Usulkan penolakan");
  const proposal = examiner.locator("details", { hasText: "Usulkan penolakan" });
  await proposal.getByLabel("Alasan").selectOption({ index: 1 });
  await proposal.locator("textarea").first().fill("NIB tidak ditemukan.");
  await proposal.getByRole("button", { name: "Usulkan penolakan" }).click();
  await expect(examiner.locator(".stage").first()).toHaveText("Persetujuan");
  await examiner.context().close();
  const head = await officer(browser, "penyetuju", javaScriptEnabled);
  await head.goto(`/dinas/izin/${number}`);
  const step = head.locator("#langkah");
  await step.getByLabel("Alasan").first().selectOption({ index: 1 });
  await step.getByLabel("Pesan untuk pemohon").first().fill("NIB tidak ditemukan di OSS.");
  await step.getByLabel("Saya sudah memeriksa").first().check();
  await step.getByRole("button", { name: "Tolak permohonan" }).click();
  await expect(head.locator(".stage").first()).toHaveText("Ditolak");

  // Nothing typed is lost, and what is missing is said.
  await page.goto(`/izin/kasus/${number}`);
  await page.locator("summary", { hasText: "Ajukan keberatan" }).click();
  await expectAccessible(page, javaScriptEnabled);
  await page.locator("#ajukan-keberatan form").evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await page.getByRole("button", { name: "Kirim keberatan" }).click();
  await expect(page.getByRole("alert")).toContainText("Tulis mengapa Anda keberatan.");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Mengapa Anda keberatan?").fill("NIB saya aktif; tangkapan layar OSS terlampir di pesan.");
  await page.getByRole("button", { name: "Kirim keberatan" }).click();
  await expect(page.getByText(/Keberatan sedang diperiksa penyetuju lain, dijawab paling lambat/)).toBeVisible();
  await expect(page.getByText("NIB saya aktif")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);

  // Whoever refused does not answer.
  await head.goto("/dinas/izin?laci=keberatan");
  await expect(head.locator(".cases tbody tr", { hasText: number })).toContainText("10 hari");
  await expectAccessible(head, javaScriptEnabled);
  await head.goto(`/dinas/izin/${number}`);
  await expect(head.getByText("NIB saya aktif")).toBeVisible();
  await expect(head.getByRole("button", { name: "Kabulkan keberatan" })).toHaveCount(0);
  await head.context().close();
  const other = await officer(browser, "semua", javaScriptEnabled);
  await other.goto(`/dinas/izin/${number}`);
  await expectAccessible(other, javaScriptEnabled);
  await unfold(other, "Kabulkan keberatan");
  const grant = other.locator("details", { hasText: "Kabulkan keberatan" });
  await grant.getByLabel("Jawaban untuk pemohon").fill("NIB ditemukan setelah dicari ulang.");
  await grant.getByLabel("Saya sudah memeriksa").check();
  await grant.getByRole("button", { name: "Kabulkan keberatan" }).click();
  await expect(other.locator(".stage").first()).toHaveText("Diperiksa");
  await other.context().close();
  await page.reload();
  await expect(page.getByText("NIB ditemukan setelah dicari ulang.").first()).toBeVisible();
  await expect(page.getByText("Giliran dinas")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
});
