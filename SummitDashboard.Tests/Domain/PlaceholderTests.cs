namespace SummitDashboard.Tests.Domain;

public class PlaceholderTests { [Fact] public void One() => Assert.Equal(2, 1 + 1); }
