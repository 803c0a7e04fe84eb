import { expect, test } from "@playwright/test";
import { expectAccessible } from "./a11y";

for (const path of ["/", "/produk", "/produk?q=keripik&halal=1&maks=60000", "/kecamatan", "/kecamatan/legok", "/pelatihan", "/izin", "/bantuan", "/privasi", "/tidak-ada"]) {
  test(`${path} is accessible and loads only our own files`, async ({ page, javaScriptEnabled, baseURL }) => {
    const strangers: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== baseURL) strangers.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("404")) errors.push(message.text());
    });
    const response = await page.goto(path);
    expect(response!.status()).toBe(path === "/tidak-ada" ? 404 : 200);
    await expect(page.locator("h1")).toHaveCount(1);
    await expectAccessible(page, javaScriptEnabled);
    expect(strangers).toEqual([]);
    expect(errors).toEqual([]);
  });
}

test("a page without islands loads no script file", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (/\.(js|wasm)$/.test(new URL(request.url()).pathname)) scripts.push(request.url());
  });
  await page.goto("/produk");
  expect(scripts).toEqual([]);
});

test("the language is switched and kept", async ({ page }) => {
  await page.goto("/produk");
  await page.getByRole("button", { name: "Switch to English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Shop local products");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Training" }).first()).toBeVisible();
});
