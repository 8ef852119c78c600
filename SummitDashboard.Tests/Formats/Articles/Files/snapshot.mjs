// Saves pages as Chromium does (mhtml). They are served from nowhere, by the address that they then name.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const file of process.argv.slice(2)) {
  const page = await browser.newPage();
  const address = `https://courier.example/${basename(file).split('.')[0]}/clock`;
  await page.route('**/*', route => route.fulfill({ body: readFileSync(file), contentType: 'text/html; charset=utf-8' }));
  await page.goto(address);
  const session = await page.context().newCDPSession(page);
  writeFileSync(file.replace('.snapshot.html', '.chromium.mhtml'), (await session.send('Page.captureSnapshot', { format: 'mhtml' })).data);
  await page.close();
}
await browser.close();
