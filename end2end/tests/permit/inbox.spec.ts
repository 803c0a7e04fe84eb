import { expect, test } from "@playwright/test";
import { examine, handIn, officer, unfold } from "../../support/permit";
import { PDF, png } from "../../support/pictures";
import { expectAccessible } from "../a11y";

test("several cases are taken at once, and one leads to the next", async ({ page, browser, javaScriptEnabled }) => {
  test.slow();
  const brand = javaScriptEnabled ? "Wajik Ceria" : "Wajik Lestari";
  const numbers = [await handIn(page, brand), await handIn(page, brand), await handIn(page, brand)];
  const list = `/dinas/izin?laci=berjalan&q=${encodeURIComponent(brand)}`;
  const office = await officer(browser, "verifikator", javaScriptEnabled);
  await office.goto(list);
  const rows = office.locator(".cases tbody tr");
  await expect(rows).toHaveCount(3);
  await expectAccessible(office, javaScriptEnabled);

  // Nothing is ticked: what to do is said.
  const take = office.getByRole("form", { name: "Yang dicentang:" }).getByRole("button", { name: "Ambil" });
  await take.click();
  await expect(office.getByRole("alert")).toContainText("Centang dulu permohonan di daftar.");

  // Somebody else takes one meanwhile; the others are taken, and it is said whose it is.
  const other = await officer(browser, "semua", javaScriptEnabled);
  await other.goto(`/dinas/izin/${numbers[1]}`);
  await other.getByRole("button", { name: "Ambil dan periksa" }).click();
  await expect(other.locator(".stage").first()).toHaveText("Diperiksa");
  await other.context().close();
  for (const number of numbers) await office.getByLabel(`Pilih ${number}`).check();
  await take.click();
  await expect(office).toHaveURL(/q=Wajik/);
  await expect(office.getByRole("alert")).toContainText("2 berhasil, 1 tidak:");
  await expect(office.getByRole("alert")).toContainText(`${numbers[1]}: `);
  await expect(office.getByRole("alert")).toContainText("Hendra Saputra");
  await expect(rows.filter({ hasText: "Rina Kartika" })).toHaveCount(2);
  await expectAccessible(office, javaScriptEnabled);

  // From case to case without going back; what is done there stays in the list.
  await office.goto(list);
  const order = await rows.locator(".mono, .c-who span").allTextContents();
  await rows.first().getByRole("link", { name: brand }).click();
  await expect(office.getByText(order[0].split(" ")[0]).first()).toBeVisible();
  await expect(office.getByRole("link", { name: "Permohonan sebelumnya" })).toHaveCount(0);
  await office.getByRole("link", { name: "Permohonan berikutnya" }).click();
  await expect(office.getByText(order[1].split(" ")[0]).first()).toBeVisible();
  await expectAccessible(office, javaScriptEnabled);
  await office.locator("[id='d-etiket']").getByRole("button", { name: "Terima" }).click();
  await expect(office).toHaveURL(/q=Wajik/);
  await office.getByRole("link", { name: "Permohonan berikutnya" }).click();
  await expect(office.getByText(order[2].split(" ")[0]).first()).toBeVisible();
  await office.getByRole("link", { name: "Kotak masuk" }).click();
  await expect(rows).toHaveCount(3);

  // A tile leads to what has so much time left.
  await office.getByRole("link", { name: /^3 hari atau lebih/ }).click();
  await expect(office).toHaveURL(/sisa=cukup/);
  await expect(rows.filter({ hasText: numbers[0] })).toHaveCount(1);
  await office.getByRole("link", { name: /^Lewat janji/ }).click();
  await expect(rows.filter({ hasText: numbers[0] })).toHaveCount(0);

  if (javaScriptEnabled) {
    await office.goto(list);
    const links = rows.locator(".c-who a");
    await expect(office.getByText("Papan ketik")).toBeVisible();
    await links.first().focus();
    await office.keyboard.press("ArrowDown");
    await expect(links.nth(1)).toBeFocused();
    await office.keyboard.press("k");
    await expect(links.first()).toBeFocused();
    await office.keyboard.press("End");
    await expect(links.nth(2)).toBeFocused();
    // Nothing of it while somebody types.
    await office.getByLabel("Nomor, usaha, atau pemohon").fill("");
    await office.keyboard.type("jx");
    await expect(office.getByLabel("Nomor, usaha, atau pemohon")).toHaveValue("jx");
  }
  await office.context().close();
});

