import { expect, test } from "@playwright/test";
import { STORY, complain } from "../../support/complaint";
import { newPhone, signUp } from "../../support/people";
import { officer, unfold } from "../../support/permit";
import { png } from "../../support/pictures";
import { expectAccessible } from "../a11y";

const TEXT = { name: "catatan.txt", mimeType: "text/plain", buffer: Buffer.from("bukan foto") };

test("files come with a complaint and with a reply, and the office opens them", async ({ page, browser, javaScriptEnabled }) => {
  test.slow();
  await page.goto("/pengaduan");
  await page.getByLabel("Hal lain").check();
  await page.getByLabel("Apa yang terjadi?").fill(STORY);
  await page.getByLabel("Nama Anda").fill("Mursalim Hadi");
  await page.getByLabel("Nomor HP (WhatsApp)").fill(newPhone());
  // One that is none: the good one waits, and nothing typed is lost.
  await page.getByLabel("Foto atau dokumen").setInputFiles([png("loket.png", [90, 40, 40]), TEXT]);
  await page.getByRole("button", { name: "Kirim pengaduan" }).click();
  await expect(page.locator(".errors")).toContainText("catatan.txt:");
  await expect(page.locator(".takenfile")).toHaveText([/loket\.png/]);
  await expect(page.getByLabel("Apa yang terjadi?")).toHaveValue(STORY);
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("button", { name: "Hapus loket.png" }).click();
  await expect(page.locator(".takenfile")).toHaveCount(0);
  await expect(page.getByLabel("Apa yang terjadi?")).toHaveValue(STORY);
  await page.getByLabel("Foto atau dokumen").setInputFiles([png("papan.png", [40, 90, 40]), png("antrean.png", [40, 40, 90])]);
  await page.getByRole("button", { name: "Kirim pengaduan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pengaduan terkirim");
  const number = (await page.locator("[data-nomor]").textContent())!;
  await page.getByRole("link", { name: "Lihat pengaduan" }).click();
  await expect(page.getByRole("link", { name: "papan.png" })).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  const address = (await page.getByRole("link", { name: "antrean.png" }).getAttribute("href"))!;
  const own = await page.request.get(address);
  expect(own.headers()["content-type"]).toBe("image/webp");
  expect(own.headers()["content-security-policy"]).toContain("sandbox");
  expect(own.headers()["content-disposition"]).toMatch(/^inline; filename="lampiran-/);
  expect(own.headers()["cache-control"]).toBe("no-store");
  const stranger = await browser.newContext();
  expect((await stranger.request.get(address)).status()).toBe(404);
  await stranger.close();

  const counter = await officer(browser, "loket", javaScriptEnabled);
  await counter.goto(`/dinas/pengaduan/${number}`);
  await expect(counter.getByText("Setiap lampiran yang Anda buka dicatat")).toBeVisible();
  await expectAccessible(counter, javaScriptEnabled);
  const seen = (await counter.getByRole("link", { name: "papan.png" }).getAttribute("href"))!;
  expect((await counter.request.get(seen)).status()).toBe(200);
  await counter.reload();
  await unfold(counter, "Siapa yang membuka");
  await expect(counter.locator("li.event", { hasText: "Lampiran dibuka" })).toHaveCount(1);
  const forward = counter.locator("#langkah form").first();
  await forward.getByLabel("Teruskan kepada").selectOption({ label: "Yudi Permana" });
  await forward.getByRole("button", { name: "Teruskan" }).click();
  await expect(counter.locator(".stage").first()).toHaveText("Menunggu jawaban");
  await counter.context().close();
  const handler = await officer(browser, "lapangan", javaScriptEnabled);
  await handler.goto(`/dinas/pengaduan/${number}`);
  await handler.getByLabel("Jawaban untuk pelapor").fill("Mulai besok selalu ada pengganti.");
  await handler.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(handler.locator(".stage").first()).toHaveText("Dijawab");

  await page.reload();
  await page.getByLabel("Balasan Anda").fill("Kemarin masih tutup pukul sebelas.");
  await page.getByLabel("Foto atau dokumen").setInputFiles([png("tutup.png", [10, 90, 90]), TEXT]);
  await page.getByRole("button", { name: "Kirim balasan" }).click();
  await expect(page.locator(".errors")).toContainText("catatan.txt:");
  await expect(page.getByLabel("Balasan Anda")).toHaveValue("Kemarin masih tutup pukul sebelas.");
  await expect(page.locator(".takenfile")).toHaveText([/tutup\.png/]);
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("button", { name: "Kirim balasan" }).click();
  await expect(page.getByRole("heading", { name: "Petugas menyiapkan jawaban" })).toBeVisible();
  await expect(page.getByRole("link", { name: "tutup.png" })).toBeVisible();
  await handler.reload();
  await expect(handler.locator("li.event", { hasText: "Kemarin masih tutup" }).getByRole("link", { name: "tutup.png" })).toBeVisible();
  await handler.context().close();
});

test("a line that breaks off is said, and the same files are sent once more", async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without scripts the browser says it");
  await page.goto("/pengaduan");
  await page.getByLabel("Hal lain").check();
  await page.getByLabel("Apa yang terjadi?").fill(STORY);
  await page.locator("label.choice", { hasText: "Tanpa nama" }).getByRole("radio").check();
  await page.getByLabel("Foto atau dokumen").setInputFiles(png("papan.png", [40, 90, 40]));
  let sent = 0;
  await page.route("**/aksi/pengaduan/kirim", async (route) => {
    sent += 1;
    if (sent > 1) return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Kirim pengaduan" }).click();
  await page.getByRole("button", { name: "Coba lagi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pengaduan terkirim");
  await page.getByRole("link", { name: "Lihat pengaduan" }).click();
  // Of an anonymous complaint no file's name is kept.
  await expect(page.locator("aside .doc__link")).toHaveText([/Lampiran 1/]);
});

test("an account finds its complaints", async ({ page, javaScriptEnabled }) => {
  await signUp(page, "Mursalim Hadi");
  await expect(page.getByRole("heading", { name: "Pengaduan saya" })).toHaveCount(0);
  const { number } = await complain(page, "Rahasia");
  await complain(page, "Tanpa nama");
  await page.goto("/akun");
  const list = page.locator("section", { has: page.getByRole("heading", { name: "Pengaduan saya" }) });
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(list).toContainText(number);
  await expectAccessible(page, javaScriptEnabled);
  await list.getByRole("link", { name: "Pengaduan tentang Rekomendasi Merek" }).click();
  await expect(page.getByText(STORY)).toBeVisible();
});

test("who gives a complaint on names the shop that it is about", async ({ page, browser, javaScriptEnabled }) => {
  await page.goto("/pengaduan");
  await page.getByLabel("Toko atau pesanan").check();
  await page.getByLabel("Nama toko atau nomor pesanan").fill("penjual kue di pojok pasar");
  await page.getByLabel("Apa yang terjadi?").fill(STORY);
  await page.locator("label.choice", { hasText: "Tanpa nama" }).getByRole("radio").check();
  await page.getByRole("button", { name: "Kirim pengaduan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pengaduan terkirim");
  const number = (await page.locator("[data-nomor]").textContent())!;
  const counter = await officer(browser, "loket", javaScriptEnabled);
  await counter.goto(`/dinas/pengaduan/${number}`);
  const forward = counter.locator("#langkah form").first();
  const shop = forward.getByLabel("Toko yang diadukan");
  await shop.fill("Warung Tidak Ada");
  await forward.getByLabel("Teruskan kepada").selectOption({ label: "Yudi Permana" });
  await forward.getByRole("button", { name: "Teruskan" }).click();
  await expect(counter.locator(".errors")).toContainText("Toko itu tidak ditemukan");
  await expect(shop).toHaveValue("Warung Tidak Ada");
  await expectAccessible(counter, javaScriptEnabled);
  await shop.fill("dapur bu rohimah");
  await forward.getByRole("button", { name: "Teruskan" }).click();
  await expect(counter.locator(".stage").first()).toHaveText("Menunggu jawaban");
  await expect(counter.getByRole("link", { name: "Dapur Bu Rohimah" })).toHaveAttribute("href", /^\/toko\//);
  await counter.context().close();
});
