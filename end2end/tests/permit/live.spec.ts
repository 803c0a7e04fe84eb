import { expect, test } from "@playwright/test";
import { handIn, officer } from "../../support/permit";
import { expectAccessible } from "../a11y";

test("an open page says that the office has taken the case up", async ({ page, browser, javaScriptEnabled }) => {
  test.slow();
  const number = await handIn(page);
  await page.goto(`/izin/kasus/${number}`);
  await expect(page.locator(".line-t .ev--now")).toHaveCount(1);
  const steps = await page.locator(".line-t .ev").count();
  const news = page.getByRole("status").filter({ hasText: "Ada perkembangan baru pada pengajuan ini." });
  await expect(news).toHaveCount(0);

  const office = await officer(browser, "verifikator", javaScriptEnabled);
  await office.goto(`/dinas/izin/${number}`);
  await office.getByRole("button", { name: "Ambil dan periksa" }).click();
  await expect(office.locator(".stage").first()).toHaveText("Diperiksa");
  await office.context().close();

  if (javaScriptEnabled) {
    // Said where it is seen, and nothing moves under who reads.
    await expect(news).toBeInViewport();
    await expect(page.locator(".line-t .ev")).toHaveCount(steps);
    await expectAccessible(page, javaScriptEnabled);
    await news.getByRole("link", { name: "Muat ulang" }).click();
  } else {
    await page.reload();
  }
  await expect(page.locator(".line-t .ev")).toHaveCount(steps + 1);
  await expect(news).toHaveCount(0);
});

test("a page in the background keeps no connection, and is told when it is seen again", async ({ page, browser, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without scripts nothing is told");
  test.slow();
  const number = await handIn(page);
  await page.goto(`/izin/kasus/${number}`);
  const asked: string[] = [];
  page.on("request", (request) => request.url().endsWith("/peristiwa") && asked.push(request.url()));
  const show = (state: "visible" | "hidden") =>
    page.evaluate((state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, state);
  await page.waitForLoadState("load");
  await show("hidden");
  const before = asked.length;
  const office = await officer(browser, "verifikator", javaScriptEnabled);
  await office.goto(`/dinas/izin/${number}`);
  await office.getByRole("button", { name: "Ambil dan periksa" }).click();
  await expect(office.locator(".stage").first()).toHaveText("Diperiksa");
  await office.context().close();
  expect(asked).toHaveLength(before);
  await show("visible");
  await expect(page.getByRole("status").filter({ hasText: "Ada perkembangan baru" })).toBeVisible();
});
