using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.Support;

/// <summary>Component tests look on as a visitor who is not signed in.</summary>
public static class Nobody
{
    public static BunitContext AsNobody(this BunitContext context)
    {
        context.AddAuthorization();
        context.Services.AddPageVisitor();
        return context;
    }
}
