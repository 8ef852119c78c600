namespace SummitDashboard.Features.Presenting.Live;

/// <summary>Who is there: visitors who came with the code, and the streams that they hold open.</summary>
public sealed partial class LiveSession
{
    /// <summary>A visitor has come with the right code; from now on nobody who guesses codes beside it slows it down.</summary>
    public void Admit(string token, LiveOptions limits)
    {
        lock (gate)
            if (members.Count < 2 * limits.Streams)
                members.Add(Hash(token));
    }

    /// <summary>Whether a visitor has been here.</summary>
    public bool IsMember(string? token)
    {
        if (token is null)
            return false;
        lock (gate)
            return members.Contains(Hash(token));
    }

    /// <summary>
    /// A visitor listens until what is returned is disposed; null where it, its address or the session has as many streams as it may.
    /// </summary>
    public IDisposable? Listen(string? token, string address, LiveOptions limits)
    {
        // Those of one address who send no token are one visitor, with a tenth of the places such visitors have.
        var name = token is null ? "at " + address : Hash(token);
        lock (gate)
        {
            var own = visitors.GetValueOrDefault(name);
            if (here >= limits.Streams || own >= (token is null ? Math.Max(1, limits.Streams / 40) : limits.StreamsPerVisitor))
                return null;
            // Who sends no token shares a quarter of the places, so that such visitors can follow and cannot crowd out the rest.
            if (token is null && unnamed >= limits.Streams / 4)
                return null;
            var beside = addresses.GetValueOrDefault(address);
            if (beside >= limits.StreamsPerAddress)
                return null;
            addresses[address] = beside + 1;
            visitors[name] = own + 1;
            if (token is not null)
                voters.Listens(address, name, clock.GetUtcNow());
            else
                unnamed++;
            here++;
            counted = true;
        }
        return new Closing(() =>
        {
            lock (gate)
            {
                if (visitors[name] > 1)
                    visitors[name]--;
                else
                    visitors.Remove(name);
                if (addresses[address] > 1)
                    addresses[address]--;
                else
                    addresses.Remove(address);
                if (token is not null)
                    voters.Leaves(address, name, limits.VotersPerAddress, clock.GetUtcNow());
                else
                    unnamed--;
                here--;
                counted = true;
            }
        });
    }

    private sealed class Closing(Action close) : IDisposable
    {
        private Action? once = close;

        public void Dispose() => Interlocked.Exchange(ref once, null)?.Invoke();
    }
}
