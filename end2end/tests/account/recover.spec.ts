import { expect, test } from "@playwright/test";
import { newPhone, signInAs, signOut, signUp } from "../../support/people";
import { expectAccessible } from "../a11y";

test("a forgotten password is replaced with the code of a message", async ({ page, browser, javaScriptEnabled }) => {
  const name = `Siti${Math.floor(Math.random() * 1e9)}`;
  const phone = await signUp(page, name);
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

  // The administrator passes the message on; only then it shows the code.
  const office = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await signInAs(office, "Admin");
  await office.goto(`/dinas/pesan?q=${name}`);
  await office.getByRole("button", { name: "Kirim lewat WhatsApp" }).click();
  const link = (await office.getByRole("link", { name: "Buka WhatsApp" }).getAttribute("href"))!;
  const code = /Kode Anda: (\d{6})/.exec(new URL(link).searchParams.get("text")!)![1]!;
  await office.context().close();

  await page.getByLabel("Kode", { exact: true }).fill(code);
  await page.getByLabel("Kata sandi baru").fill("teh manis sore hari");
  await page.getByRole("button", { name: "Simpan dan masuk" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Halo, ${name}`);
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
