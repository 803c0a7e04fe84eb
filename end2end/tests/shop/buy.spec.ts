import { expect, test, type Page } from "@playwright/test";
import { fillCart } from "../../support/cart";
import { expectAccessible } from "../a11y";

/** Fills in who it is for. */
async function fillRecipient(page: Page, phone = "0812 3456 7890") {
  await page.getByLabel("Nama penerima").fill("Siti Nurjanah");
  await page.getByLabel("Nomor HP (WhatsApp)").fill(phone);
}

test("a guest buys keripik, fetches it, tracks it and cancels with the PIN", async ({ page, javaScriptEnabled, browser }) => {
  await fillCart(page, "/produk?q=keripik&ada=1");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Terima di mana?").selectOption("ambil");
  await page.getByRole("button", { name: "Lanjut ke pemesanan" }).click();
  await expectAccessible(page, javaScriptEnabled);

  // At most eight fields are seen.
  const fields = page.locator("main input:visible:not([type=hidden]):not([type=radio]), main select:visible, main textarea:visible, main fieldset:visible");
  expect(await fields.count()).toBeLessThanOrEqual(8);

  await fillRecipient(page);
  await page.getByRole("button", { name: "Buat pesanan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pesanan Anda diterima" })).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  const pin = (await page.locator("[data-pin]").textContent())!;
  const number = (await page.locator("dd.mono").first().textContent())!;
  expect(pin).toMatch(/^\d{6}$/);
  expect(number).toMatch(/^PSN-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);

  // Reloading repeats nothing, and the page survives a bookmark.
  await page.reload();
  await expect(page.locator("dd.mono").first()).toHaveText(number);

  // This device ordered: it may cancel without the PIN.
  await page.getByRole("link", { name: "Lihat pesanan" }).click();
  await page.getByText("Batalkan pesanan").first().click();
  await expect(page.getByLabel("PIN")).toHaveCount(0);

  // Another device knows nothing but number and digits.
  const other = await browser.newContext({ javaScriptEnabled });
  const stranger = await other.newPage();
  await stranger.goto(`/pesanan/${number}`);
  await expect(stranger).toHaveURL("/lacak");
  await stranger.getByLabel("Nomor", { exact: true }).fill(number.toLowerCase().replaceAll("-", " "));
  await stranger.getByLabel("4 angka akhir HP").fill("0000");
  await stranger.getByRole("button", { name: "Lihat status" }).click();
  await expect(stranger.getByRole("alert")).toContainText("tidak cocok");
  await stranger.getByLabel("4 angka akhir HP").fill("7890");
  await stranger.getByRole("button", { name: "Lihat status" }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(`Pesanan ${number}`);
  await expect(stranger.locator(".state")).toHaveText("Diproses toko");
  await expect(stranger.getByText("Siti")).toHaveCount(0);
  await expectAccessible(stranger, javaScriptEnabled);
  await expect(stranger.getByRole("link", { name: "Hubungi penjual" })).toHaveAttribute("href", /wa\.me\/628.*PSN/);

  await stranger.getByText("Batalkan pesanan").first().click();
  await stranger.getByLabel("PIN").fill(pin === "000000" ? "000001" : "000000");
  await stranger.getByRole("button", { name: "Batalkan pesanan" }).click();
  await expect(stranger.getByRole("alert")).toContainText("PIN tidak cocok");
  await stranger.getByLabel("PIN").fill(pin);
  await stranger.getByLabel("Alasan").fill("Salah pilih rasa");
  await stranger.getByRole("button", { name: "Batalkan pesanan" }).click();
  await expect(stranger.locator(".state")).toHaveText("Dibatalkan");
  await expect(stranger.getByText("Salah pilih rasa").first()).toBeVisible();
  await other.close();
});

test("an order from two shops is delivered and transferred", async ({ page }) => {
  await fillCart(page, "/produk?q=sambal&ada=1");
  await fillCart(page, "/produk?q=batik&ada=1");
  await page.getByLabel("Terima di mana?").selectOption({ label: "Curug" });
  await page.getByRole("button", { name: "Lanjut ke pemesanan" }).click();
  await fillRecipient(page);
  await page.getByLabel("Desa atau kelurahan").selectOption({ index: 1 });
  await page.getByLabel("Alamat", { exact: true }).fill("Kp. Sukatani No. 12, RT 03/RW 05");
  for (const shop of await page.locator(".coshop").all()) {
    await shop.getByLabel("Transfer bank ke toko").check();
  }
  await page.getByRole("button", { name: "Buat pesanan" }).click();
  await expect(page.locator("main li.card")).toHaveCount(2);
  await page.getByRole("link", { name: "Lihat pesanan" }).first().click();
  await expect(page.locator(".state")).toHaveText("Menunggu pembayaran");
  await expect(page.getByText("Transfer ke rekening toko")).toBeVisible();
});

test("a mistake is named, and nothing typed is lost", async ({ page, javaScriptEnabled }) => {
  await fillCart(page, "/produk?q=keripik&ada=1");
  await page.getByLabel("Terima di mana?").selectOption({ label: "Legok" });
  await page.getByRole("button", { name: "Lanjut ke pemesanan" }).click();
  await fillRecipient(page, "0812 345");
  await page.getByLabel("Patokan").fill("Seberang musala");
  await page.getByRole("button", { name: "Buat pesanan" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Nomor HP kurang 3 angka");
  await expect(page.getByLabel("Nama penerima")).toHaveValue("Siti Nurjanah");
  await expect(page.getByLabel("Nomor HP (WhatsApp)")).toHaveValue("0812 345");
  await expect(page.getByLabel("Patokan")).toHaveValue("Seberang musala");
  await expect(page.locator("#hp-error")).toHaveText("Nomor HP kurang 3 angka.");
  await expectAccessible(page, javaScriptEnabled);
});

test("the cart is changed and emptied", async ({ page }) => {
  await fillCart(page, "/produk?q=keripik&ada=1");
  await page.getByLabel(/^Jumlah/).fill("2");
  await page.getByRole("button", { name: "Ubah" }).click();
  await expect(page.getByText("Subtotal (2 barang)")).toBeVisible();
  await page.getByLabel(/^Jumlah/).fill("tiga");
  await page.getByRole("button", { name: "Ubah" }).click();
  await expect(page.getByRole("alert")).toContainText("1 sampai 99");
  await page.getByRole("button", { name: /^Hapus/ }).click();
  await expect(page.getByText("Keranjang Anda masih kosong")).toBeVisible();
});

test("a form from another site is refused", async ({ request }) => {
  const answer = await request.post("/aksi/keranjang/tambah", {
    form: { varian: "x", jumlah: "1" },
    headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  });
  expect(answer.status()).toBe(403);
});
