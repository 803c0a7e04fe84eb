import { expect, test } from "@playwright/test";
import ICAL from "ical.js";
import { expectAccessible } from "../a11y";

test("somebody finds a class by subject, filters and words, and reads all about it", async ({ page, javaScriptEnabled }) => {
  await page.goto("/");
  const next = page.getByRole("region", { name: "Pelatihan terdekat" });
  await expect(next.locator(".class")).toHaveCount(3);
  await expect(page.locator(".door--2")).toContainText(/\d+ kelas/);
  await next.getByRole("link", { name: "Jadwal lengkap" }).click();
  await expect(page).toHaveURL(/\/pelatihan$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pelatihan gratis di dekat Anda");
  const all = await page.locator(".class").count();
  expect(all).toBeGreaterThan(8);
  await expectAccessible(page, javaScriptEnabled);

  await page.getByRole("navigation", { name: "Bidang" }).getByRole("link", { name: "Kerajinan" }).click();
  await expect(page).toHaveURL(/bidang=kerajinan/);
  await expect(page.locator(".class h3")).toHaveText(["Batik cap untuk pemula", "Anyaman bambu: topi sampai tas"]);
  await expect(page.locator(".class", { hasText: "Batik cap" }).getByRole("link", { name: "Antre" })).toHaveAttribute("href", /\/daftar$/);

  await page.goto("/pelatihan");
  await page.getByRole("link", { name: "Saring" }).click();
  const online = page.getByLabel("Daring");
  await online.check();
  await page.getByRole("button", { name: "Tampilkan kelas" }).click();
  await expect(page).toHaveURL(/tempat=daring/);
  const found = await page.locator(".class").count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  await expect(page.locator(".class", { hasText: "Daring" })).toHaveCount(found);
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("link", { name: "Hapus saringan Daring" }).click();
  await expect(page.locator(".class")).toHaveCount(all);

  await page.getByLabel("Cari kelas").fill("kemas");
  await page.getByLabel("Cari kelas").press("Enter");
  await expect(page.locator(".class h3")).toHaveText(["Kemasan dan label pangan"]);
  await page.getByRole("link", { name: "Kemasan dan label pangan", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kemasan dan label pangan");
  const join = page.getByRole("complementary");
  await expect(join).toContainText("Gratis.");
  await expect(join).toContainText(/\d+ dari 25 kursi tersisa/);
  await expect(join.getByRole("link", { name: "Daftar" })).toHaveAttribute("href", /\/pelatihan\/kemasan.*\/daftar$/);
  await expect(page.getByRole("region", { name: "Tempat" })).toContainText("Kantor Kecamatan Mauk");
  await expect(page.getByRole("region", { name: "Tempat" })).toContainText("Dapat dimasuki tanpa tangga.");
  await expect(page.getByRole("region", { name: "Perlu diketahui" })).toContainText("Contoh produk dengan kemasannya");
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
  expect(data).toMatchObject({ "@type": "Event", eventStatus: "https://schema.org/EventScheduled", offers: { price: "0" } });
  await expectAccessible(page, javaScriptEnabled);
});

test("a search without a hit says what to do", async ({ page, javaScriptEnabled }) => {
  await page.goto("/pelatihan?q=astronomi");
  await expect(page.locator(".class")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Tidak ada kelas yang cocok" })).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("link", { name: "Semua kelas" }).click();
  await expect(page.locator(".class").first()).toBeVisible();
});

test("the month has its classes and its days off", async ({ page, javaScriptEnabled }) => {
  await page.goto("/pelatihan/kalender?bulan=2026-12");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kalender pelatihan Desember 2026");
  await expect(page.getByRole("region", { name: "Libur dan cuti bersama" })).toContainText("25 Des");
  await expectAccessible(page, javaScriptEnabled);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(page.getByRole("columnheader")).toHaveText(["Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"]);
  await expectAccessible(page, javaScriptEnabled);
  await page.getByRole("navigation", { name: "Bulan" }).getByRole("link", { name: "Januari 2027" }).click();
  await expect(page).toHaveURL(/bulan=2027-01/);

  await page.goto("/pelatihan/kalender");
  await page.getByRole("link", { name: "Lihat daftar" }).click();
  const title = (await page.locator(".class__name a").last().textContent())!;
  const to = (await page.locator(".class__name a").last().getAttribute("href"))!;
  const month = to.match(/(\d{4})-(\d{2})-\d{2}$/);
  if (month) {
    await page.goto(`/pelatihan/kalender?bulan=${month[1]}-${month[2]}`);
    await page.locator(".mcal").getByRole("link", { name: title }).last().click();
    await expect(page).toHaveURL(to);
  }
});

test("a calendar takes the sessions of a class", async ({ page, request, baseURL }) => {
  await page.goto("/pelatihan?q=batik");
  await page.locator(".class__name a").first().click();
  const link = page.getByRole("link", { name: "Tambah ke kalender" });
  const answer = await request.get((await link.getAttribute("href"))!);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(answer.headers()["set-cookie"]).toBeUndefined();
  const text = await answer.text();
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  expect(events.map((event) => event.summary)).toEqual(Array(3).fill("Batik cap untuk pemula"));
  expect(new Set(events.map((event) => event.uid)).size).toBe(3);
  expect(events[0].uid.endsWith(`@${new URL(baseURL!).host}`)).toBe(true);
  expect(events[0].location).toContain("Kelapa Dua");
  expect([events[0].startDate.hour, events[0].endDate.hour]).toEqual([9, 15]);
  expect(events[0].startDate.zone.tzid).toBe("Asia/Jakarta");
  expect(events[0].startDate.utcOffset()).toBe(7 * 3600);

  const one = await request.get((await page.getByRole("link", { name: "Tambah sesi 2 ke kalender" }).getAttribute("href"))!);
  const single = new ICAL.Component(ICAL.parse(await one.text())).getAllSubcomponents("vevent");
  expect(single.map((event) => new ICAL.Event(event).uid)).toEqual([events[1].uid]);
});

test("the file of an online class says when, and never where it meets", async ({ page, request }) => {
  await page.goto("/pelatihan?tempat=daring");
  const to = (await page.locator(".class__name a").first().getAttribute("href"))!;
  const text = (await (await request.get(`${to}/kalender.ics`)).text()).replaceAll("\r\n ", "");
  expect(text).toContain("LOCATION:Daring");
  expect(text).not.toContain("rapat.contoh.id");
  await page.goto(to);
  await expect(page.getByText("Tautan dikirim kepada yang punya kursi.")).toBeVisible();
  expect(await page.content()).not.toContain("rapat.contoh.id");
});

test("what is not there is said to be not there", async ({ page, request }) => {
  const answer = await page.goto("/pelatihan/tidak-ada");
  expect(answer!.status()).toBe(404);
  for (const path of ["/pelatihan/tidak-ada/kalender.ics", "/pelatihan/tidak-ada/sesi/x.ics"]) {
    expect((await request.get(path)).status()).toBe(404);
  }
  const sitemap = await (await request.get("/sitemap.xml")).text();
  expect(sitemap).toMatch(/\/pelatihan\/batik-cap/);
});
