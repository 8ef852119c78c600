using Microsoft.Extensions.Configuration;
using SummitDashboard.Data;

namespace SummitDashboard.Tests.Data;

public sealed class DataOptionsTests
{
    [Theory, InlineData("0"), InlineData("61"), InlineData("soon"), InlineData("-5")]
    public void LockSeconds_OutOfRange_SaysWhichSetting(string value) =>
        Assert.Contains("Data:LockSeconds", Assert.Throws<StartupException>(() => From(value)).Message);

    [Theory, InlineData("", 5), InlineData("1", 1), InlineData("60", 60)]
    public void LockSeconds_InRange_IsTaken(string value, int seconds) => Assert.Equal(seconds, From(value).LockSeconds);

    private static DataOptions From(string value) =>
        DataOptions.From(new ConfigurationBuilder().AddInMemoryCollection([new("Data:LockSeconds", value)]).Build());
}
