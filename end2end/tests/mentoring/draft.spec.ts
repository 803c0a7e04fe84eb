import { expect, test } from "@playwright/test";
import { asked, day, MENTOR, taken } from "../../support/mentoring";
import { Line } from "../../support/line";
import { DEMO_PASSWORD } from "../../support/people";
import { expectAccessible } from "../a11y";

test("a report written without a network is kept on the phone and sent once", async ({ page, browser, javaScriptEnabled: script }) => {
  test.skip(!script, "without scripts a browser keeps nothing");
  test.slow();
  const number = await asked(page, `Batik Bu Wati ${Math.floor(Math.random() * 1e6)}`);
  await (await taken(browser, number, script)).context().close();
  const line = await Line.lay();
  const context = await browser.newContext({ baseURL: line.url, viewport: { width: 390, height: 844 } });
  const mentor = await context.newPage();
  await mentor.goto("/masuk");
  await mentor.getByLabel("Nomor HP atau surel").fill(MENTOR);
  await mentor.getByLabel("Kata sandi", { exact: true }).fill(DEMO_PASSWORD);
  await mentor.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(mentor).toHaveURL(`${line.url}/akun`);
  const report = `${line.url}/pendampingan/${number}/kunjungan`;
  await mentor.goto(report);
  await mentor.getByLabel("Di mana").fill("Rumah produksi");
  await mentor.getByLabel("Yang dilihat dan dibicarakan").fill("Pewarna alam sudah dipakai.");
  await mentor.getByLabel("Tindakan 1").fill("Foto lima motif");
  await mentor.getByLabel("Paling lambat").first().fill(day(9));
  await mentor.getByLabel("Pemilik setuju difoto").check();
  await expect(mentor.getByText("Draf tersimpan di perangkat ini.")).toBeVisible();

  // The page is closed and opened again: everything is there.
  await mentor.goto("about:blank");
  await mentor.goto(report);
  await expect(mentor.getByText("Draf Anda dipulihkan.")).toBeVisible();
  await expect(mentor.getByLabel("Yang dilihat dan dibicarakan")).toHaveValue("Pewarna alam sudah dipakai.");
  await expect(mentor.getByLabel("Tindakan 1")).toHaveValue("Foto lima motif");
  await expect(mentor.getByLabel("Pemilik setuju difoto")).toBeChecked();
  await expectAccessible(mentor, script);

  // Without a network the page still opens. What is sent there waits; as soon as there is one again it goes by itself.
  await mentor.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await mentor.goto(report);
  line.cut();
  await mentor.goto(report);
  await expect(mentor.getByLabel("Tindakan 1")).toHaveValue("Foto lima motif");
  await mentor.goto(`${line.url}/produk`);
  await expect(mentor.getByRole("heading", { level: 1 })).toHaveText("Tidak ada jaringan");
  await mentor.goto(report);
  await mentor.getByRole("button", { name: "Kirim laporan" }).click();
  await expect(mentor.getByRole("status").filter({ hasText: "Sambungan terputus." })).toBeVisible();
  line.mend();
  let sent = 0;
  await mentor.route("**/aksi/pendampingan/kunjungan", async (route) => {
    sent += 1;
    // The first arrives, and its answer is lost on the way.
    if (sent > 1) return route.continue();
    expect((await route.fetch()).ok()).toBe(true);
    return route.abort("connectionreset");
  });
  await mentor.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(mentor.getByRole("status").filter({ hasText: "Sambungan terputus." })).toBeVisible();
  await expect.poll(() => sent).toBe(1);

  // While requests are changed on their way the browser keeps no scripts.
  await mentor.unrouteAll();
  // Opened anew, the page knows that it has arrived.
  await mentor.goto(report);
  await expect(mentor.getByLabel("Yang dilihat dan dibicarakan")).toHaveValue("");
  await mentor.goto(`${line.url}/pendampingan/${number}`);
  await expect(mentor.locator("#kunjungan article")).toHaveCount(1);
  await expect(mentor.locator("#kunjungan article")).toContainText("Foto lima motif");

  // A draft that is sent for good leaves nothing on the phone, and one can be thrown away.
  await mentor.goto(report);
  await mentor.getByLabel("Di mana").fill("Pasar");
  await mentor.getByLabel("Yang dilihat dan dibicarakan").fill("Bertemu pembeli.");
  await mentor.getByRole("button", { name: "Kirim laporan" }).click();
  await expect(mentor.locator("#kunjungan article")).toHaveCount(2);
  expect(await mentor.evaluate(() => window.localStorage.length)).toBe(0);
  // The page that the phone keeps is older than the last report: the next one is another all the same.
  line.cut();
  await mentor.goto(report);
  // What is typed before the scripts run is not kept yet.
  await expect(async () => {
    await mentor.getByLabel("Di mana").fill("Balai desa");
    await mentor.getByLabel("Yang dilihat dan dibicarakan").fill("Menyusun daftar harga.");
    await expect(mentor.getByText("Draf tersimpan di perangkat ini.")).toBeVisible({ timeout: 500 });
  }).toPass();
  await mentor.getByRole("button", { name: "Kirim laporan" }).click();
  await expect(mentor.getByRole("status").filter({ hasText: "Sambungan terputus." })).toBeVisible();
  line.mend();
  await mentor.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(mentor.locator("#kunjungan article")).toHaveCount(3);
  await mentor.goto(report);
  await mentor.getByLabel("Yang dilihat dan dibicarakan").fill("Tidak jadi.");
  await mentor.getByRole("button", { name: "Buang draf" }).click();
  await expect(mentor.getByLabel("Yang dilihat dan dibicarakan")).toHaveValue("");
  expect(await mentor.evaluate(() => window.localStorage.length)).toBe(0);
  await context.close();
  await line.remove();
});

