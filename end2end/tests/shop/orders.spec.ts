import { readFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD } from "../../support/people";
import { expectAccessible } from "../a11y";

/** A page in a browser of its own. */
async function another(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled })).newPage();
}

/** Signs in with a demo account and goes on to a page. */
async function signIn(page: Page, phone: string, path: string) {
  await page.goto(`/masuk?kembali=${path}`);
  await page.getByLabel("Nomor HP atau surel").fill(phone);
  await page.getByLabel("Kata sandi").fill(DEMO_PASSWORD);
  await page.locator("main").getByRole("button", { name: "Masuk", exact: true }).click();
  await page.waitForURL(`**${path}`);
}

const owner = (page: Page) => signIn(page, "0811-1000-0002", "/usaha/pesanan");
const admin = (page: Page) => signIn(page, "0811-1000-0005", "/dinas/pesan");

/** A guest orders from the demo owner's shop; ends on the order's page. */
async function buy(page: Page, how: { where: string; pay: RegExp; name: string }): Promise<string> {
  await page.goto("/toko/dapur-bu-rohimah");
  await page.locator(".good:not(.good--out) .good__name a").first().click();
  await page.getByRole("button", { name: "Masukkan keranjang" }).click();
  await expect(page.getByRole("link", { name: /Lihat keranjang|^Keranjang, 1 barang/ }).first()).toBeVisible();
  await page.goto("/keranjang");
  await page.getByLabel("Terima di mana?").selectOption(how.where === "ambil" ? how.where : { label: how.where });
  await page.getByRole("button", { name: "Lanjut ke pemesanan" }).click();
  await page.getByLabel("Nama penerima").fill(how.name);
  await page.getByLabel("Nomor HP (WhatsApp)").fill("0812 3456 7890");
  if (how.where !== "ambil") {
    await page.getByLabel("Desa atau kelurahan").selectOption({ index: 1 });
    await page.getByLabel("Alamat", { exact: true }).fill("Kp. Sukatani No. 12, RT 03/RW 05");
    await page.getByLabel("Patokan").fill("Seberang musala");
  }
  await page.getByLabel(how.pay).check();
  await page.getByRole("button", { name: "Buat pesanan" }).click();
  const number = (await page.locator("dd.mono").first().textContent())!;
  await page.getByRole("link", { name: "Lihat pesanan" }).click();
  return number;
}

test("a guest's order is accepted, made ready and handed over, and the guest's page follows", async ({ page, browser, javaScriptEnabled }) => {
  // Eight pages of three people, each looked at in both themes.
  test.slow();
  const name = `Ayu ${javaScriptEnabled ? "Lestari" : "Wulandari"}`;
  const number = await buy(page, { where: "ambil", pay: /Tunai saat terima/, name });
  await expect(page.getByRole("heading", { name: "Giliran toko" })).toBeVisible();
  await expect(page.locator("[aria-current=step]")).toHaveText("Diterima toko");

  const seller = await another(browser, javaScriptEnabled);
  await owner(seller);
  await expectAccessible(seller, javaScriptEnabled);
  const row = seller.locator(".order", { hasText: number });
  await expect(row).toContainText(name);
  await expect(row).toContainText("terima sebelum");
  await row.getByRole("button", { name: "Terima pesanan" }).click();
  await expect(seller.getByRole("status")).toBeVisible();
  await expect(seller.locator(".order", { hasText: number })).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Siap diambil sebelum")).toBeVisible();

  // Found by the buyer's name.
  await seller.getByLabel("Cari nomor atau nama pembeli").fill(name);
  await seller.getByLabel("Cari nomor atau nama pembeli").press("Enter");
  await seller.locator(".order", { hasText: number }).getByRole("link", { name: number }).click();
  await expect(seller.getByRole("link", { name: "WhatsApp pembeli" })).toHaveAttribute("href", /wa\.me\/6281234567890.*PSN/);
  await expectAccessible(seller, javaScriptEnabled);

  // Two windows on the same order: the second hears that it is done.
  const window2 = await seller.context().newPage();
  await window2.goto(seller.url());
  await seller.getByRole("button", { name: "Tandai siap diambil" }).click();
  await expect(seller.locator(".state").first()).toHaveText("Siap diambil");
  await window2.getByRole("button", { name: "Tandai siap diambil" }).click();
  await expect(window2.getByRole("status")).toContainText("sudah dilakukan");

  await page.reload();
  await expect(page.getByRole("heading", { name: "Giliran Anda: ambil di toko" })).toBeVisible();
  await expect(page.locator(".code")).toContainText(number);
  await expectAccessible(page, javaScriptEnabled);

  await window2.getByRole("button", { name: "Sudah diterima pembeli" }).click();
  await expect(window2.locator(".state").first()).toHaveText("Sudah diterima");
  await page.reload();
  await expect(page.locator(".state")).toHaveText("Sudah diterima");

  // This device needs no PIN to ask for a return, but a reason.
  await page.getByText("Ada yang kurang atau rusak?").click();
  await page.getByLabel("Apa yang kurang atau rusak?").fill("Satu bungkus terbuka");
  await page.getByRole("button", { name: "Ajukan retur" }).click();
  await expect(page.locator(".state")).toHaveText("Retur diajukan");
  await window2.reload();
  await expect(window2.getByText("Satu bungkus terbuka").first()).toBeVisible();
  await window2.getByRole("button", { name: "Setujui retur" }).click();
  await window2.getByRole("button", { name: "Uang sudah dikembalikan" }).click();
  await page.reload();
  await expect(page.locator(".state")).toHaveText("Dana dikembalikan");

  // The seller tells the buyer by WhatsApp.
  const message = window2.locator(".msg", { hasText: "siap diambil di" }).first();
  await message.getByRole("button", { name: "Kirim lewat WhatsApp" }).click();
  await expect(window2.getByRole("link", { name: "Buka WhatsApp" })).toHaveAttribute("href", /wa\.me\/6281234567890/);
  await expect(window2.locator(".msg", { hasText: "PIN" })).toContainText("dikirim petugas");
  await seller.context().close();
});

