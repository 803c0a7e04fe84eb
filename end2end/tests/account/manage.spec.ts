import { expect, test } from "@playwright/test";
import { signIn, signInAs, signUp } from "../../support/people";
import { expectAccessible } from "../a11y";

test("the administrator gives a duty, blocks and unblocks", async ({ page, browser, javaScriptEnabled }) => {
  const context = await browser.newContext({ javaScriptEnabled });
  const officer = await context.newPage();
  const name = `Hendra ${Math.floor(Math.random() * 1e9)}`;
  const phone = await signUp(officer, name);
  await officer.goto("/dinas/pengguna");
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText("Halaman ini bukan untuk akun Anda");

  await signInAs(page, "Admin");
  await page.goto("/dinas/pengguna");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Nama, nomor HP, atau surel").fill(phone);
  await page.getByRole("button", { name: "Cari" }).click();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.getByLabel(/^Petugas dinas/).check();
  await page.getByLabel("Admin toko").check();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByRole("status")).toContainText("tersimpan");
  await expect(page.getByLabel("Admin toko")).toBeChecked();
  await expect(page.getByText("Petugas dinas: Admin toko")).toBeVisible();
  await officer.goto("/akun");
  await expect(officer.getByRole("link", { name: /Ruang petugas/ })).toBeVisible();

  await page.getByText("Blokir akun", { exact: true }).click();
  await page.getByLabel("Alasan").fill("Pindah tugas");
  await page.getByRole("button", { name: "Blokir akun ini" }).click();
  await expect(page.getByText("Akun ini diblokir")).toBeVisible();
  await expect(page.getByText("Pindah tugas")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  await officer.goto("/akun");
  await expect(officer).toHaveURL(/\/masuk/);
  await signIn(officer, phone);
  await expect(officer.getByRole("alert")).toContainText("tidak cocok");

  await page.getByRole("button", { name: "Buka blokir" }).click();
  await expect(page.getByRole("status")).toContainText("tersimpan");
  await signIn(officer, phone);
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText(`Halo, ${name}`);
  await context.close();
});

test("the administrator's own account keeps its office", async ({ page }) => {
  await signInAs(page, "Admin");
  await page.goto("/dinas/pengguna?peran=admin");
  await page.getByRole("link", { name: "Bambang Hidayat" }).click();
  await expect(page.getByLabel(/^Admin\s*Mengatur/)).toBeDisabled();
  await expect(page.getByText("Ini akun Anda sendiri")).toBeVisible();
  await expect(page.getByText("Blokir akun", { exact: true })).toHaveCount(0);
});
