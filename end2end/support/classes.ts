import { expect, type APIRequestContext, type Page } from "@playwright/test";
import { newPhone } from "./people";

/** The address of a demo class by its title; of several the next one, or the last. */
export async function classPath(page: Page, title: string, which: "next" | "last" = "next"): Promise<string> {
  await page.goto("/pelatihan");
  const links = page.locator(".class__name a", { hasText: title });
  const link = which === "next" ? links.first() : links.last();
  return (await link.getAttribute("href")) ?? "";
}

/** Registers so many people, as their browsers would. */
export async function crowd(request: APIRequestContext, path: string, people: number) {
  for (let nth = 0; nth < people; nth++) {
    const form = {
      token: crypto.randomUUID(),
      kelas: path.split("/").at(-1) ?? "",
      nama: `Peserta ${nth}`,
      hp: newPhone(),
      kec: "36.03.01",
    };
    const answer = await request.post("/aksi/pelatihan/daftar", { form, headers: { accept: "text/html" }, maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toContain("/pelatihan/pendaftaran/PLT-");
  }
}

/** Fills in the form of a class and sends it; ends on the page of the registration. */
export async function register(page: Page, path: string, name: string, phone = newPhone()) {
  await page.goto(`${path}/daftar`);
  await page.getByLabel("Nama peserta").fill(name);
  await page.getByLabel("Nomor HP").fill(phone);
  await page.getByLabel("Kecamatan").selectOption({ label: "Tigaraksa" });
  await page.getByRole("button", { name: /^Daftar$|Masuk daftar tunggu/ }).click();
  await expect(page).toHaveURL(/\/pelatihan\/pendaftaran\/PLT-/);
  return phone;
}

/** A moment of Tangerang's clock, as a browser's input has it; so many minutes after another. */
export const moment = (at: Date, minutes = 0) =>
  new Date(at.getTime() + (minutes + 7 * 60) * 60_000).toISOString().slice(0, 16);

/** Fills in the plan of a class with one session and one seat; registration has opened, and ends when the session begins. */
export async function fillPlan(page: Page, starts: Date, minutes: number, topic: string) {
  await page.getByLabel("Tempat", { exact: true }).selectOption({ label: "Kantor Kecamatan Mauk" });
  await page.getByLabel("Pengajar").fill("Wulan Astuti");
  await page.getByLabel("Untuk bertanya").fill("Loket pelatihan, (021) 555 0100");
  await page.locator("#tgl0").fill(moment(starts).slice(0, 10));
  await page.locator("#dari0").fill(moment(starts).slice(11));
  await page.locator("#sampai0").fill(moment(starts, minutes).slice(11));
  await page.locator("#topik0").fill(topic);
  await page.getByLabel("Dibuka").first().fill(moment(new Date(), -24 * 60));
  await page.getByLabel("Ditutup").fill(moment(starts));
  await page.getByLabel("Batas pembatalan").fill(moment(starts));
  await page.getByLabel("Kursi untuk semua").fill("1");
}

/** Publishes a class whose session is open for attendance now; ends on its page of the office, and answers its name. */
export async function openClass(office: Page, seats: number): Promise<string> {
  await office.goto("/dinas/pelatihan/baru");
  await office.getByLabel("Materi", { exact: true }).selectOption({ label: "Jualan lewat WhatsApp" });
  // A minute long, so that it does not end on another day; attendance opens half an hour before.
  await fillPlan(office, new Date(Date.now() + 12 * 60_000), 1, "");
  await office.getByLabel("Kursi untuk semua").fill(String(seats));
  await office.getByRole("button", { name: "Simpan" }).click();
  await office.getByRole("button", { name: "Terbitkan" }).click();
  await expect(office.locator(".state").first()).toHaveText("Terbit");
  return new URL(office.url()).pathname.split("/").at(-1) ?? "";
}
