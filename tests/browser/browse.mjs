// Open pages in Chromium without any network, do what a reader does, and say what was seen.
// usage: node browse.mjs CHROMIUM; one request a line as JSON on standard input, one answer a line on standard output:
// { page: file, hash, scheme: light|dark, size, patience in ms, steps } -> { problems: console errors and exceptions,
//   requests: what the page asked for beside itself, seen: one answer per question } or { failed: why }
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
const browser = await chromium.launch({ executablePath: process.argv[2], args });

// Click as a script does, and wait until the browser has painted what came of it: milliseconds.
const latency = (page, selector, nth = 0) => page.locator(selector).nth(nth).evaluate((element) => new Promise((done) => {
  const start = performance.now();
  element.click();
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now() - start);
    channel.port2.postMessage(0);
  });
}));

async function download(page, selector) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  const content = readFileSync(await file.path());
  const name = file.suggestedFilename();
  return { name, content: name.endsWith(".png") ? content.toString("base64") : content.toString("utf-8") };
}

const does = {
  click: (page, selector) => page.click(selector),
  fill: (page, selector, text) => page.fill(selector, text),
  press: (page, key) => page.keyboard.press(key),
  select: (page, selector, value) => page.selectOption(selector, value),
  check: (page, selector, on) => page.setChecked(selector, on),
  hover: (page, selector) => page.hover(selector),
  back: (page) => page.goBack(),
  wait: (page, milliseconds) => page.waitForTimeout(milliseconds),
  run: (page, expression) => page.evaluate(expression),
  shot: (page, path) => page.screenshot({ path }),
};
const asks = {
  texts: (page, selector) => page.locator(selector).allInnerTexts(),
  count: (page, selector) => page.locator(selector).count(),
  evaluate: (page, expression) => page.evaluate(expression),
  latency,
  download,
};

async function run({ page: file, hash = "", scheme = "light", size = [1440, 900], patience = 30000, steps }) {
  const address = pathToFileURL(file).href;
  const viewport = { width: size[0], height: size[1] };
  const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: "reduce" });
  const [problems, requests, seen] = [[], [], []];
  await context.route("**/*", (route) => {
    if (route.request().url().split("#")[0] === address) return route.continue();
    requests.push(route.request().url().slice(0, 200));
    return route.abort();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  page.on("dialog", (dialog) => { problems.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  try {
    await page.goto(address + hash, { timeout: patience });
    await page.waitForFunction(() => performance.getEntriesByName("drawn").length > 0, null, { timeout: patience });
    for (const [name, ...rest] of steps) {
      if (name in asks) seen.push(await asks[name](page, ...rest));
      else await does[name](page, ...rest);
    }
    return { problems, requests, seen };
  } catch (error) {
    return { failed: `${error.message} after ${JSON.stringify(seen).slice(-300)}`, problems };
  } finally {
    await context.close();
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await run(JSON.parse(line)))}\n`);
}
await browser.close();
