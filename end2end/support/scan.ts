import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, type Browser } from "@playwright/test";

const find = createRequire(import.meta.url).resolve;
/** What the scanning page loads, by its name there. */
const FILES: Record<string, string> = {
  "/pdf.mjs": find("pdfjs-dist/build/pdf.min.mjs"),
  "/worker.mjs": find("pdfjs-dist/build/pdf.worker.min.mjs"),
  "/qr.js": find("jsqr"),
};

/** Reads the code on the first page of a PDF as a telephone does: drawn, and decoded from the pixels. */
export async function scan(browser: Browser, pdf: Buffer): Promise<string> {
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  await page.route("http://scan.test/**", async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === "/letter.pdf") return route.fulfill({ body: pdf, contentType: "application/pdf" });
    const file = FILES[path];
    if (file) return route.fulfill({ body: await readFile(file), contentType: "text/javascript" });
    return route.fulfill({ body: `<!doctype html><title>scan</title><script src="/qr.js"></script>`, contentType: "text/html" });
  });
  await page.goto("http://scan.test/");
  const read = await page.evaluate(async () => {
    const pdfjs = await import("http://scan.test/pdf.mjs" as string);
    pdfjs.GlobalWorkerOptions.workerSrc = "/worker.mjs";
    const sheet = await (await pdfjs.getDocument("/letter.pdf").promise).getPage(1);
    const viewport = sheet.getViewport({ scale: 3 });
    const canvas = Object.assign(document.createElement("canvas"), { width: viewport.width, height: viewport.height });
    const canvasContext = canvas.getContext("2d")!;
    await sheet.render({ canvasContext, canvas, viewport }).promise;
    const { data, width, height } = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
    const jsQR = (window as unknown as { jsQR: (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null }).jsQR;
    return jsQR(data, width, height)?.data ?? null;
  });
  expect(read, "a code that can be read").not.toBeNull();
  await context.close();
  return read!;
}
