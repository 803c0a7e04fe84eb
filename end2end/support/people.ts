import { createHmac } from "node:crypto";
import { expect, type Browser, type Page } from "@playwright/test";

export const PASSWORD = "kopi tanpa gula pagi";

/** A mobile number that no other story uses. */
export function newPhone(): string {
  return `0855${Math.floor(Math.random() * 1e8).toString().padStart(8, "0")}`;
}

/** Opens an account and is signed in. */
export async function signUp(page: Page, name: string, phone = newPhone()): Promise<string> {
  await page.goto("/daftar");
  await page.getByLabel("Nama Anda").fill(name);
  await page.getByLabel("Nomor HP atau surel").fill(phone);
  await page.getByLabel("Kata sandi baru").fill(PASSWORD);
  await page.getByRole("button", { name: "Buat akun" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Halo, ${name}`);
  return phone;
}

/** Hands in number and password; where that leads is the story's to say. */
export async function signIn(page: Page, phone: string, password = PASSWORD) {
  await page.goto("/masuk");
  await page.getByLabel("Nomor HP atau surel").fill(phone);
  await page.getByLabel("Kata sandi").fill(password);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
}

/** What every demo account has. */
export const DEMO_PASSWORD = "rumah-sikum-2026";

/** A window of its own on a phone, signed in with a demo account. */
export async function signedIn(browser: Browser, phone: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto("/masuk");
  await page.getByLabel("Nomor HP atau surel").fill(phone);
  await page.getByLabel("Kata sandi", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(page).toHaveURL("/akun");
  return page;
}

/** Signs in with one of the demo accounts, by the name of its role. */
export async function signInAs(page: Page, role: string) {
  await page.goto("/masuk");
  await page.getByRole("button", { name: new RegExp(`^${role}`) }).click();
  await expect(page).toHaveURL("/akun");
}

export async function signOut(page: Page) {
  await page.goto("/akun");
  await page.getByRole("button", { name: "Keluar" }).click();
}

/** What an authenticator app shows for a key (RFC 6238), some steps of 30 seconds from now. */
export function codeOf(key: string, steps = 0): string {
  const bits = [...key.replaceAll(" ", "")].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac("sha1", secret).update(step).digest();
  const word = digest.readUInt32BE(digest[19]! & 0xf) & 0x7fffffff;
  return (word % 1_000_000).toString().padStart(6, "0");
}