test("who types before the page is awake keeps it, beside the draft that comes back", async ({ page, browser, javaScriptEnabled: script }) => {
  test.skip(!script, "without scripts a browser keeps nothing");
  const number = await asked(page, `Kopi Pak Jaya ${Math.floor(Math.random() * 1e6)}`);
  const mentor = await taken(browser, number, script);
  const report = `/pendampingan/${number}/kunjungan`;
  await mentor.goto(report);
  await mentor.getByLabel("Di mana").fill("Kedai");
  await mentor.getByLabel("Yang dilihat dan dibicarakan").fill("Kopi disangrai sendiri.");
  await expect(mentor.getByText("Draf tersimpan di perangkat ini.")).toBeVisible();

  let wake = () => {};
  const loaded = new Promise<void>((done) => (wake = done));
  await mentor.route("**/pkg/app.*.wasm", async (route) => {
    await loaded;
    await route.continue();
  });
  await mentor.goto(report);
  await mentor.getByLabel("Yang dilihat dan dibicarakan").fill("Kopi disangrai di kedai.");
  await mentor.getByLabel("Tindakan 1").fill("Cetak label");
  await mentor.getByLabel("Paling lambat").first().fill(day(7));
  wake();
  await expect(mentor.getByText("Draf Anda dipulihkan.")).toBeVisible();
  const all = async () => {
    await expect(mentor.getByLabel("Di mana")).toHaveValue("Kedai");
    await expect(mentor.getByLabel("Yang dilihat dan dibicarakan")).toHaveValue("Kopi disangrai di kedai.");
    await expect(mentor.getByLabel("Tindakan 1")).toHaveValue("Cetak label");
    await expect(mentor.getByLabel("Paling lambat").first()).toHaveValue(day(7));
  };
  await all();

  // It is in the draft now.
  await mentor.unrouteAll();
  await mentor.goto("about:blank");
  await mentor.goto(report);
  await expect(mentor.getByText("Draf Anda dipulihkan.")).toBeVisible();
  await all();
});
