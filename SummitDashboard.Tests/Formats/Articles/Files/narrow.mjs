// Prints the Korean text as Chromium does in a font that does not name its blank, in lines that end within words.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [title, , , ...lines] = readFileSync(new URL('texts/ko.txt', import.meta.url), 'utf8').trim().split('\n');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
const prose = lines.filter(line => !line.startsWith('#')).map(line => `<p>${line}</p>`);
await page.setContent(
  `<html lang=ko><title>${title}</title><body style="word-break:break-all;font:16px NanumGothic"><h1>${title}</h1>${prose.join('')}`,
);
writeFileSync(new URL('ko.narrow.pdf', import.meta.url), await page.pdf({ format: 'A5' }));
await browser.close();
