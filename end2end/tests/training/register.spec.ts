import { expect, test } from "@playwright/test";
import { classPath, crowd, register } from "../../support/classes";
import { newPhone, signedIn } from "../../support/people";
import { expectAccessible } from "../a11y";

/** With and without script the same stories run side by side: each takes a class of its own. */
const ownClass = (javaScript: boolean) => (javaScript ? "Foto produk dengan HP" : "Anyaman bambu");

test("a guest gets a seat, opens it elsewhere with number and PIN, and gives it back", async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  const path = await classPath(page, "Jualan lewat WhatsApp");
  await page.goto(`${path}/daftar`);
  await expect(page.getByText(/dari \d+ kursi tersisa/)).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  // What is wrong is said, and what was typed stays.
  await page.getByLabel("Nama peserta").fill("Euis Komalasari");
  await page.getByLabel("Nomor HP").fill("0812");
  await page.getByLabel("Kecamatan").selectOption({ label: "Mauk" });
  await page.getByRole("button", { name: "Daftar", exact: true }).click();
  await expect(page.getByLabel("Nama peserta")).toHaveValue("Euis Komalasari");
  await expect(page.getByLabel("Kecamatan")).toHaveValue(/36\.03\./);
  await expect(page.locator("#hp-error")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  const phone = newPhone();
  await page.getByLabel("Nomor HP").fill(phone);
  await page.getByRole("button", { name: "Daftar", exact: true }).click();

  await expect(page.getByRole("heading", { name: "Kursi Anda sudah pasti" })).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  const number = await page.locator("[data-nomor]").innerText();
  const pin = await page.locator("[data-pin]").innerText();
  await page.goto(`${path}/daftar`);
  await expect(page.getByText("Anda sudah terdaftar di kelas ini.")).toBeVisible();

  const elsewhere = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await elsewhere.goto(`${path}/daftar`);
  await elsewhere.getByLabel("Nama peserta").fill("Orang lain");
  await elsewhere.getByLabel("Nomor HP").fill(phone);
  await elsewhere.getByLabel("Kecamatan").selectOption({ label: "Mauk" });
  await elsewhere.getByRole("button", { name: "Daftar", exact: true }).click();
  await expect(elsewhere.locator("#hp-error")).toContainText("sudah terdaftar");
  // Tracked by its number: the page asks everybody for the PIN, and tells nothing before.
  await elsewhere.goto("/lacak");
  await elsewhere.locator("#nomor").fill(number.toLowerCase());
  await elsewhere.locator("#hp4").fill("0000");
  await elsewhere.locator(".lacak button").click();
  await expect(elsewhere).toHaveURL(/\/pelatihan\/pendaftaran\/PLT-/);
  await expect(elsewhere.locator("main")).not.toContainText("Jualan");
  await elsewhere.getByLabel("PIN 6 angka").fill("000001");
  await elsewhere.getByRole("button", { name: "Buka pendaftaran" }).click();
  await expect(elsewhere.locator("#pin-error")).toBeVisible();
  await expectAccessible(elsewhere, javaScriptEnabled);
  await elsewhere.getByLabel("PIN 6 angka").fill(pin);
  await elsewhere.getByRole("button", { name: "Buka pendaftaran" }).click();
  await elsewhere.getByText("Tidak jadi datang?").click();
  await elsewhere.getByRole("button", { name: "Batalkan kursi saya" }).click();
  await expect(elsewhere.getByRole("heading", { name: "Kursi dibatalkan" })).toBeVisible();
  await expect(elsewhere.getByRole("link", { name: "Daftar lagi" })).toBeVisible();
  await elsewhere.context().close();
});

test("who waits is offered the seat that somebody gives back, and takes it", async ({ page, browser, javaScriptEnabled }) => {
  test.slow();
  const path = await classPath(page, ownClass(javaScriptEnabled), "last");
  const holder = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await register(holder, path, "Yayah Pertama");
  await expect(holder.getByRole("heading", { name: "Kursi Anda sudah pasti" })).toBeVisible();
  // Everybody else comes, until it is full.
  await page.goto(`${path}/daftar`);
  const free = Number((await page.getByText(/dari \d+ kursi tersisa/).innerText()).match(/\d+/)?.[0]);
  await crowd(page.request, path, free);
  await page.context().clearCookies();

  await register(page, path, "Dadan Menunggu");
  await expect(page.getByRole("heading", { name: "Anda nomor 1 di daftar tunggu" })).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  await page.goto(path);
  await expect(page.locator("main")).toContainText("1 orang di daftar tunggu");
  const third = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await register(third, path, "Lina Berikutnya");
  await expect(third.getByRole("heading", { name: "Anda nomor 2 di daftar tunggu" })).toBeVisible();

  await holder.getByText("Tidak jadi datang?").click();
  await holder.getByRole("button", { name: "Batalkan kursi saya" }).click();
  await expect(holder.getByRole("heading", { name: "Kursi dibatalkan" })).toBeVisible();

  await page.goBack();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Ada kursi untuk Anda" })).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("button", { name: "Terima kursi" }).click();
  await expect(page.getByRole("heading", { name: "Kursi Anda sudah pasti" })).toBeVisible();
  await third.reload();
  await expect(third.getByRole("heading", { name: "Anda nomor 1 di daftar tunggu" })).toBeVisible();
  await third.getByRole("button", { name: "Keluar dari daftar tunggu" }).click();
  await expect(third.getByRole("heading", { name: "Anda keluar dari daftar tunggu" })).toBeVisible();
  await third.context().close();
  await holder.context().close();
});

test("an account finds its classes, and two classes at one hour clash", async ({ browser, javaScriptEnabled }) => {
  const page = await signedIn(browser, javaScriptEnabled ? "0811-1000-0001" : "0811-1000-0004", javaScriptEnabled);
  const path = await classPath(page, "NIB dan halal");
  await page.goto(`${path}/daftar`);
  // Nothing is asked that the account has told.
  await expect(page.getByLabel("Nomor HP")).toHaveValue(/^0811/);
  await page.getByLabel("Kecamatan").selectOption({ label: "Curug" });
  await page.getByRole("button", { name: "Daftar", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Kursi Anda sudah pasti" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Masuk ke kelas daring" })).toBeVisible();
  await page.goto("/akun");
  await expect(page.locator("section", { hasText: "Kelas saya" })).toContainText("NIB dan halal");
  await expectAccessible(page, javaScriptEnabled);
  await page.context().close();
});
