using Microsoft.Playwright;
using SummitDashboard.Reading;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.BrowserTests;

public sealed partial class DeskPressesBrowserTests
{
    // What stands under the message: of what takes the focus by J, or of the fields; then, at the foot of the page, of all that is read.
    private const string Under = """
        async () => {
          const frames = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),
            message = document.getElementById('mud-snackbar-container'),
            isUnder = e => {
              const [said, { left, right, ...box }] = [message.getBoundingClientRect(), e.getBoundingClientRect().toJSON()];
              let { top, bottom } = box; // as far as it is in sight where it is scrolled by itself
              for (let at = e.parentElement; at; at = at.parentElement)
                if (getComputedStyle(at).overflowY === 'auto') {
                  const within = at.getBoundingClientRect();
                  [top, bottom] = [Math.max(top, within.top), Math.min(bottom, within.bottom)];
                }
              return bottom > top && right > left && bottom > said.top && top < said.bottom && right > said.left && left < said.right;
            },
            under = [],
            items = document.querySelectorAll('[data-item]'),
            stops = items.length > 0 ? items : document.querySelectorAll('main form input[type=text]');
          scrollTo({ top: 0, behavior: 'instant' });
          document.activeElement.blur();
          for (const stop of [...stops].slice(0, 12)) {
            if (items.length === 0) stop.focus();
            else document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true }));
            await frames();
            if (document.activeElement !== stop) throw new Error(`the focus is not on ${stop.outerHTML}`);
            if (isUnder(stop)) under.push(stop.outerHTML.slice(0, 80));
          }
          scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
          await frames();
          const read = [...document.querySelectorAll('main :is(a, p, li, button, input, summary)')];
          if (message.offsetHeight === 0 || stops.length < 6) throw new Error('nothing was looked at');
          return [...under, ...read.filter(isUnder).map(e => e.outerHTML.slice(0, 80))].join('\n');
        }
        """;

    [Fact]
    public async Task Message_ThatGoesAlongToOtherPages_CoversNeitherTheirLastLinesNorTheFocus()
    {
        var source = Site.App.Casebook.Sources[0];
        var page = await Desk("more-12");
        foreach (var key in new[] { "s", "w", "Control+Enter" })
            await page.Keyboard.PressAsync(key);
        var message = page.Locator(".mud-snackbar");
        await Assertions.Expect(message).ToContainTextAsync("Saved as revision");
        foreach (var (url, first) in new[] { (Urls.SearchFor("rare"), "[data-item]"), (Urls.Edit(source), "[name=siglum]") })
        {
            await page.EvaluateAsync("url => dispatchEvent(new CustomEvent('go', { detail: url }))", url);
            await page.Locator(first).First.WaitForAsync();
            foreach (var width in new[] { 390, 1440 })
            {
                await page.SetViewportSizeAsync(width, 420);
                Assert.Equal((url, width, ""), (url, width, await page.EvaluateAsync<string>(Under)));
            }
        }

        // Once it goes nothing moves for who is at the foot; whoever goes up has the room back.
        const string Where = "() => Math.round(document.querySelector('main').getBoundingClientRect().bottom)";
        var stood = await page.EvaluateAsync<int>(Where);
        await message.EvaluateAsync("message => message.remove()");
        await page.TwoFrames();
        Assert.Equal(stood, await page.EvaluateAsync<int>(Where));
        await page.EvaluateAsync("() => scrollTo({ top: 0, behavior: 'instant' })");
        await page.WaitForFunctionAsync("() => parseFloat(getComputedStyle(document.body).paddingBottom) === 0");
        await page.Context.CloseAsync();
    }
}
