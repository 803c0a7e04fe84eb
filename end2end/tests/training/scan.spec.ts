import { expect, test, type Page } from "@playwright/test";
import { openClass, register } from "../../support/classes";
import { seeing, telephone } from "../../support/camera";
import { signedIn, signUp } from "../../support/people";
import { readCode } from "../../support/qr";
import { expectAccessible } from "../a11y";

const ADMIN = "0811-1000-0003";

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, "a camera needs scripts; the digits do not");

/** How many cameras this page has turned on, and not off; it must be asked to count before it is opened. */
const camerasOn = (page: Page) =>
  page.evaluate(() => {
    const { tracks } = window as unknown as { tracks: MediaStreamTrack[] };
    return tracks.filter((track) => track.readyState === "live").length;
  });

/** Counts the cameras of a page, copies of what they see too. */
const countCameras = (page: Page) =>
  page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    const count = <T extends MediaStream>(stream: T) => (tracks.push(...stream.getTracks()), stream);
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => count(await open(wanted));
    const copy = MediaStream.prototype.clone;
    MediaStream.prototype.clone = function () {
      return count(copy.call(this));
    };
    Object.assign(window, { tracks });
  });

/** Gives a page a browser that reads codes by itself, and sees this one; `null` is one that cannot after all. */
const ownReader = (page: Page, sees: string | null) =>
  page.addInitScript((sees) => {
    const detect = async () => (sees === null ? Promise.reject(new Error("no service")) : [{ rawValue: sees }]);
    const getSupportedFormats = async () => ["qr_code"];
    Object.assign(window, { BarcodeDetector: Object.assign(function () { return { detect }; }, { getSupportedFormats }) });
  }, sees);

