import { expect, test } from "@playwright/test";
import { STORY, complain } from "../../support/complaint";
import { handIn, officer, unfold } from "../../support/permit";
import { expectAccessible } from "../a11y";

test("a complaint is given on, answered, replied to, answered again and settled", async ({ page, browser, javaScriptEnabled }) => {
  test.slow();
  await page.goto("/pengaduan");
  await expectAccessible(page, javaScriptEnabled);
  const { number } = await complain(page, "Rahasia");
  expect(number).toMatch(/^ADU-/);
  await expectAccessible(page, javaScriptEnabled);
  // A bookmark of this page shows the same again.
  await page.reload();
  await expect(page.locator("[data-pin]")).toHaveText(/^\d{6}$/);
  await page.getByRole("link", { name: "Lihat pengaduan" }).click();
  await expect(page.getByRole("heading", { name: "Kami memeriksa pengaduan Anda" })).toBeVisible();
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
  await expectAccessible(page, javaScriptEnabled);

  const counter = await officer(browser, "loket", javaScriptEnabled);
  await counter.goto("/dinas");
  await expectAccessible(counter, javaScriptEnabled);
  await counter.getByRole("link", { name: /Pengaduan menunggu/ }).click();
  await expectAccessible(counter, javaScriptEnabled);
  await counter.getByRole("link", { name: number }).click();
  await expect(counter.getByText(STORY)).toBeVisible();
  await expect(counter.getByText("Mursalim Hadi")).toHaveCount(0);
  await counter.getByRole("link", { name: "Tampilkan identitas" }).click();
  await expect(counter.getByText("Mursalim Hadi")).toBeVisible();
  const forward = counter.locator("#langkah form").first();
  await forward.getByLabel("Teruskan kepada").selectOption({ label: "Yudi Permana" });
  await forward.getByLabel("Catatan untuk penangan (boleh kosong)").fill("Mohon dicek ke loket.");
  await forward.getByRole("button", { name: "Teruskan" }).click();
  await expect(counter.locator(".stage").first()).toHaveText("Menunggu jawaban");
  await expectAccessible(counter, javaScriptEnabled);
  await unfold(counter, "Catat nomor LAPOR");
  await counter.locator("details", { hasText: "Catat nomor LAPOR" }).getByLabel("Nomor LAPOR").fill("5120034");
  await counter.getByRole("button", { name: "Catat nomor LAPOR" }).click();
  await expect(counter.getByText("5120034")).toBeVisible();
  await counter.context().close();

  const handler = await officer(browser, "lapangan", javaScriptEnabled);
  await handler.goto("/dinas/pengaduan?laci=jawab");
  await handler.getByRole("link", { name: number }).click();
  await expect(handler.getByText("Mohon dicek ke loket.")).toBeVisible();
  await expectAccessible(handler, javaScriptEnabled);
  await handler.getByLabel("Jawaban untuk pelapor").fill("Petugas sakit hari itu. Mulai besok selalu ada pengganti.");
  await handler.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(handler.locator(".stage").first()).toHaveText("Dijawab");

  await page.reload();
  await expect(page.locator("[data-jawaban]")).toHaveText(/selalu ada pengganti/);
  await expect(page.getByText("5120034")).toBeVisible();
  await expect(page.getByText("Mohon dicek ke loket.")).toHaveCount(0);
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Balasan Anda").fill("Kemarin masih tutup pukul sebelas.");
  await page.getByRole("button", { name: "Kirim balasan" }).click();
  await expect(page.getByRole("heading", { name: "Petugas menyiapkan jawaban" })).toBeVisible();

  await handler.reload();
  await expect(handler.getByText("Kemarin masih tutup pukul sebelas.")).toBeVisible();
  await handler.getByLabel("Jawaban untuk pelapor").fill("Sudah kami perbaiki, mohon maaf.");
  await handler.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(handler.locator(".stage").first()).toHaveText("Dijawab");
  await page.reload();
  await page.getByRole("button", { name: "Sudah selesai, tutup pengaduan" }).click();
  await expect(page.getByRole("heading", { name: "Pengaduan ini selesai" })).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  await handler.context().close();
});

