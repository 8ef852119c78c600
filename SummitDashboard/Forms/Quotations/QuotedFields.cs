namespace SummitDashboard.Forms;

/// <summary>What every part of an item has: the source that says it.</summary>
public abstract class PartFields
{
    public string Source { get; set; } = "";
}

/// <summary>A part that is a quotation.</summary>
public abstract class QuotedFields : PartFields
{
    public QuotationFields Quotation { get; set; } = new();
}
