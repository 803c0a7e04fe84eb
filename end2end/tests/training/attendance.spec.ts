import { expect, test, type Browser, type Page } from "@playwright/test";
import ICAL from "ical.js";
import { openClass, register } from "../../support/classes";
import { DEMO_PASSWORD, signedIn } from "../../support/people";
import { readCode } from "../../support/qr";
import { expectAccessible } from "../a11y";

const ADMIN = "0811-1000-0003";
/** Both have a seat in the class of today; each run of the story takes one. */
const PARTICIPANT = (script: boolean) => (script ? "0811-1000-0001" : "0811-1000-0002");

/** The attendance list of the session that is going on, on the organiser's telephone. */
async function sheetOfToday(browser: Browser, script: boolean): Promise<Page> {
  const page = await signedIn(browser, ADMIN, script);
  // Right after the start the worker has not finished the classes of the past yet.
  await expect(async () => {
    await page.goto("/dinas/pelatihan");
    const row = page.getByRole("row").filter({ hasText: "Berjalan" });
    await row.getByRole("link", { name: "Catatan keuangan harian" }).last().click({ timeout: 1_000 });
    await page.getByRole("link", { name: /^Daftar hadir/ }).first().click({ timeout: 1_000 });
    await expect(page.locator("main")).toContainText("Peserta dapat menandai kehadiran sekarang.", { timeout: 500 });
  }).toPass();
  return page;
}

/** A secret address that a calendar opens without a cookie, until it is turned off. */
async function personalCalendar(browser: Browser, person: Page, script: boolean) {
  await person.goto("/akun");
  await person.getByText("Kelas di kalender HP").click();
  await person.getByRole("button", { name: "Buat alamat kalender" }).click();
  await person.getByText("Kelas di kalender HP").click();
  const address = new URL(await person.getByLabel("Alamat kalender Anda").inputValue()).pathname;
  await expectAccessible(person, script);
  const calendar = (await browser.newContext()).request;
  const file = await calendar.get(address);
  expect(file.headers()["cache-control"]).toBe("private, no-cache");
  const events = new ICAL.Component(ICAL.parse(await file.text())).getAllSubcomponents("vevent");
  expect(events.map((event) => event.getFirstPropertyValue("summary"))).toContain("Catatan keuangan harian");
  expect((await calendar.get(address.replace(/.\.ics$/, "x.ics"))).status()).toBe(404);
  await person.getByRole("button", { name: "Matikan" }).click();
  await expect(person).toHaveURL("/akun");
  expect((await calendar.get(address)).status()).toBe(404);
  await person.goto("/hadir");
}

test("a code that changes every minute is scanned as a guest, kept while signing in, and one tap is left", async ({
  browser,
  javaScriptEnabled: script,
}) => {
  const office = await sheetOfToday(browser, script);
  await expectAccessible(office, script);
  const here = Number((await office.locator(".state--info").textContent())?.split(" ")[0]);
  await office.getByRole("link", { name: "Tampilkan kode di layar" }).click();
  await expect(office.locator("[data-kode]")).toHaveText(/^\d{3} \d{3}$/);
  await expectAccessible(office, script);

  const person = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
  await person.goto(await readCode(office));
  await expect(person).toHaveURL("/hadir");
  await expect(person.getByRole("heading", { level: 1 })).toHaveText("Saya hadir");
  await expect(person.locator("main")).toContainText("Kode yang sudah dipindai disimpan 15 menit.");
  await expectAccessible(person, script);
  await person.getByRole("link", { name: "Masuk ke akun" }).click();
  await person.getByLabel("Nomor HP atau surel").fill(PARTICIPANT(script));
  await person.getByLabel("Kata sandi", { exact: true }).fill(DEMO_PASSWORD);
  await person.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(person).toHaveURL("/hadir");
  await expect(person.locator("main")).toContainText("Kode sudah dipindai.");
  await expectAccessible(person, script);
  await person.getByRole("button", { name: "Saya hadir" }).click();
  await expect(person.locator("main")).toContainText("Kehadiran Anda tercatat");

  await person.getByRole("link", { name: /^PLT-/ }).first().click();
  await expect(person.locator("main")).toContainText(/Hadir\s· \d\d\.\d\d, dengan kode QR/);
  await expectAccessible(person, script);
  await personalCalendar(browser, person, script);
  await office.getByRole("link", { name: "Kembali ke daftar hadir" }).click();
  const now = Number((await office.locator(".state--info").textContent())?.split(" ")[0]);
  expect(now).toBeGreaterThan(here);
  await person.context().close();
  await office.context().close();
});

