import { expect, test, type Page } from "@playwright/test";
import { png } from "../../support/pictures";
import { signInAs } from "../../support/people";
import { expectAccessible } from "../a11y";

const NOTE = { name: "catatan.jpg", mimeType: "image/jpeg", buffer: Buffer.from("ini bukan foto") };

/** Looks again until nothing is being made any more. */
async function waitUntilMade(page: Page) {
  await expect(async () => {
    const again = page.getByRole("link", { name: "Lihat hasilnya" });
    if (await again.count()) await again.click();
    await expect(page.getByText("Sedang diproses")).toHaveCount(0, { timeout: 300 });
  }).toPass({ timeout: 20_000 });
}

/** One of the owner's products, a different one for each project: its public address and its id. */
async function product(page: Page, nth: number): Promise<{ path: string; id: string }> {
  await page.goto("/usaha/toko/foto");
  await page.getByRole("link", { name: "Lihat di halaman belanja" }).click();
  const path = (await page.locator(".good__name a").nth(nth).getAttribute("href"))!;
  await page.goto(path);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
  return { path, id: data.sku };
}

test("an owner adds photos, chooses the cover, and shoppers see it", async ({ page, javaScriptEnabled }) => {
  await signInAs(page, "Pelaku usaha");
  const { path, id } = await product(page, javaScriptEnabled ? 0 : 1);
  await page.goto(`/usaha/produk/${id}/foto`);
  await expect(page.locator(".photo")).toHaveCount(1);
  await expectAccessible(page, javaScriptEnabled);

  await page.getByLabel("Tambah foto").setInputFiles([png("merah.png", [220, 40, 40]), NOTE, png("biru.png", [40, 60, 220])]);
  await page.getByRole("button", { name: "Unggah foto" }).click();
  // The one that is none is named, the others are kept.
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("catatan.jpg: bukan foto");
  await expect(alert).toContainText("Foto lain sudah tersimpan.");
  await expect(page.locator(".photo")).toHaveCount(3);
  await expectAccessible(page, javaScriptEnabled);
  await waitUntilMade(page);

  const second = page.locator(".photo").nth(1);
  const picture = (await second.getByRole("img").getAttribute("src"))!;
  expect((await page.request.get(picture)).headers()["content-type"]).toBe("image/webp");
  await page.getByRole("button", { name: "Jadikan foto 2 sampul" }).click();
  await expect(page.getByRole("status")).toContainText("Perubahan tersimpan.");
  await expect(page.locator(".photo").first().getByRole("img")).toHaveAttribute("src", picture);
  await expect(page.locator(".photo").first()).toContainText("Sampul");

  await page.goto(path);
  await expect(page.locator(".shot--1 img")).toHaveAttribute("src", picture);
  await expect(page.locator(".gallery__nav label")).toHaveCount(3);
  await expectAccessible(page, javaScriptEnabled);

  await page.goto(`/usaha/produk/${id}/foto`);
  const last = page.locator(".photo").nth(2);
  await last.locator("summary").click();
  await last.getByRole("button", { name: "Hapus foto 3" }).click();
  await expect(page.getByRole("status")).toContainText("Sudah dihapus.");
  await expect(page.locator(".photo")).toHaveCount(2);
});

test("a shop gets its picture", async ({ page, javaScriptEnabled }) => {
  await signInAs(page, "Pelaku usaha");
  await page.goto("/usaha/toko/foto");
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Pilih foto").setInputFiles(NOTE);
  await page.getByRole("button", { name: /^(Unggah|Ganti) foto$/ }).click();
  await expect(page.getByRole("alert")).toContainText("catatan.jpg: bukan foto");
  await page.getByLabel("Pilih foto").setInputFiles(png("toko.png", [30, 140, 90], 300));
  await page.getByRole("button", { name: /^(Unggah|Ganti) foto$/ }).click();
  await waitUntilMade(page);
  await page.getByRole("link", { name: "Lihat di halaman belanja" }).click();
  await expect(page.locator(".shop__pic img")).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
});

test("a guest is asked to sign in, and another's product is not found", async ({ page }) => {
  await page.goto("/usaha/toko/foto");
  await expect(page).toHaveURL(/\/masuk\?kembali=/);
  await signInAs(page, "Pelaku usaha");
  const answer = await page.goto("/usaha/produk/019aafe0-0000-7000-8000-000000000000/foto");
  expect(answer!.status()).toBe(404);
});

test("what is too much is said on a page", async ({ page, request, javaScriptEnabled }) => {
  const answer = await request.post("/aksi/masuk", {
    form: { akun: "a".repeat(300_000), sandi: "b" },
    headers: { accept: "text/html", "sec-fetch-site": "same-origin" },
  });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain("Kiriman terlalu besar");
  await page.goto("/terlalu-besar");
  await expectAccessible(page, javaScriptEnabled);
});
