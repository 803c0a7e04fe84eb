import { expect, test, type Browser, type Page } from "@playwright/test";
import { signedIn } from "../../support/people";
import { expectAccessible } from "../a11y";

const ADMIN = "0811-1000-0003";
/** A class that is over and a participant of it for each run of the story: what is issued, is. */
const OVER = (script: boolean) =>
  script
    ? { title: "Catatan keuangan harian", phone: "0811-1000-0001" }
    : { title: "Foto produk dengan HP", phone: "0811-1000-0002" };

/** The certificates of a class that is over, on the organiser's screen. */
async function awards(browser: Browser, script: boolean): Promise<Page> {
  const page = await signedIn(browser, ADMIN, script);
  // Right after the start the worker has not finished the classes of the past yet.
  await expect(async () => {
    await page.goto("/dinas/pelatihan?laci=selesai");
    await page.getByRole("link", { name: OVER(script).title }).first().click({ timeout: 1_000 });
    await page.getByRole("link", { name: "Sertifikat", exact: true }).click({ timeout: 1_000 });
    await expect(page.getByRole("button", { name: /^Terbitkan \d+ sertifikat$/ })).toBeVisible({ timeout: 500 });
  }).toPass();
  return page;
}

/** The page of one's registration for that class. */
async function ownRegistration(browser: Browser, script: boolean): Promise<Page> {
  const page = await signedIn(browser, OVER(script).phone, script);
  await page.goto("/akun");
  const classes = page.getByRole("region", { name: "Kelas saya" });
  await classes.getByRole("link", { name: OVER(script).title }).last().click();
  return page;
}

test("an organiser issues all certificates at once, the participant gets it, and a stranger checks it", async ({
  browser,
  javaScriptEnabled: script,
}) => {
  test.slow();
  const office = await awards(browser, script);
  const person = await ownRegistration(browser, script);
  await expect(person.locator("#sertifikat")).toContainText("Anda memenuhi syarat.");
  await expectAccessible(person, script);
  await expectAccessible(office, script);
  await office.getByRole("button", { name: /^Terbitkan \d+ sertifikat$/ }).click();
  await expect(office.locator("main")).toContainText("Tidak ada yang menunggu sertifikat.");
  await expect(office.locator(".state--info").first()).toHaveText(/^[1-9]\d* dari \d+ terbit$/);
  await expectAccessible(office, script);

  await person.reload();
  await expect(person.getByRole("heading", { name: "Sertifikat Anda sudah terbit" })).toBeVisible();
  await expectAccessible(person, script);
  const path = await person.getByRole("link", { name: "Unduh sertifikat (PDF)" }).getAttribute("href");
  const file = await person.request.get(path!);
  expect([file.status(), file.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const code = await person.getByRole("link", { name: "Cek keaslian", exact: true }).getAttribute("href");

  const stranger = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
  expect((await stranger.request.get(path!)).status(), "the file is not for everybody").toBe(404);
  await stranger.goto(code!);
  await expect(stranger.getByRole("heading", { name: "Asli", exact: true })).toBeVisible();
  await expect(stranger.locator("main")).toContainText(OVER(script).title);
  await expect(stranger.locator("main")).not.toContainText("0811");
  await expectAccessible(stranger, script);
  const answer = await (await stranger.request.get(`${code}/data.json`)).json();
  expect(answer).toMatchObject({ asli: true, keadaan: "berlaku", jenis: "sertifikat", pelatihan: OVER(script).title });
  expect(Object.keys(answer)).not.toContain("telepon");

  await person.goto("/pelatihan/sertifikat");
  await expect(person.getByRole("listitem").filter({ hasText: OVER(script).title }).first()).toContainText("SRT-");
  await expectAccessible(person, script);

  await corrected(office, stranger, code!, script);
  await stranger.context().close();
  await person.context().close();
  await office.context().close();
});

/** The organiser corrects the name on somebody's certificate and takes another's back; both are told by the old codes. */
async function corrected(office: Page, stranger: Page, own: string, script: boolean) {
  const row = office.locator(".roster > li").filter({ has: office.locator(`a[href="${own}"]`) });
  const name = (await row.locator("strong").textContent())!;
  await row.getByText("Betulkan nama atau cabut").click();
  await row.getByLabel("Nama pada sertifikat").fill("");
  await row.getByLabel("Nama pada sertifikat").fill(`${name}, S.E.`);
  await row.getByRole("button", { name: "Terbitkan versi baru" }).click();
  await expect(office.locator(".roster")).toContainText(`${name}, S.E.`);
  await stranger.goto(own);
  await expect(stranger.locator(".note h2")).toContainText("sudah diganti");
  await expectAccessible(stranger, script);
  await stranger.getByRole("link", { name: "Lihat versi yang berlaku" }).click();
  await expect(stranger.locator("main")).toContainText(`${name}, S.E.`);

  const other = office.locator(".roster > li").filter({ hasText: "SRT-" }).filter({ hasNotText: name }).first();
  const code = await other.getByRole("link", { name: /^Cek keaslian/ }).getAttribute("href");
  const number = (await other.locator(".mono").textContent())!;
  await other.getByText("Betulkan nama atau cabut", { exact: false }).first().click();
  await other.getByLabel("Sebab").selectOption({ label: "tidak berhak" });
  await other.getByLabel("Alasan (dibaca peserta)").fill("Tanda tangan di daftar hadir bukan miliknya.");
  await other.getByRole("button", { name: "Cabut sertifikat" }).click();
  await expect(office.locator(".roster")).not.toContainText(number);
  await stranger.goto(code!);
  await expect(stranger.locator(".note h2")).toContainText("Asli, tetapi dicabut pada");

  // Somebody who was not there gets one only with a reason.
  const absent = office.locator(".roster > li").filter({ hasText: "Belum memenuhi syarat" }).first();
  const who = (await absent.locator(".muted").textContent())!.split("·").at(-1)!.trim();
  await absent.getByText("Terbitkan dengan alasan").first().click();
  await absent.getByLabel("Alasan (dibaca peserta)").fill("Hadir, tetapi lupa tanda tangan.");
  await absent.getByRole("button", { name: "Terbitkan dengan alasan" }).click();
  const given = office.locator(".roster > li").filter({ hasText: who });
  await expect(given).toContainText("Diterbitkan khusus: Hadir, tetapi lupa tanda tangan.");
  await expectAccessible(office, script);
}
