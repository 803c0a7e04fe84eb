import { expect, test } from "@playwright/test";
import { PASSWORD, codeOf, signIn, signOut, signUp } from "../../support/people";
import { expectAccessible } from "../a11y";

test("somebody turns the second step on, and signs in with a code or a recovery code", async ({ page, javaScriptEnabled }) => {
  const phone = await signUp(page, "Hendra");
  await page.getByRole("link", { name: /Verifikasi dua langkah/ }).click();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("button", { name: "Siapkan sekarang" }).click();
  await expect(page.getByRole("img", { name: /Kode QR/ })).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  const key = (await page.locator("[data-kunci]").textContent())!;

  await page.getByLabel("Kode", { exact: true }).fill("000");
  await page.getByRole("button", { name: "Nyalakan" }).click();
  await expect(page.getByRole("alert")).toContainText("tidak cocok");
  // The same key is still being set up.
  await expect(page.locator("[data-kunci]")).toHaveText(key);
  await page.getByLabel("Kode", { exact: true }).fill(codeOf(key, -1));
  await page.getByRole("button", { name: "Nyalakan" }).click();
  const codes = page.locator("[data-pemulihan] li");
  await expect(codes).toHaveCount(10);
  const recovery = (await codes.first().textContent())!;
  await expectAccessible(page, javaScriptEnabled);
  // They are shown once.
  await page.reload();
  await expect(codes).toHaveCount(0);
  await expect(page.getByText("10 kode pemulihan belum dipakai")).toBeVisible();

  await signOut(page);
  await signIn(page, phone);
  await expect(page).toHaveURL(/\/masuk\/kode/);
  await expectAccessible(page, javaScriptEnabled);
  // Half signed in is not signed in.
  await page.goto("/akun");
  await expect(page).toHaveURL(/\/masuk\?/);
  await page.goto("/masuk/kode");
  await page.getByLabel("Kode", { exact: true }).fill("123");
  await page.getByRole("button", { name: "Lanjut" }).click();
  await expect(page.getByRole("alert")).toContainText("tidak cocok");
  await page.getByLabel("Kode", { exact: true }).fill(codeOf(key));
  await page.getByRole("button", { name: "Lanjut" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halo, Hendra");

  await signOut(page);
  await signIn(page, phone);
  await page.getByLabel("Kode", { exact: true }).fill(recovery);
  await page.getByRole("button", { name: "Lanjut" }).click();
  await page.getByRole("link", { name: /Verifikasi dua langkah/ }).click();
  await expect(page.getByText("9 kode pemulihan belum dipakai")).toBeVisible();

  await page.getByText("Matikan", { exact: true }).click();
  await page.getByLabel("Kata sandi").fill(PASSWORD);
  await page.getByRole("button", { name: "Matikan verifikasi dua langkah" }).click();
  await expect(page.getByRole("button", { name: "Siapkan sekarang" })).toBeVisible();
});
