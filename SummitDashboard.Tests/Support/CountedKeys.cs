using Microsoft.Playwright;

namespace SummitDashboard.Tests.Support;

/// <summary>Somebody at the keyboard alone, whose presses are counted: Tabs apart, and what is typed in words of one’s own.</summary>
public sealed class CountedKeys(IPage page)
{
    /// <summary>Keys other than Tab; one that is held together with another, such as Ctrl, counts with it.</summary>
    public int Pressed { get; private set; }
    public int Tabs { get; private set; }

    /// <summary>Letters of words that the coder makes up: a term, a sentence.</summary>
    public int Typed { get; private set; }

    public Task Press(string key)
    {
        if (key is "Tab" or "Shift+Tab")
            Tabs++;
        else
            Pressed++;
        return page.Keyboard.PressAsync(key);
    }

    public Task Type(string words)
    {
        Typed += words.Length;
        return page.Keyboard.TypeAsync(words);
    }

    /// <summary>Tabs until the keyboard stands there.</summary>
    public Task TabTo(string selector) => Go("Tab", selector);

    /// <summary>The same backwards.</summary>
    public Task BackTo(string selector) => Go("Shift+Tab", selector);

    private async Task Go(string key, string selector)
    {
        var there = page.Locator(selector).First;
        for (var n = 0; n < 200; n++)
        {
            if (
                await there.EvaluateAsync<bool>("e => e === document.activeElement || (!!e.name && e.name === document.activeElement.name)")
            )
                return;
            await Press(key);
        }
        Assert.Fail($"{key} does not lead to {selector}");
    }
}
