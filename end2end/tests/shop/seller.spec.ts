import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../a11y";

const DEMO_PASSWORD = "rumah-sikum-2026";
const DEMO_OWNER = "0811-1000-0002";

/** A number that no other story uses: each project and story has its own accounts. */
function phone(project: string, story: number) {
  const random = Math.floor(Math.random() * 1e6).toString().padStart(6, "0");
  return `0857${project === "js" ? "1" : "2"}${story}${random}`;
}

async function signUp(page: Page, number: string) {
  await page.goto("/daftar?kembali=/usaha");
  await page.getByLabel("Nama Anda").fill("Rohimah");
  await page.getByLabel("Nomor HP atau surel").fill(number);
  await page.getByLabel("Kata sandi baru").fill("kuda-lumping-biru-7");
  await page.getByRole("button", { name: "Buat akun" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Buka toko Anda" })).toBeVisible();
}

async function signIn(page: Page, number: string) {
  await page.goto("/masuk?kembali=/usaha");
  const main = page.locator("main form").first();
  await main.getByLabel("Nomor HP atau surel").fill(number);
  await main.getByLabel("Kata sandi").fill(DEMO_PASSWORD);
  await main.getByRole("button", { name: "Masuk" }).click();
  await expect(page).toHaveURL("/usaha");
}

async function openShop(page: Page, name: string) {
  await page.goto("/usaha/buka");
  await page.getByLabel("Toko Anda di kecamatan mana?").selectOption({ label: "Legok" });
  await page.getByRole("button", { name: "Lanjut" }).click();
  await page.getByLabel("Nama toko").fill(name);
  await page.getByLabel("Desa atau kelurahan").selectOption({ index: 1 });
  await page.getByLabel("Alamat", { exact: true }).fill("Kp. Babakan No. 3, RT 01/RW 02");
  await page.getByLabel("Nomor HP (WhatsApp)").fill("0812 3456 7890");
  await page.getByLabel("Tentang toko").fill("Keripik rumahan dari Legok.");
  await page.getByLabel("Jam buka").fill("Senin–Sabtu 08.00–17.00");
  await page.getByRole("button", { name: "Buka toko" }).click();
}

test("an owner opens a shop, enters a product with two variants and publishes it", async ({ page, javaScriptEnabled, browser }, info) => {
  test.slow();
  await signUp(page, phone(info.project.name, 1));
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("link", { name: "Buka toko" }).click();
  await expectAccessible(page, javaScriptEnabled);
  const shop = `Keripik Cendana ${info.project.name} ${info.retry}`;
  await openShop(page, shop);
  await expect(page.getByRole("heading", { level: 1, name: shop })).toBeVisible();
  await expect(page.getByText("Toko menunggu persetujuan petugas")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  // A second shop is not to be had.
  await page.goto("/usaha/buka");
  await expect(page).toHaveURL("/usaha");

  // The next best step leads to the first product.
  await page.locator(".firsts").getByRole("link", { name: "Kerjakan" }).click();
  await expect(page).toHaveURL("/usaha/produk/baru");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Nama produk").fill("Keripik Talas Cendana");
  await page.getByLabel("Kategori").selectOption({ label: "Keripik" });
  await page.getByLabel("Harga (rupiah)").fill("15.000");
  await page.getByLabel("Stok", { exact: true }).fill("12");
  await page.getByLabel("Berat (gram)").fill("250");
  await page.getByLabel("Keterangan").fill("Renyah, dibuat tiap pagi.");
  await page.getByRole("button", { name: "Simpan sebagai draf" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Keripik Talas Cendana" })).toBeVisible();
  await expect(page.getByText("Sebelum diterbitkan")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);

  // Food wants its label; another category does not ask for it.
  await expect(page.getByLabel("Komposisi")).toBeVisible();
  await page.getByLabel("Kategori").selectOption({ label: "Anyaman" });
  await expect(page.getByLabel("Komposisi")).toBeHidden();
  await page.getByLabel("Kategori").selectOption({ label: "Keripik" });
  await page.getByLabel("Berat bersih").fill("250 g");
  await page.getByLabel("Komposisi").fill("talas, minyak kelapa, garam");
  await page.getByLabel("Masa simpan").fill("3 bulan");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(page.getByText("Siap diterbitkan")).toBeVisible();

  await page.getByRole("link", { name: /^Ubah/ }).click();
  await page.getByLabel("Ukuran").fill("250 g");
  await page.getByRole("button", { name: "Simpan" }).click();
  await page.getByRole("link", { name: "Tambah pilihan" }).click();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Ukuran").fill("250 g");
  await page.getByLabel("Harga (rupiah)").fill("27.500");
  await page.getByLabel("Stok", { exact: true }).fill("4");
  await page.getByLabel("Berat (gram)").fill("500");
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByRole("alert")).toContainText("sudah ada");
  await expect(page.getByLabel("Harga (rupiah)")).toHaveValue("27.500");
  await page.getByLabel("Ukuran").fill("500 g");
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.locator(".variant")).toHaveCount(2);
  await expect(page.locator(".variant").last()).toContainText("Rp27.500");

  await page.getByRole("button", { name: "Terbitkan" }).click();
  await expect(page.getByText("Produk ini terbit")).toBeVisible();
  await expect(page.getByText("begitu toko Anda disetujui")).toBeVisible();

  // Nobody sees it before an officer has admitted the shop.
  const stranger = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await stranger.goto("/produk?q=talas+cendana");
  await expect(stranger.getByText("Keripik Talas Cendana")).toHaveCount(0);
  await stranger.context().close();

  // Putting away is asked twice and can be undone.
  await page.getByText("Arsipkan produk").click();
  await page.getByRole("button", { name: "Ya, arsipkan" }).click();
  await expect(page.getByText("Produk ini diarsipkan")).toBeVisible();
  await page.goto("/usaha/produk");
  await expect(page.getByText("Belum ada produk")).toBeVisible();
  await page.getByRole("link", { name: /^Arsip/ }).click();
  await page.getByRole("link", { name: "Keripik Talas Cendana" }).click();
  await page.getByRole("button", { name: "Pulihkan sebagai draf" }).click();
  await expect(page.getByText("Siap diterbitkan")).toBeVisible();
});

test("mistakes are named, and what was typed is kept", async ({ page, javaScriptEnabled }, info) => {
  test.slow();
  await signUp(page, phone(info.project.name, 2));
  await page.goto("/usaha/buka?kec=36.03.20");
  await page.getByLabel("Nama toko").fill("Dapur Salah Ketik");
  await page.getByLabel("Desa atau kelurahan").selectOption({ index: 2 });
  await page.getByLabel("Alamat", { exact: true }).fill("Jl. Mawar 1");
  await page.getByLabel("Nomor HP (WhatsApp)").fill("0812 345");
  await page.getByLabel("Tentang toko").fill("Masakan rumahan.");
  await page.getByLabel("Jam buka").fill("Setiap hari");
  await page.getByLabel("Pembeli boleh mengambil di toko").uncheck();
  await page.getByRole("button", { name: "Buka toko" }).click();
  await expect(page.getByRole("alert")).toContainText("Nomor HP kurang 3 angka");
  await expect(page.getByLabel("Nama toko")).toHaveValue("Dapur Salah Ketik");
  await expect(page.getByLabel("Desa atau kelurahan")).not.toHaveValue("");
  await expect(page.getByLabel("Tentang toko")).toHaveValue("Masakan rumahan.");
  await expect(page.getByLabel("Pembeli boleh mengambil di toko")).not.toBeChecked();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Nomor HP (WhatsApp)").fill("0812 3456 7890");
  await page.getByRole("button", { name: "Buka toko" }).click();
  // Without pick-up, delivery comes first.
  await expect(page.locator(".firsts__i--next")).toContainText("Atur pengiriman");
  await page.locator(".firsts").getByRole("link", { name: "Kerjakan" }).click();

  await page.getByLabel("Saya mengantar sendiri").check();
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByRole("alert")).toContainText("paling sedikit satu kecamatan");
  await expect(page.getByLabel("Saya mengantar sendiri")).toBeChecked();
  await page.getByLabel("Legok", { exact: true }).fill("5.000");
  await page.getByLabel("Curug", { exact: true }).fill("tujuh ribu");
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByRole("alert")).toContainText("“Curug” ditulis dengan angka bulat");
  await expect(page.getByLabel("Legok", { exact: true })).toHaveValue("5.000");
  await expect(page.getByLabel("Curug", { exact: true })).toHaveValue("tujuh ribu");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Curug", { exact: true }).fill("7.000");
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText("Perubahan tersimpan")).toBeVisible();
  await expect(page.getByLabel("Curug", { exact: true })).toHaveValue("7.000");

  await page.getByRole("link", { name: "Pembayaran" }).click();
  await page.getByLabel("Transfer ke rekening saya").check();
  await page.getByLabel("Nama bank").fill("BRI");
  await page.getByLabel("Nomor rekening").fill("12a");
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByRole("alert")).toContainText("6 sampai 20 angka");
  await expect(page.getByRole("alert")).toContainText("Isi “Atas nama”");
  await expect(page.getByLabel("Nama bank")).toHaveValue("BRI");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Nomor rekening").fill("0012 3456 7890");
  await page.getByLabel("Atas nama").fill("Rohimah");
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText("Perubahan tersimpan")).toBeVisible();
});

