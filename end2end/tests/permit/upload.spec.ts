import { expect, test, type CDPSession, type Page } from "@playwright/test";
import { Line } from "../../support/line";
import { newPhone } from "../../support/people";
import { begin } from "../../support/permit";
import { noise, png } from "../../support/pictures";
import { expectAccessible } from "../a11y";

/** The part of the form that takes documents. */
async function documents(page: Page) {
  const { number } = await begin(page, newPhone());
  const path = `/izin/kasus/${number}/isi/dokumen`;
  await page.goto(path);
  await expect(page.getByLabel("Foto KTP")).toBeVisible();
  return path;
}

const upload = (page: Page) => page.getByRole("button", { name: "Unggah" });

/** What one session asked for holds until that one asks for something else. */
const sessions = new WeakMap<Page, CDPSession>();

/** So many bytes in a second. */
async function network(page: Page, bytes: number | "whole") {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  await session.send("Network.enable");
  const uploadThroughput = typeof bytes === "number" ? bytes : -1;
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput });
}

test("documents are taken, and one that is none is named", async ({ page, javaScriptEnabled }) => {
  const path = await documents(page);
  await page.getByLabel("Foto KTP").setInputFiles(noise("ktp.png"));
  await page.getByLabel("Etiket merek").setInputFiles({ name: "etiket.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 %%EOF") });
  await upload(page).click();
  await expect(page.locator(".errors")).toContainText("etiket.pdf: Di sini hanya foto yang diterima.");
  expect(new URL(page.url()).pathname).toBe(path);
  await expect(page.locator("li.doc")).toHaveText([/ktp\.png/]);
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Etiket merek").setInputFiles(png("etiket.png", [40, 120, 80]));
  await upload(page).click();
  await expect(page.locator("li.doc")).toHaveCount(2);
  await expect(page.getByText("Tersimpan.")).toBeVisible();
  await expect(page.locator(".errors")).toHaveCount(0);
});

test("a slow line shows how far it is, and can be stopped", async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without scripts the browser says it");
  await documents(page);
  await page.getByLabel("Foto KTP").setInputFiles(noise("ktp.png"));
  await network(page, 150_000);
  await upload(page).click();
  const bar = page.getByRole("progressbar", { name: "Berkas terkirim" });
  await expect(page.getByRole("status").filter({ hasText: "Mengirim berkas…" })).toBeVisible();
  await expect(bar).toBeInViewport();
  await expect.poll(() => bar.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(9);
  await expect(page.locator(".sending__count")).toHaveText(/^\d+% · \d,\d dari \d,\d MB$/);
  await expectAccessible(page, javaScriptEnabled);
  // With the keyboard, as with the finger.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Batalkan" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Pengiriman dibatalkan." })).toBeVisible();
  await expect(bar).toHaveCount(0);
  await expect(upload(page)).toBeFocused();
  await network(page, "whole");
  await upload(page).click();
  await expect(page.locator("li.doc")).toHaveText([/ktp\.png/]);
});

test("after the line was cut the same file is sent again", async ({ browser, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without scripts the browser says it");
  const line = await Line.lay();
  const context = await browser.newContext({ baseURL: line.url, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await documents(page);
  await page.getByLabel("Foto KTP").setInputFiles(noise("ktp.png"));
  await network(page, 150_000);
  await upload(page).click();
  const bar = page.getByRole("progressbar", { name: "Berkas terkirim" });
  await expect.poll(() => bar.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(9);
  const cut = page.getByRole("status").filter({ hasText: "Sambungan terputus. Isian dan berkas masih ada" });
  line.cut();
  await expect(cut).toBeVisible();
  await expect(bar).toBeHidden();
  await expectAccessible(page, javaScriptEnabled);
  // Still no line.
  await page.getByRole("button", { name: "Coba lagi" }).click();
  await expect(cut).toBeVisible();
  line.mend();
  await network(page, "whole");
  await page.getByRole("button", { name: "Coba lagi" }).click();
  await expect(page.locator("li.doc")).toHaveText([/ktp\.png/]);
  await context.close();
  await line.remove();
});

test("what arrived although nobody heard of it is one document", async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without scripts the browser says it");
  await documents(page);
  await page.getByLabel("Foto KTP").setInputFiles(noise("ktp.png"));
  let sent = 0;
  await page.route("**/aksi/izin/isi", async (route) => {
    sent += 1;
    if (sent > 1) return route.continue();
    expect((await route.fetch()).ok()).toBe(true);
    return route.abort("connectionreset");
  });
  await upload(page).click();
  await page.getByRole("button", { name: "Coba lagi" }).click();
  await expect(page.locator("li.doc")).toHaveText([/ktp\.png/]);
  await expect(page.locator(".errors")).toHaveCount(0);
  expect(sent).toBe(2);
});

test("what the server cannot take now is said, and the files stay chosen", async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without scripts a page says it");
  await documents(page);
  await page.getByLabel("Foto KTP").setInputFiles(png("ktp.png", [10, 20, 30]));
  for (const [status, words] of [[413, "Kiriman terlalu besar."], [503, "Belum terkirim karena gangguan"]] as const) {
    await page.route("**/aksi/izin/isi", (route) => route.fulfill({ status, body: "" }));
    await upload(page).click();
    await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  }
  await page.unrouteAll();
  await page.getByRole("button", { name: "Coba lagi" }).click();
  await expect(page.locator("li.doc")).toHaveText([/ktp\.png/]);
});
