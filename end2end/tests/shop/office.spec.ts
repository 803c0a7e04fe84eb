import { expect, test } from "@playwright/test";
import { signedIn } from "../../support/people";
import { expectAccessible } from "../a11y";

const OWNER = "0811-1000-0002";
const OFFICER = "0811-1000-0003";

/** With and without script the same stories run side by side: each takes a shop of its own. */
const ownShop = (javaScript: boolean) => (javaScript ? "Dapur Emak Ijah" : "Kerupuk Bu Aan");

test("a waiting shop is approved, becomes public, is suspended with a reason and comes back", async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  test.slow();
  const shop = ownShop(javaScriptEnabled);
  const office = await signedIn(browser, OFFICER, javaScriptEnabled);
  await office.goto("/dinas");
  await expect(office.getByRole("heading", { level: 1, name: "Yang menunggu Anda" })).toBeVisible();
  await expectAccessible(office, javaScriptEnabled);
  await office.getByRole("link", { name: /Toko menunggu persetujuan/ }).click();
  await expectAccessible(office, javaScriptEnabled);
  await office.getByLabel("Nama toko atau pemilik").fill(shop);
  await office.getByRole("button", { name: "Cari" }).click();
  await office.getByRole("link", { name: shop }).click();
  await expect(office.getByRole("heading", { level: 1, name: shop })).toBeVisible();
  await expectAccessible(office, javaScriptEnabled);

  // Its product is written there, and nowhere else yet.
  const product = (await office.locator(".filegood strong").first().textContent())!;
  const search = `/produk?q=${encodeURIComponent(`${product} ${shop}`)}`;
  const card = page.locator(".good", { hasText: shop });
  await page.goto(search);
  await expect(card).toHaveCount(0);

  // Sent back without saying why: the form says what is missing.
  await office.getByRole("button", { name: "Kembalikan untuk diperbaiki" }).click();
  await expect(office.getByRole("alert")).toContainText("Tulis alasannya");
  await expectAccessible(office, javaScriptEnabled);

  const file = office.url();
  await office.getByRole("button", { name: "Setujui toko" }).click();
  await expect(office.getByRole("status")).toHaveText("Berhasil.");
  await expect(office.getByText("Disetujui")).toBeVisible();
  await page.goto(search);
  await expect(card.first()).toBeVisible();
  await card.first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(product);
  const address = page.url();
  await page.getByRole("button", { name: "Masukkan keranjang" }).click();
  await page.getByRole("link", { name: /Lihat keranjang|^Keranjang, \d+ barang/ }).first().click();

  await office.goto(file);
  await office.getByLabel("Alasan penangguhan").fill("Alamat usaha tidak ditemukan saat dikunjungi.");
  await office.getByRole("button", { name: "Tangguhkan toko" }).click();
  await expect(office.getByText("Ditangguhkan karena:")).toBeVisible();
  await expectAccessible(office, javaScriptEnabled);
  expect((await page.goto(address))?.status()).toBe(404);
  await page.goto(search);
  await expect(card).toHaveCount(0);
  await page.goto("/keranjang");
  await expect(page.getByText("Produk ini sudah tidak dijual.")).toBeVisible();

  await office.getByRole("button", { name: "Buka kembali" }).click();
  await expect(office.getByText("Dibuka kembali")).toBeVisible();
  expect((await page.goto(address))?.status()).toBe(200);
  await office.context().close();
});

test("two officers at once: the second is told who was first", async ({ browser, javaScriptEnabled }) => {
  const office = await signedIn(browser, OFFICER, javaScriptEnabled);
  await office.goto("/dinas/toko?keadaan=perbaikan");
  await office.getByRole("link", { name: "Manisan Ceu Kokom" }).click();
  await expect(office.getByText("Alamat belum lengkap").first()).toBeVisible();
  await expect(office.getByRole("button", { name: "Kembalikan untuk diperbaiki" })).toHaveCount(0);
  const shop = office.url().split("/").pop()!;
  // What an old window would send: it has seen no decision at all.
  const answer = await office.request.post("/aksi/dinas/toko", {
    form: { toko: shop, putusan: "setujui", alasan: "", terlihat: "0" },
    headers: { accept: "text/html" },
  });
  expect(await answer.text()).toContain("Sudah diputuskan: dikembalikan untuk diperbaiki oleh Hendra Saputra");
  await office.context().close();
});