test("the demo owner changes price and stock, and shoppers see it", async ({ page, javaScriptEnabled, browser }, info) => {
  test.slow();
  await signIn(page, DEMO_OWNER);
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("link", { name: "Produk", exact: true }).first().click();
  await expectAccessible(page, javaScriptEnabled);
  // Each project takes a product of its own, and none that other stories buy first.
  const row = page.locator(".own__row").nth(info.project.name === "js" ? 2 : 3);
  const name = (await row.locator(".own__name").textContent())!;
  await row.locator(".own__name").click();
  await expectAccessible(page, javaScriptEnabled);
  const variant = page.locator(".variant").first();
  const label = (await variant.locator(".strong").first().textContent())!;
  await variant.getByRole("link", { name: /^Ubah/ }).click();
  const price = info.project.name === "js" ? "21.500" : "22.500";
  await page.getByLabel("Harga (rupiah)").fill(price);
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText("Perubahan tersimpan")).toBeVisible();

  const count = page.locator(".variant").first();
  await count.getByLabel(/^Stok/).fill("seratus");
  await count.getByRole("button", { name: /^Simpan/ }).click();
  await expect(page.getByRole("alert")).toContainText("angka bulat");
  await expect(count.getByLabel(/^Stok/)).toHaveValue("seratus");
  await count.getByLabel(/^Stok/).fill("137");
  await count.getByRole("button", { name: /^Simpan/ }).click();
  await expect(count.getByRole("status")).toContainText("Tersimpan");
  await expect(page.getByRole("alert")).toHaveCount(0);

  const path = await page.getByRole("link", { name: "Lihat seperti pembeli" }).getAttribute("href");
  const shopper = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await shopper.goto(path!);
  await expect(shopper.getByRole("heading", { level: 1 })).toHaveText(name);
  const option = shopper.locator(".opt").filter({ hasText: label }).first();
  await expect(option).toContainText(`Rp${price}`);
  await expect(option).toContainText(/Stok 1\d\d/);
  await shopper.context().close();
});

