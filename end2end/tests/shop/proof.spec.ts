import { expect, test, type Page } from "@playwright/test";
import { fillCart } from "../../support/cart";
import { signInAs } from "../../support/people";
import { png } from "../../support/pictures";
import { expectAccessible } from "../a11y";

/** Orders something with a bank transfer; ends on the order's page. */
async function orderWithTransfer(page: Page, from = "/produk?q=keripik&ada=1"): Promise<{ number: string; pin: string }> {
  await fillCart(page, from);
  await page.getByLabel("Terima di mana?").selectOption("ambil");
  await page.getByRole("button", { name: "Lanjut ke pemesanan" }).click();
  await page.getByLabel("Nama penerima").fill("Siti Nurjanah");
  await page.getByLabel("Nomor HP (WhatsApp)").fill("0812 3456 7890");
  await page.getByLabel("Transfer bank ke toko").check();
  await page.getByRole("button", { name: "Buat pesanan" }).click();
  const pin = (await page.locator("[data-pin]").textContent())!;
  const number = (await page.locator("dd.mono").first().textContent())!;
  await page.getByRole("link", { name: "Lihat pesanan" }).click();
  await expect(page.locator(".state").first()).toHaveText("Menunggu pembayaran");
  return { number, pin };
}

/** Another device, which knows number and digits. */
async function track(page: Page, number: string) {
  await page.goto("/lacak");
  await page.getByLabel("Nomor", { exact: true }).fill(number);
  await page.getByLabel("4 angka akhir HP").fill("7890");
  await page.getByRole("button", { name: "Lihat status" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
}

test("a buyer sends a proof from the device that ordered, and nobody else sees it", async ({ page, javaScriptEnabled, browser }) => {
  const { number } = await orderWithTransfer(page);
  await expect(page.getByLabel("PIN")).toHaveCount(0);
  const note = { name: "bukti.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
  await page.getByLabel("Foto bukti").setInputFiles(note);
  await page.getByRole("button", { name: "Kirim bukti" }).click();
  await expect(page.getByRole("alert")).toContainText("bukti.pdf: bukan foto");
  await expectAccessible(page, javaScriptEnabled);

  await page.getByLabel("Foto bukti").setInputFiles(png("bukti.png", [250, 250, 250]));
  await page.getByRole("button", { name: "Kirim bukti" }).click();
  await expect(page.locator("#bukti")).toContainText("Bukti terkirim, menunggu toko memeriksa");
  await expect(page.locator(".state").first()).toHaveText("Menunggu pembayaran");
  await expect(page.getByLabel("Foto bukti")).toHaveCount(0);
  await expectAccessible(page, javaScriptEnabled);

  const path = (await page.getByRole("link", { name: "Lihat bukti" }).getAttribute("href"))!;
  const answer = await page.request.get(path);
  expect(answer.status()).toBe(200);
  const headers = answer.headers();
  expect(headers["content-type"]).toBe("image/webp");
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["content-security-policy"]).toContain("sandbox");
  expect(headers["content-disposition"]).toMatch(/^inline; filename="bukti-/);

  const other = await browser.newContext({ javaScriptEnabled });
  const stranger = await other.newPage();
  await track(stranger, number);
  await expect(stranger.locator("#bukti")).toContainText("Bukti terkirim");
  await expect(stranger.getByRole("link", { name: "Lihat bukti" })).toHaveCount(0);
  expect((await stranger.request.get(path)).status()).toBe(404);
  await other.close();
});

test("from another device a proof needs the PIN", async ({ page, javaScriptEnabled, browser }) => {
  const { number, pin } = await orderWithTransfer(page);
  const context = await browser.newContext({ javaScriptEnabled });
  const other = await context.newPage();
  await track(other, number);
  const form = other.locator("#bukti");
  await form.getByLabel("PIN").fill(pin === "000000" ? "000001" : "000000");
  await form.getByLabel("Foto bukti").setInputFiles(png("bukti.png", [240, 240, 250]));
  await form.getByRole("button", { name: "Kirim bukti" }).click();
  await expect(other.getByRole("alert")).toContainText("PIN tidak cocok");
  await expectAccessible(other, javaScriptEnabled);
  await form.getByLabel("PIN").fill(pin);
  await form.getByLabel("Foto bukti").setInputFiles(png("bukti.png", [240, 240, 250]));
  await form.getByRole("button", { name: "Kirim bukti" }).click();
  await expect(form).toContainText("Bukti terkirim, menunggu toko memeriksa");
  await context.close();
});

test("the seller refuses a proof with a reason, the buyer sends another, and the money is confirmed", async ({ page, javaScriptEnabled, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled });
  const seller = await context.newPage();
  await signInAs(seller, "Pelaku usaha");
  await seller.goto("/usaha/toko/foto");
  const shop = (await seller.getByRole("link", { name: "Lihat di halaman belanja" }).getAttribute("href"))!;

  const { number } = await orderWithTransfer(page, shop);
  await page.getByLabel("Foto bukti").setInputFiles(png("bukti.png", [250, 240, 230]));
  await page.getByRole("button", { name: "Kirim bukti" }).click();
  await expect(page.locator("#bukti")).toContainText("Bukti terkirim");

  await seller.goto(`/usaha/pesanan/${number}`);
  await expect(seller.locator(".proof img")).toBeVisible();
  await expectAccessible(seller, javaScriptEnabled);
  await seller.locator("#bukti summary").click();
  await seller.getByLabel("Alasan, dibaca pembeli").fill("Jumlahnya kurang Rp5.000.");
  await seller.getByRole("button", { name: "Tolak bukti" }).click();
  await expect(seller.locator("#bukti")).toContainText("Bukti belum diterima");

  await page.reload();
  await expect(page.locator("#bukti")).toContainText("Alasan toko: Jumlahnya kurang Rp5.000.");
  await page.getByLabel("Foto bukti").setInputFiles(png("bukti-baru.png", [230, 250, 240]));
  await page.getByRole("button", { name: "Kirim bukti" }).click();
  await expect(page.locator("#bukti")).toContainText("Bukti terkirim");

  await seller.goto(`/usaha/pesanan/${number}`);
  await seller.getByRole("button", { name: "Uang sudah masuk" }).first().click();
  await page.reload();
  await expect(page.locator("#bukti")).toContainText("Bukti diterima");
  await context.close();
});
