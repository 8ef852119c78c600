using Microsoft.Extensions.Options;
using SummitDashboard.Data;
using SummitDashboard.Data.Database;
using SummitDashboard.Data.Database.Backups;
using SummitDashboard.Features.Presenting.Live;
using SummitDashboard.Reading.Access;
using SummitDashboard.Tests.Support;

namespace SummitDashboard.Tests.Data;

/// <summary>What is wrong with a setting is said by its name, what it is, and what it should be.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Data:LockSeconds", "0", "it is a number of seconds from 1 to 60.")]
    [InlineData("Data:LockSeconds", "61", "it is a number of seconds from 1 to 60.")]
    [InlineData("Data:LockSeconds", "-5", "it is a number of seconds from 1 to 60.")]
    [InlineData("Data:LockSeconds", "soon", "it is a number of seconds from 1 to 60.")]
    [InlineData("Backup:At", "25:00", "it is a time of day such as 03:00.")]
    [InlineData("Backup:At", "three", "it is a time of day such as 03:00.")]
    [InlineData("Backup:Keep", "0", "it is the number of backups to keep, 1 or more. To make none, leave Backup:Folder empty.")]
    [InlineData("Backup:Keep", "many", "it is the number of backups to keep, 1 or more. To make none, leave Backup:Folder empty.")]
    [InlineData("Limits:Circuits", "0", "it is a whole number from 1 on.")]
    [InlineData("Limits:HeavyReads", "1.5", "it is a whole number from 1 on.")]
    [InlineData("Live:Streams", "", "it is a whole number from 1 on.")]
    [InlineData("Live:PublicUrl", "summit", "it is a web address such as https://summit.example.org, or left out.")]
    [InlineData("Access:Reading", "closed", "it is open or signed-in.")]
    [InlineData("Access:Texts", "everyone", "it is local (signed-in people, and the machine itself), signed-in, none or all.")]
    [InlineData("Access:Notes", "none", "it is presenters, signed-in or all.")]
    [InlineData("PathBase", "/a b", "it is a path such as /summit (letters, digits, . _ ~ - and slashes between), or left out.")]
    [InlineData("Proxies:Known", "10.0.0.5, nginx", "“nginx” in it is no address or network, such as 10.0.0.5 or 172.16.0.0/12.")]
    public void Setting_ThatMakesNoSense_IsRefusedByNameAndValue(string setting, string value, string should) =>
        Assert.Equal(
            $"{setting} is “{value}”; {should}",
            Assert.Single(Assert.Throws<OptionsValidationException>(() => Read(setting, value)).Failures)
        );

    [Fact]
    public void Settings_Several_AreAllSaidAtOnce()
    {
        var thrown = Assert.Throws<OptionsValidationException>(() =>
            SettingsOf.Read<Limits>("Limits", ("Limits:Circuits", "0"), ("Limits:Drawings", "-1"))
        );
        Assert.Equal(2, thrown.Failures.Count());
    }

    [Fact]
    public void Settings_LeftOutOrInOtherCase_AreTaken()
    {
        Assert.Equal(5, SettingsOf.Read<DatabaseOptions>("Data").LockSeconds);
        Assert.Equal(60, SettingsOf.Read<DatabaseOptions>("Data", ("Data:LockSeconds", "60")).LockSeconds);
        Assert.Equal("local", SettingsOf.Read<AccessOptions>("Access", ("Access:Texts", "")).Texts);
        Assert.True(SettingsOf.Read<AccessOptions>("Access", ("access:reading", " Signed-In ")).IsClosed);
        Assert.Equal(TimeSpan.FromHours(3), SettingsOf.Read<BackupOptions>("Backup", ("Backup:At", "")).Hour);
    }

    private static object Read(string setting, string value) =>
        setting.Split(':')[0] switch
        {
            "Data" => SettingsOf.Read<DatabaseOptions>("Data", (setting, value)),
            "Backup" => SettingsOf.Read<BackupOptions>("Backup", (setting, value)),
            "Limits" => SettingsOf.Read<Limits>("Limits", (setting, value)),
            "Live" => SettingsOf.Read<LiveOptions>("Live", (setting, value)),
            "Access" => SettingsOf.Read<AccessOptions>("Access", (setting, value)),
            _ => SettingsOf.Read<ProxyOptions>("", (setting, value)),
        };
}
