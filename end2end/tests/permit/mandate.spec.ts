import { expect, test } from "@playwright/test";
import { newPhone, signedIn } from "../../support/people";
import { begin, fillIn, officer, send } from "../../support/permit";
import { expectAccessible } from "../a11y";

const MENTOR = "0811-1000-0004";

test("a mentor begins for an owner and is refused once the owner has ended it", async ({ browser, javaScriptEnabled }) => {
  test.slow();
  const mentor = await signedIn(browser, MENTOR, javaScriptEnabled);
  await mentor.goto("/izin/rekomendasi-merek/ajukan");
  await expectAccessible(mentor, javaScriptEnabled);
  const form = mentor.getByRole("form", { name: "Atas nama pelaku usaha" });
  // Without the owner's agreement nothing begins, and nothing typed is lost.
  await form.getByLabel("Nama pemilik").fill("Kusnadi Jaya");
  await form.getByLabel("Nomor HP pemilik").fill(newPhone());
  await form.evaluate((element: HTMLFormElement) => (element.noValidate = true));
  await form.getByRole("button", { name: "Mulai atas namanya" }).click();
  await expect(form.locator(".error")).toContainText("Centang bila pemilik setuju.");
  await expect(form.getByLabel("Nama pemilik")).toHaveValue("Kusnadi Jaya");
  await expectAccessible(mentor, javaScriptEnabled);
  await form.getByLabel(/Pemilik hadir/).check();
  await form.getByRole("button", { name: "Mulai atas namanya" }).click();
  await expect(mentor.getByRole("heading", { level: 1 })).toHaveText("Permohonan Rekomendasi Merek");
  const number = (await mentor.locator("[data-nomor]").textContent())!;
  // No PIN, and nothing that only the owner may do.
  await expect(mentor.locator("[data-pin]")).toHaveCount(0);
  await expect(mentor.getByText(/Anda bertindak atas nama Kusnadi Jaya sampai/)).toBeVisible();
  await expect(mentor.getByRole("button", { name: "Tarik" })).toHaveCount(0);
  await expectAccessible(mentor, javaScriptEnabled);
  await fillIn(mentor);
  await send(mentor);
  await mentor.goto("/akun");
  await mentor.getByRole("link", { name: /Permohonan yang saya bantu/ }).click();
  await expect(mentor.locator("main li").filter({ hasText: number })).toContainText("Kusnadi Jaya");
  await expectAccessible(mentor, javaScriptEnabled);

  // The office sees who sent it; a stranger with number and digits does not.
  const office = await officer(browser, "verifikator", javaScriptEnabled);
  await office.goto(`/dinas/izin/${number}`);
  await expect(office.locator(".spec--case")).toContainText("Rina Marlina, pendamping");
  await office.context().close();

  // Whoever helps can stop; from then on the case is closed to them.
  await mentor.goto(`/izin/kasus/${number}`);
  await expect(mentor.getByText("Dikirim oleh Rina Marlina, pendamping")).toBeVisible();
  await mentor.getByRole("button", { name: "Selesai membantu" }).click();
  await expect(mentor).toHaveURL("/akun/kuasa");
  await expect(mentor.locator("main li").filter({ hasText: number })).toContainText("sudah diakhiri");
  await mentor.goto(`/izin/kasus/${number}`);
  await expect(mentor).toHaveURL("/akun/kuasa");
  await mentor.context().close();
});

test("an owner asks a mentor for help and takes over while she sends", async ({ page, browser, javaScriptEnabled }) => {
  test.slow();
  const { number } = await begin(page, newPhone());
  await fillIn(page);
  await page.goto(`/izin/kasus/${number}`);
  await page.locator("summary", { hasText: "Minta bantuan pendamping atau loket" }).click();
  await expectAccessible(page, javaScriptEnabled);
  await page.getByLabel("Siapa yang membantu").selectOption({ label: "Rina Marlina (pendamping)" });
  await page.getByLabel("Berapa lama").selectOption({ label: "7 hari" });
  await page.getByRole("button", { name: "Beri kuasa" }).click();
  await expect(page.getByText(/Rina Marlina, pendamping, boleh mengisi dan mengirim atas nama Anda sampai/)).toBeVisible();
  await expectAccessible(page, javaScriptEnabled);

  const mentor = await signedIn(browser, MENTOR, javaScriptEnabled);
  await mentor.goto(`/izin/kasus/${number}/periksa`);
  await expect(mentor.getByRole("heading", { level: 1 })).toHaveText("Periksa jawaban Anda");
  await mentor.getByLabel("Saya menyatakan isian dan dokumen ini benar.").check();
  // The owner takes over before she presses the button.
  await page.getByRole("button", { name: "Ambil alih" }).click();
  await expect(page.getByText("Kuasa Rina Marlina, pendamping: sudah diakhiri.")).toBeVisible();
  await mentor.getByRole("button", { name: "Kirim permohonan" }).click();
  await expect(mentor).toHaveURL("/akun/kuasa");
  await expect(mentor.locator("main li").filter({ hasText: number })).toContainText("sudah diakhiri");
  await expect(mentor.getByText(/Kuasa .* sudah berakhir/)).toBeVisible();
  await mentor.context().close();
  await page.goto(`/izin/kasus/${number}/periksa`);
  await send(page);
});
