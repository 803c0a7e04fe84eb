import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

type Decode = (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null;
const decode = createRequire(import.meta.url)("jsqr") as Decode;

/** Pixels for each module: as a camera sees a code from near. */
const SCALE = 6;

/** The pixels of the code that a page shows, dark on white, as a camera sees them: width, height, four bytes each. */
export async function pixelsOfCode(page: Page) {
  const code = page.locator("svg.qr");
  const side = Number((await code.getAttribute("viewBox"))?.split(" ")[2]);
  const path = (await code.locator("path").getAttribute("d")) ?? "";
  const size = side * SCALE;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < SCALE; dy++) {
      for (let dx = 0; dx < SCALE; dx++) {
        const at = ((Number(y) * SCALE + dy) * size + Number(x) * SCALE + dx) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { data, size };
}

/** What the code on a page says. */
export async function readCode(page: Page): Promise<string> {
  const { data, size } = await pixelsOfCode(page);
  const read = decode(data, size, size)?.data;
  expect(read, "a code that can be read").toBeTruthy();
  return read!;
}