test("an owner hands a halal number in, an officer verifies it, and it lights up", async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  test.slow();
  const owner = await signedIn(browser, OWNER, javaScriptEnabled);
  await owner.goto("/usaha/legalitas");
  await expect(owner.getByRole("heading", { level: 1, name: "Legalitas" })).toBeVisible();
  await expectAccessible(owner, javaScriptEnabled);
  // Two of the demo owner's halal numbers were refused; each run puts one of them right.
  const refused = owner.locator("section.card", { has: owner.getByRole("link", { name: /^(Perbaiki|Ubah) Halal/ }) });
  const section = refused.nth(javaScriptEnabled ? 0 : (await refused.count()) - 1);
  const product = (await section.getByRole("heading").textContent())!;
  await expect(section.getByText(/^Alasan:/)).toBeVisible();
  await section.getByRole("link", { name: /Halal/ }).click();
  await expect(owner.getByRole("heading", { level: 1, name: "Ajukan Halal" })).toBeVisible();
  await expectAccessible(owner, javaScriptEnabled);

  await owner.getByLabel("Nomor Halal").fill("KH-4518820");
  await owner.getByLabel("Atas nama").fill("Rohimah");
  await owner.getByRole("button", { name: "Kirim untuk diperiksa" }).click();
  await expect(owner.getByRole("alert")).toContainText("diawali KH adalah nomor ketetapan");
  await expect(owner.locator("#nomor-error")).toContainText("nomor sertifikat, diawali ID");
  await expect(owner.getByLabel("Nomor Halal")).toHaveValue("KH-4518820");
  await expect(owner.getByLabel("Atas nama")).toHaveValue("Rohimah");
  await expectAccessible(owner, javaScriptEnabled);

  const number = javaScriptEnabled ? "ID36110009990001" : "ID36110009990002";
  await owner.getByLabel("Nomor Halal").fill(number.toLowerCase());
  await owner.getByRole("button", { name: "Kirim untuk diperiksa" }).click();
  const again = owner.locator("section.card", { has: owner.getByRole("heading", { name: product, exact: true }) });
  await expect(again.getByText("Belum diverifikasi")).toBeVisible();
  await expect(again.getByText(number)).toBeVisible();

  await page.goto(`/produk?q=${encodeURIComponent(product)}`);
  await page.getByRole("link", { name: product, exact: true }).first().click();
  const badge = page.locator(".legal li", { hasText: number });
  await expect(badge).toContainText("Belum diverifikasi");
  await expect(page.getByText("Belum bersertifikat halal")).toBeVisible();

  const office = await signedIn(browser, OFFICER, javaScriptEnabled);
  await office.goto("/dinas/lencana");
  await expectAccessible(office, javaScriptEnabled);
  await office.getByLabel("Nomor, produk, atau toko").fill(number);
  await office.getByRole("button", { name: "Cari" }).click();
  await office.getByRole("link", { name: product }).click();
  await expect(office.getByRole("link", { name: "Buka BPJPH" })).toHaveAttribute("href", /halal\.go\.id/);
  await expectAccessible(office, javaScriptEnabled);
  await office.getByRole("button", { name: "Tolak" }).click();
  await expect(office.getByRole("alert")).toContainText("Tulis alasannya");
  await office.getByRole("button", { name: "Verifikasi" }).click();
  await expect(office.getByText("Terverifikasi").first()).toBeVisible();
  await office.context().close();

  await page.reload();
  await expect(badge).toContainText("Diverifikasi dinas pada");
  await expect(page.getByText("Belum bersertifikat halal")).toHaveCount(0);
  await expectAccessible(page, javaScriptEnabled);
  await owner.reload();
  await expect(again.getByText(/Diverifikasi dinas pada/).first()).toBeVisible();
  await owner.context().close();
});

test("the officers' rooms are closed to everybody else", async ({ page, browser, javaScriptEnabled }) => {
  await page.goto("/dinas/toko");
  await expect(page).toHaveURL(/\/masuk\?kembali=/);
  const owner = await signedIn(browser, OWNER, javaScriptEnabled);
  for (const path of ["/dinas", "/dinas/toko", "/dinas/lencana"]) {
    expect((await owner.goto(path))?.status()).toBe(403);
  }
  const answer = await owner.request.post("/aksi/dinas/toko", {
    form: { toko: "01900000-0000-7000-8000-000000000000", putusan: "setujui", terlihat: "0" },
    headers: { accept: "text/html" },
  });
  expect(answer.status()).toBe(403);
  await owner.context().close();
});
