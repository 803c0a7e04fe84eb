import { expect, test } from "@playwright/test";
import { expectAccessible } from "../a11y";

test("a shopper finds keripik from Legok and opens it", async ({ page, javaScriptEnabled }) => {
  await page.goto("/");
  await page.getByLabel("Cari produk").last().fill("kripik");
  await page.getByRole("button", { name: "Cari" }).click();
  await expect(page.getByText("hasil untuk “keripik”")).toBeVisible();
  await expect(page.locator(".good__name").first()).toContainText("Keripik");

  await page.goto("/produk?q=keripik&kec=36.03.20");
  await expect(page.locator(".good__where").first()).toContainText("Legok");
  await page.locator(".good__name a").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Keripik");
  await expect(page.locator(".pd__price")).toContainText("Rp");
  await expectAccessible(page, javaScriptEnabled);
});

test("filters are links that can be taken off again", async ({ page }) => {
  await page.goto("/produk?halal=1&maks=20.000&urut=murah");
  const prices = await page.locator(".good .price").allInnerTexts();
  const amounts = prices.map((price) => Number(price.replace(/\D/g, "")));
  expect(amounts.every((amount) => amount <= 20_000)).toBe(true);
  expect([...amounts].sort((a, b) => a - b)).toEqual(amounts);
  await page.getByRole("link", { name: "Hapus saringan Halal" }).click();
  await expect(page).toHaveURL(/\/produk\?maks=20000&urut=murah/);
});

// Spices: other stories open and close shops that sell snacks and drinks meanwhile.
test("paging forth and back shows every product once", async ({ page }) => {
  await page.goto("/produk?urut=baru&kategori=bumbu");
  const total = Number((await page.locator(".title .muted").textContent())!.replace(/\D/g, ""));
  const seen: string[] = [];
  for (;;) {
    seen.push(...(await page.locator(".good__name a").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))));
    const next = page.getByRole("link", { name: "Berikutnya" });
    if ((await next.count()) === 0) break;
    await next.click();
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(total);
  expect(total).toBeGreaterThan(24);
  await page.getByRole("link", { name: "Sebelumnya" }).click();
  await expect(page.locator(".good")).toHaveCount(24);
});

test("search engines read product, canonical address and sitemap", async ({ page, request }) => {
  await page.goto("/produk");
  await page.locator(".good__name a").first().click();
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
  expect(data["@type"]).toBe("Product");
  expect(Number(data.offers[0].price)).toBeGreaterThan(0);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(new URL(page.url()).pathname));
  const sitemap = await (await request.get("/sitemap.xml")).text();
  expect(sitemap).toContain(new URL(page.url()).pathname);
  expect(await (await request.get("/robots.txt")).text()).toContain("Sitemap:");
});
