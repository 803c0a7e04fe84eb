// Lighthouse with its phone profile: node lighthouse.mjs URL... Fails below what is wanted, and says which audits did.
// JSON=file keeps the whole reports.
import { writeFileSync } from "node:fs";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const WANTED = { performance: 0.95, accessibility: 1, "best-practices": 1, seo: 1 };

const chrome = await launch({
  chromePath: process.env.CHROME_PATH,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
const reports = [];
let below = 0;
try {
  for (const url of process.argv.slice(2)) {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "error", onlyCategories: Object.keys(WANTED) });
    reports.push(lhr);
    const times = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
    console.log(`\n${new URL(url).pathname}: ${times.map((id) => `${id} ${lhr.audits[id].displayValue}`).join(", ")}`);
    for (const [id, wanted] of Object.entries(WANTED)) {
      const { score, auditRefs } = lhr.categories[id];
      console.log(`  ${id.padEnd(16)} ${Math.round(score * 100)} (wanted ${wanted * 100})`);
      if (score >= wanted) continue;
      below += 1;
      for (const { id: audit, weight } of auditRefs) {
        const { score, title, displayValue } = lhr.audits[audit];
        if (weight > 0 && score !== null && score < 1) console.log(`    ${audit}: ${title} ${displayValue ?? ""}`);
      }
    }
  }
} finally {
  chrome.kill();
}
if (process.env.JSON) writeFileSync(process.env.JSON, JSON.stringify(reports, null, 1));
process.exitCode = below === 0 ? 0 : 1;
