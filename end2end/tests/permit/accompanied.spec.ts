import { expect, test } from "@playwright/test";
import { newPhone } from "../../support/people";
import { next, officer, send, unfold } from "../../support/permit";
import { png } from "../../support/pictures";
import { expectAccessible } from "../a11y";

test("a permit of another agency, accompanied from the request to its duties", async ({ page, browser, javaScriptEnabled }) => {
  test.slow();
  await page.goto("/izin/pirt");
  await page.getByRole("link", { name: "Minta pendampingan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Minta pendampingan SPP-IRT");
  await page.getByLabel("Nama lengkap").fill("Tarsinah Wulan");
  await page.getByLabel("Nomor HP (WhatsApp)").fill(newPhone());
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  const number = (await page.locator("[data-nomor]").textContent())!;
  await page.getByRole("link", { name: "Usaha", exact: true }).click();
  await page.getByLabel("NIB").fill("1242300876140");
  await page.getByLabel("Alamat dapur").fill("Kp. Cukanggalih RT 03/RW 02");
  await next(page);
  await page.getByLabel("Nama produk").fill("Keripik talas");
  await page.getByLabel("Komposisi").fill("Talas, garam, minyak sawit");
  await page.getByLabel("Kemasan dan berat bersih").fill("Plastik 200 g");
  await page.getByLabel("Tahan berapa hari").fill("60");
  await page.getByLabel("Rancangan label").setInputFiles(png("label.png", [200, 160, 90]));
  await next(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Periksa jawaban Anda");
  await send(page);
  await expectAccessible(page, javaScriptEnabled);
  await page.goto(`/izin/kasus/${number}`);
  await expect(page.getByRole("heading", { name: "Giliran dinas" })).toBeVisible();
  await expect(page.getByText("Janji selesai")).toBeVisible();
  const receipt = await page.request.get((await page.getByRole("link", { name: /^Unduh tanda terima/ }).getAttribute("href"))!);
  expect(receipt.headers()["content-type"]).toBe("application/pdf");

  const office = await officer(browser, "verifikator", javaScriptEnabled);
  await office.goto(`/dinas/izin/${number}`);
  await expectAccessible(office, javaScriptEnabled);
  await unfold(office, "Catat nomor yang terbit");
  await office.getByLabel("Tahap berikut").selectOption({ label: "Pemohon mengajukan di OSS" });
  await office.getByLabel("Pesan untuk pemohon").first().fill("Label sudah benar, silakan ajukan.");
  await office.getByRole("button", { name: "Maju ke tahap berikut" }).click();
  await expect(office.locator("[aria-current=step]")).toContainText("Pemohon mengajukan di OSS");

  // The applicant's turn: it is done at the agency, and told here.
  await page.reload();
  await expect(page.getByRole("heading", { name: "Giliran Anda: Pemohon mengajukan di OSS" })).toBeVisible();
  await expect(page.getByText("Label sudah benar, silakan ajukan.")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("button", { name: "Nomor terbit" }).click();
  await expect(page.getByRole("heading", { name: /^Menunggu OSS/ })).toBeVisible();

  // What was handed in can be mended while it is only accompanied.
  await page.getByRole("link", { name: "Ubah isian atau dokumen" }).click();
  await expect(page.getByText("Belum ada perubahan sejak dikirim terakhir.")).toBeVisible();

  // A number of another shape is refused, and nothing typed is lost.
  await office.reload();
  await unfold(office, "Catat nomor yang terbit");
  await office.getByLabel("Nomor pada dokumen").fill("12345");
  await office.getByLabel("Tanggal terbit").fill("2026-11-02");
  await office.getByRole("button", { name: "Catat nomor yang terbit" }).click();
  await expect(office.getByLabel("Nomor pada dokumen")).toHaveValue("12345");
  await expect(office.getByText(/15 angka/).first()).toBeVisible();
  await office.getByLabel("Nomor pada dokumen").fill("2153603010277-31");
  await office.getByRole("button", { name: "Catat nomor yang terbit" }).click();
  await expect(office.getByRole("heading", { name: "Kewajiban sesudah terbit" })).toBeVisible();
  await office.context().close();

  await page.goto(`/izin/kasus/${number}`);
  await expect(page.getByText("2153603010277-31").first()).toBeVisible();
  await page.getByRole("button", { name: /Sudah dilakukan: Ikut Penyuluhan/ }).click();
  await expect(page.getByText(/^Selesai /).first()).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);

  // Whoever has only number and digits sees the stages and nothing that was said or issued.
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
  const stranger = await context.newPage();
  await stranger.goto(`/izin/kasus/${number}`);
  await expect(stranger.getByText("2153603010277-31")).toHaveCount(0);
  await context.close();
});

test("the owner of a shop reads what is best done next", async ({ page, javaScriptEnabled }) => {
  await page.goto("/masuk");
  await page.getByLabel("Nomor HP atau surel").fill("0811-1000-0002");
  await page.getByLabel("Kata sandi", { exact: true }).fill("rumah-sikum-2026");
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await page.goto("/usaha/legalitas");
  await expect(page.getByRole("heading", { name: "Langkah terbaik berikutnya" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sedang didampingi" })).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("link", { name: "Buka SPP-IRT" }).click();
  await expect(page.getByRole("heading", { name: /Penyuluhan PKP/ }).first()).toBeVisible();
});
