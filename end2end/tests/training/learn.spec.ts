import { expect, test, type Locator, type Page } from "@playwright/test";
import { signedIn } from "../../support/people";
import { PDF } from "../../support/pictures";
import { expectAccessible } from "../a11y";

const ADMIN = "0811-1000-0003";
const CLASS = "NIB dan halal self-declare";
/** Somebody who was at the class, and a course that no other story needs, for each run of the stories. */
const RUN = (script: boolean) =>
  script
    ? { phone: "0811-1000-0001", course: "Ekspor pertama Anda" }
    : { phone: "0811-1000-0002", course: "Jualan lewat WhatsApp" };
/** What is right, whatever the order. */
const RIGHT: Record<string, string[]> = {
  "Berapa biaya mendaftar NIB di OSS?": ["Gratis"],
  "Apa yang menentukan KBLI yang Anda pilih?": ["Kegiatan utama usaha saat ini"],
  "Produk mana yang bisa lewat jalur pernyataan halal?": ["Keripik pisang digoreng sendiri", "Kue kering rumahan"],
  "Apa yang dibawa saat mendaftar?": ["KTP", "Nomor HP yang aktif"],
};

/** What the class gives, on the page of one's registration. */
async function learning(page: Page): Promise<void> {
  // Right after the start the worker has not finished the classes of the past yet.
  await expect(async () => {
    await page.goto("/akun");
    const classes = page.getByRole("region", { name: "Kelas saya" });
    await classes.getByRole("link", { name: CLASS }).last().click({ timeout: 1_000 });
    await page.getByRole("link", { name: "Bahan dan kuis" }).click({ timeout: 1_000 });
    await expect(page.getByRole("heading", { name: "Masukan Anda" })).toBeVisible({ timeout: 500 });
  }).toPass();
}

const questions = (page: Page) => page.locator("fieldset.quiz");

/** Answers a question: all that is right, or the first that is not. */
async function answer(question: Locator, right: boolean): Promise<void> {
  const text = (await question.locator("p.strong").textContent())!;
  for (const choice of await question.locator("label").all()) {
    const good = RIGHT[text].includes((await choice.textContent())!.trim());
    if (good === right) {
      await choice.locator("input").check();
      if (!right) return;
    }
  }
}

test("a participant reads, takes the quiz until it is passed, and says what they think", async ({
  browser,
  javaScriptEnabled: script,
}) => {
  test.slow();
  const page = await signedIn(browser, RUN(script).phone, script);
  await learning(page);
  await expectAccessible(page, script);
  const materials = page.locator(".materials > li");
  await expect(materials).toHaveCount(4);
  await materials.first().getByText("Sebelum Anda datang").click();
  await expect(materials.first().getByText("NIB (Nomor Induk Berusaha)")).toBeVisible();
  await expect(materials.last()).toContainText("12 menit, sekitar 60 MB");

  await page.getByRole("button", { name: "Mulai kuis" }).click();
  await expect(questions(page)).toHaveCount(4);
  await expectAccessible(page, script);
  await answer(questions(page).nth(0), false);
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(page.getByRole("alert")).toContainText("Belum dijawab: nomor 2, 3, 4.");
  await expect(questions(page).nth(0).locator("input:checked")).toHaveCount(1);
  await expectAccessible(page, script);
  await answer(questions(page).nth(1), false);
  await page.getByRole("button", { name: "Simpan dulu" }).click();
  await expect(page.locator("main")).toContainText("tersimpan");
  await expect(questions(page).nth(1).locator("input:checked")).toHaveCount(1);
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.getByRole("button", { name: "Kirim walau ada yang kosong" }).click();
  await expect(page.getByRole("heading", { name: "Percobaan 1: 0 dari 4 benar" })).toBeVisible();
  await expect(page.locator(".answers"), "who can try again reads no answers").toHaveCount(0);

  await page.getByRole("button", { name: "Coba lagi" }).click();
  for (const question of await questions(page).all()) await answer(question, true);
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(page.getByRole("heading", { name: "Percobaan 2: 4 dari 4 benar" })).toBeVisible();
  await expect(page.locator(".answers").first()).toContainText("Yang meminta uang bukan petugas.");
  await expectAccessible(page, script);

  await page.getByRole("link", { name: "Kembali ke bahan dan kuis" }).click();
  await expect(page.locator("#kuis .state")).toHaveText("Lulus");
  const feedback = page.locator("#masukan");
  for (const [about, mark] of [["Isi kelasnya", "Baik"], ["Pengajarnya", "Sangat baik"], ["Manfaatnya untuk usaha Anda", "Baik"]]) {
    await feedback.getByRole("group", { name: about }).getByLabel(mark, { exact: true }).check();
  }
  await feedback.getByLabel("Apa yang sebaiknya kami perbaiki?").fill("Tambah contoh untuk minuman.");
  await feedback.getByRole("button", { name: "Kirim masukan" }).click();
  await expect(page.locator("main")).toContainText("masukan Anda sudah kami terima");
  await expect(page.locator("#masukan")).toHaveCount(0);

  const stranger = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
  await stranger.goto(page.url());
  await expect(stranger.getByRole("heading", { name: "Buka pendaftaran" })).toBeVisible();
  await stranger.context().close();
  await page.context().close();

  const office = await signedIn(browser, ADMIN, script);
  await office.goto("/dinas/pelatihan?laci=selesai");
  await office.getByRole("link", { name: CLASS }).first().click();
  await office.getByRole("link", { name: "Kuis dan masukan" }).click();
  await expect(office.getByRole("region", { name: "Kuis" }).locator(".state--info")).toHaveText(/^\d+ dari \d+ lulus$/);
  await expect(office.locator("main")).toContainText("Tambah contoh untuk minuman.");
  await expectAccessible(office, script);
  await office.context().close();
});

