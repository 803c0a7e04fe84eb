import { expect, test } from "@playwright/test";
import { fillCart } from "../../support/cart";
import { PASSWORD, newPhone, signIn, signInAs, signOut, signUp } from "../../support/people";
import { expectAccessible } from "../a11y";

test("somebody opens an account, signs out and in again", async ({ page, javaScriptEnabled }) => {
  await page.goto("/daftar");
  await expectAccessible(page, javaScriptEnabled);
  const phone = await signUp(page, "Siti Nurjanah");
  await expectAccessible(page, javaScriptEnabled);
  await expect(page.getByText("Belum ada pesanan dengan akun ini")).toBeVisible();
  await signOut(page);
  await expect(page).toHaveURL("/");
  await page.goto("/akun");
  await expect(page).toHaveURL("/masuk?kembali=%2Fakun");
  await expectAccessible(page, javaScriptEnabled);
  await signIn(page, phone);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halo, Siti Nurjanah");
});

test("a mistake is named, and nothing but the password is typed again", async ({ page, javaScriptEnabled }) => {
  const phone = await signUp(page, "Rina");
  await signOut(page);
  await signIn(page, phone, "bukan kata sandinya");
  await expect(page.getByRole("alert")).toContainText("tidak cocok");
  await expect(page.getByLabel("Nomor HP atau surel")).toHaveValue(phone);
  await expectAccessible(page, javaScriptEnabled);
  await signIn(page, "0812 34");
  await expect(page.locator("#akun-error")).toHaveText("Nomor HP kurang 4 angka.");

  await page.goto("/daftar");
  await page.getByLabel("Nama Anda").fill("Rina");
  await page.getByLabel("Nomor HP atau surel").fill(phone);
  await page.getByLabel("Kata sandi baru").fill("12345678");
  await page.getByRole("button", { name: "Buat akun" }).click();
  await expect(page.getByRole("alert")).toContainText("mudah ditebak");
  await expect(page.getByLabel("Nama Anda")).toHaveValue("Rina");
  await page.getByLabel("Kata sandi baru").fill(PASSWORD);
  await page.getByRole("button", { name: "Buat akun" }).click();
  await expect(page.getByRole("alert")).toContainText("sudah dipakai");
});

test("after too many wrong passwords one has to wait", async ({ page }) => {
  const phone = newPhone();
  for (let tries = 0; tries < 9; tries++) await signIn(page, phone, "salah sama sekali");
  await expect(page.getByRole("alert")).toContainText("Coba lagi dalam 15 menit");
});

test("a demo account is one press away", async ({ page }) => {
  await signInAs(page, "Pelaku usaha");
  await expect(page.getByRole("link", { name: /Ruang usaha/ })).toBeVisible();
  await signOut(page);
  await signInAs(page, "Admin");
  await expect(page.getByRole("link", { name: /Ruang petugas/ })).toBeVisible();
});

test("a device is seen and signed out from another one", async ({ page, browser, javaScriptEnabled }) => {
  const phone = await signUp(page, "Rohimah");
  const other = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await signIn(other, phone);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Halo, Rohimah");

  await page.getByRole("link", { name: /Perangkat Anda/ }).click();
  await expect(page.locator(".device")).toHaveCount(2);
  await expect(page.locator(".device").first()).toContainText("Perangkat ini");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("button", { name: /^Keluarkan (Chrome|Perangkat)/ }).click();
  await expect(page.getByRole("status")).toContainText("Berhasil");
  await expect(page.locator(".device")).toHaveCount(1);
  await other.reload();
  await expect(other).toHaveURL(/\/masuk/);

  // A new password does the same.
  await signIn(other, phone);
  await page.goto("/akun/sandi");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Kata sandi sekarang").fill("salah sama sekali");
  await page.getByLabel("Kata sandi baru").fill("teh manis sore hari");
  await page.getByRole("button", { name: "Ganti kata sandi" }).click();
  await expect(page.getByRole("alert")).toContainText("tidak cocok");
  await page.getByLabel("Kata sandi sekarang").fill(PASSWORD);
  await page.getByLabel("Kata sandi baru").fill("teh manis sore hari");
  await page.getByRole("button", { name: "Ganti kata sandi" }).click();
  await expect(page.getByRole("status")).toContainText("tersimpan");
  await other.goto("/akun");
  await expect(other).toHaveURL(/\/masuk/);
  await other.context().close();
});

test("a guest's cart and order come along into the account", async ({ page, browser, javaScriptEnabled }) => {
  await fillCart(page, "/produk?q=sambal&ada=1");
  const phone = await signUp(page, "Siti");
  await page.goto("/keranjang");
  await expect(page.getByText("Subtotal (1 barang)")).toBeVisible();

  // The same cart on another device, and what was put in there before signing in.
  const other = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await fillCart(other, "/produk?q=batik&ada=1");
  await signIn(other, phone);
  await other.goto("/keranjang");
  await expect(other.getByText("Subtotal (2 barang)")).toBeVisible();
  // Nothing of it stays behind.
  await signOut(other);
  await other.goto("/keranjang");
  await expect(other.getByText("Keranjang Anda masih kosong")).toBeVisible();

  // An order placed as a guest.
  await fillCart(other, "/produk?q=keripik&ada=1");
  await other.getByLabel("Terima di mana?").selectOption("ambil");
  await other.getByRole("button", { name: "Lanjut ke pemesanan" }).click();
  await other.getByLabel("Nama penerima").fill("Siti Nurjanah");
  await other.getByLabel("Nomor HP (WhatsApp)").fill("0812 3456 7890");
  await other.getByRole("button", { name: "Buat pesanan" }).click();
  await expectAccessible(other, javaScriptEnabled);
  const number = (await other.locator("dd.mono").first().textContent())!;
  await other.locator("main").getByRole("link", { name: "Masuk" }).click();
  await other.getByLabel("Nomor HP atau surel").fill(phone);
  await other.getByLabel("Kata sandi").fill(PASSWORD);
  await other.getByRole("button", { name: "Masuk", exact: true }).click();
  await other.getByRole("button", { name: "Simpan ke akun" }).click();
  await expect(other.getByText(number)).toBeVisible();
  await page.goto("/akun");
  await expect(page.getByText(number)).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  await other.context().close();
});
