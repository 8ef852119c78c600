using Microsoft.JSInterop;

namespace SummitDashboard.Ui;

/// <summary>Whether proposals are shown on this device; remembered there, and asked once for each visit.</summary>
public sealed class ProposalSwitch(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? script;

    /// <summary>Null until the device has answered.</summary>
    public bool? IsOn { get; private set; }

    /// <summary>Raised when they were switched on or off here.</summary>
    public event Action? Changed;

    /// <summary>Asks the device, once; only a page that is live can.</summary>
    public async Task Ask()
    {
        if (IsOn is null)
            IsOn = !await (await Script()).InvokeAsync<bool>("areOff");
    }

    public async Task Turn(bool on)
    {
        IsOn = on;
        Changed?.Invoke();
        await (await Script()).InvokeVoidAsync("turn", !on);
    }

    private Task<IJSObjectReference> Script() => script ??= js.InvokeAsync<IJSObjectReference>("import", "./proposals.js").AsTask();

    public async ValueTask DisposeAsync()
    {
        if (script is { IsCompletedSuccessfully: true })
            await (await script).DisposeTolerantly();
    }
}
