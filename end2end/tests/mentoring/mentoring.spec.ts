import { expect, test, type Page } from "@playwright/test";
import { asked, COORDINATOR, day, MENTOR, taken, unfold } from "../../support/mentoring";
import { signedIn, signUp } from "../../support/people";
import { noise } from "../../support/pictures";
import { expectAccessible } from "../a11y";

/** A business that no other story has. */
const business = (name: string) => `${name} ${Math.floor(Math.random() * 1e6)}`;
const said = (page: Page, words: string) => expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

test("who has no account is asked to sign in, and a form that lacks something keeps the rest", async ({ page, javaScriptEnabled: script }) => {
  await page.goto("/pendampingan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pendampingan usaha");
  await expectAccessible(page, script);
  await page.getByRole("link", { name: "Ajukan pendampingan" }).click();
  await expect(page).toHaveURL(/\/masuk\?kembali=/);
  await signUp(page, "Kokom Komariah");
  await page.goto("/pendampingan/ajukan");
  await expectAccessible(page, script);
  await page.getByLabel("Nama usaha").fill("Sambal Mak Kokom");
  await page.locator("form", { has: page.getByLabel("Nama usaha") }).evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await page.getByRole("button", { name: "Kirim" }).click();
  await expect(page.locator(".errors")).toContainText("Pilih salah satu.");
  await expect(page.locator(".errors")).toContainText("Ceritakan");
  await expect(page.getByLabel("Nama usaha")).toHaveValue("Sambal Mak Kokom");
  await expectAccessible(page, script);
});

