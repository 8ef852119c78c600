using Bunit;
using Microsoft.AspNetCore.Components;
using SummitDashboard.Ui;

namespace SummitDashboard.Tests.Support;

/// <summary>Component tests look on as a visitor who is not signed in, on pages that are live.</summary>
public static class Nobody
{
    public static BunitContext AsNobody(this BunitContext context)
    {
        context.AddAuthorization();
        context.Services.AddPageVisitor();
        context.Renderer.SetRendererInfo(new RendererInfo("Server", true));
        return context;
    }
}
