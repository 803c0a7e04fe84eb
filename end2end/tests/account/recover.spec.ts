import { expect, test } from "@playwright/test";
import { newPhone, signOut, signUp } from "../../support/people";
import { expectAccessible } from "../a11y";

test("a forgotten password: a code is sent, and a wrong one is named", async ({ page, javaScriptEnabled }) => {
  const phone = await signUp(page, "Siti");
  await signOut(page);
  await page.goto("/masuk");
  await page.getByRole("link", { name: "Lupa kata sandi?" }).click();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Nomor HP atau surel").fill(phone);
  await page.getByRole("button", { name: "Kirim kode" }).click();
  await expect(page.getByLabel("Nomor HP atau surel")).toHaveValue(phone);
  await expectAccessible(page, javaScriptEnabled);

  await page.getByLabel("Kode", { exact: true }).fill("1");
  await page.getByLabel("Kata sandi baru").fill("12345678");
  await page.getByRole("button", { name: "Simpan dan masuk" }).click();
  await expect(page.getByRole("alert")).toContainText("mudah ditebak");
  await page.getByLabel("Kode", { exact: true }).fill("1");
  await page.getByLabel("Kata sandi baru").fill("teh manis sore hari");
  await page.getByRole("button", { name: "Simpan dan masuk" }).click();
  await expect(page.getByRole("alert")).toContainText("Kode tidak cocok");
  await expectAccessible(page, javaScriptEnabled);
});

test("whether somebody has an account is not told", async ({ page }) => {
  await page.goto("/lupa-sandi");
  const nobody = newPhone();
  await page.getByLabel("Nomor HP atau surel").fill(nobody);
  await page.getByRole("button", { name: "Kirim kode" }).click();
  await expect(page).toHaveURL("/lupa-sandi/kode");
  for (let more = 0; more < 3; more++) {
    await page.goto("/lupa-sandi");
    await page.getByLabel("Nomor HP atau surel").fill(nobody);
    await page.getByRole("button", { name: "Kirim kode" }).click();
  }
  await expect(page.getByRole("alert")).toContainText("Coba lagi dalam 15 menit");
});
