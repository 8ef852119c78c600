namespace SummitDashboard.Features.Presenting.Live;

/// <summary>Who drives, and where to: each asked first, then written by <see cref="LiveSessions"/>, then done.</summary>
public sealed partial class LiveSession
{
    /// <summary>Whether this is the driver's to move, newer, and a step of the talk.</summary>
    public bool MayMove(string accountId, LiveState to)
    {
        lock (gate)
            return !IsEnded
                && accountId == Driver.Id
                && to.Seq > State.Seq
                && to.Seq - State.Seq <= MostMoves
                && Script.Has(to.Stop, to.Shown);
    }

    /// <summary>Moves to a step that is on the disk.</summary>
    public void Move(LiveState to, DateTime at)
    {
        lock (gate)
        {
            State = to;
            ShowsJoin = false;
            if (to.Shown > 0)
                revealed.Add(to.Stop);
            Moved = at;
            Count = null;
            Step = Draw();
        }
        Audience.Beat();
        Wheel.Beat();
    }

    /// <summary>
    /// The presenter to whom the wheel can be given, with stage or desk open; null where there is none, or it is not one's own to give.
    /// </summary>
    public LivePerson? Heir(string from, string to)
    {
        lock (gate)
            return !IsEnded && Driver.Id == from && presenters.TryGetValue(to, out var other) ? other.Person : null;
    }

    /// <summary>Whether the wheel is one's own, or its driver has had nothing open for so long.</summary>
    public bool MayTake(LivePerson who, TimeSpan away)
    {
        lock (gate)
            return !IsEnded && (Driver.Id == who.Id || (!presenters.ContainsKey(Driver.Id) && clock.GetUtcNow() - driverLeft >= away));
    }

    /// <summary>Gives the wheel to who has it on the disk.</summary>
    public void Drive(LivePerson who)
    {
        lock (gate)
            Driver = who;
        Wheel.Beat();
    }

    /// <summary>A presenter has stage or desk open until what is returned is disposed.</summary>
    public IDisposable Open(LivePerson who)
    {
        lock (gate)
            presenters[who.Id] = (who, presenters.GetValueOrDefault(who.Id).Open + 1);
        Wheel.Beat();
        return new Closing(() =>
        {
            lock (gate)
            {
                if (presenters[who.Id].Open > 1)
                    presenters[who.Id] = (who, presenters[who.Id].Open - 1);
                else
                    presenters.Remove(who.Id);
                if (who.Id == Driver.Id)
                    driverLeft = clock.GetUtcNow();
            }
            Wheel.Beat();
        });
    }
}
