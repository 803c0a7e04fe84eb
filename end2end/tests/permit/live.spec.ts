import { expect, test } from "@playwright/test";
import { newPhone } from "../../support/people";
import { begin, handIn, next, officer } from "../../support/permit";
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

test("what is typed is saved without a button, and is there when the page was closed", async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without scripts the button saves");
  const { number } = await begin(page, newPhone());
  await page.getByRole("link", { name: "Pemilik merek" }).click();
  const path = new URL(page.url()).pathname;
  const kept = page.getByRole("status").filter({ hasText: /Tersimpan pukul \d\d\.\d\d/ });
  await page.getByLabel("Nama lengkap").fill("Tarsinah Wulan");
  // Wrong, and kept as it is.
  await page.getByLabel("NIK").fill("360301");
  await expect(kept).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  expect(new URL(page.url()).pathname).toBe(path);
  const context = page.context();
  await page.close();

  const again = await context.newPage();
  await again.goto(`/izin/kasus/${number}/isi/pemohon`);
  await expect(again.getByLabel("Nama lengkap")).toHaveValue("Tarsinah Wulan");
  await expect(again.getByLabel("NIK")).toHaveValue("360301");

  // Nobody waits two seconds before closing a page; but it has to be awake.
  await again.waitForLoadState("networkidle");
  await again.getByLabel("NIK").fill("3603014107850001");
  await again.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  await again.close();
  const last = await context.newPage();
  await expect(async () => {
    await last.goto(`/izin/kasus/${number}/isi/pemohon`);
    await expect(last.getByLabel("NIK")).toHaveValue("3603014107850001", { timeout: 500 });
  }).toPass();

  // The button saves what was typed a moment ago, though something else is being saved.
  await last.getByLabel("Nama lengkap").fill("Tarsinah");
  await expect(last.getByRole("status").filter({ hasText: "Tersimpan pukul" })).toBeVisible();
  await last.getByLabel("Nama lengkap").fill("Tarsinah Wulan Sari");
  await next(last);
  await expect(last.getByRole("alert")).toContainText("NIB");
  await expect(last.getByLabel("Nama lengkap")).toHaveValue("Tarsinah Wulan Sari");
});

test("when the server is away, that is said, and saving goes on by itself", async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without scripts the button saves");
  await begin(page, newPhone());
  await page.getByRole("link", { name: "Pemilik merek" }).click();
  await page.route("**/aksi/izin/simpan", (route) => route.abort());
  await page.getByLabel("Nama lengkap").fill("Tarsinah");
  await expect(page.getByRole("status").filter({ hasText: "Belum tersimpan, dicoba lagi" })).toBeVisible();
  await page.unroute("**/aksi/izin/simpan");
  await expect(page.getByRole("status").filter({ hasText: "Tersimpan pukul" })).toBeVisible({ timeout: 15_000 });
});

test("an older window overwrites nothing, says so, and keeps what was typed", async ({ page, javaScriptEnabled }) => {
  const { number } = await begin(page, newPhone());
  const path = `/izin/kasus/${number}/isi/pemohon`;
  await page.goto(path);
  const other = await page.context().newPage();
  await other.goto(path);
  await other.getByLabel("Nama lengkap").fill("Siti");
  await other.getByRole("button", { name: "Simpan, lanjut nanti" }).click();
  await expect(other.getByRole("status").first()).toContainText("tersimpan");

  await page.getByLabel("Nama lengkap").fill("Tarsinah");
  if (javaScriptEnabled) {
    await expect(page.getByRole("status").filter({ hasText: "Pengajuan ini diubah di jendela lain. Muat ulang untuk melihatnya." })).toBeVisible();
    await expect(page.getByLabel("Nama lengkap")).toHaveValue("Tarsinah");
    await expectAccessible(page, javaScriptEnabled);
  }
  await page.getByRole("button", { name: "Simpan, lanjut nanti" }).click();
  await expect(page.getByRole("alert")).toContainText("Pengajuan ini diubah di jendela lain");
  await expect(page.getByLabel("Nama lengkap")).toHaveValue("Tarsinah");
  await expectAccessible(page, javaScriptEnabled);
  await other.goto(`${path}?tersimpan=1`);
  await expect(other.getByLabel("Nama lengkap")).toHaveValue("Siti");

  // Whoever has been told may look, and may still replace it.
  await page.getByRole("link", { name: "Lihat yang tersimpan" }).click();
  await expect(page.getByLabel("Nama lengkap")).toHaveValue("Siti");
  await page.goto(path);
  await expect(page.getByLabel("Nama lengkap")).toHaveValue("Tarsinah");
  await page.getByRole("button", { name: "Simpan, lanjut nanti" }).click();
  await expect(page).toHaveURL(`/izin/kasus/${number}`);
  await page.goto(path);
  await expect(page.getByLabel("Nama lengkap")).toHaveValue("Tarsinah");
});

test("whoever goes back to a part corrects it, and a window next to it with another part is none of its business", async ({ page }) => {
  const { number } = await begin(page, newPhone());
  const path = `/izin/kasus/${number}/isi`;
  await page.goto(`${path}/pemohon`);
  const other = await page.context().newPage();
  await other.goto(`${path}/merek`);
  await page.getByLabel("Nama lengkap").fill("Tarsinah Wulan");
  await page.getByLabel("NIK").fill("3603014107850001");
  await page.getByLabel("NIB").fill("1242300876140");
  await next(page);
  await expect(page).toHaveURL(`${path}/merek`);
  await page.goBack();
  await page.getByLabel("Nama lengkap").fill("Tarsinah Wulan Sari");
  await next(page);
  await expect(page).toHaveURL(`${path}/merek`);
  await other.getByLabel("Nama merek").fill("Bu Wulan");
  await other.getByRole("button", { name: "Simpan, lanjut nanti" }).click();
  await expect(other).toHaveURL(`/izin/kasus/${number}`);
  await page.goto(`${path}/pemohon`);
  await expect(page.getByLabel("Nama lengkap")).toHaveValue("Tarsinah Wulan Sari");
});
