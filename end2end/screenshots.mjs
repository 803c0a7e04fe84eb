// Takes the README's pictures from a running site with demo data: node screenshots.mjs http://127.0.0.1:3000
import { chromium } from "@playwright/test";

const [, , base = "http://127.0.0.1:3000"] = process.argv;
const folder = new URL("../docs/screenshots/", import.meta.url).pathname;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
});

/** What an applicant sees who waits for nobody but themselves. */
async function track(room, shoot) {
  await room.goto("/dinas/izin?laci=menunggu&tahap=perlu_perbaikan");
  await room.locator('a[href^="/dinas/izin/IZN"]').first().click();
  const number = room.url().split("/").pop();
  const phone = await room.locator('a[href^="tel:"], a[href*="wa.me"]').first().textContent();
  await room.context().clearCookies();
  await room.goto("/lacak");
  await room.locator("#nomor").fill(number);
  await room.locator("#hp4").fill(phone.trim().slice(-4));
  await room.locator("#hp4").press("Enter");
  await room.waitForURL(`**/izin/kasus/${number}`);
  await shoot("lacak-izin", room);
}

/** The quiz of a class that is over, and what a materials' page gives beside it. */
async function quiz(room, shoot) {
  await room.getByRole("region", { name: "Kelas saya" }).getByRole("link", { name: "NIB dan halal" }).last().click();
  await room.getByRole("link", { name: "Bahan dan kuis" }).click();
  await room.getByRole("button", { name: "Mulai kuis" }).or(room.getByRole("link", { name: "Lanjutkan kuis" })).click();
  await room.locator("fieldset.quiz").first().waitFor();
  await shoot("kuis", room);
}

/** A mentoring that is under way, as its owner sees it. */
async function mentoring(room, shoot) {
  await room.locator('a[href^="/pendampingan/PDP"]').first().click();
  await shoot("pendampingan-usaha", room);
}

/** The code of the class of today, as on the organiser's screen. */
async function code(room, shoot) {
  await room.getByRole("link", { name: "Catatan keuangan harian" }).first().click();
  await room.getByRole("link", { name: /^Daftar hadir/ }).first().click();
  await room.locator('a[href$="/layar"]').click();
  await room.locator(".screen__digits").waitFor();
  await shoot("layar", room);
}

for (const [width, height] of [
  [390, 844],
  [1280, 900],
]) {
  const page = await browser.newPage({ viewport: { width, height }, baseURL: base, locale: "id-ID" });
  const shoot = (name, of = page) => of.screenshot({ path: `${folder}${name}-${width}.jpg`, type: "jpeg", quality: 78 });
  await page.goto("/");
  await shoot("home");
  await page.goto("/produk");
  await shoot("produk");
  await page.goto("/izin");
  await shoot("izin");
  await page.goto("/pelatihan");
  await shoot("pelatihan");
  await page.goto("/transparansi");
  await shoot("transparansi");
  await page.goto("/produk?q=keripik&ada=1");
  await page.locator(".good__name a").first().click();
  await page.waitForLoadState("networkidle");
  await shoot("produk-satu");
  await page.getByRole("button", { name: "Masukkan keranjang" }).click();
  await page.getByRole("status").waitFor();
  await page.goto("/checkout?kec=36.03.17");
  await page.getByLabel("Nama penerima").fill("Siti Nurjanah");
  await page.getByLabel("Nomor HP").fill("0812 3456 7890");
  await shoot("checkout");
  await page.close();
  for (const [login, path, name, more] of [
    ["0811-1000-0002", "/usaha", "usaha"],
    ["0811-1000-0003", "/dinas/lencana", "dinas"],
    ["0811-1000-0011", "/dinas/izin", "kotak-masuk", track],
    ["0811-1000-0001", "/akun", "", quiz],
    ["0811-1000-0003", "/dinas/pelatihan?laci=berjalan", "", code],
    ["0811-1000-0004", "/pendampingan/hari-ini", "pendamping-hari"],
    ["0811-1000-0002", "/pendampingan", "", mentoring],
  ]) {
    const room = await browser.newPage({ viewport: { width, height }, baseURL: base, locale: "id-ID" });
    await room.goto(`/masuk?kembali=${encodeURIComponent(path)}`);
    await room.locator("#akun").fill(login);
    await room.locator("#sandi").fill("rumah-sikum-2026");
    await room.locator("#sandi").press("Enter");
    await room.waitForURL(`**${path}`);
    if (name) await shoot(name, room);
    await more?.(room, shoot);
    await room.close();
  }
}
await browser.close();
