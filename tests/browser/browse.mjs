// Open a page in Chromium without any network, do what a reader does, and say what was seen.
// usage: node browse.mjs CHROMIUM FILE light|dark, the steps as JSON on standard input; the answer is JSON on standard output:
// { problems: console errors and exceptions, requests: what the page asked for beside itself, seen: one answer per question }
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [chrome, file, colorScheme] = process.argv.slice(2);
const steps = JSON.parse(readFileSync(0, "utf-8"));
const address = pathToFileURL(file).href;
const args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
const browser = await chromium.launch({ executablePath: chrome, args });
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme, reducedMotion: "reduce" });
const page = await context.newPage();
const problems = [];
const requests = [];
const seen = [];
page.on("console", (message) => {
  if (["error", "warning"].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
});
page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
page.on("dialog", (dialog) => { problems.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
await context.route("**/*", (route) => {
  if (route.request().url().split("#")[0] === address) return route.continue();
  requests.push(route.request().url().slice(0, 200));
  return route.abort();
});

const does = {
  click: (selector) => page.click(selector),
  fill: (selector, text) => page.fill(selector, text),
  press: (key) => page.keyboard.press(key),
  select: (selector, value) => page.selectOption(selector, value),
  check: (selector, on) => page.setChecked(selector, on),
  hover: (selector) => page.hover(selector),
  wait: (milliseconds) => page.waitForTimeout(milliseconds),
  shot: (path) => page.screenshot({ path }),
};
const asks = {
  texts: (selector) => page.locator(selector).allInnerTexts(),
  count: (selector) => page.locator(selector).count(),
  evaluate: (expression) => page.evaluate(expression),
};

await page.goto(address);
await page.waitForFunction(() => performance.getEntriesByName("drawn").length > 0, null, { timeout: 20000 });
for (const [name, ...rest] of steps) {
  if (name in asks) seen.push(await asks[name](...rest));
  else await does[name](...rest);
}
await browser.close();
process.stdout.write(JSON.stringify({ problems, requests, seen }));