test("a head gives several cases to somebody", async ({ page, browser, javaScriptEnabled }) => {
  test.slow();
  const brand = javaScriptEnabled ? "Rengginang Ceria" : "Rengginang Lestari";
  const numbers = [await handIn(page, brand), await handIn(page, brand)];
  const head = await officer(browser, "penyetuju", javaScriptEnabled);
  await head.goto(`/dinas/izin?laci=berjalan&q=${encodeURIComponent(brand)}`);
  for (const number of numbers) await head.getByLabel(`Pilih ${number}`).check();
  const form = head.getByRole("form", { name: "Yang dicentang:" });
  await expect(form.getByRole("button", { name: "Ambil" })).toHaveCount(0);
  await form.getByLabel("Tugaskan kepada").selectOption({ label: "Rina Kartika" });
  await form.getByRole("button", { name: "Tugaskan" }).click();
  await expect(head.getByRole("status").first()).toHaveText("Berhasil.");
  const rows = head.locator(".cases tbody tr");
  await expect(rows.filter({ hasText: "Rina Kartika" })).toHaveCount(2);
  // A head looks at what somebody has, and at what somebody else has.
  await head.locator("select[name=petugas]").selectOption({ label: "Rina Kartika" });
  await head.getByRole("button", { name: "Cari" }).click();
  await expect(rows).toHaveCount(2);
  await head.locator("select[name=petugas]").selectOption({ label: "Dadang Sudrajat" });
  await head.getByRole("button", { name: "Cari" }).click();
  await expect(head.getByText("Tidak ada yang cocok.")).toBeVisible();
  await head.context().close();
});

test("a PDF stands beside its form, and a visit is photographed", async ({ page, browser, javaScriptEnabled }) => {
  test.slow();
  const pdf = { name: "ktp.pdf", mimeType: "application/pdf", buffer: PDF };
  const number = await handIn(page, "Opak Kelapa", pdf);
  const office = await examine(browser, number, javaScriptEnabled);
  await office.setViewportSize({ width: 1280, height: 900 });
  const frame = office.locator("[id='d-ktp'] iframe");
  await expect(frame).toBeVisible();
  await expect(frame).toHaveAttribute("title", "PDF: Foto KTP");
  const shown = await office.request.get((await frame.getAttribute("src"))!);
  expect(shown.headers()["content-type"]).toBe("application/pdf");
  expect(shown.headers()["x-frame-options"]).toBe("SAMEORIGIN");
  expect(shown.headers()["content-security-policy"]).toContain("frame-ancestors 'self'");
  // On a phone there is no room: the link is there.
  await office.setViewportSize({ width: 390, height: 844 });
  await expect(frame).toBeHidden();
  await expect(office.locator("[id='d-ktp']").getByRole("link", { name: "Buka PDF di tab baru" })).toBeVisible();
  await unfold(office, "Jadwalkan kunjungan");
  await office.getByRole("button", { name: "Jadwalkan kunjungan" }).click();
  await expect(office.locator(".stage").first()).toHaveText("Kunjungan");
  // Whoever examines does not photograph.
  await expect(office.getByLabel("Tambah foto")).toHaveCount(0);

  const field = await officer(browser, "lapangan", javaScriptEnabled);
  await field.goto(`/dinas/izin/${number}`);
  const photos = field.getByRole("region", { name: "Foto kunjungan" });
  await photos.getByLabel("Tambah foto").setInputFiles([
    png("dapur.png", [200, 120, 40]),
    { name: "catatan.png", mimeType: "image/png", buffer: Buffer.from("bukan foto") },
    png("alat.png", [40, 120, 200]),
  ]);
  await photos.getByRole("button", { name: "Unggah foto" }).click();
  // What is no photograph is named; the others are there.
  await expect(photos.locator(".error")).toContainText("catatan.png");
  await expect(photos.getByRole("img")).toHaveCount(2);
  await expectAccessible(field, javaScriptEnabled);
  await photos.getByRole("button", { name: "Hapus foto alat.png" }).click();
  await expect(photos.getByRole("img")).toHaveCount(1);
  const picture = photos.getByRole("img").first();
  await picture.scrollIntoViewIfNeeded();
  expect((await field.request.get((await picture.getAttribute("src"))!)).headers()["content-type"]).toBe("image/webp");
  await field.getByLabel("Laporan kunjungan").fill("Dapur bersih, alat ada.");
  await field.getByRole("button", { name: "Kirim laporan kunjungan" }).click();
  await expect(field.locator(".stage").first()).toHaveText("Persetujuan");
  await expect(photos.getByLabel("Tambah foto")).toHaveCount(0);
  await field.context().close();

  // The applicant sees that somebody came, and not what the office photographed.
  await page.goto(`/izin/kasus/${number}`);
  await expect(page.getByText("dapur.png")).toHaveCount(0);
  await office.reload();
  await expect(office.getByRole("region", { name: "Foto kunjungan" }).getByRole("img")).toHaveCount(1);
  await office.context().close();
});