test("an anonymous complaint is followed with number and PIN only", async ({ page, browser, javaScriptEnabled }) => {
  const { number, pin } = await complain(page, "Tanpa nama");
  await expect(page.getByText("satu-satunya cara melihat jawaban")).toBeVisible();
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
  const other = await context.newPage();
  // A number that does not exist and one that does look the same.
  for (const address of ["/pengaduan/ADU-0000-0000-0", `/pengaduan/${number}`]) {
    await other.goto(address);
    await expect(other.getByRole("heading", { level: 1 })).toHaveText("Buka pengaduan");
    await expect(other.getByText(STORY)).toHaveCount(0);
    await other.getByLabel("PIN 6 angka").fill(pin === "000000" ? "000001" : "000000");
    await other.getByRole("button", { name: "Buka pengaduan" }).click();
    await expect(other.locator(".field .error")).toHaveText("Nomor atau PIN tidak cocok. Periksa lagi keduanya.");
  }
  await expectAccessible(other, javaScriptEnabled);
  await other.goto("/lacak");
  await other.getByRole("link", { name: "Lacak pengaduan" }).click();
  await other.getByLabel("Nomor pengaduan").fill(number.toLowerCase());
  await other.getByLabel("PIN 6 angka").fill(pin);
  await other.getByRole("button", { name: "Buka pengaduan" }).click();
  await expect(other.getByText(STORY)).toBeVisible();
  await context.close();
});

test("what is missing is said at once and nothing typed is lost", async ({ page, javaScriptEnabled }) => {
  await page.goto("/pengaduan?layanan=rekomendasi-merek");
  await expect(page.getByLabel("Layanan dinas")).toBeChecked();
  await page.locator("form.complain").evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await page.getByLabel("Apa yang terjadi?").fill("Terlalu pendek.");
  await page.getByLabel("Nama Anda").fill("Mursalim");
  await page.getByRole("button", { name: "Kirim pengaduan" }).click();
  await expect(page.locator(".errors li")).toHaveCount(2);
  await expect(page.getByLabel("Apa yang terjadi?")).toHaveValue("Terlalu pendek.");
  await expect(page.getByLabel("Nama Anda")).toHaveValue("Mursalim");
  await expect(page.getByLabel("Layanan yang mana?")).toHaveValue("rekomendasi-merek");
  await expectAccessible(page, javaScriptEnabled);
});

test("an applicant complains about their own case, from its page", async ({ page, browser, javaScriptEnabled }) => {
  const number = await handIn(page);
  await page.goto(`/izin/kasus/${number}`);
  await page.getByRole("link", { name: "Ajukan pengaduan" }).click();
  await expect(page.getByText(`Tentang permohonan Anda ${number}`)).toBeVisible();
  await expect(page.locator("label.choice", { hasText: "Tanpa nama" })).toHaveCount(0);
  await expectAccessible(page, javaScriptEnabled);
  // Somebody else with this address learns nothing.
  const context = await browser.newContext({ javaScriptEnabled });
  const other = await context.newPage();
  await other.goto(`/pengaduan?izin=${number}`);
  await expect(other.getByText("tidak terbuka di perangkat ini")).toBeVisible();
  await context.close();
  await page.getByLabel("Apa yang terjadi?").fill(STORY);
  await page.getByLabel("Nama Anda").fill("Tarsinah Wulan");
  await page.getByLabel("Nomor HP (WhatsApp)").fill("081234567890");
  await page.getByRole("button", { name: "Kirim pengaduan" }).click();
  await page.getByRole("link", { name: "Lihat pengaduan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Pengaduan tentang permohonan ${number}`);
});
