using SummitDashboard.Data;

namespace SummitDashboard.Tests.Support;

/// <summary>A database of a casebook without a server, which says itself who may do what in it.</summary>
public interface IKnowsPeople
{
    AuthorOf AuthorOf { get; }
}