/** The paths that a page asks for from now on. */
function asked(page: Page): string[] {
  const paths: string[] = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

test("the code on the class's screen is scanned in the page, and one tap is left", async ({ browser }, { project: { use } }) => {
  const office = await signedIn(browser, ADMIN, true);
  const slug = await openClass(office, 5);
  await office.getByRole("link", { name: /^Daftar hadir/ }).click();
  const sheet = office.url();
  await office.goto(`${sheet}/layar`);

  const camera = await seeing(office, use);
  const person = await telephone(camera, use);
  await register(person, `/pelatihan/${slug}`, "Dewi Memindai");
  const registration = person.url();
  const paths = asked(person);
  const answer = await person.goto("/hadir");
  expect(answer?.headers()["permissions-policy"]).toContain("camera=(self)");
  const open = person.getByRole("button", { name: "Pindai kode QR" });
  await expect(open).toBeVisible();
  await expect(person.getByLabel("Kode 6 angka di layar kelas")).toBeVisible();
  await expectAccessible(person, true);
  expect(paths.filter((path) => path.includes("scanner"))).toEqual([]);
  await open.click();
  await expect(person).toHaveURL("/hadir");
  await expect(person.locator("main")).toContainText("Kode sudah dipindai.");
  expect(paths.filter((path) => path.includes("scanner"))).toHaveLength(2);
  // What was just scanned need not be scanned again.
  await expect(open).toHaveCount(0);
  await person.getByRole("button", { name: "Saya hadir" }).click();
  await expect(person.locator("main")).toContainText("Kehadiran Anda tercatat");
  await person.goto(registration);
  await expect(person.locator("main")).toContainText(/Hadir\s· \d\d\.\d\d, dengan kode QR/);
  expect((await person.goto("/"))?.headers()["permissions-policy"]).toContain("camera=()");
  await camera.close();

  // By who has not registered on this device yet, too: the scan is kept. Their browser says that it reads codes, and does not.
  await office.goto(`${sheet}/layar`);
  const another = await seeing(office, use);
  const guest = await telephone(another, use);
  await ownReader(guest, null);
  await guest.goto("/hadir");
  await guest.getByRole("button", { name: "Pindai kode QR" }).click();
  await expect(guest.locator("main")).toContainText("Kode yang sudah dipindai disimpan 15 menit.");
  await another.close();
  await office.context().close();
});

test("a code of something else leads nowhere, and the camera is off once it is closed or the page is left", async ({
  browser,
}, { project: { use } }) => {
  const office = await signedIn(browser, ADMIN, true);
  const slug = await openClass(office, 5);
  // The code of an authenticator app.
  const elsewhere = await (await browser.newContext()).newPage();
  await signUp(elsewhere, "Eko Keliru");
  await elsewhere.getByRole("link", { name: /Verifikasi dua langkah/ }).click();
  await elsewhere.getByRole("button", { name: "Siapkan sekarang" }).click();
  const camera = await seeing(elsewhere, use);
  const person = await telephone(camera, use);
  await countCameras(person);
  await register(person, `/pelatihan/${slug}`, "Eko Keliru");
  await person.locator("#hadir").getByRole("button", { name: "Pindai kode QR" }).click();
  const here = person.url();
  const paths = asked(person);
  await expect(person.getByRole("status").filter({ hasText: "Ini bukan kode kehadiran." })).toBeVisible();
  await expect(person.getByText("Arahkan kamera ke kode QR di layar.")).toBeVisible();
  await expectAccessible(person, true);
  expect(await camerasOn(person)).toBe(1);
  await person.getByRole("button", { name: "Tutup kamera" }).click();
  expect(await camerasOn(person)).toBe(0);
  const open = person.getByRole("button", { name: "Pindai kode QR" });
  await expect(open).toBeFocused();
  await expect(person.getByText("Ini bukan kode kehadiran.")).toHaveCount(0);

  // Open again, and the page is hidden: another app, another tab, a dark screen.
  await open.click();
  await expect(person.getByText("Ini bukan kode kehadiran.")).toBeVisible();
  await person.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  expect(await camerasOn(person)).toBe(0);
  await expect(open).toBeVisible();
  expect(person.url()).toBe(here);
  expect(paths.filter((path) => !path.includes("/pkg/"))).toEqual([]);

  // A browser's own reader is believed no more, and no less.
  for (const sees of ["https://example.com/hadir/01ab/23cd", "/hadir/01ab/23cd"]) {
    const other = await telephone(camera, use);
    await ownReader(other, sees);
    await other.goto("/hadir");
    await other.getByRole("button", { name: "Pindai kode QR" }).click();
    await expect(other.getByText("Ini bukan kode kehadiran.")).toBeVisible();
    await other.getByRole("button", { name: "Tutup kamera" }).click();
    await other.context().close();
  }
  await office.getByRole("link", { name: /^Daftar hadir/ }).click();
  await office.goto(`${office.url()}/layar`);
  const other = await telephone(camera, use);
  await ownReader(other, await readCode(office));
  await other.goto("/hadir");
  await other.getByRole("button", { name: "Pindai kode QR" }).click();
  await expect(other.locator("main")).toContainText("Kode yang sudah dipindai disimpan 15 menit.");
  for (const context of [camera, elsewhere.context(), office.context()]) await context.close();
});

test("who gives no camera or has none reads what else to do, and types the digits", async ({ browser }, { project: { use } }) => {
  const office = await signedIn(browser, ADMIN, true);
  const slug = await openClass(office, 5);
  await office.getByRole("link", { name: /^Daftar hadir/ }).click();
  await office.goto(`${office.url()}/layar`);
  const camera = await seeing(office, use, true);
  const person = await telephone(camera, use);
  // All that is not named here is refused.
  await person.context().grantPermissions(["clipboard-read"]);
  await register(person, `/pelatihan/${slug}`, "Fitri Menolak");
  await person.getByRole("button", { name: "Pindai kode QR" }).click();
  await expect(person.getByRole("status").filter({ hasText: "Kamera tidak diizinkan." })).toBeVisible();
  await expect(person.getByRole("button", { name: "Pindai kode QR" })).toBeFocused();
  await expectAccessible(person, true);
  await office.reload();
  const digits = ((await office.locator("[data-kode]").textContent()) ?? "").replace(" ", "");
  await person.getByLabel("Kode 6 angka di layar kelas").fill(digits);
  await person.getByRole("button", { name: "Saya hadir" }).click();
  await expect(person.locator("#hadir")).toContainText("Kehadiran Anda tercatat");
  await camera.close();

  // This browser has none.
  await office.goto("/hadir");
  await office.context().grantPermissions(["camera"]);
  await office.getByRole("button", { name: "Pindai kode QR" }).click();
  await expect(office.getByRole("status").filter({ hasText: "Kamera tidak ditemukan." })).toBeVisible();
  await office.context().close();
});
