using QRCoder;

namespace SummitDashboard.Features.Presenting.Live;

/// <summary>An address as a QR code (ISO/IEC 18004, error correction M).</summary>
public static class QrCode
{
    /// <summary>Inline SVG, dark on light in any theme, since not every phone reads it the other way round.</summary>
    public static string Svg(string url)
    {
        using var data = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute)
            .Replace(
                "<svg ",
                $"<svg role=\"img\" aria-label=\"QR code of {System.Net.WebUtility.HtmlEncode(url)}\" ",
                StringComparison.Ordinal
            );
    }
}