test("digits are typed on one's own device or on another, the rest comes from the list on paper and is corrected", async ({
  browser,
  javaScriptEnabled: script,
}) => {
  test.slow();
  const office = await signedIn(browser, ADMIN, script);
  const slug = await openClass(office, 5);
  const person = async () => (await browser.newContext({ javaScriptEnabled: script })).newPage();
  const [own, elsewhere, paper] = [await person(), await person(), await person()];
  await register(own, `/pelatihan/${slug}`, "Ani Hadir");
  await register(elsewhere, `/pelatihan/${slug}`, "Budi Pinjam");
  await register(paper, `/pelatihan/${slug}`, "Cici Kertas");
  await office.getByRole("link", { name: /^Daftar hadir/ }).click();
  const sheet = office.url();
  const digits = async () => {
    await office.goto(`${sheet}/layar`);
    return ((await office.locator("[data-kode]").textContent()) ?? "").replace(" ", "");
  };

  // What is wrong is said, and changes nothing.
  const shown = await digits();
  await expectAccessible(own, script);
  await own.getByLabel("Kode 6 angka di layar kelas").fill(shown === "123456" ? "123457" : "123456");
  await own.getByRole("button", { name: "Saya hadir" }).click();
  await expect(own.locator("#hadir")).toContainText("Kode tidak cocok.");
  await expectAccessible(own, script);
  await own.getByLabel("Kode 6 angka di layar kelas").fill(await digits());
  await own.getByRole("button", { name: "Saya hadir" }).click();
  await expect(own.locator("#hadir")).toContainText("Kehadiran Anda tercatat");

  // On somebody else's telephone: number and PIN.
  const number = (await elsewhere.locator("[data-nomor]").textContent()) ?? "";
  const pin = (await elsewhere.locator("[data-pin]").textContent()) ?? "";
  const borrowed = await person();
  await borrowed.goto("/hadir");
  await borrowed.getByLabel("Nomor pendaftaran").fill(number);
  await borrowed.getByLabel("PIN 6 angka").fill(pin);
  await borrowed.getByRole("button", { name: "Buka pendaftaran" }).click();
  await borrowed.goto("/hadir");
  await borrowed.getByLabel("Kode 6 angka di layar kelas").fill(await digits());
  await borrowed.getByRole("button", { name: "Saya hadir" }).click();
  await expect(borrowed.locator("main")).toContainText("Kehadiran Anda tercatat");

  await office.goto(sheet);
  await expect(office.locator("#tercatat li")).toHaveCount(2);
  const row = office.locator("#catat li", { hasText: "Cici Kertas" });
  await row.getByLabel("Tidak hadir", { exact: true }).check();
  await row.getByRole("textbox").fill("Sakit, ada surat.");
  await office.getByRole("button", { name: "Simpan" }).click();
  const known = office.locator("#tercatat li", { hasText: "Cici Kertas" });
  await expect(known).toContainText("Sakit, ada surat.");
  await paper.reload();
  await expect(paper.locator("#hadir")).toContainText("Panitia mencatat Anda tidak hadir");
  await known.getByText("Betulkan").click();
  await known.getByLabel("Alasan pembetulan").fill("Datang terlambat.");
  await expectAccessible(office, script);
  await known.getByRole("button", { name: "Ternyata hadir" }).click();
  await expect(known).toContainText(/Hadir\s· \d\d\.\d\d, dicatat panitia/);
  await paper.reload();
  await expect(paper.locator("#hadir")).toContainText("Kehadiran Anda tercatat");

  // A code of long ago, and what is nobody else's.
  await paper.goto(`/hadir/${sheet.split("/").at(-1)}/00000000000000000000`);
  await expect(paper).toHaveURL("/hadir?kode=lewat");
  await expect(paper.getByRole("alert").first()).toContainText("Kode itu sudah berganti.");
  await expectAccessible(paper, script);
  expect((await paper.goto("/hadir/x/y"))?.status()).toBe(404);
  expect((await paper.request.get(`${new URL(sheet).pathname}/layar`, { maxRedirects: 0 })).status()).toBe(302);
  for (const page of [own, elsewhere, paper, borrowed, office]) await page.context().close();
});