test("a transfer is confirmed, the parcel leaves with a number, and the buyer receives it", async ({ page, browser, javaScriptEnabled }) => {
  const seller = await another(browser, javaScriptEnabled);
  await owner(seller);
  const number = await buy(page, { where: "Balaraja", pay: /Transfer bank ke toko/, name: "Dewi Transfer" });
  await expect(page.getByRole("heading", { name: /Giliran Anda: transfer Rp/ })).toBeVisible();

  await seller.goto(`/usaha/pesanan/${number}`);
  await expect(seller.getByText("Seberang musala")).toBeVisible();
  await seller.getByRole("button", { name: "Uang sudah masuk" }).click();
  await seller.getByRole("button", { name: "Terima pesanan" }).click();
  await seller.getByLabel("Nama kurir").fill("JNE");
  await seller.getByLabel("Nomor resi").fill("TGR0042");
  await seller.getByRole("button", { name: "Tandai dikirim" }).click();
  await expect(seller.locator(".state").first()).toHaveText("Sedang diantar");
  await expect(seller.getByText("Dibawa JNE · Nomor resi TGR0042")).toBeVisible();

  await page.reload();
  await expect(page.getByText("Nomor resi TGR0042")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("button", { name: "Barang sudah saya terima" }).click();
  await expect(page.getByRole("status")).toBeVisible();
  await expect(page.locator(".state")).toHaveText("Sudah diterima");
  await page.getByRole("link", { name: "Cetak nota" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Nota ${number}`);
  await expect(page.getByText("Dewi Transfer")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  await seller.context().close();
});

test("a seller cancels with a reason, and an officer reads who was told", async ({ page, browser, javaScriptEnabled }) => {
  const number = await buy(page, { where: "ambil", pay: /Tunai saat terima/, name: "Rini Batal" });
  const seller = await another(browser, javaScriptEnabled);
  await owner(seller);
  await seller.goto(`/usaha/pesanan/${number}`);
  await seller.getByText("Batalkan pesanan").first().click();
  // A browser asks for the reason itself; so does the server.
  await seller.locator("#alasan").evaluate((field) => field.removeAttribute("required"));
  await seller.getByRole("button", { name: "Batalkan pesanan" }).click();
  await expect(seller.getByRole("alert")).toContainText("Tulis alasannya");
  await seller.locator("#alasan").fill("Oven sedang rusak");
  await seller.getByRole("button", { name: "Batalkan pesanan" }).click();
  await expect(seller.locator(".state").first()).toHaveText("Dibatalkan");
  await page.reload();
  await expect(page.getByText("Dibatalkan oleh toko: Oven sedang rusak")).toBeVisible();
  await seller.context().close();

  const officer = await another(browser, javaScriptEnabled);
  await admin(officer);
  await expectAccessible(officer, javaScriptEnabled);
  await expect(officer.getByText("Server surel belum diatur")).toBeVisible();
  await officer.getByLabel("Cari nama, nomor, atau isi judul").fill(number);
  await officer.getByRole("button", { name: "Tampilkan" }).click();
  const placed = officer.locator(".msg", { hasText: "sudah kami terima" });
  await expect(placed).toContainText("PIN ••••••");
  await expect(officer.locator(".msg", { hasText: "Oven sedang rusak" })).toContainText("Rini Batal");
  // Of these none has failed, and none goes by e-mail.
  await officer.getByRole("navigation", { name: "Pesan keluar" }).getByRole("link", { name: /^Gagal/ }).click();
  await expect(officer.getByText("Tidak ada pesan di sini.")).toBeVisible();
  await expect(officer.locator("main [aria-current=page]")).toContainText("Gagal");
  await officer.getByRole("navigation", { name: "Pesan keluar" }).getByRole("link", { name: /^Semua/ }).click();
  await officer.getByLabel("Jalur").selectOption({ label: "Surel" });
  await officer.getByRole("button", { name: "Tampilkan" }).click();
  await expect(officer.getByText("Tidak ada pesan di sini.")).toBeVisible();
  await officer.getByLabel("Jalur").selectOption({ label: "WhatsApp" });
  await officer.getByRole("button", { name: "Tampilkan" }).click();
  await placed.getByRole("button", { name: "Kirim lewat WhatsApp" }).click();
  const link = await officer.locator(".msg", { hasText: "sudah kami terima" }).getByRole("link", { name: "Buka WhatsApp" }).getAttribute("href");
  expect(decodeURIComponent(link!)).toMatch(/\/k\/[0-9a-f]{64} \(PIN \d{6}\)/);
  await expect(officer.locator(".msg", { hasText: "sudah kami terima" })).toContainText("Disampaikan Bambang Hidayat");
  await officer.context().close();
});

test("the office acts in the place of a side, and a stranger sees nothing", async ({ page, browser, javaScriptEnabled }) => {
  const number = await buy(page, { where: "ambil", pay: /Tunai saat terima/, name: "Yuni Dinas" });
  await page.goto(`/usaha/pesanan/${number}`);
  await expect(page).toHaveURL(/\/masuk/);

  const officer = await another(browser, javaScriptEnabled);
  await admin(officer);
  await officer.goto(`/dinas/pesanan/${number}`);
  await expectAccessible(officer, javaScriptEnabled);
  await officer.getByLabel("Batalkan pesanan").check();
  await officer.getByLabel("Alasan").fill("Toko kebanjiran");
  await officer.getByRole("button", { name: "Lakukan" }).click();
  await expect(officer.locator(".state").first()).toHaveText("Dibatalkan");
  await page.goto(`/pesanan/${number}`);
  await expect(page.getByText("Dibatalkan oleh petugas dinas: Toko kebanjiran")).toBeVisible();

  // A buyer's account opens neither room.
  const buyer = await another(browser, javaScriptEnabled);
  await signIn(buyer, "0811-1000-0001", "/usaha/pesanan");
  await expect(buyer.getByText("Anda belum mempunyai toko.")).toBeVisible();
  expect((await buyer.goto(`/usaha/pesanan/${number}`))!.status()).toBe(404);
  expect((await buyer.goto("/dinas/pesan"))!.status()).toBe(403);
  await officer.context().close();
  await buyer.context().close();
});

test("a seller takes orders along as a table, and nobody else does", async ({ page, browser, javaScriptEnabled }) => {
  const name = "=Tabel; Ayu";
  const number = await buy(page, { where: "ambil", pay: /Tunai saat terima/, name });
  const seller = await another(browser, javaScriptEnabled);
  await owner(seller);
  await seller.goto(`/usaha/pesanan?q=${number}`);
  const started = seller.waitForEvent("download");
  await seller.getByRole("link", { name: "Unduh sebagai tabel (CSV)" }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^pesanan-\d{4}-\d\d-\d\d\.csv$/);
  const [columns, order, end] = readFileSync(await download.path(), "utf8").split("\r\n");
  expect(columns).toMatch(/^\uFEFFNomor pesanan;Dipesan \(WIB\);Toko;Pembeli;Barang;/);
  // Only what was looked for; a name that a spreadsheet would calculate is a text.
  expect(order).toMatch(new RegExp(`^${number};\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d;Dapur Bu Rohimah;"'=Tabel; Ayu";`));
  expect(order).toMatch(/;(\d+);0;\1;.*;Belum dibayar;[^;]+$/);
  expect(end).toBe("");
  await seller.context().close();

  await page.goto("/usaha/pesanan.csv");
  await expect(page).toHaveURL(/\/masuk/);
});