test("an owner closes the shop for some days, and shoppers read it", async ({ page, javaScriptEnabled }, info) => {
  test.slow();
  // Shops in which no other story buys.
  await signIn(page, info.project.name === "js" ? "0812 7003 3184" : "0812 7003 4221");
  await page.goto("/usaha/toko/libur");
  await expectAccessible(page, javaScriptEnabled);
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Libur mulai").fill(day(3));
  await page.getByLabel("Sampai dengan").fill(day(1));
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByRole("alert")).toContainText("sebelum tanggal mulai");
  await expect(page.getByLabel("Libur mulai")).toHaveValue(day(3));
  await page.getByLabel("Libur mulai").fill(day(-1));
  await page.getByLabel("Sampai dengan").fill(day(2));
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText("Perubahan tersimpan")).toBeVisible();
  await page.goto("/usaha");
  await expect(page.getByText(/Toko libur \d/)).toBeVisible();
  await page.getByRole("link", { name: "Lihat seperti pembeli" }).click();
  await expect(page.getByText(/Toko libur sampai/)).toBeVisible();

  await page.goto("/usaha/toko/libur");
  await page.getByRole("button", { name: "Hapus libur" }).click();
  await expect(page.getByText(/Toko libur \d/)).toHaveCount(0);

  // The profile: another name, and the address of the page stays.
  await page.getByRole("link", { name: "Profil" }).click();
  await expectAccessible(page, javaScriptEnabled);
  const name = await page.getByLabel("Nama toko").inputValue();
  await page.getByLabel("Jam buka").fill("Setiap hari 06.00–20.00");
  await page.getByRole("button", { name: "Simpan" }).click();
  await page.goto("/usaha");
  await page.getByRole("link", { name: "Lihat seperti pembeli" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("Setiap hari 06.00–20.00")).toBeVisible();
});

test("who is not signed in, or an officer, has no shop console", async ({ page }) => {
  await page.goto("/usaha/produk");
  await expect(page).toHaveURL(/\/masuk\?kembali=/);
  const main = page.locator("main form").first();
  await main.getByLabel("Nomor HP atau surel").fill("0811-1000-0005");
  await main.getByLabel("Kata sandi").fill(DEMO_PASSWORD);
  await main.getByRole("button", { name: "Masuk" }).click();
  await expect(page.getByText("Halaman ini bukan untuk akun Anda")).toBeVisible();
});
