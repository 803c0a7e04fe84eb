import { expect, test } from "@playwright/test";
import { PASSWORD } from "../support/people";
import { addressBeside, Server } from "../support/server";
import { expectAccessible } from "./a11y";

test("while nothing can be written, a form leads to a page that says so, and from there back to the form", async ({ page, javaScriptEnabled }, info) => {
  // A server of its own is started three times.
  test.slow();
  const address = addressBeside(info.parallelIndex);
  const server = await Server.start(address);
  try {
    await server.restart("read-only");
    expect((await page.goto(`http://${address}/produk`))!.status()).toBe(200);
    await page.goto(`http://${address}/masuk?kembali=/akun`);
    await page.getByLabel("Nomor HP atau surel").fill("0812 3456 7890");
    await page.getByLabel("Kata sandi").fill(PASSWORD);
    const answer = page.waitForResponse((response) => response.url().includes("/gangguan?kembali="));
    await page.locator("main").getByRole("button", { name: "Masuk", exact: true }).click();
    expect((await answer).status()).toBe(503);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Layanan sedang terganggu");
    await expect(page.getByRole("link", { name: "Ke beranda" })).toBeVisible();
    await expectAccessible(page, javaScriptEnabled);

    // It stays as long as it is so.
    await page.getByRole("link", { name: "Coba lagi" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Layanan sedang terganggu");
    await server.restart("writable");
    await page.getByRole("link", { name: "Coba lagi" }).click();
    await expect(page).toHaveURL(`http://${address}/masuk?kembali=%2Fakun`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Masuk");
  } finally {
    await server.stop();
  }
});