test("an owner and a mentor agree on a plan, meet, and see what came of it", async ({ page, browser, javaScriptEnabled: script }) => {
  test.setTimeout(180_000);
  const name = business("Sambal Mak Kokom");
  const number = await asked(page, name);
  await expectAccessible(page, script);

  const mentor = await signedIn(browser, MENTOR, script);
  await mentor.goto("/pendampingan/hari-ini");
  await expectAccessible(mentor, script);
  await mentor.getByRole("link", { name }).click();
  await expect(mentor.getByRole("link", { name: /^Telepon/ }), "the number is for who has it").toHaveCount(0);
  await mentor.getByRole("button", { name: "Ambil pendampingan ini" }).click();
  await expect(mentor.getByRole("link", { name: /^Telepon/ })).toBeVisible();
  await expectAccessible(mentor, script);

  // They meet at a time that is free for both.
  await page.goto(`/pendampingan/${number}`);
  await page.getByRole("link", { name: "Pilih waktu bertemu" }).click();
  await expectAccessible(page, script);
  await unfold(page, "Hari-hari berikutnya");
  await page.locator(".slot").last().click();
  await page.getByLabel("Di mana").fill("Rumah produksi");
  await page.getByRole("button", { name: "Buat janji" }).click();
  await said(page, "Tersimpan.");
  await expect(page.locator("#janji li")).toContainText("Rumah produksi");

  // The diagnosis comes before the plan.
  await mentor.reload();
  await expect(mentor.getByRole("button", { name: "Usulkan rencana" })).toHaveCount(0);
  await mentor.getByLabel("Temuan").fill("Kemasan tanpa label");
  await mentor.getByRole("button", { name: "Tambah temuan" }).click();
  await expect(mentor.locator("#diagnosis li")).toContainText("Kemasan tanpa label");
  await unfold(mentor, "Tambah tujuan");
  await mentor.getByRole("textbox", { name: "Tujuan" }).fill("Masuk toko oleh-oleh");
  await mentor.getByLabel("Ukuran").fill("Toko yang menjual");
  await mentor.getByLabel("Awal").fill("0 toko");
  await mentor.getByLabel("Sasaran").fill("3 toko");
  await mentor.getByRole("button", { name: "Tambah tujuan" }).click();
  await unfold(mentor, "Tambah tindakan");
  await mentor.getByRole("textbox", { name: "Tindakan" }).fill("Ajukan P-IRT");
  await mentor.getByLabel("Paling lambat").fill(day(-1));
  await mentor.getByLabel("Lewat layanan").selectOption("pirt");
  await mentor.getByRole("button", { name: "Tambah tindakan" }).click();
  await expect(mentor.locator(".errors")).toContainText("Tanggal ini tidak bisa");
  await expect(mentor.getByRole("textbox", { name: "Tindakan" })).toHaveValue("Ajukan P-IRT");
  await expectAccessible(mentor, script);
  await mentor.getByLabel("Paling lambat").fill(day(20));
  await mentor.getByRole("button", { name: "Tambah tindakan" }).click();
  await expect(mentor.locator("#rencana")).toContainText("Ajukan P-IRT");
  await mentor.getByLabel("Rencana sampai tanggal").fill(day(60));
  await mentor.getByRole("button", { name: "Usulkan rencana" }).click();
  await said(mentor, "Berhasil.");
  await expectAccessible(mentor, script);

  // The owner wants it otherwise first, and agrees then.
  await page.goto("/usaha");
  await page.getByRole("link", { name: `Jawab rencana pendampingan ${name}` }).click();
  await expectAccessible(page, script);
  await unfold(page, "Minta diubah");
  await page.getByLabel("Apa yang perlu diubah?").fill("Tolong tambah waktu.");
  await page.getByRole("button", { name: "Kirim" }).click();
  await said(page, "Berhasil.");
  await mentor.reload();
  await mentor.getByRole("button", { name: "Usulkan rencana" }).click();
  await page.reload();
  await page.getByRole("button", { name: "Setujui rencana" }).click();
  await expect(page.locator(".tr__top")).toContainText("Rencana disepakati");

  // A visit, its report, and the owner's word on it.
  await mentor.goto("/pendampingan/hari-ini");
  await mentor.goto(`/pendampingan/${number}`);
  await mentor.locator("#janji").getByRole("link", { name: /^Tulis laporan kunjungan/ }).click();
  await expectAccessible(mentor, script);
  await mentor.getByLabel("Tanggal").fill(day(0));
  await mentor.getByLabel("Yang dilihat dan dibicarakan").fill("Dapur bersih, label belum ada.");
  await mentor.getByLabel(/^Catatan internal/).fill("Perlu modal kecil.");
  await mentor.getByLabel("Tindakan 1").fill("Cetak label");
  await mentor.locator("form").filter({ has: mentor.getByLabel("Tanggal") }).evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await mentor.getByRole("button", { name: "Kirim laporan" }).click();
  await expect(mentor.locator(".errors")).toContainText("Lengkapi tindakan ini");
  await expect(mentor.getByLabel("Yang dilihat dan dibicarakan")).toHaveValue("Dapur bersih, label belum ada.");
  await mentor.getByLabel("Paling lambat").first().fill(day(7));
  await mentor.getByLabel("Pemilik setuju difoto").check();
  await mentor.getByLabel("Foto", { exact: true }).setInputFiles(noise("dapur.png"));
  await mentor.getByRole("button", { name: "Kirim laporan" }).click();
  await expect(mentor.locator(".visited__photo")).toHaveCount(1);
  await expect(mentor.getByText("Perlu modal kecil.")).toBeVisible();
  await expectAccessible(mentor, script);

  await page.goto("/usaha");
  await expect(page.getByRole("link", { name: "Ajukan P-IRT" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Buka layanan" })).toHaveAttribute("href", "/izin/pirt");
  await page.getByRole("link", { name: /^Konfirmasi laporan kunjungan/ }).click();
  await expect(page.getByText("Perlu modal kecil.")).toHaveCount(0);
  await expectAccessible(page, script);
  await page.getByRole("button", { name: "Benar begitu" }).click();
  await expect(page.getByText(/^Dikonfirmasi pemilik/)).toBeVisible();
  await page.getByRole("button", { name: "Tandai selesai: Cetak label" }).click();
  await expect(page.locator("#rencana li").filter({ hasText: "Cetak label" })).toContainText("Selesai");

  // What came of it.
  await mentor.reload();
  await unfold(mentor, "Tulis hasil");
  await mentor.getByLabel("Toko yang menjual sekarang").fill("2 toko");
  await mentor.getByLabel("Apa hasilnya, dan apa sarannya?").fill("Dua toko sudah menjual.");
  await mentor.getByRole("button", { name: "Tulis hasil" }).click();
  await said(mentor, "Berhasil.");
  await page.goto("/akun");
  await page.getByRole("link", { name }).click();
  await expect(page.locator("#rencana")).toContainText("2 toko");
  await page.getByRole("button", { name: "Konfirmasi hasil" }).click();
  await expect(page.locator(".tr__top")).toContainText("Selesai");
  await expectAccessible(page, script);

  // Nobody else sees any of it.
  const photo = (await mentor.locator(".visited__photo").getAttribute("src"))!;
  expect((await page.request.get(photo)).status()).toBe(200);
  const stranger = await signedIn(browser, "0811-1000-0001", script);
  expect((await stranger.request.get(photo)).status()).toBe(404);
  expect((await stranger.goto(`/pendampingan/${number}`))?.status()).toBe(404);
  await stranger.context().close();
  await mentor.context().close();
});

test("a coordinator assigns, hands over, and sees who has how much", async ({ page, browser, javaScriptEnabled: script }) => {
  test.slow();
  const name = business("Anyaman Bu Rodiah");
  const number = await asked(page, name);
  const office = await signedIn(browser, COORDINATOR, script);
  await office.goto("/dinas");
  await office.locator(".tile", { hasText: "Permintaan pendampingan" }).click();
  await expectAccessible(office, script);
  await office.getByRole("link", { name }).click();
  await office.getByRole("button", { name: "Tugaskan pendamping" }).click();
  await expect(office.locator(".errors")).toContainText("Pilih pendamping");
  const first = await office.locator("#pendamping option", { hasText: "Dedi Supriyatna" }).getAttribute("value");
  await office.getByLabel("Pendamping", { exact: true }).selectOption(first!);
  await office.getByRole("button", { name: "Tugaskan pendamping" }).click();
  await expect(office.locator(".spec--case")).toContainText("Dedi Supriyatna");
  await expectAccessible(office, script);
  await unfold(office, "Alihkan ke pendamping lain");
  const option = await office.locator("#pendamping option", { hasText: "Rina Marlina" }).getAttribute("value");
  await office.getByLabel("Pendamping", { exact: true }).selectOption(option!);
  await office.getByRole("button", { name: "Alihkan ke pendamping lain" }).click();
  await expect(office.locator(".spec--case")).toContainText("Rina Marlina");
  await office.goto("/dinas/pendampingan");
  await office.getByRole("row", { name: /Rina Marlina/ }).getByRole("link").click();
  await expect(office.getByRole("link", { name })).toBeVisible();
  await expectAccessible(office, script);
  await office.getByRole("link", { name }).click();
  await unfold(office, "Hentikan pendampingan");
  await office.getByLabel("Alasan, dibaca kedua pihak").fill("Usaha pindah ke kota lain.");
  await office.getByRole("button", { name: "Hentikan" }).click();
  await page.goto(`/pendampingan/${number}`);
  await expect(page.locator("#langkah")).toContainText("Usaha pindah ke kota lain.");
  await office.context().close();
});

test("a mentor says when she can be met", async ({ browser, javaScriptEnabled: script }) => {
  const mentor = await signedIn(browser, "0811-1000-0024", script);
  await mentor.goto("/pendampingan/jam");
  await expectAccessible(mentor, script);
  await mentor.getByLabel("Sabtu waktu 1 dari").fill("09:00");
  await mentor.locator("#h5sampai1").fill("09:30");
  await mentor.getByRole("button", { name: "Simpan jam" }).click();
  await expect(mentor.locator(".errors")).toContainText("sedikitnya satu jam");
  await expect(mentor.locator("#h5sampai1")).toHaveValue("09:30");
  await mentor.locator("#h5sampai1").fill("11:00");
  await mentor.getByRole("button", { name: "Simpan jam" }).click();
  await said(mentor, "Tersimpan.");
  await expect(mentor.locator("#h5sampai1")).toHaveValue("11:00");
  await mentor.getByLabel("Dari", { exact: true }).fill(day(40));
  await mentor.getByLabel("Sampai", { exact: true }).fill(day(39));
  await mentor.getByRole("button", { name: "Tambah" }).click();
  await expect(mentor.locator(".errors")).toContainText("Hari terakhir");
  await mentor.getByLabel("Sampai", { exact: true }).fill(day(41));
  await mentor.getByRole("button", { name: "Tambah" }).click();
  await said(mentor, "Tersimpan.");
  await mentor.locator("#libur").getByRole("button", { name: /^Hapus/ }).last().click();
  await said(mentor, "Sudah dihapus.");
  await mentor.context().close();
});

test("a time that somebody else has just taken is refused in words", async ({ page, browser, javaScriptEnabled: script }) => {
  test.slow();
  const [one, other] = [page, await (await browser.newContext({ javaScriptEnabled: script, viewport: { width: 390, height: 844 } })).newPage()];
  const numbers = [await asked(one, business("Kue Bu Ani")), await asked(other, business("Tas Bu Eni"))];
  for (const number of numbers) await (await taken(browser, number, script)).context().close();
  await one.goto(`/pendampingan/${numbers[0]}/jadwal`);
  await other.goto(`/pendampingan/${numbers[1]}/jadwal`);
  const times = await one.locator(".slot input").evaluateAll((slots: HTMLInputElement[]) => slots.map((slot) => slot.value));
  const time = times[6 + Math.floor(Math.random() * 10)];
  for (const owner of [one, other]) {
    await owner.locator(`.slot:has(input[value="${time}"])`).click();
    await owner.getByLabel("Di mana").fill("Rumah");
    await owner.getByRole("button", { name: "Buat janji" }).click();
  }
  await said(one, "Tersimpan.");
  await expect(other.locator(".errors")).toContainText("Waktu itu baru saja terisi.");
  await expect(other.getByLabel("Di mana")).toHaveValue("Rumah");
  await one.getByRole("button", { name: /^Batalkan janji/ }).click();
  await said(one, "Berhasil.");
  await other.context().close();
});
