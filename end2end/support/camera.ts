import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page, type PlaywrightTestOptions, type PlaywrightWorkerOptions } from "@playwright/test";
import { pixelsOfCode } from "./qr";

/** A camera's picture. */
const WIDTH = 640;
const HEIGHT = 480;

type Use = Partial<PlaywrightTestOptions & PlaywrightWorkerOptions>;

/** A browser of its own whose camera sees the code that a page shows now, from a few steps away and in a dim room. */
export async function seeing(code: Page, use: Use, asks = false): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), "rumah-sikum-camera-"));
  const file = join(folder, "camera.y4m");
  writeFileSync(file, video(await pixelsOfCode(code)));
  const args = ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${file}`];
  if (!asks) args.push("--use-fake-ui-for-media-stream");
  const browser = await chromium.launch({ ...use.launchOptions, args: [...(use.launchOptions?.args ?? []), ...args] });
  browser.on("disconnected", () => rmSync(folder, { recursive: true, force: true }));
  return browser;
}

/** A telephone of that browser. */
export async function telephone(browser: Browser, { baseURL, viewport, locale, timezoneId }: Use): Promise<Page> {
  return (await browser.newContext({ baseURL, viewport, locale, timezoneId })).newPage();
}

/** YUV4MPEG2: pictures of brightness, and of colour in half the size. All are the same. */
function video(code: { data: Uint8ClampedArray; size: number }): Buffer {
  const brightness = Buffer.alloc(WIDTH * HEIGHT, 90);
  const side = Math.floor(HEIGHT * 0.7);
  const [left, top] = [(WIDTH - side) / 2, (HEIGHT - side) / 2];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const from = Math.floor((y * code.size) / side) * code.size + Math.floor((x * code.size) / side);
      brightness[Math.floor(top + y) * WIDTH + Math.floor(left + x)] = code.data[from * 4] ? 190 : 50;
    }
  }
  const picture = Buffer.concat([Buffer.from("FRAME\n"), brightness, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, ...Array<Buffer>(10).fill(picture)]);
}
