namespace SummitDashboard.Ui;

/// <summary>A page in which something is typed: what takes its keys is sent with it.</summary>
public interface IHasForm;