test("an organiser adds materials and writes a quiz; what is wrong is said and nothing typed is lost", async ({
  browser,
  javaScriptEnabled: script,
}) => {
  test.slow();
  const office = await signedIn(browser, ADMIN, script);
  await office.goto("/dinas/pelatihan/materi");
  await office.getByRole("link", { name: RUN(script).course, exact: true }).click();
  await office.getByRole("link", { name: "Bahan kelas" }).click();
  await expectAccessible(office, script);
  const add = office.getByRole("button", { name: "Tambah bahan" });
  await office.getByLabel("Tautan", { exact: true }).check();
  await office.getByLabel("Judul").fill("Situs yang berguna");
  await office.getByLabel("Alamat (untuk tautan atau video)").fill("bukan alamat");
  await add.click();
  await expect(office.locator("main")).toContainText("Alamat ini tidak terbaca.");
  await expect(office.getByLabel("Judul")).toHaveValue("Situs yang berguna");
  await expectAccessible(office, script);
  await office.getByLabel("Alamat (untuk tautan atau video)").fill("contoh.id/panduan");
  await add.click();
  await expect(office.locator(".roster")).toContainText("di contoh.id");

  await office.getByLabel("Berkas", { exact: true }).check();
  await office.getByLabel("Judul").fill("Lembar kerja");
  await office.getByLabel("Berkas (PDF atau gambar)").setInputFiles({ name: "kerja.pdf", mimeType: "application/pdf", buffer: PDF });
  await office.getByLabel("Tampilkan untuk umum").check();
  await add.click();
  await expect(office.locator(".roster")).toContainText("Lembar kerja");
  await office.getByLabel("Bacaan", { exact: true }).check();
  await office.getByLabel("Judul").fill("Catatan untuk peserta");
  await office.getByLabel("Teks (untuk bacaan)").fill("Satu.\n\nDua.");
  await add.click();
  await expect(office.locator(".roster > li").first()).toContainText("Catatan untuk peserta");

  const stranger = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
  await stranger.goto("/pelatihan");
  await stranger.getByRole("link", { name: RUN(script).course }).first().click();
  const public_ = stranger.getByRole("region", { name: "Bahan", exact: true });
  await expect(public_.locator("li")).toHaveCount(1);
  const file = await public_.getByRole("link", { name: "Lembar kerja" }).getAttribute("href");
  const sent = await stranger.request.get(file!);
  expect([sent.status(), sent.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  await expectAccessible(stranger, script);
  await office.getByRole("button", { name: "Hapus Lembar kerja" }).click();
  await expect(office.locator(".roster")).not.toContainText("Lembar kerja");
  expect((await stranger.request.get(file!)).status()).toBe(404);
  await stranger.context().close();

  await office.goto(office.url().replace(/bahan.*/, "kuis"));
  await expect(office.locator("main")).toContainText("Belum ada pertanyaan.");
  await expectAccessible(office, script);
  await office.getByRole("link", { name: "Tambah pertanyaan" }).click();
  await office.getByLabel("Pertanyaan", { exact: true }).fill("Siapa pembeli pertama Anda?");
  await office.getByLabel("Pilihan 1", { exact: true }).fill("Tetangga");
  await office.getByLabel("Pilihan 2", { exact: true }).fill("Orang asing");
  await office.getByRole("button", { name: "Simpan" }).click();
  await expect(office.locator("main")).toContainText("Centang pilihan yang benar.");
  await expect(office.getByLabel("Pilihan 2", { exact: true })).toHaveValue("Orang asing");
  await expectAccessible(office, script);
  await office.getByLabel("Pilihan 1 benar").check();
  await office.getByRole("button", { name: "Simpan" }).click();
  await expect(office.getByRole("region", { name: "Pertanyaan (1)" })).toContainText("Benar: Tetangga");
  await office.getByLabel("Nilai lulus").fill("0");
  await office.getByRole("button", { name: "Simpan" }).click();
  await expect(office.locator("main .error").first()).toBeVisible();
  await office.getByLabel("Nilai lulus").fill("80");
  await office.getByRole("button", { name: "Simpan" }).click();
  await expect(office.getByLabel("Nilai lulus")).toHaveValue("80");
  await office.getByRole("link", { name: "Siapa pembeli pertama Anda?" }).click();
  await office.getByRole("button", { name: "Hapus pertanyaan ini" }).click();
  await expect(office.locator("main")).toContainText("Belum ada pertanyaan.");
  await office.context().close();
});
