import { expect, test } from "@playwright/test";
import { signedIn } from "../../support/people";
import { find, officer, open, unfold } from "../../support/permit";
import { expectAccessible } from "../a11y";

test("the inbox has drawers, filters, words for every light, and says what to do when it is empty", async ({
  browser,
  javaScriptEnabled,
}) => {
  const office = await officer(browser, "verifikator", javaScriptEnabled);
  await office.goto("/dinas");
  await expect(office.getByRole("link", { name: /Permohonan izin berjalan/ })).toContainText("1 lewat janji");
  await office.getByRole("link", { name: /Permohonan izin berjalan/ }).click();
  await expect(office.getByRole("heading", { level: 1, name: "Kotak masuk izin" })).toBeVisible();
  await expectAccessible(office, javaScriptEnabled);
  // The most urgent first: what is over its time, in words.
  const rows = office.locator(".cases tbody tr");
  await expect(rows.first()).toContainText("Kerupuk Jaya Rasa");
  await expect(rows.first()).toContainText("Lewat janji");
  await expect(rows.filter({ hasText: "Hasil Laut Kronjo" })).toContainText("Kunjungan");

  await office.getByRole("link", { name: "Menunggu pihak lain" }).click();
  await expect(office.locator(".cases tbody tr", { hasText: "Dodol Haji Mamat" })).toContainText(/Jeda, sisa \d/);
  await expectAccessible(office, javaScriptEnabled);
  await office.getByRole("link", { name: "Selesai" }).click();
  await expect(office.locator(".cases tbody tr", { hasText: "Topi Bambu Tigaraksa" })).toContainText("Kedaluwarsa");

  await office.goto("/dinas/izin");
  await office.getByLabel("Tahap").selectOption({ label: "Kunjungan" });
  await office.getByLabel("Layanan").selectOption({ label: "Surat Keterangan UMKM Binaan" });
  await office.getByRole("button", { name: "Cari" }).click();
  await expect(office).toHaveURL(/tahap=kunjungan/);
  await expect(rows.filter({ hasText: "Hasil Laut Kronjo" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Batik Lereng Curug" })).toHaveCount(0);
  await expect(await find(office, "xqzwv")).toHaveCount(0);
  await expect(office.getByText("Tidak ada yang cocok.")).toBeVisible();
  await expectAccessible(office, javaScriptEnabled);
  await office.getByRole("link", { name: "Kosongkan saringan" }).click();
  await expect(rows.first()).toBeVisible();
  await office.context().close();
});

test("a verifikator takes a new case, judges it, and asks once for everything that has to be replaced", async ({
  browser,
  javaScriptEnabled,
}) => {
  test.slow();
  const subject = javaScriptEnabled ? "Keripik Singkong Mulyasari" : "Kerajinan Bambu Sindang";
  const office = await officer(browser, "verifikator", javaScriptEnabled);
  const rows = await find(office, subject);
  await expect(rows).toContainText("Baru");
  await rows.getByRole("button", { name: /^Ambil/ }).click();
  await expect(office.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  await expect(office.getByRole("status")).toHaveText("Berhasil.");
  await expect(office.locator(".spec--case")).toContainText("Rina Kartika");
  await expectAccessible(office, javaScriptEnabled);

  // Answers in words; the NIK is masked until somebody asks for it and is written down.
  const answers = office.getByRole("region", { name: "Isian" });
  await expect(answers).toContainText(/Rp\d/);
  await expect(answers).toContainText("Kec. ");
  await expect(answers).toContainText(/\d{4}•{8}\d{4}/);
  await office.getByRole("button", { name: "Tampilkan NIK" }).click();
  await expect(answers).toContainText(/\d{16}/);
  await unfold(office, "Siapa yang membaca");
  await expect(office.getByText("Nomor tersamar ditampilkan")).toBeVisible();
  await office.getByRole("link", { name: "Kotak masuk" }).click();
  await open(office, subject);

  // Nothing is judged: nothing can be asked for, and the page says what comes first.
  await expect(office.getByText("Nilai setiap dokumen lebih dulu.")).toBeVisible();
  const ktp = office.locator("[id='d-ktp']");
  await ktp.locator("summary", { hasText: "Perlu diganti" }).click();
  await ktp.getByLabel("Pesan untuk pemohon").fill("Foto terpotong di kanan.");
  await ktp.getByRole("button", { name: "Simpan: perlu diganti" }).click();
  await expect(ktp.getByText("Pilih alasannya.")).toBeVisible();
  await expect(ktp.getByLabel("Pesan untuk pemohon")).toHaveValue("Foto terpotong di kanan.");
  await expectAccessible(office, javaScriptEnabled);
  await ktp.getByLabel("Alasan").selectOption({ label: "Foto atau dokumen tidak terbaca" });
  await ktp.getByRole("button", { name: "Simpan: perlu diganti" }).click();
  await expect(ktp.locator(".state")).toHaveText("Perlu diganti");
  await expect(office.locator("#langkah")).toContainText("1 dokumen belum dinilai");
  const photos = office.locator("[id='d-foto_usaha']");
  await photos.getByRole("button", { name: "Terima" }).click();
  await expect(photos.locator(".state")).toHaveText("Diterima");
  await expect(office.locator("#langkah")).not.toContainText("belum dinilai");

  const step = office.locator("#langkah");
  await step.getByLabel("Pesan umum").fill("Satu dokumen saja.");
  // The browser would not send it without a reason; the server says so too.
  await step.locator("form").first().evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await step.getByRole("button", { name: "Minta perbaikan" }).click();
  await expect(step.getByRole("alert")).toContainText("Pilih alasannya.");
  await expect(step.getByLabel("Pesan umum")).toHaveValue("Satu dokumen saja.");
  await expectAccessible(office, javaScriptEnabled);
  await step.getByLabel("Alasan").first().selectOption({ index: 1 });
  await step.getByRole("button", { name: "Minta perbaikan" }).click();
  await expect(office.getByRole("status")).toHaveText("Berhasil.");
  await expect(office.getByText(/Dijeda, sisa \d hari kerja/)).toBeVisible();
  await expect(office.getByText("Menunggu pemohon. Anda akan melihatnya lagi")).toBeVisible();
  await expectAccessible(office, javaScriptEnabled);
  await office.context().close();
});

test("a head approves what another examined, and is told when somebody was faster", async ({
  browser,
  javaScriptEnabled,
}) => {
  test.slow();
  const subject = javaScriptEnabled ? "Lebah Jambe" : "Kulit Cikupa";
  const office = await officer(browser, "penyetuju", javaScriptEnabled);
  await open(office, subject);
  await expectAccessible(office, javaScriptEnabled);
  const address = office.url();
  const seen = await office.locator("#langkah input[name=terlihat]").first().inputValue();
  // The examiner sees that somebody else decides.
  const examiner = await officer(browser, "verifikator", javaScriptEnabled);
  await examiner.goto(address);
  await expect(examiner.getByText("Menunggu penyetuju.")).toBeVisible();
  await expect(examiner.getByRole("button", { name: "Setujui" })).toHaveCount(0);
  await examiner.context().close();

  const step = office.locator("#langkah");
  await step.locator("form").first().evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await step.getByLabel("Catatan internal").first().fill("Lengkap.");
  await step.getByRole("button", { name: "Setujui" }).click();
  await expect(step.getByRole("alert")).toContainText("Centang bahwa Anda sudah memeriksa.");
  await expect(step.getByLabel("Catatan internal").first()).toHaveValue("Lengkap.");
  await expectAccessible(office, javaScriptEnabled);
  await step.getByLabel("Saya sudah memeriksa").first().check();
  await step.getByRole("button", { name: "Setujui" }).click();
  await expect(office.getByRole("status")).toHaveText("Berhasil.");
  await expect(office.locator(".stage").first()).toHaveText("Terbit");
  await unfold(office, "Riwayat dan catatan");
  await expect(office.getByText("Lengkap.")).toBeVisible();

  // What an old window would send.
  const number = new URL(address).pathname.split("/").pop()!;
  const answer = await office.request.post("/aksi/dinas/izin/langkah", {
    form: { nomor: number, langkah: "tolak", terlihat: seen, kode: "bukan_umk", alasan: "Terlalu besar.", yakin: "ya" },
    headers: { accept: "text/html" },
  });
  const text = await answer.text();
  expect(text).toContain("Sudah ada yang lebih dulu: disetujui oleh Dadang Sudrajat");
  expect(text).toContain("Terlalu besar.");
  await office.context().close();
});

test("a head refuses with a reason, and until when the applicant can object is said", async ({
  browser,
  javaScriptEnabled,
}) => {
  const subject = javaScriptEnabled ? "Grosir Makmur Jaya" : "Pangkalan Gas Sentosa";
  const office = await officer(browser, "penyetuju", javaScriptEnabled);
  await open(office, subject);
  const step = office.locator("#langkah");
  await expect(step.getByText(/Pemohon dapat mengajukan keberatan sampai \d+ /)).toBeVisible();
  await expect(step.getByRole("button", { name: "Setujui" })).toHaveCount(0);
  await expectAccessible(office, javaScriptEnabled);
  await step.getByLabel("Alasan").first().selectOption({ label: "Bukan usaha mikro atau kecil" });
  await step.getByLabel("Pesan untuk pemohon").first().fill("Penjualan di atas batas usaha kecil.");
  await step.getByLabel("Saya sudah memeriksa").first().check();
  await step.getByRole("button", { name: "Tolak permohonan" }).click();
  await expect(office.locator(".stage").first()).toHaveText("Ditolak");
  await expect(office.getByText("Tidak ada langkah lagi")).toBeVisible();
  await office.context().close();
});

test("somebody goes there by the list of visits and reports what was seen", async ({ browser, javaScriptEnabled }) => {
  const subject = javaScriptEnabled ? "Tahu Sumber Rejeki" : "Bengkel Las Karya Muda";
  const field = await officer(browser, "lapangan", javaScriptEnabled);
  await field.goto("/dinas");
  await field.getByRole("link", { name: /Kunjungan terjadwal/ }).click();
  await expect(field.getByRole("heading", { level: 1, name: "Kunjungan" })).toBeVisible();
  await expectAccessible(field, javaScriptEnabled);
  const stop = field.locator(".route__stop", { hasText: subject });
  await expect(stop.getByRole("link", { name: /^Telepon 08/ })).toHaveAttribute("href", /^tel:\+62/);
  await stop.getByRole("link", { name: "Buka dan laporkan" }).click();
  await expect(field.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  await expectAccessible(field, javaScriptEnabled);
  await field.getByLabel("Laporan kunjungan").fill("Tempat sesuai, alat lengkap.");
  await field.getByRole("button", { name: "Kirim laporan kunjungan" }).click();
  await expect(field.locator(".stage").first()).toHaveText("Persetujuan");
  await field.goto("/dinas/izin/kunjungan");
  await expect(field.locator(".route__stop", { hasText: subject })).toHaveCount(0);
  await field.context().close();
});

test("the treasurer records a payment in full, and the permit is issued", async ({ browser, javaScriptEnabled }) => {
  const subject = javaScriptEnabled ? "Es Cendol Pak Udin" : "Bakso Ikan Kemiri";
  const treasurer = await officer(browser, "bendahara", javaScriptEnabled);
  await open(treasurer, subject, "menunggu");
  const step = treasurer.locator("#langkah");
  await expect(step.getByText("Kekurangan Rp50.000.")).toBeVisible();
  await expect(step.getByLabel("Jumlah yang diterima")).toHaveValue("50.000");
  await expectAccessible(treasurer, javaScriptEnabled);
  await step.getByLabel("Jumlah yang diterima").fill("20.000");
  await step.getByLabel("Saya sudah memeriksa").check();
  await step.getByRole("button", { name: "Catat pembayaran" }).click();
  await expect(step.getByRole("alert")).toContainText("belum melunasi");
  await expect(step.getByLabel("Jumlah yang diterima")).toHaveValue("20.000");
  await step.getByLabel("Jumlah yang diterima").fill("50.000");
  await step.getByLabel("Saya sudah memeriksa").check();
  await step.getByRole("button", { name: "Catat pembayaran" }).click();
  await expect(treasurer.locator(".stage").first()).toHaveText("Terbit");
  await treasurer.context().close();
});

test("the counter reads and can do nothing; a late second request waits for the head", async ({
  browser,
  javaScriptEnabled,
}) => {
  const counter = await officer(browser, "loket", javaScriptEnabled);
  await open(counter, "Batik Lereng Curug");
  await expect(counter.locator("#langkah form")).toHaveCount(0);
  await expect(counter.getByText("Menunggu verifikator.")).toBeVisible();
  await expect(counter.getByRole("button", { name: "Tampilkan NIK" })).toHaveCount(0);
  await expectAccessible(counter, javaScriptEnabled);
  await counter.context().close();
  const head = await officer(browser, "penyetuju", javaScriptEnabled);
  await open(head, "Roti Kampung Melayu");
  await expect(head.getByText("Verifikator meminta perbaikan lagi padahal")).toBeVisible();
  await expect(head.getByRole("button", { name: "Izinkan permintaan perbaikan lagi" })).toBeVisible();
  await head.getByLabel("Tugaskan kepada").selectOption({ label: "Yudi Permana" });
  await head.getByRole("button", { name: "Tugaskan", exact: true }).click();
  await expect(head.locator(".spec--case")).toContainText("Yudi Permana");
  await expectAccessible(head, javaScriptEnabled);
  await head.context().close();
});

test("the rooms of permit cases are closed to everybody else", async ({ page, browser, javaScriptEnabled }) => {
  await page.goto("/dinas/izin");
  await expect(page).toHaveURL(/\/masuk\?kembali=/);
  const office = await officer(browser, "loket", javaScriptEnabled);
  expect((await office.goto("/dinas/izin/IZN-0000-0000-0"))?.status()).toBe(404);
  await office.context().close();
  const owner = await signedIn(browser, "0811-1000-0002", javaScriptEnabled);
  for (const path of ["/dinas/izin", "/dinas/izin/kunjungan"]) {
    expect((await owner.goto(path))?.status()).toBe(403);
  }
  await owner.context().close();
});
